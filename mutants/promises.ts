import { type Mutant, staleMutants } from './mutant.ts';
import { conclusionOf, isCaught, isGreen, type Result, tableOf } from './report.ts';
import { RepositoryCopy } from './repository-copy.ts';
import { runTrial } from './trial.ts';

export interface PromiseOptions {
  /** Without the torture sample and scenarios, which need a build for each mutant. */
  readonly unitsOnly: boolean;
}

/**
 * Puts one fault after the other into a copy of the repository, and shows which tests catch it. Sets the exit code if one
 * is caught by no test.
 *
 * @throws Error if the tests fail without a fault, or a mutant does not fit the source.
 */
export async function mutatePromises(
  repository: string,
  chosen: readonly Mutant[],
  { unitsOnly }: PromiseOptions,
): Promise<void> {
  const started = performance.now();
  const stale = await staleMutants(chosen, repository);
  if (stale.length > 0) throw new Error(['Stale mutants:', ...stale].join('\n  '));

  const interrupted = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => interrupted.abort(new Error(`Ended by ${signal}.`)));

  await using copy = await RepositoryCopy.of(repository);
  const options = {
    unitsOnly,
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
}

function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}

function secondsSince(instant: number): number {
  return Math.round((performance.now() - instant) / 1000);
}
