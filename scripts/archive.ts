import { execFile } from 'node:child_process';
import { copyFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/**
 * Creates the archive that the runner would download for `uses:` if the files of the repository were committed as they are
 * now: what Git would add, without what .gitattributes leaves out. Leaves the repository as it is, its index included.
 *
 * @param folder - A folder for the archive and for temporary files of Git.
 * @returns the path of the archive, a compressed tar file.
 */
export async function archiveAction(root: string, folder: string): Promise<string> {
  const git = async (args: readonly string[], env: Readonly<Record<string, string>> = {}) => {
    const { stdout } = await execute('git', args, { cwd: root, env: { ...process.env, ...env } });
    return stdout.trim();
  };
  const ownPath = (name: string) => git(['rev-parse', '--path-format=absolute', '--git-path', name]);
  const [index, objects, archive] = ['index', 'objects', 'action.tar.gz'].map((name) =>
    path.join(folder, name),
  ) as [string, string, string];
  await mkdir(objects);
  await copyFile(await ownPath('index'), index);
  const env = {
    GIT_INDEX_FILE: index,
    GIT_OBJECT_DIRECTORY: objects,
    GIT_ALTERNATE_OBJECT_DIRECTORIES: await ownPath('objects'),
  };
  await git(['add', '--all'], env);
  const tree = await git(['write-tree'], env);
  await git(['archive', '--format=tar.gz', `--output=${archive}`, tree], env);
  return archive;
}

/** Unpacks such an archive. */
export async function unpackAction(archive: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await execute('tar', ['-xzf', archive, '-C', folder]);
}
