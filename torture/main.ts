import { readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { withMarkedPart } from '../scripts/marked-part.ts';
import { condensed, failureText, tableOf } from './report.ts';
import { runSession } from './session.ts';
import { suites } from './suites.ts';
import { Theatre } from './theatre.ts';

/**
 * `npm run torture`: every promise under every fault, with figures: a long table and a short one.
 * `--sample`: a small part of it. `--only text`: cases whose name holds the text. `--seed N`: the random choices of
 * another time again. `--jobs N`: so many jobs at a time. `--write`: puts the short table into docs/reliability.md, of all cases.
 */
const { values } = parseArgs({
  options: {
    sample: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    jobs: { type: 'string', default: '4' },
    write: { type: 'boolean', default: false },
  },
});
if (values.write && (values.sample || values.only !== ''))
  throw new Error(
    '--write puts the figures of all cases into docs/reliability.md: not with --sample or --only',
  );

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
  const short = condensed(suites, tallies, {
    node: process.versions.node,
    system: `${process.platform} ${process.arch}, ${availableParallelism()} cores`,
    date: new Date().toISOString().slice(0, 10),
    seed: values.seed,
  });
  print(`\n${short}`);
  for (const failure of failures) print(failureText(failure, values.seed));
  print(
    `\n${tried - failures.length} passed, ${failures.length} failed (${secondsSince(started)} s, seed ${values.seed})`,
  );
  if (failures.length > 0 || tried === 0) process.exitCode = 1;
  if (values.write) await writeToPage(short);
} finally {
  await theatre.close();
}

function secondsSince(instant: number): number {
  return Math.round((performance.now() - instant) / 1000);
}

async function writeToPage(text: string): Promise<void> {
  const page = fileURLToPath(new URL('../docs/reliability.md', import.meta.url));
  await writeFile(page, withMarkedPart(await readFile(page, 'utf8'), 'torture', text));
}
