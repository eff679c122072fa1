import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { notWritable } from './command-file.ts';

/**
 * Writes a list that holds nothing secret to a new file in the runner's temp folder, and returns its path with forward slashes.
 *
 * @throws KeyPairError `RUNNER_FILE_NOT_WRITABLE`.
 */
export function writeListFile(json: string, temp: string, random: string): string {
  const file = path.join(temp, `key-pairs-${random}.json`);
  try {
    mkdirSync(temp, { recursive: true });
    writeFileSync(file, `${json}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    throw notWritable(file, error);
  }
  return file.replaceAll(path.sep, '/');
}
