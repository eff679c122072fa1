import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Check, program, resultOf, runAll } from '../../../scripts/checks/check.ts';
import { differencesOf } from '../../../scripts/checks/dist.ts';
import { type Lockfile, lockfileProblems } from '../../../scripts/checks/lockfile.ts';
import { countTests, type JestReport } from '../../../scripts/checks/tests.ts';

describe('all checks', () => {
  const good: Check = { name: 'good', run: async () => resultOf([]) };
  const bad: Check = { name: 'bad', run: async () => resultOf(['first', 'second']) };
  const thrown: Check = { name: 'thrown', run: () => Promise.reject(new Error('it does not exist')) };

  test('run even if earlier ones fail, and each result is printed', async () => {
    const lines: string[] = [];
    const total = await runAll([bad, thrown, good], (line) => lines.push(line));
    expect(total).toEqual({ passed: 1, failed: 2 });
    expect(lines).toEqual([
      'FAILED bad',
      '       first\n       second',
      'FAILED thrown',
      '       Error: it does not exist',
      'ok     good',
    ]);
  });

  test('that run programs pass if these exit with 0, otherwise their output is shown', async () => {
    const folder = tmpdir();
    expect(await program('succeeds', ['-e', 'console.log("text")'], folder).run()).toMatchObject({
      failed: 0,
    });
    const failing = program(
      'fails',
      ['-e', 'console.log("out"); console.error("err"); process.exitCode = 2'],
      folder,
    );
    expect(await failing.run()).toEqual({ passed: 0, failed: 1, details: 'out\nerr' });
    const killed = program('is killed', ['-e', 'process.kill(process.pid, "SIGKILL")'], folder);
    expect(await killed.run()).toMatchObject({ failed: 1 });
  });
});

describe('the number of tests', () => {
  const report: JestReport = {
    success: true,
    numPassedTests: 5,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    numRuntimeErrorTestSuites: 0,
  };

  test('is that of jest', () => {
    expect(countTests(report)).toEqual({ passed: 5, failed: 0, details: '5 passed' });
    expect(countTests({ ...report, success: false, numFailedTests: 2 })).toMatchObject({
      passed: 5,
      failed: 2,
    });
  });

  test.each([
    ['a skipped test', { numPendingTests: 1 }],
    ['a test that is not written yet', { numTodoTests: 1 }],
    ['a file that cannot be run', { success: false, numRuntimeErrorTestSuites: 1 }],
    ['any other failure of jest', { success: false }],
  ])('includes %s as a failure', (_, change) => {
    expect(countTests({ ...report, ...change })).toMatchObject({ passed: 5, failed: 1 });
  });

  test('includes both failed tests and files that cannot be run', () => {
    const change = { success: false, numFailedTests: 1, numRuntimeErrorTestSuites: 1 };
    expect(countTests({ ...report, ...change })).toMatchObject({ failed: 2 });
  });

  test('cannot be determined without a report', () => {
    expect(() => countTests(JSON.parse('[]'))).toThrow('wrote no report');
  });
});

describe('the differences of dist', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'ec2-key-pair-dist-'));
    writeFileSync(path.join(folder, 'main.js'), 'await main();\n');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('are empty if every file has the same bytes', async () => {
    expect(await differencesOf(folder, new Map([['main.js', 'await main();\n']]))).toEqual([]);
  });

  test('list files that differ in a newline, are missing, or are no longer built', async () => {
    mkdirSync(path.join(folder, 'old'));
    writeFileSync(path.join(folder, 'old/1.index.js'), '');
    const expected = new Map([
      ['main.js', 'await main();\r\n'],
      ['post.js', 'await post();\n'],
    ]);
    expect(await differencesOf(folder, expected)).toEqual([
      'main.js differs',
      'old/1.index.js is no longer built',
      'post.js is missing',
    ]);
  });
});

describe('the lockfile', () => {
  test('is valid if every native tool has a binding for every platform', () => {
    expect(lockfileProblems(lockOf(['linux', 'darwin', 'win32']))).toEqual([]);
  });

  test('is invalid if npm left out a platform that the registry did not have', () => {
    expect(lockfileProblems(lockOf(['linux', 'darwin']))).toContain(
      '@swc/core has no binding for win32 arm64 in the lockfile',
    );
  });

  test('is invalid if a binding has another version than its tool', () => {
    const lock = lockOf(['linux', 'darwin', 'win32']);
    const packages = {
      ...lock.packages,
      'node_modules/rolldown-darwin-x64': { version: '0.9.0', os: ['darwin'], cpu: ['x64'] },
    };
    expect(lockfileProblems({ packages })).toEqual([
      'rolldown has no binding for darwin x64 in the lockfile',
    ]);
  });

  test('is invalid if it contains the URL of a registry', () => {
    const lock = lockOf(['linux', 'darwin', 'win32']);
    const packages = {
      ...lock.packages,
      'node_modules/left': { resolved: 'https://registry.example/left.tgz' },
    };
    expect(lockfileProblems({ packages })).toHaveLength(1);
  });
});

function lockOf(systems: readonly string[]): Lockfile {
  const entries = ['rolldown', '@swc/core', '@biomejs/biome', 'typescript'].flatMap((tool) => {
    const bindings = systems.flatMap((system) =>
      ['x64', 'arm64'].map((cpu) => ({
        name: `${tool}-${system}-${cpu}`,
        os: [system],
        cpu: [cpu],
        version: '1.0.0',
      })),
    );
    const optionalDependencies = Object.fromEntries(bindings.map(({ name, version }) => [name, version]));
    return [
      [`node_modules/${tool}`, { version: '1.0.0', optionalDependencies }] as const,
      ...bindings.map(({ name, ...binding }) => [`node_modules/${name}`, binding] as const),
    ];
  });
  return { packages: Object.fromEntries(entries) };
}
