import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** The access rules of a file, by SID, as .NET reads them: `<SID> <Allow|Deny> <rights>`. */
export async function accessTo(file: string): Promise<string[]> {
  const rules = await powershell(
    `[IO.File]::GetAccessControl($env:TEST_FILE).GetAccessRules($true, $true, [Security.Principal.SecurityIdentifier]) |
      ForEach-Object { '{0} {1} {2}' -f $_.IdentityReference.Value, $_.AccessControlType, $_.FileSystemRights }`,
    file,
  );
  return rules.sort();
}

/** The access rules of a file that only the user of this process can access. */
export async function accessOfThisUser(): Promise<string[]> {
  const [sid = ''] = await powershell('[Security.Principal.WindowsIdentity]::GetCurrent().User.Value');
  if (!/^S-1-[\d-]+$/.test(sid)) throw new Error(`Windows returned "${sid}" as the SID of this user`);
  return [`${sid} Allow FullControl`];
}

/** The lines that a script prints. Without PSModulePath, Windows PowerShell loads its own modules, not those of PowerShell 7. */
async function powershell(script: string, file = ''): Promise<string[]> {
  const inherited = Object.entries(process.env).filter(([name]) => name.toLowerCase() !== 'psmodulepath');
  const { stdout } = await promisify(execFile)(
    'powershell.exe',
    ['-NoProfile', '-NonInteractive', '-Command', script],
    { env: { ...Object.fromEntries(inherited), TEST_FILE: file }, windowsHide: true, timeout: 60_000 },
  );
  return stdout.split(/\r?\n/).filter((line) => line !== '');
}
