import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** The access rules of a file, as .NET reads them: `<SID> <Allow|Deny> <rights>`. */
export async function accessTo(file: string): Promise<string[]> {
  const rules = await powershell(
    `[IO.File]::GetAccessControl($env:ASKED_FILE).GetAccessRules($true, $true, [Security.Principal.SecurityIdentifier]) |
      ForEach-Object { '{0} {1} {2}' -f $_.IdentityReference.Value, $_.AccessControlType, $_.FileSystemRights }`,
    file,
  );
  return rules.sort();
}

/** The access rules of a file that is accessible only to the user of this process. */
export async function accessOfThisUser(): Promise<string[]> {
  const [sid = ''] = await powershell('[Security.Principal.WindowsIdentity]::GetCurrent().User.Value');
  if (!/^S-1-[\d-]+$/.test(sid)) throw new Error(`Windows does not say who this is, but "${sid}"`);
  return [`${sid} Allow FullControl`];
}

/** Lines that a script printed. PSModulePath is unset: PowerShell 7 points it to modules that Windows PowerShell cannot load. */
async function powershell(script: string, file = ''): Promise<string[]> {
  const inherited = Object.entries(process.env).filter(([name]) => name.toLowerCase() !== 'psmodulepath');
  const { stdout } = await promisify(execFile)(
    'powershell.exe',
    ['-NoProfile', '-NonInteractive', '-Command', script],
    { env: { ...Object.fromEntries(inherited), ASKED_FILE: file }, windowsHide: true, timeout: 60_000 },
  );
  return stdout.split(/\r?\n/).filter((line) => line !== '');
}
