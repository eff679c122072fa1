import { writeFileSync } from 'node:fs';
import { registerHooks } from 'node:module';

/** Preloaded (`--import`): when the program ends, writes the files and built-in modules that it has loaded, as JSON. */
const { RECORD_TO: record = '' } = process.env;
const files: string[] = [];
registerHooks({
  load(url, context, nextLoad) {
    if (url.startsWith('file:')) files.push(url);
    return nextLoad(url, context);
  },
});
process.once('exit', () => {
  const builtins: unknown = Reflect.get(process, 'moduleLoadList');
  writeFileSync(record, JSON.stringify({ files, builtins }));
});
