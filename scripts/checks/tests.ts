import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { type Check, type Outcome, outcomeOf } from './check.ts';
import { allTests, leftOutOn, leftOutProblems } from './left-out.ts';

/** The parts of jest's report (`--json`) that are looked at. */
export interface JestReport {
  readonly success: boolean;
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  /** Files that could not be run at all: none of their tests is counted anywhere. */
  readonly numRuntimeErrorTestSuites: number;
}

/** Runs all tests with jest, which prints for itself as it goes. */
export function jest(root: string, args: readonly string[]): Check {
  return {
    name: 'tests',
    async run() {
      const folder = await mkdtemp(path.join(tmpdir(), 'ec2-key-pair-jest-'));
      try {
        const report = path.join(folder, 'report.json');
        await runJest(root, ['--ci', '--json', `--outputFile=${report}`, ...args]);
        return countTests(JSON.parse(await readFile(report, 'utf8')));
      } finally {
        await rm(folder, { recursive: true });
      }
    },
  };
}

/** Says which tests this platform leaves out, and why, and that jest runs all others. */
export function testsLeftOut(root: string, platform: NodeJS.Platform): Check {
  const leftOut = leftOutOn(platform);
  return {
    name: `tests that ${platform} leaves out`,
    async run() {
      const outcome = outcomeOf(leftOutProblems(leftOut, allTests(root), await testsThatRun(root)));
      if (outcome.failed > 0) return outcome;
      return { ...outcome, details: leftOut.map(({ place, why }) => `\n       ${place} (${why})`).join('') };
    },
  };
}

/** What jest would run, from the root and with `/`. */
async function testsThatRun(root: string): Promise<string[]> {
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

/** A test that was skipped, and a file that could not be run, count as failed: neither shows anything. */
export function countTests(report: JestReport): Outcome {
  const { numPassedTests: passed, numFailedTests: failed, numRuntimeErrorTestSuites: broken } = report;
  if (!Number.isInteger(passed)) throw new Error('jest left no report of its tests.');
  const skipped = report.numPendingTests + report.numTodoTests;
  const counted = failed + skipped + broken;
  const otherwise = report.success || counted > 0 ? 0 : 1;
  return {
    passed,
    failed: counted + otherwise,
    details:
      counted + otherwise === 0
        ? `${passed} passed`
        : `${failed} failed, ${skipped} skipped, ${broken} files could not be run${otherwise ? ', and jest is not content (see above)' : ''}`,
  };
}

/** Jest's own listing goes to stderr; stdout would be the report once more. */
async function runJest(root: string, args: readonly string[]): Promise<void> {
  const program = path.join(root, 'node_modules/jest/bin/jest.js');
  const options = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const child = spawn(process.execPath, [...options, program, '--maxWorkers=2', ...args], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: options.join(' ') },
  });
  await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
}
