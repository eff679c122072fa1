import { writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import timers from 'node:timers/promises';

/**
 * Preloaded (`--import`): lets the time of a program pass faster, as far as it waits or measures. Requests take as long as
 * always, so that they cost more of this time. When the program ends, writes how much of it passed, and the most memory that
 * the program had. It is JavaScript: for a TypeScript file, Node would load a compiler into the program, with 20 MB of its own.
 */
const { BENCH_CLOCK_FACTOR = '1', BENCH_CLOCK_RESULT = '' } = process.env;
const factor = Number(BENCH_CLOCK_FACTOR);

const now = performance.now.bind(performance);
performance.now = () => now() * factor;
const wait = timers.setTimeout;
timers.setTimeout = /** @type {typeof timers.setTimeout} */ (
  (delay = 0, ...rest) => wait(delay / factor, ...rest)
);
syncBuiltinESMExports();

process.once('exit', () => {
  const { maxRSS } = process.resourceUsage();
  const result = { elapsed: now() * factor, maxRss: maxRSS * 1024 };
  writeFileSync(BENCH_CLOCK_RESULT, JSON.stringify(result));
});
