import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const ncc = createRequire(import.meta.url).resolve('@vercel/ncc/dist/ncc/cli.js');

/** What ncc writes in place of a package that it does not find. */
const missing = /\beval\("require"\)\("([^"]+)"\)/g;

/**
 * Packs a copy of dist with ncc, away from all packages: whatever ncc does not find there, a job would not find either.
 *
 * @param dist - The folder with the entries `main.js` and `post.js`.
 * @returns The packages that its code loads, which are not in dist.
 */
export async function packagesMissingIn(dist: string): Promise<string[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'ec2-key-pair-self-contained-'));
  try {
    const copy = path.join(folder, 'dist');
    await cp(dist, copy, { recursive: true });
    const names = await Promise.all(
      ['main', 'post'].map((entry) => missingFor(path.join(copy, `${entry}.js`))),
    );
    return [...new Set(names.flat())].sort();
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function missingFor(entry: string): Promise<string[]> {
  const packed = `${entry}-packed`;
  const options = ['--out', packed, '--target', 'es2024', '--no-cache', '--quiet'];
  await promisify(execFile)(process.execPath, [ncc, 'build', entry, ...options]);
  const names = (await readdir(packed)).filter((name) => name.endsWith('index.js'));
  const codes = await Promise.all(names.map((name) => readFile(path.join(packed, name), 'utf8')));
  return codes.flatMap((code) => [...code.matchAll(missing)].map(([, name = '']) => name));
}
