import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { cleanEnvironment, wholeEnvironment } from '../../lib/environment.ts';
import type { PartName } from '../../lib/parts.ts';
import { publicHalfOf, withoutComment } from '../../lib/ssh-key.ts';
import type { Site } from '../../lib/suite.ts';

/** A private key file, and its passphrase; empty for none. */
export interface GivenFile {
  readonly path: string;
  readonly passphrase: string;
}

/** What became of a file: its public key (algorithm and base64), or what the program said when it refused it. */
export type Reading = { readonly publicKey: string } | { readonly refusal: string };

export type ReadsFiles = (site: Site, files: readonly GivenFile[]) => Promise<readonly Reading[]>;

export const readWithSshKeygen: ReadsFiles = (site, files) =>
  oneByOne(files, async ({ path: file, passphrase }) => {
    const args = ['-y', '-P', passphrase, '-f', file];
    return withoutComment(await outputOf(site, 'ssh-keygen', args));
  });

/** Exports the private key, so that the passphrase is needed. */
export const readWithPuttygen: ReadsFiles = (site, files) =>
  oneByOne(files, async (file) => publicHalfOf(site, await exportWithPuttygen(site, file)));

export const readWithParamiko: ReadsFiles = (site, files) =>
  readInTurn(site, site.part('paramiko'), [path.join(import.meta.dirname, 'read-with-paramiko.py')], files);

export const readWithSsh2: ReadsFiles = (site, files) => {
  const program = path.join(import.meta.dirname, 'read-with-ssh2.mjs');
  return readInTurn(site, process.execPath, [program, site.part('ssh2')], files);
};

export const readWithGo: ReadsFiles = async (site, files) =>
  readInTurn(site, await goProgram(site), [], files);

/** A new private key in the forms in which Go's libraries write it, by their names in go/main.go. */
export async function keyByGo(site: Site, type: string): Promise<Readonly<Record<string, string>>> {
  const options = { env: cleanEnvironment(site.folder) };
  return JSON.parse(await site.programs.output(await goProgram(site), [type], options));
}

/** The private key without a passphrase, in a format of OpenSSH that the file is not in. Returns its path. */
export async function exportWithPuttygen(site: Site, { path: file, passphrase }: GivenFile): Promise<string> {
  const [asked, none, exported] = [`${file}.asked`, `${file}.none`, `${file}.exported`];
  await writeFile(asked, `${passphrase}\n`, { mode: 0o600 });
  await writeFile(none, '');
  const isPkcs1 = (await readFile(file, 'latin1')).startsWith('-----BEGIN RSA');
  const format = isPkcs1 ? 'private-openssh-new' : 'private-openssh';
  const passphrases = ['--old-passphrase', asked, '--new-passphrase', none];
  await outputOf(site, 'puttygen', [file, '-O', format, '-o', exported, ...passphrases]);
  return exported;
}

/** What a program that must succeed prints. */
export function outputOf(site: Site, program: PartName, args: readonly string[]): Promise<string> {
  return site.programs.output(site.part(program), args, { env: cleanEnvironment(site.folder) });
}

async function oneByOne(
  files: readonly GivenFile[],
  read: (file: GivenFile) => Promise<string>,
): Promise<Reading[]> {
  const readings: Reading[] = [];
  for (const file of files) {
    readings.push(
      await read(file).then(
        (publicKey) => ({ publicKey }),
        (error: unknown) => ({ refusal: error instanceof Error ? error.message : String(error) }),
      ),
    );
  }
  return readings;
}

/** A program that reads all files in one process: JSON in, JSON out. */
async function readInTurn(
  site: Site,
  program: string,
  args: readonly string[],
  files: readonly GivenFile[],
): Promise<Reading[]> {
  const options = { env: cleanEnvironment(site.folder), input: JSON.stringify(files) };
  return JSON.parse(await site.programs.output(program, args, options));
}

/** Builds it, unless it was built before. */
async function goProgram(site: Site): Promise<string> {
  const program = path.join(site.folder, 'go-keys');
  const build = ['build', '-C', path.join(import.meta.dirname, 'go'), '-o', program, '.'];
  await site.programs.output(site.part('go'), build, { env: wholeEnvironment(), limit: 5 * 60_000 });
  return program;
}
