import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { bundle } from './bundle.ts';
import { type LicenceException, licencesOf } from './licences.ts';
import { pack, packingGround } from './pack.ts';

const ofTheSdk: LicenceException = {
  textOf: '@aws-sdk/core',
  because:
    'published without its LICENSE file; the same repository (aws/aws-sdk-js-v3), and Apache-2.0 by its package.json',
};
const licenceExceptions = {
  '@aws-sdk/credential-provider-http': ofTheSdk,
  '@aws-sdk/credential-provider-login': ofTheSdk,
  '@aws-sdk/nested-clients': ofTheSdk,
};

/**
 * Makes the files of dist from src and node_modules. The same bytes in every folder and under every Node.
 *
 * @param root folder of the repository
 * @returns file names and what goes into them (UTF-8, LF)
 */
export async function makeDist(root: string): Promise<ReadonlyMap<string, string>> {
  await mkdir(packingGround, { recursive: true });
  const stage = await mkdtemp(path.join(packingGround, 'dist-'));
  try {
    const modules = await bundle(root, stage);
    const files = new Map(await pack(stage));
    files.set('licenses.txt', licencesOf(modules, licenceExceptions));
    return files;
  } finally {
    await rm(stage, { recursive: true });
  }
}

/** Writes the files into a folder, and nothing else stays there. */
export async function writeDist(files: ReadonlyMap<string, string>, folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const [name, text] of files) await writeFile(path.join(folder, name), text);
}
