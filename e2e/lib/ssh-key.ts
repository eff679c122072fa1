import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { cleanEnvironment } from './environment.ts';
import type { Site } from './suite.ts';

/** A key that ssh-keygen made. */
export interface SshKey {
  /** Absolute; the public key is in the file of the same name with `.pub`. */
  readonly file: string;
  /** One line, without a line end. */
  readonly publicKey: string;
  /** `SHA256:` and base64, as `ssh-keygen -l` shows it. */
  readonly fingerprint: string;
}

/** Makes a key pair with ssh-keygen, as anybody has one at home. */
export async function makeSshKey(site: Site, name: string, type: 'rsa' | 'ed25519'): Promise<SshKey> {
  const file = path.join(site.folder, name);
  await sshKeygen(site, ['-q', '-t', type, '-N', '', '-C', `${name}@home`, '-f', file]);
  const [, fingerprint = ''] = (await sshKeygen(site, ['-l', '-f', file])).split(' ');
  return { file, publicKey: (await readFile(`${file}.pub`, 'utf8')).trim(), fingerprint };
}

/** Algorithm and key of the public half of a private key's file, as ssh-keygen reads it. */
export async function publicHalfOf(site: Site, file: string): Promise<string> {
  return withoutComment(await sshKeygen(site, ['-y', '-P', '', '-f', file]));
}

/** Algorithm and key of a public key's line. */
export function withoutComment(line: string | undefined): string {
  return (line ?? '').trim().split(/\s+/).slice(0, 2).join(' ');
}

function sshKeygen(site: Site, args: readonly string[]): Promise<string> {
  return site.programs.output(site.part('ssh-keygen'), args, { env: cleanEnvironment(site.folder) });
}
