import path from 'node:path';
import { parseArgs } from 'node:util';
import { chosenMutants, staleMutants } from './mutant.ts';
import { mutants } from './mutants.ts';
import { conclusionOf, isCaught, isGreen, type Result, tableOf } from './report.ts';
import { RepositoryCopy } from './repository-copy.ts';
import { runTrial } from './trial.ts';

/**
 * `npm run mutate`: puts one fault after the other into a copy of the repository, and shows which tests catch it.
 * Fails if one is caught by no test, or if the tests fail without any. Needs Linux or macOS.
 * `--only text`: mutants whose name contains the text; may be repeated. `--most N`: at most N of them.
 * `--units-only`: without the torture sample and scenarios, which need a build for each mutant.
 */
const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true, default: [] },
    most: { type: 'string', default: String(mutants.length) },
    'units-only': { type: 'boolean', default: false },
  },
});
const repository = path.resolve(import.meta.dirname, '..');
const started = performance.now();
const chosen = chosenMutants(mutants, values.only).slice(0, Number(values.most));
if (chosen.length === 0) throw new Error('No mutant has such a name.');
const stale = await staleMutants(chosen, repository);
if (stale.length > 0) throw new Error(['Stale mutants:', ...stale].join('\n  '));

const interrupted = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.once(signal, () => interrupted.abort(new Error(`Ended by ${signal}.`)));

await using copy = await RepositoryCopy.of(repository);
const options = {
  unitsOnly: values['units-only'],
  signal: interrupted.signal,
  onProblem(lines: readonly string[]) {
    for (const line of lines.slice(0, 3)) tell(`    ${line}`);
    if (lines.length > 3) tell(`    … and ${lines.length - 3} more`);
  },
};

tell('Without a fault:');
const allScenarios = [...new Set(chosen.flatMap(({ scenario }) => scenario ?? []))];
const { units, sample } = await runTrial(copy, { ...options, scenarios: allScenarios });
if (!isGreen({ units, sample }))
  throw new Error(`The tests fail without a fault: unit tests ${units}, sample ${sample}.`);

const results: Result[] = [];
for (const mutant of chosen) {
  tell(`${mutant.name} (${results.length + 1} of ${chosen.length}, ${secondsSince(started)} s)`);
  const { file: changed, scenario } = mutant;
  const scenarios = scenario === undefined ? [] : [scenario];
  const trial = await copy.with(mutant, () => runTrial(copy, { ...options, changed, scenarios }));
  results.push({ name: mutant.name, ...trial });
  tell(
    `  ${isCaught(trial) ? 'caught' : 'not caught'}: unit tests ${trial.units}, sample ${trial.sample ?? 'not run'}`,
  );
}
process.stdout.write(`${tableOf(results)}\n\n${conclusionOf(results)}\n`);
if (!results.every(isCaught)) process.exitCode = 1;

function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}

function secondsSince(instant: number): number {
  return Math.round((performance.now() - instant) / 1000);
}
