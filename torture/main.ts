import { parseArgs } from 'node:util';
import { type Failure, failureText, tableOf, type Tally } from './report.ts';
import { seededRandom } from './random.ts';
import { inTurn } from './pool.ts';
import { Theatre } from './stage.ts';
import { suites } from './suites.ts';

/**
 * `npm run torture`: every promise under every fault, with figures.
 * `--sample`: a small part of it. `--only text`: rows and cases whose name holds the text. `--seed N`: the same random choices again.
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
const tallies: Tally[] = [];
const failures: Failure[] = [];
try {
  for (const suite of suites) {
    for (const row of suite.rows) {
      if (values.sample && row.inSample !== true) continue;
      const rowName = `${suite.name} / ${row.operation} / ${row.fault}`;
      const all = await row.cases(theatre, seededRandom(`${values.seed} ${rowName}`));
      const chosen = all.filter(({ name }) => `${rowName} / ${name}`.includes(values.only));
      if (chosen.length === 0) continue;
      const findings = await inTurn(chosen, Number(values.jobs) * (row.waits === true ? 4 : 1), async (one) => {
        const finding = await one.run(theatre).catch((error: unknown) => ({
          problems: [`the case itself failed: ${error instanceof Error ? error.stack : String(error)}`],
          pairsLeft: 0,
          filesLeft: 0,
          leaks: 0,
        }));
        if (finding.problems.length > 0) failures.push({ name: `${rowName} / ${one.name}`, problems: finding.problems });
        return finding;
      });
      tallies.push({ suite: suite.name, operation: row.operation, fault: row.fault, findings });
      const bad = findings.filter(({ problems }) => problems.length > 0).length;
      process.stderr.write(`${rowName}: ${findings.length - bad} of ${findings.length}, ${Math.round((performance.now() - started)/1000)} s\n`);
    }
  }
} finally {
  await theatre.close();
}
process.stdout.write(`${tableOf(tallies)}\n`);
for (const failure of failures) process.stdout.write(`${failureText(failure, values.seed)}\n`);
const tried = tallies.reduce((sum, { findings }) => sum + findings.length, 0);
process.stdout.write(`\n${tried - failures.length} passed, ${failures.length} failed\n`);
if (failures.length > 0 || tried === 0) process.exitCode = 1;
