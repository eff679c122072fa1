import { writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Writes a list without secrets to a new file in the runner's temp folder. Returns its path, with forward slashes. */
export async function writeListFile(json: string, temp: string, random: string): Promise<string> {
  const file = path.join(temp, `key-pairs-${random}.json`);
  await writeFile(file, `${json}\n`, { flag: 'wx', mode: 0o600 });
  return file.replaceAll(path.sep, '/');
}
