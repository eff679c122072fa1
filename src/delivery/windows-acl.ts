import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/**
 * Takes a file from everybody but the user of this process, as Win32 OpenSSH asks for. Windows has no modes;
 * names of accounts differ by language and domain, so the user is named by SID.
 *
 * @throws the error of `whoami` or `icacls`, neither of which sees more of the file than its path.
 */
export async function takeFromOthers(file: string): Promise<void> {
  const run = promisify(execFile);
  const { stdout } = await run('whoami', ['/user', '/fo', 'csv', '/nh'], { windowsHide: true });
  const sid = /S-1-[\d-]+/.exec(stdout)?.[0];
  if (sid === undefined) throw new Error('whoami does not say the SID of this user');
  await run('icacls', [file, '/inheritance:r', '/grant:r', `*${sid}:F`], { windowsHide: true });
}
