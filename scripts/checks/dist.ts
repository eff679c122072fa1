import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Compares a folder with the files that should be in it, byte by byte.
 *
 * @param folder dist, as it is
 * @param expected file names and UTF-8 texts, as built from the source
 * @returns one line a file that differs, is missing or is too much
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
    .map((name) => `${name} is not built any more`);
  for (const [name, text] of expected) {
    if (!present.has(name)) differences.push(`${name} is missing`);
    else if (!(await readFile(path.join(folder, name))).equals(Buffer.from(text)))
      differences.push(`${name} differs`);
  }
  return differences.sort();
}
