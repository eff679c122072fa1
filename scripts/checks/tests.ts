import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Check, Outcome } from './check.ts';

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
