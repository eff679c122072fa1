import { parseArgs } from 'node:util';
import { failureText, tableOf } from './report.ts';
import { runSession } from './session.ts';
import { suites } from './suites.ts';
import { Theatre } from './theatre.ts';

/**
 * `npm run torture`: every promise under every fault, with figures.
 * `--sample`: a small part of it. `--only text`: cases whose name holds the text. `--seed N`: the random choices of
 * another time again. `--jobs N`: so many jobs at a time.
 */
const { values } = parseArgs({
  options: {
    sample: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    jobs: { type: 'string', default: '4' },
  },
});

const started = performance.now();
const theatre = await Theatre.open();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    theatre.closeAtOnce();
    process.kill(process.pid, signal);
  });
}
try {
  const { tallies, failures } = await runSession(theatre, {
    suites,
    sample: values.sample,
    only: values.only,
    seed: values.seed,
    jobs: Number(values.jobs),
    onDone(done, of) {
      if (done % 100 === 0) process.stderr.write(`${done} of ${of}, ${secondsSince(started)} s\n`);
    },
  });
  const tried = tallies.reduce((sum, { findings }) => sum + findings.length, 0);
  const print = (text: string) => process.stdout.write(`${text}\n`);
  print(tableOf(tallies));
  for (const failure of failures) print(failureText(failure, values.seed));
  print(
    `\n${tried - failures.length} passed, ${failures.length} failed (${secondsSince(started)} s, seed ${values.seed})`,
  );
  if (failures.length > 0 || tried === 0) process.exitCode = 1;
} finally {
  await theatre.close();
}

function secondsSince(instant: number): number {
  return Math.round((performance.now() - instant) / 1000);
}
