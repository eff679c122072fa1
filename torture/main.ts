import { readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { withMarkedPart } from '../scripts/marked-part.ts';
import { condensed, failureText, tableOf } from './report.ts';
import { runSession } from './session.ts';
import { suites } from './suites.ts';
import { TestBed } from './test-bed.ts';

/**
 * `npm run torture`: checks every promise under every fault and prints a long table and a short one.
 * `--sample`: a small part. `--only TEXT`: cases whose name contains the text. `--seed N`: repeats the random choices
 * of an earlier session. `--jobs N`: how many jobs run at a time. `--write`: writes the short table to docs/reliability.md.
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
  throw new Error('--write needs the figures of all cases: omit --sample and --only');

const started = performance.now();
const testBed = await TestBed.open();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    testBed.closeAtOnce();
    process.kill(process.pid, signal);
  });
}
try {
  const { tallies, failures } = await runSession(testBed, {
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
  await testBed.close();
}

function secondsSince(instant: number): number {
  return Math.round((performance.now() - instant) / 1000);
}

async function writeToPage(text: string): Promise<void> {
  const page = fileURLToPath(new URL('../docs/reliability.md', import.meta.url));
  await writeFile(page, withMarkedPart(await readFile(page, 'utf8'), 'torture', text));
}
