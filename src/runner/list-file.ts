import { writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Writes a list of pairs, which holds nothing secret, to a new file in the runner's temp folder, which goes with the job. */
export async function writeListFile(json: string, temp: string, random: string): Promise<string> {
  const file = path.join(temp, `key-pairs-${random}.json`);
  await writeFile(file, `${json}\n`, { flag: 'wx', mode: 0o600 });
  return file.replaceAll(path.sep, '/');
}
