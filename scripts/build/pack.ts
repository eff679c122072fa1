import { execFile } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const ncc = path.join(path.dirname(createRequire(import.meta.url).resolve('@vercel/ncc/package.json')), 'dist/ncc/cli.js');

/**
 * Packs the bundled `main.js` and `post.js` of a folder with ncc: builtins are then loaded when they are
 * used and not when a module that names one is linked (`import 'node:http'` would load undici), and both
 * entries share their chunks.
 *
 * @param folder holds main.js and post.js as ES modules; no symbolic link in its path
 * @returns file names of dist and what goes into them
 */
export async function pack(folder: string): Promise<ReadonlyMap<string, string>> {
  const packed = path.join(folder, 'packed');
  await writeFile(path.join(folder, 'package.json'), '{"type":"module"}\n');
  await writeFile(
    path.join(folder, 'index.js'),
    "export const main = () => import('./main.js');\nexport const post = () => import('./post.js');\n",
  );
  // The numbers of chunks come from paths relative to the working directory: it must be the folder itself.
  const options = ['--out', packed, '--target', 'es2024', '--no-cache', '--quiet'];
  await run(process.execPath, [ncc, 'build', 'index.js', ...options], { cwd: folder });
  const files = new Map<string, string>();
  for (const name of (await readdir(packed)).sort()) {
    if (!/^(?:(?:\d+\.)?index\.js|package\.json)$/.test(name)) {
      throw new Error(`ncc put ${name} into dist: something reads a file beside it at run time.`);
    }
    files.set(name, await readFile(path.join(packed, name), 'utf8'));
  }
  for (const entry of ['main', 'post']) {
    files.set(`${entry}.js`, `import { ${entry} } from './index.js';\n\nawait ${entry}();\n`);
  }
  return files;
}
