import { execFile } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { tidy } from './tidy.ts';

const run = promisify(execFile);
const nccPackage = path.dirname(createRequire(import.meta.url).resolve('@vercel/ncc/package.json'));

/**
 * The parent of all folders that are packed. ncc numbers its chunks by the path from the working directory to its own
 * files, so this path must be the same on every machine.
 */
export const packFolder = path.resolve(nccPackage, '../../.cache');

/**
 * Packs the bundled `main.js` and `post.js` with ncc. Both then share their chunks, and built-in modules are loaded
 * when they are used, not when a module that imports one is linked (`import 'node:http'` would load undici).
 *
 * @param folder - Contains main.js and post.js as ES modules. A child of `packFolder`.
 * @returns Names and contents of the files of dist.
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
      throw new Error(`ncc added ${name} to dist, so a package reads one of its own files at run time.`);
    }
    const text = await readFile(path.join(packed, name), 'utf8');
    files.set(name, name.endsWith('.js') ? tidy(text) : text);
  }
  for (const entry of ['main', 'post']) {
    files.set(`${entry}.js`, `import { ${entry} } from './index.js';\n\nawait ${entry}();\n`);
  }
  return files;
}
