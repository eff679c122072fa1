import { writeFileSync } from 'node:fs';
import path from 'node:path';

/** Writes a list that holds nothing secret to a new file in the runner's temp folder, and returns its path with forward slashes. */
export function writeListFile(json: string, temp: string, random: string): string {
  const file = path.join(temp, `key-pairs-${random}.json`);
  writeFileSync(file, `${json}\n`, { flag: 'wx', mode: 0o600 });
  return file.replaceAll(path.sep, '/');
}
