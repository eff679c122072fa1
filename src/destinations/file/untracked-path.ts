import path from 'node:path';
import { KeyPairError } from '../../errors.ts';
import { type FreePath, inspectPath, type JobFolders, resolvePath } from './file-path.ts';
import { isTracked } from './git-index.ts';

/**
 * Like `inspectPath`, for a path that the user set, which may be in a repository.
 *
 * @throws KeyPairError also `PATH_TRACKED`: a file there would be part of the next commit.
 */
export async function inspectGivenPath(given: string, folders: JobFolders): Promise<FreePath> {
  const target = resolvePath(given, folders);
  const free = await inspectPath(target, folders);
  await requireUntracked(path.join(free.realParent, ...free.missing, path.basename(target)), target);
  return free;
}

/**
 * @param realPath - Absolute, without links.
 * @param target - As users know the path.
 * @throws KeyPairError `PATH_TRACKED`.
 */
export async function requireUntracked(realPath: string, target: string): Promise<void> {
  if (await isTracked(realPath)) throw pathTracked(target);
}

function pathTracked(target: string): KeyPairError {
  return new KeyPairError(
    'PATH_TRACKED',
    `${target} is tracked by git: the next commit would include the private key.`,
    {
      hint: "Set a private-key-path outside the repository, or leave it out to get a file in the runner's temp folder.",
    },
  );
}
