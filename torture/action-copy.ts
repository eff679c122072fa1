import { execFile } from 'node:child_process';
import { cp, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const repository = fileURLToPath(new URL('../', import.meta.url));

/** Copies the action, so that a build in the meantime changes nothing. */
export async function copyAction(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const part of ['action.yml', 'dist'])
    await cp(path.join(repository, part), path.join(folder, part), { recursive: true });
}

/** Compiles a copy once, for the thousands of processes that run it with this NODE_COMPILE_CACHE. */
export async function compileAction(folder: string, cache: string): Promise<void> {
  const program = path.join(import.meta.dirname, 'compile-functions.ts');
  const options = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  await promisify(execFile)(process.execPath, [...options, program, path.join(folder, 'dist'), cache]);
}
