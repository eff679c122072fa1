import { globSync } from 'node:fs';
import { sep } from 'node:path';

/** Tests that cannot run on a platform. */
export interface Exclusion {
  /** A folder of tests, or one file, relative to the root of the repository and with `/`. */
  readonly path: string;
  /** Why they cannot run. */
  readonly reason: string;
}

const localRunner = 'needs local/runner, which supports Linux and macOS';
const modesAndLinks = 'needs file modes or symbolic links; __tests__/windows tests ACLs instead';
const processList = 'needs /proc';
const linuxPrograms = 'runs a shell program for Linux';
const fakeOpenSsh = 'replaces OpenSSH by scripts; __tests__/windows runs the agent of Git instead';
const fullDisk = 'needs /dev/full';

const windowsTests: Exclusion = { path: '__tests__/windows', reason: 'only for Windows' };
const machinePrograms: Exclusion = { path: '__tests__/unit/instances/program', reason: linuxPrograms };
const realFiles: Exclusion = {
  path: '__tests__/scenarios/rotate-changes-real-files.test.ts',
  reason: linuxPrograms,
};
const stepProcess: Exclusion = { path: '__tests__/unit/runner/step-process.test.ts', reason: processList };
const commandFile: Exclusion = { path: '__tests__/unit/runner/command-file.test.ts', reason: fullDisk };

const onWindows: readonly Exclusion[] = [
  { path: '__tests__/scenarios', reason: localRunner },
  { path: '__tests__/unit/local/runner', reason: localRunner },
  { path: '__tests__/unit/torture/told.test.ts', reason: localRunner },
  { path: '__tests__/unit/torture/trap.test.ts', reason: localRunner },
  { path: '__tests__/unit/destinations/file/file.test.ts', reason: modesAndLinks },
  { path: '__tests__/unit/destinations/file/new-file.test.ts', reason: modesAndLinks },
  { path: '__tests__/unit/destinations/file/other-file-systems.test.ts', reason: modesAndLinks },
  { path: '__tests__/unit/destinations/file/small-file.test.ts', reason: modesAndLinks },
  { path: '__tests__/unit/destinations/file/file-claim.test.ts', reason: modesAndLinks },
  { path: '__tests__/unit/destinations/file/file-path.test.ts', reason: modesAndLinks },
  { path: '__tests__/unit/destinations/file/existing-key-file.test.ts', reason: modesAndLinks },
  { path: '__tests__/unit/regular-file.test.ts', reason: modesAndLinks },
  { path: '__tests__/unit/destinations/output.test.ts', reason: modesAndLinks },
  { path: '__tests__/unit/runner/list-file.test.ts', reason: modesAndLinks },
  { path: '__tests__/unit/runner/state-file.test.ts', reason: modesAndLinks },
  { path: '__tests__/unit/destinations/file/raced-folder.test.ts', reason: modesAndLinks },
  { path: '__tests__/unit/destinations/file/swapped-folder.test.ts', reason: modesAndLinks },
  {
    path: '__tests__/unit/destinations/file/windows-acl.test.ts',
    reason: 'replaces whoami and icacls by shell scripts',
  },
  { path: '__tests__/unit/bench/comparison.test.ts', reason: 'needs bash, file modes, and process groups' },
  { path: '__tests__/unit/bench/cleanup.test.ts', reason: 'needs bash' },
  { path: '__tests__/unit/mutants/bounded-run.test.ts', reason: 'needs process groups' },
  { path: '__tests__/unit/mutants/repository-copy.test.ts', reason: modesAndLinks },
  {
    path: '__tests__/unit/local/aws/main-signals.test.ts',
    reason: 'needs signals between processes',
  },
  { path: '__tests__/unit/destinations/agent.test.ts', reason: fakeOpenSsh },
  { path: '__tests__/unit/runner/agent-processes.test.ts', reason: fakeOpenSsh },
  { path: '__tests__/unit/torture/agents-left.test.ts', reason: fakeOpenSsh },
  { path: '__tests__/unit/destinations/file/replaced-file.test.ts', reason: modesAndLinks },
  {
    path: '__tests__/unit/ledger/shell-word.test.ts',
    reason: 'runs bash; __tests__/windows runs PowerShell instead',
  },
  stepProcess,
  commandFile,
  machinePrograms,
  { path: '__tests__/unit/local/aws/shell-machine.test.ts', reason: 'needs /bin/sh and process groups' },
];

const onMacOs: readonly Exclusion[] = [
  windowsTests,
  machinePrograms,
  realFiles,
  stepProcess,
  { path: '__tests__/unit/local/runner/job-control.test.ts', reason: processList },
  { path: '__tests__/unit/local/runner/composite-control.test.ts', reason: processList },
  { path: '__tests__/scenarios/post-ends-a-main-that-is-still-running.test.ts', reason: processList },
  commandFile,
];

/** The tests that do not run on a platform. All others do. */
export function excludedOn(platform: NodeJS.Platform): readonly Exclusion[] {
  if (platform === 'win32') return onWindows;
  return platform === 'darwin' ? onMacOs : [windowsTests];
}

/** Patterns for jest's `testPathIgnorePatterns`. */
export function ignorePatterns(excluded: readonly Exclusion[]): string[] {
  return excluded.map(
    ({ path }) => `<rootDir>/${path.replaceAll('.', '\\.')}${path.endsWith('.test.ts') ? '$' : '/'}`,
  );
}

/** All tests of the repository, relative to its root and with `/`. */
export function allTests(root: string): string[] {
  return globSync('__tests__/**/*.test.ts', { cwd: root })
    .map((file) => file.replaceAll(sep, '/'))
    .sort();
}

/**
 * The problems with the exclusions: each test must either run or be excluded, and each exclusion must match a test.
 *
 * @param all - All tests.
 * @param run - The tests that jest runs, in any order.
 */
export function exclusionProblems(
  excluded: readonly Exclusion[],
  all: readonly string[],
  run: readonly string[],
): string[] {
  const isIn = (file: string, { path }: Exclusion) => file === path || file.startsWith(`${path}/`);
  const isRun = new Set(run);
  return [
    ...excluded
      .filter((exclusion) => !all.some((file) => isIn(file, exclusion)))
      .map(({ path }) => `${path} is excluded, but contains no test`),
    ...all
      .filter((file) => isRun.has(file) === excluded.some((exclusion) => isIn(file, exclusion)))
      .map((file) =>
        isRun.has(file) ? `${file} is excluded, but runs` : `${file} is not excluded, but does not run`,
      ),
  ];
}
