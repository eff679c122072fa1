import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { compileAction } from '../../test-support/compile-action.ts';
import { type Check, type Result, resultOf } from './check.ts';
import { allTests, excludedOn, exclusionProblems, ignorePatterns } from './excluded-tests.ts';

/** The parts of jest's report (`--json`) that are read. */
export interface JestReport {
  readonly success: boolean;
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  /** Files that could not be run at all. The other numbers do not include their tests. */
  readonly numRuntimeErrorTestSuites: number;
}

/** Folders of src whose own unit tests reach every branch: they only turn values into other values. */
const coveredFolders = ['keys', 'inputs', 'results'] as const;

/** Files without code: they count as not reached. */
const onlyTypes = ['src/inputs/request.ts', 'src/results/report.ts', 'src/**/*.d.ts'];

/** All tests, once each. Those of the covered folders run on their own: measuring coverage takes time. */
export function allChecks(root: string): Check[] {
  const own = coveredFolders.map((folder) => `__tests__/unit/${folder}`);
  const ignored = ignorePatterns([
    ...excludedOn(process.platform),
    ...own.map((path) => ({ path, reason: 'runs on its own' })),
  ]);
  return [
    jest(root, ['--testPathIgnorePatterns', '/node_modules/', ...ignored]),
    jest(
      root,
      [...coverageOf(coveredFolders), ...own],
      `tests of ${coveredFolders.join(', ')}, in every branch`,
    ),
  ];
}

/** What makes jest fail if a branch of these folders is not reached. */
function coverageOf(folders: readonly string[]): string[] {
  const source = folders.map((folder) => `src/${folder}/**/*.ts`);
  const threshold = Object.fromEntries(source.map((pattern) => [pattern, { branches: 100 }]));
  return [
    '--coverage',
    '--coverageReporters=none',
    ...[...source, ...onlyTypes.map((file) => `!${file}`)].map(
      (pattern) => `--collectCoverageFrom=${pattern}`,
    ),
    `--coverageThreshold=${JSON.stringify(threshold)}`,
  ];
}

/** Test files at a time. Most tests start processes or wait for them, so that few files use little of a processor. */
const workers = Math.max(6, availableParallelism());

/** Runs tests with jest, which prints its own progress. */
export function jest(root: string, args: readonly string[], name = 'tests'): Check {
  return {
    name,
    async run() {
      const folder = await mkdtemp(path.join(tmpdir(), 'ec2-key-pair-jest-'));
      try {
        const report = path.join(folder, 'report.json');
        const compiled = path.join(folder, 'compiled');
        await compileAction(root, compiled);
        await runJest(root, compiled, ['--ci', '--json', `--outputFile=${report}`, ...args]);
        return countTests(JSON.parse(await readFile(report, 'utf8')));
      } finally {
        await rm(folder, { recursive: true });
      }
    },
  };
}

/** Lists the tests that are excluded on this platform, with the reasons, and checks that jest runs all others. */
export function excludedTests(root: string, platform: NodeJS.Platform): Check {
  const excluded = excludedOn(platform);
  return {
    name: `tests excluded on ${platform}`,
    async run() {
      const result = resultOf(exclusionProblems(excluded, allTests(root), await testsToRun(root)));
      if (result.failed > 0) return result;
      return {
        ...result,
        details: excluded.map(({ path, reason }) => `\n       ${path} (${reason})`).join(''),
      };
    },
  };
}

/** The tests that jest would run, relative to the root and with `/`. */
async function testsToRun(root: string): Promise<string[]> {
  const child = spawn(
    process.execPath,
    [path.join(root, 'node_modules/jest/bin/jest.js'), '--listTests', '--json'],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const files: string[] = JSON.parse(await text(child.stdout));
  return files.map((file) => path.relative(root, file).replaceAll(path.sep, '/'));
}

/** Counts skipped tests, and files that could not be run, as failed: they do not prove anything. */
export function countTests(report: JestReport): Result {
  const { numPassedTests: passed, numFailedTests: failed, numRuntimeErrorTestSuites: broken } = report;
  if (!Number.isInteger(passed)) throw new Error('jest wrote no report.');
  const skipped = report.numPendingTests + report.numTodoTests;
  const counted = failed + skipped + broken;
  const other = report.success || counted > 0 ? 0 : 1;
  return {
    passed,
    failed: counted + other,
    details:
      counted + other === 0
        ? `${passed} passed`
        : `${failed} failed, ${skipped} skipped, ${broken} files could not be run${other ? ', and jest failed for another reason (see above)' : ''}`,
  };
}

/** Jest prints its progress to stderr. Its stdout would only repeat the report. */
async function runJest(root: string, compiled: string, args: readonly string[]): Promise<void> {
  const program = path.join(root, 'node_modules/jest/bin/jest.js');
  const options = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const order = ['--testSequencer', path.join(import.meta.dirname, 'scenarios-first.mjs')];
  const child = spawn(process.execPath, [...options, program, `--maxWorkers=${workers}`, ...order, ...args], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: options.join(' '), COMPILED_ACTION: compiled },
  });
  await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
}
