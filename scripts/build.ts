/** Builds dist (`npm run build`). To build it in another folder: `node scripts/build.ts <folder>`. */
import path from 'node:path';
import { buildDist, writeDist } from './build/dist.ts';

const root = path.resolve(import.meta.dirname, '..');
const folder = path.resolve(process.argv[2] ?? path.join(root, 'dist'));
const files = await buildDist(root);
await writeDist(files, folder);
const size = [...files.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
console.log(
  `${path.relative(process.cwd(), folder) || '.'}: ${files.size} files, ${Math.ceil(size / 1000)} kB`,
);
