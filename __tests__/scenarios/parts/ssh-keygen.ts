import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The public half of a private key's file, as ssh-keygen reads it: type and base64, without a comment. */
export async function publicHalfOf(privateKeyFile: string): Promise<string> {
  const { stdout } = await run('ssh-keygen', ['-y', '-P', '', '-f', privateKeyFile]);
  return stdout.trim().split(' ').slice(0, 2).join(' ');
}

/** Makes a key that has nothing to do with AWS; gives the path of its private half. The other is beside it, `.pub`. */
export async function makeSshKey(folder: string, name = 'somebodys-key'): Promise<string> {
  const file = path.join(folder, name);
  await run('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', 'somebody@example.com', '-f', file]);
  return file;
}

/** `SHA256:` and base64, as `ssh-keygen -lf` shows a key's fingerprint. */
export async function sshFingerprintOf(keyFile: string): Promise<string> {
  const { stdout } = await run('ssh-keygen', ['-l', '-f', keyFile]);
  return stdout.split(' ')[1] ?? '';
}
