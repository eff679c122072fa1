import { writeFileSync } from 'node:fs';
import { registerHooks } from 'node:module';

/** Preloaded (`--import`): when the program ends, writes the URLs of all modules that it has loaded, one per line. */
const { BENCH_LOADED_FILES: list = '' } = process.env;
const loaded: string[] = [];
registerHooks({
  load(url, context, nextLoad) {
    loaded.push(url);
    return nextLoad(url, context);
  },
});
process.once('exit', () => writeFileSync(list, loaded.join('\n')));
