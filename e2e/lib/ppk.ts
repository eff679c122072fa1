import { cleanEnvironment } from './environment.ts';
import { publicHalfOf } from './ssh-key.ts';
import type { Site } from './suite.ts';

/**
 * Exports the private key of a .ppk file with puttygen, which verifies the checksum of the file. Returns the public key
 * of the export, as ssh-keygen reads it: algorithm and key.
 */
export async function publicHalfOfPpk(site: Site, file: string): Promise<string> {
  const exported = `${file}.exported`;
  await puttygen(site, [file, '-O', 'private-openssh', '-o', exported]);
  return publicHalfOf(site, exported);
}

/** The public key line of a .ppk file with its comment, as puttygen prints it. */
export async function publicLineOfPpk(site: Site, file: string): Promise<string> {
  return (await puttygen(site, ['-L', file])).trim();
}

function puttygen(site: Site, args: readonly string[]): Promise<string> {
  return site.programs.output(site.part('puttygen'), args, { env: cleanEnvironment(site.folder) });
}
