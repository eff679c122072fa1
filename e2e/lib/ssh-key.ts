import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { cleanEnvironment } from './environment.ts';
import type { Site } from './suite.ts';

/** A key pair that ssh-keygen generated. */
export interface SshKey {
  /** Absolute path. The public key is in the file with the same name and `.pub`. */
  readonly file: string;
  /** One line, without a newline. */
  readonly publicKey: string;
  /** `SHA256:` and base64, as `ssh-keygen -l` shows it. */
  readonly fingerprint: string;
}

/** Generates a key pair with ssh-keygen: RSA of a size that EC2 takes. */
export async function createSshKey(site: Site, name: string, type: 'rsa' | 'ed25519'): Promise<SshKey> {
  const file = path.join(site.folder, name);
  await sshKeygen(site, [
    '-q',
    '-t',
    type,
    ...(type === 'rsa' ? ['-b', '2048'] : []),
    '-N',
    '',
    '-C',
    `${name}@home`,
    '-f',
    file,
  ]);
  const [, fingerprint = ''] = (await sshKeygen(site, ['-l', '-f', file])).split(' ');
  return { file, publicKey: (await readFile(`${file}.pub`, 'utf8')).trim(), fingerprint };
}

/** Algorithm and public key of a private key file, as ssh-keygen reads it. */
export async function publicHalfOf(site: Site, file: string): Promise<string> {
  return withoutComment(await sshKeygen(site, ['-y', '-P', '', '-f', file]));
}

/** Algorithm and key of a public key line. */
export function withoutComment(line: string | undefined): string {
  return (line ?? '').trim().split(/\s+/).slice(0, 2).join(' ');
}

function sshKeygen(site: Site, args: readonly string[]): Promise<string> {
  return site.programs.output(site.part('ssh-keygen'), args, { env: cleanEnvironment(site.folder) });
}
