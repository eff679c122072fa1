import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../', import.meta.url));
const trap = ['set-trap.ts', 'trap.ts', 'trapped-promises.ts', 'trapped-sync-calls.ts'];

/** The variables that carry a `TrapOrder` for one of the two entries. */
export const trapVariables = { main: 'TORTURE_MAIN', post: 'TORTURE_POST' } as const;

/**
 * Makes the action anew in a folder: action.yml and dist as they are now, so that a build meanwhile changes nothing,
 * and entries that set the trap and then load dist's own.
 */
export async function makeTrappedAction(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await cp(path.join(repository, 'dist'), path.join(folder, 'dist'), { recursive: true });
  for (const part of trap) await cp(path.join(import.meta.dirname, part), path.join(folder, part));
  await writeFile(path.join(folder, 'package.json'), '{ "type": "module" }\n');
  const manifest = await readFile(path.join(repository, 'action.yml'), 'utf8');
  await writeFile(path.join(folder, 'action.yml'), manifest.replace(/(main|post): dist\//g, '$1: '));
  for (const [entry, variable] of Object.entries(trapVariables)) {
    const lines = [
      `import { setTrap } from './set-trap.ts';`,
      `setTrap(process.env['${variable}']);`,
      `await import('./dist/${entry}.js');`,
      '',
    ];
    await writeFile(path.join(folder, `${entry}.js`), lines.join('\n'));
  }
}
