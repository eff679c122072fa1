/** Preloaded (`--import`): when the program ends, writes the files and built-in modules that it has loaded, as JSON. */
import { writeFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import path from 'node:path';

const { LOADED_FOLDER: folder = '' } = process.env;
const files: string[] = [];
registerHooks({
  load(url, context, nextLoad) {
    if (url.startsWith('file:')) files.push(url);
    return nextLoad(url, context);
  },
});
process.once('exit', () => {
  const name = `${path.basename(process.argv[1] ?? '')}.json`;
  const builtins: unknown = Reflect.get(process, 'moduleLoadList');
  writeFileSync(path.join(folder, name), JSON.stringify({ files, builtins }));
});
