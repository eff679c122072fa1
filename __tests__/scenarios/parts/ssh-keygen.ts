import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What ssh-keygen prints. */
export async function sshKeygen(...args: readonly string[]): Promise<string> {
  const { stdout } = await run('ssh-keygen', args);
  return stdout;
}

/** The public key of a private key file, as ssh-keygen reads it: type and base64, without a comment. */
export async function publicHalfOf(privateKeyFile: string): Promise<string> {
  const { stdout } = await run('ssh-keygen', ['-y', '-P', '', '-f', privateKeyFile]);
  return stdout.trim().split(' ').slice(0, 2).join(' ');
}

/** Creates a key without AWS. Returns the path of the private key; the public key is next to it, with `.pub`. */
export async function createSshKey(folder: string, name = 'other-key'): Promise<string> {
  const file = path.join(folder, name);
  await run('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', 'somebody@example.com', '-f', file]);
  return file;
}

/** `SHA256:` and base64, as `ssh-keygen -lf` shows a key's fingerprint. */
export async function sshFingerprintOf(keyFile: string): Promise<string> {
  const { stdout } = await run('ssh-keygen', ['-l', '-f', keyFile]);
  return stdout.split(' ')[1] ?? '';
}
