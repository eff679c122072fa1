import { writeFileSync } from 'node:fs';
import { registerHooks } from 'node:module';

/** Preloaded (`--import`): writes down, as JSON, what a program has loaded when it ends, and whom it called. */
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
