import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { bundle } from './bundle.ts';
import { type LicenseException, licensesOf } from './licenses.ts';

const sdkLicense: LicenseException = {
  textOf: '@aws-sdk/core',
  reason:
    'published without a LICENSE file, from the same repository (aws/aws-sdk-js-v3); Apache-2.0 according to its package.json',
};
const licenseExceptions = {
  '@aws-sdk/credential-provider-http': sdkLicense,
  '@aws-sdk/credential-provider-login': sdkLicense,
  '@aws-sdk/nested-clients': sdkLicense,
};

/**
 * Builds the files of dist from src and node_modules. They have the same bytes in every folder and with every version
 * of Node.
 *
 * @param root - The folder of the repository.
 * @returns Names and contents of the files (UTF-8, LF).
 */
export async function buildDist(root: string): Promise<ReadonlyMap<string, string>> {
  const { files, modules } = await bundle(root);
  const others = {
    'package.json': '{"type":"module"}\n',
    'licenses.txt': licensesOf(modules, licenseExceptions),
  };
  return new Map([...files, ...Object.entries(others)]);
}

/** Writes the files to a folder, and deletes everything else in it. */
export async function writeDist(files: ReadonlyMap<string, string>, folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const [name, text] of files) await writeFile(path.join(folder, name), text);
}
