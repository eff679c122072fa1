import path from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { readSmallRegularFile } from '../../regular-file.ts';
import { commonFolderOf, readIfExists, settingsOf, type WorkTree } from './git-work-tree.ts';

/** Bytes. A larger file counts as one without patterns. */
const maxPatternsBytes = 1024 * 1024;

/** The patterns of a file, and the folder that they are relative to. */
interface Patterns {
  readonly folder: string;
  readonly ignore: Ignore;
}

/**
 * Whether git ignores a path that it does not track. Reads the files with patterns in the repository without running
 * git, because a repository's own settings can make git run anything. Patterns outside the repository do not count.
 *
 * @param target - Absolute path in the work tree, without links.
 */
export async function isIgnored(target: string, { root, gitFolder }: WorkTree): Promise<boolean> {
  const { ignoresCase } = await settingsOf(gitFolder);
  const patternsIn = (text: Buffer | undefined, at: string): Patterns => ({
    folder: at,
    ignore: ignore({ ignorecase: ignoresCase }).add(text?.toString('utf8').replace(/^\uFEFF/, '') ?? ''),
  });
  const exclude = path.join(await commonFolderOf(gitFolder), 'info/exclude');
  let patterns = [patternsIn(await readIfExists(exclude), root)];
  const names = path.relative(root, target).split(path.sep);
  let folder = root;
  for (const [depth, name] of names.entries()) {
    patterns = [patternsIn(readPatterns(path.join(folder, '.gitignore')), folder), ...patterns];
    folder = path.join(folder, name);
    const isFolder = depth < names.length - 1;
    // What is in an ignored folder is ignored, whatever patterns say of it.
    if (matches(folder, isFolder, patterns)) return true;
  }
  return false;
}

/** The first file that has a pattern for the path decides. The innermost one comes first. */
function matches(target: string, isFolder: boolean, patterns: readonly Patterns[]): boolean {
  for (const { folder, ignore } of patterns) {
    const relative = path.relative(folder, target).replaceAll(path.sep, '/');
    const parent = path.posix.dirname(relative);
    // Overruled by an inner file, or the search would have ended there.
    if (parent !== '.' && ignore.test(`${parent}/`).ignored) continue;
    const { ignored, unignored } = ignore.test(isFolder ? `${relative}/` : relative);
    if (ignored || unignored) return ignored;
  }
  return false;
}

/** Follows no link, as git. */
function readPatterns(file: string): Buffer | undefined {
  try {
    const read = readSmallRegularFile(file, maxPatternsBytes);
    return 'bytes' in read ? read.bytes : undefined;
  } catch {
    return undefined;
  }
}
