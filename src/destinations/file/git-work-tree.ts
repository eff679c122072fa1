import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';

/** A folder whose files git can track. */
export interface WorkTree {
  readonly root: string;
  readonly gitFolder: string;
}

/** The innermost work tree that a folder is in. */
export async function workTreeOf(folder: string): Promise<WorkTree | undefined> {
  for (let root = folder; ; root = path.dirname(root)) {
    const gitFolder = await gitFolderIn(root);
    if (gitFolder !== undefined) return { root, gitFolder };
    if (root === path.dirname(root)) return undefined;
  }
}

/** `.git` is a folder, or a file with its path (in submodules and added work trees). */
async function gitFolderIn(root: string): Promise<string | undefined> {
  const dotGit = path.join(root, '.git');
  try {
    if ((await stat(dotGit)).isDirectory()) return dotGit;
  } catch {
    return undefined;
  }
  const named = /^gitdir: (.+)$/m.exec((await readIfExists(dotGit))?.toString('utf8') ?? '')?.[1];
  return named === undefined ? undefined : path.resolve(root, named.trim());
}

export interface Settings {
  readonly usesSha256: boolean;
  /** Set by `git init` and `git clone` if the file system ignores case. */
  readonly ignoresCase: boolean;
}

/** The `.git` folder that an added work tree shares with the repository that it belongs to. */
export async function commonFolderOf(gitFolder: string): Promise<string> {
  const common = (await readIfExists(path.join(gitFolder, 'commondir')))?.toString('utf8').trim() ?? '.';
  return path.resolve(gitFolder, common);
}

export async function settingsOf(gitFolder: string): Promise<Settings> {
  const config = await readIfExists(path.join(await commonFolderOf(gitFolder), 'config'));
  const text = config?.toString('utf8') ?? '';
  return {
    usesSha256: /^\s*objectformat\s*=\s*sha256\s*$/im.test(text),
    ignoresCase: /^\s*ignorecase\s*=\s*true\s*$/im.test(text),
  };
}

/** Undefined if it cannot be read: git could not read it, either. Does not wait for a pipe. */
export async function readIfExists(file: string): Promise<Buffer | undefined> {
  try {
    return (await stat(file)).isFile() ? await readFile(file) : undefined;
  } catch {
    return undefined;
  }
}
