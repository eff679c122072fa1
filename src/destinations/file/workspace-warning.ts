import path from 'node:path';
import { isIgnored } from './git-ignore.ts';
import { isTracked } from './git-index.ts';
import { workTreeOf } from './git-work-tree.ts';

/**
 * How a private key file in the workspace could leave the job; undefined if it is in a `.git` folder, which neither
 * commits nor usual uploads include.
 *
 * @param file - Absolute path, without links.
 * @param workspace - The same.
 */
export async function workspaceWarning(file: string, workspace: string): Promise<string | undefined> {
  const names = path.relative(workspace, file).split(path.sep);
  if (names.slice(0, -1).includes('.git')) return undefined;
  const isHidden = names.some((name) => name.startsWith('.'));
  const ways = [
    ...((await isCommitted(file)) ? ['committed by `git add -A`'] : []),
    `uploaded by actions/upload-artifact${isHidden ? ' with include-hidden-files' : ''}`,
  ];
  return `The private key file is in the workspace (${file}): it would be ${ways.join(', and ')}. Set a private-key-path outside the workspace, such as ~/.ssh/key.pem, or leave it out.`;
}

async function isCommitted(file: string): Promise<boolean> {
  const workTree = await workTreeOf(path.dirname(file));
  if (workTree === undefined) return false;
  return (await isTracked(file)) || !(await isIgnored(file, workTree));
}
