/**
 * Compiles every function in the JavaScript files of a folder, into Node's compile cache:
 * `node --experimental-vm-modules compile-functions.ts <folder> <cache>`. Node itself keeps the code of a file before it runs,
 * when V8 has compiled few of the functions in it.
 *
 * An entry is as src/compile_cache.cc of Node 24 writes it: five numbers and V8's data. If another version expects
 * something else, it ignores what it finds, and compiles.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { enableCompileCache, getCompileCacheDir } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { SourceTextModule } from 'node:vm';
import { crc32 } from 'node:zlib';

declare module 'node:vm' {
  interface SourceTextModule {
    /** @types/node lacks it. */
    createCachedData(): Buffer;
  }
}

/** The first number of an entry. */
const magic = 0x8adfdbb2;

/** How the name of an entry says that the code is an ES module. */
const esModule = Buffer.from([1]);

const [folder = '', cache = ''] = process.argv.slice(2);
enableCompileCache(cache);
const entries = getCompileCacheDir() ?? cache;
mkdirSync(entries, { recursive: true });
for (const name of readdirSync(folder).filter((file) => file.endsWith('.js'))) {
  const file = path.join(folder, name);
  const url = pathToFileURL(file).href;
  const entry = path.join(entries, crc32(url, crc32(esModule)).toString(16).padStart(8, '0'));
  writeFileSync(entry, entryOf(readFileSync(file), url));
}

function entryOf(source: Buffer, url: string): Buffer {
  const code = compiled(source.toString('utf8'), url);
  const head = [magic, source.length, code.length, crc32(source), crc32(code)];
  return Buffer.concat([Buffer.from(Uint32Array.from(head).buffer), code]);
}

/** The flag is not set when the data is made: data is rejected if the flags of the process that reads it are others. */
function compiled(source: string, url: string): Buffer {
  setFlagsFromString('--no-lazy');
  const module = new SourceTextModule(source, { identifier: url });
  setFlagsFromString('--lazy');
  return module.createCachedData();
}
