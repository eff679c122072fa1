import { cp, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../', import.meta.url));

/** Copies the action, so that a build in the meantime changes nothing. */
export async function copyAction(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const part of ['action.yml', 'dist'])
    await cp(path.join(repository, part), path.join(folder, part), { recursive: true });
}
