import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

/**
 * Compiles the action in a folder once, for the many processes that run it with this NODE_COMPILE_CACHE: most of a step's time
 * on a processor is spent on loading its code.
 */
export async function compileAction(folder: string, cache: string): Promise<void> {
  const program = path.join(import.meta.dirname, 'compile-functions.ts');
  const options = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  await promisify(execFile)(process.execPath, [...options, program, path.join(folder, 'dist'), cache]);
}
