import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { type Ended, runBounded } from './bounded-run.ts';
import type { Trial, Verdict } from './report.ts';
import type { RepositoryCopy } from './repository-copy.ts';
import { type Entry, unitTestsOfSrc } from './unit-tests.ts';

/** Milliseconds: several times what each run takes on a busy machine with two processors. */
const limits = { types: 120_000, units: 900_000, build: 120_000, sample: 240_000 } as const;

const sample = '__tests__/scenarios/torture-sample.test.ts';
const nodeOptions = '--experimental-vm-modules --disable-warning=ExperimentalWarning';

export interface TrialOptions {
  readonly unitsOnly: boolean;
  readonly signal: AbortSignal;
  /** The file that was changed; without one, all unit tests are run, and not only those that load it. */
  readonly changed?: string;
  /** Tests of the built action that are run with the sample. */
  readonly scenarios: readonly string[];
  /** Told the names of tests that failed, or what the compiler says. */
  onProblem(lines: readonly string[]): void;
}

/**
 * Runs the tests of the copy as it is now: units of src first, then a sample of the torture, and scenarios, with a dist
 * built from it.
 */
export async function runTrial(copy: RepositoryCopy, options: TrialOptions): Promise<Trial> {
  const compiled = await run(copy, 'types', typeCheck, options);
  if (compiled.status !== 0) {
    options.onProblem(compiled.printed.trim().split('\n'));
    return { units: 'does not compile', sample: undefined };
  }
  const units = await runTests(copy, 'units', await unitTests(copy.root, options), options);
  if (options.unitsOnly) return { units, sample: undefined };
  const built = await run(copy, 'build', ['scripts/build.ts'], options);
  if (built.status !== 0) fail('cannot be built', built);
  const files = [...options.scenarios, sample].map((file) => `--testPathPatterns=${file}`);
  return { units, sample: await runTests(copy, 'sample', files, options) };
}

/** A mutant may leave a name unused and code unreachable. */
const typeCheck = [
  'node_modules/typescript/bin/tsc',
  ...['--noEmit', '-p', '.'],
  ...['--noUnusedLocals', 'false', '--noUnusedParameters', 'false', '--allowUnreachableCode', 'true'],
];

/** What jest is told to run: other tests cannot notice a change, and would take several times as long. */
async function unitTests(root: string, { changed }: TrialOptions): Promise<string[]> {
  const [tests, src] = await Promise.all([
    entriesOf(path.join(root, '__tests__/unit')),
    entriesOf(path.join(root, 'src')),
  ]);
  const patterns = unitTestsOfSrc(tests, src).map((name) => `--testPathPatterns=__tests__/unit/${name}`);
  return [...patterns, ...(changed === undefined ? [] : [`--findRelatedTests`, changed])];
}

async function entriesOf(folder: string): Promise<Entry[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }));
}

/** The first file with a failing test ends the run: one is enough. */
async function runTests(
  copy: RepositoryCopy,
  what: 'units' | 'sample',
  which: readonly string[],
  options: TrialOptions,
): Promise<Verdict> {
  const cache = `--cacheDirectory=${path.join(copy.aside, 'jest')}`;
  const flags = ['--ci', '--bail', '--maxWorkers=1', '--passWithNoTests', cache];
  const ended = await run(copy, what, ['node_modules/jest/bin/jest.js', ...flags, ...which], options);
  if (ended.timedOut) return 'timed out';
  if (ended.status === 0) return 'green';
  if (!/^Test Suites: .*\d failed/m.test(ended.printed)) fail('could not be tested', ended);
  options.onProblem([...new Set(failedTestsIn(ended.printed))]);
  return 'red';
}

function failedTestsIn(printed: string): string[] {
  return [...printed.matchAll(/^ {2}● (.+)$/gm)].flatMap(([, name]) => (name === undefined ? [] : [name]));
}

async function run(
  copy: RepositoryCopy,
  what: keyof typeof limits,
  args: readonly string[],
  { signal }: TrialOptions,
): Promise<Ended> {
  const ended = await runBounded(args, {
    cwd: copy.root,
    env: { ...process.env, NODE_OPTIONS: nodeOptions, TMPDIR: copy.aside },
    log: path.join(copy.aside, `${what}.log`),
    limit: limits[what],
    signal,
  });
  if (ended.timedOut) await copy.endProcesses();
  return ended;
}

function fail(what: string, { status, printed }: Ended): never {
  throw new Error(`This version ${what} (status ${status}):\n${printed.slice(-4_000)}`);
}
