import { copyFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { cleanEnvironment } from './environment.ts';
import type { Programs } from './programs.ts';

/** Copies the files of a repository that git tracks or would add, which are those that users of the action get. */
export async function copyRepository(
  { root, target }: { readonly root: string; readonly target: string },
  programs: Programs,
): Promise<void> {
  const which = ['--cached', '--others', '--exclude-standard', '-z'];
  const list = await programs.output('git', ['-C', root, 'ls-files', ...which], {
    env: cleanEnvironment(target, {
      // The repository may belong to another user, as in a container.
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'safe.directory',
      GIT_CONFIG_VALUE_0: root,
    }),
  });
  const created = new Set<string>();
  for (const name of new Set(list.split('\0'))) {
    const folder = path.dirname(path.join(target, name));
    if (name !== '' && !created.has(folder)) {
      await mkdir(folder, { recursive: true });
      created.add(folder);
    }
    if (name !== '') await copyUnlessDeleted(path.join(root, name), path.join(target, name));
  }
}

async function copyUnlessDeleted(source: string, target: string): Promise<void> {
  try {
    await copyFile(source, target);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
}
