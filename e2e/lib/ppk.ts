import { cleanEnvironment } from './environment.ts';
import { publicHalfOf } from './ssh-key.ts';
import type { Site } from './suite.ts';

/**
 * Lets puttygen read the private key in a .ppk, which it does only if the file's checksum holds, and gives the public
 * half of what it exports, by ssh-keygen: algorithm and key.
 */
export async function publicHalfOfPpk(site: Site, file: string): Promise<string> {
  const exported = `${file}.exported`;
  await puttygen(site, [file, '-O', 'private-openssh', '-o', exported]);
  return publicHalfOf(site, exported);
}

/** The public key's line in a .ppk, with its comment, as puttygen shows it. */
export async function publicLineOfPpk(site: Site, file: string): Promise<string> {
  return (await puttygen(site, ['-L', file])).trim();
}

function puttygen(site: Site, args: readonly string[]): Promise<string> {
  return site.programs.output(site.part('puttygen'), args, { env: cleanEnvironment(site.folder) });
}
