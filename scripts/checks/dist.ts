import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Compares the files in a folder with the expected ones, byte by byte.
 *
 * @param folder - The current dist.
 * @param expected - Names and contents (UTF-8) of the files that the source builds.
 * @returns One line for each file that differs, is missing, or is no longer built.
 */
export async function differencesOf(
  folder: string,
  expected: ReadonlyMap<string, string>,
): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const present = new Set(
    entries
      .filter((entry) => !entry.isDirectory())
      .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/')),
  );
  const differences = [...present]
    .filter((name) => !expected.has(name))
    .map((name) => `${name} is no longer built`);
  for (const [name, text] of expected) {
    if (!present.has(name)) differences.push(`${name} is missing`);
    else if (!(await readFile(path.join(folder, name))).equals(Buffer.from(text)))
      differences.push(`${name} differs`);
  }
  return differences.sort();
}
