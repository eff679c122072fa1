/** Preloaded (`--import`): when a program ends, records which files and which of Node's own modules it loaded. */
import { writeFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import path from 'node:path';

const { LOADED_FOLDER: folder = '' } = process.env;
const urls: string[] = [];
registerHooks({
  load(url, context, nextLoad) {
    urls.push(url);
    return nextLoad(url, context);
  },
});
process.once('exit', () => {
  const name = `${path.basename(process.argv[1] ?? '')}.json`;
  const builtins: unknown = Reflect.get(process, 'moduleLoadList');
  writeFileSync(path.join(folder, name), JSON.stringify({ urls, builtins }));
});
