import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Scripts in place of `getent` and `sshd -T`, for a machine whose users are the user of this process: they name its users,
 * and `authorized_keys` in their homes. Returns the folder.
 */
export async function systemPrograms(
  folder: string,
  users: readonly { readonly name: string; readonly home: string }[],
): Promise<string> {
  await mkdir(folder, { recursive: true });
  const ids = `${process.getuid?.() ?? 0}:${process.getgid?.() ?? 0}`;
  const lines = users.map(({ name, home }) => `${name}:x:${ids}::${home}:/bin/sh`);
  await script(path.join(folder, 'getent'), ['cat <<END', ...lines, 'END']);
  await script(path.join(folder, 'sshd'), ["echo 'authorizedkeysfile authorized_keys'"]);
  return folder;
}

function script(file: string, lines: readonly string[]): Promise<void> {
  return writeFile(file, ['#!/bin/sh', ...lines, ''].join('\n'), { mode: 0o755 });
}
