import { globSync } from 'node:fs';
import path from 'node:path';

/** Tests that cannot run on a platform. */
export interface LeftOut {
  /** A folder of tests, or one file, from the root of the repository and with `/`. */
  readonly place: string;
  /** What the platform lacks. */
  readonly why: string;
}

const ofLocalRunner = 'local/runner needs Linux or macOS';
const modesAndLinks =
  'needs modes, or links that anybody may make; __tests__/windows has what Windows has instead';
const ofProcesses = 'only /proc tells which processes of a step go on';

const fullDisk = 'only Linux has /dev/full';

const forWindows: LeftOut = { place: '__tests__/windows', why: 'is of Windows alone' };
const stepProcess: LeftOut = { place: '__tests__/unit/runner/step-process.test.ts', why: ofProcesses };

const commandFile: LeftOut = { place: '__tests__/unit/runner/command-file.test.ts', why: fullDisk };

const onWindows: readonly LeftOut[] = [
  { place: '__tests__/scenarios', why: ofLocalRunner },
  { place: '__tests__/unit/local/runner', why: ofLocalRunner },
  {
    place: '__tests__/unit/torture/trap.test.ts',
    why: 'the torture goes on local/runner, which needs Linux or macOS',
  },
  { place: '__tests__/unit/destinations/file/file.test.ts', why: modesAndLinks },
  { place: '__tests__/unit/destinations/file/new-file.test.ts', why: modesAndLinks },
  { place: '__tests__/unit/destinations/file/small-file.test.ts', why: modesAndLinks },
  { place: '__tests__/unit/destinations/file/file-claim.test.ts', why: modesAndLinks },
  { place: '__tests__/unit/destinations/file/file-path.test.ts', why: modesAndLinks },
  { place: '__tests__/unit/destinations/file/existing-key-file.test.ts', why: modesAndLinks },
  { place: '__tests__/unit/destinations/file/no-follow.test.ts', why: modesAndLinks },
  { place: '__tests__/unit/destinations/output.test.ts', why: modesAndLinks },
  { place: '__tests__/unit/runner/list-file.test.ts', why: modesAndLinks },
  { place: '__tests__/unit/destinations/file/raced-folder.test.ts', why: modesAndLinks },
  { place: '__tests__/unit/destinations/file/swapped-folder.test.ts', why: modesAndLinks },
  {
    place: '__tests__/unit/destinations/file/windows-acl.test.ts',
    why: 'stands in for whoami and icacls with shell scripts',
  },
  { place: '__tests__/unit/bench/race.test.ts', why: 'needs the clock of bash, modes and process groups' },
  { place: '__tests__/unit/mutants/bounded-run.test.ts', why: 'Windows has no process groups' },
  {
    place: '__tests__/unit/local/aws/main-signals.test.ts',
    why: 'no signal of another process can be answered',
  },
  stepProcess,
  commandFile,
];

const onMacOs: readonly LeftOut[] = [
  forWindows,
  stepProcess,
  { place: '__tests__/unit/local/runner/job-control.test.ts', why: ofProcesses },
  { place: '__tests__/scenarios/post-ends-a-main-that-is-still-running.test.ts', why: ofProcesses },
  commandFile,
];

/** What does not run on a platform; all other tests do. */
export function leftOutOn(platform: NodeJS.Platform): readonly LeftOut[] {
  if (platform === 'win32') return onWindows;
  return platform === 'darwin' ? onMacOs : [forWindows];
}

/** The same as patterns for jest's `testPathIgnorePatterns`. */
export function ignorePatterns(leftOut: readonly LeftOut[]): string[] {
  return leftOut.map(
    ({ place }) => `<rootDir>/${place.replaceAll('.', '\\.')}${place.endsWith('.test.ts') ? '$' : '/'}`,
  );
}

/** All tests of the repository, from its root and with `/`. */
export function allTests(root: string): string[] {
  return globSync('__tests__/**/*.test.ts', { cwd: root })
    .map((file) => file.replaceAll(path.sep, '/'))
    .sort();
}

/**
 * What is wrong with the list, or with what is run: every test runs or is left out by name, and every name stands for
 * tests that are there.
 *
 * @param all - Tests that there are.
 * @param run - Tests that jest runs, in any order.
 */
export function leftOutProblems(
  leftOut: readonly LeftOut[],
  all: readonly string[],
  run: readonly string[],
): string[] {
  const isIn = (file: string, { place }: LeftOut) => file === place || file.startsWith(`${place}/`);
  const isRun = new Set(run);
  return [
    ...leftOut
      .filter((one) => !all.some((file) => isIn(file, one)))
      .map(({ place }) => `${place} holds no test`),
    ...all
      .filter((file) => isRun.has(file) === leftOut.some((one) => isIn(file, one)))
      .map((file) =>
        isRun.has(file) ? `${file} is left out, and runs` : `${file} is not left out, and does not run`,
      ),
  ];
}
