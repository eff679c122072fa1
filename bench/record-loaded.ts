import { writeFileSync } from 'node:fs';
import { registerHooks } from 'node:module';

/** Preloaded (`--import`): writes down which files a program loads as modules, one URL a line, when it ends. */
const { BENCH_LOADED_FILES: list = '' } = process.env;
const loaded: string[] = [];
registerHooks({
  load(url, context, nextLoad) {
    loaded.push(url);
    return nextLoad(url, context);
  },
});
process.once('exit', () => writeFileSync(list, loaded.join('\n')));
