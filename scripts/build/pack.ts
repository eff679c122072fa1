import { execFile } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { tidy } from './tidy.ts';

const run = promisify(execFile);
const nccPackage = path.dirname(createRequire(import.meta.url).resolve('@vercel/ncc/package.json'));

/**
 * Where folders to be packed must be made: the numbers of ncc's chunks come from the path that leads from the
 * working directory to ncc's own files, so it has to be the same on every machine.
 */
export const packingGround = path.resolve(nccPackage, '../../.cache');

/**
 * Packs the bundled `main.js` and `post.js` of a folder with ncc: builtins are then loaded when they are
 * used and not when a module that names one is linked (`import 'node:http'` would load undici), and both
 * entries share their chunks.
 *
 * @param folder holds main.js and post.js as ES modules; a child of the packing ground
 * @returns file names of dist and what goes into them
 */
export async function pack(folder: string): Promise<ReadonlyMap<string, string>> {
  const packed = path.join(folder, 'packed');
  await writeFile(path.join(folder, 'package.json'), '{"type":"module"}\n');
  await writeFile(
    path.join(folder, 'index.js'),
    "export const main = () => import('./main.js');\nexport const post = () => import('./post.js');\n",
  );
  const options = ['--out', packed, '--target', 'es2024', '--no-cache', '--quiet'];
  await run(process.execPath, [path.join(nccPackage, 'dist/ncc/cli.js'), 'build', 'index.js', ...options], {
    cwd: folder,
  });
  const files = new Map<string, string>();
  for (const name of (await readdir(packed)).sort()) {
    if (!/^(?:(?:\d+\.)?index\.js|package\.json)$/.test(name)) {
      throw new Error(`ncc put ${name} into dist: something reads a file beside it at run time.`);
    }
    const text = await readFile(path.join(packed, name), 'utf8');
    files.set(name, name.endsWith('.js') ? tidy(text) : text);
  }
  for (const entry of ['main', 'post']) {
    files.set(`${entry}.js`, `import { ${entry} } from './index.js';\n\nawait ${entry}();\n`);
  }
  return files;
}
