import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Check, outcomeOf, program, runAll } from '../../../scripts/checks/check.ts';
import { differencesOf } from '../../../scripts/checks/dist.ts';
import { type Lockfile, lockfileProblems } from '../../../scripts/checks/lockfile.ts';
import { countTests, type JestReport } from '../../../scripts/checks/tests.ts';

describe('all checks', () => {
  const good: Check = { name: 'good', run: async () => outcomeOf([]) };
  const bad: Check = { name: 'bad', run: async () => outcomeOf(['first', 'second']) };
  const thrown: Check = { name: 'thrown', run: () => Promise.reject(new Error('no such file')) };

  test('run although the ones before failed, and each is told', async () => {
    const lines: string[] = [];
    const sum = await runAll([bad, thrown, good], (line) => lines.push(line));
    expect(sum).toEqual({ passed: 1, failed: 2 });
    expect(lines).toEqual([
      'FAILED bad',
      '       first\n       second',
      'FAILED thrown',
      '       Error: no such file',
      'ok     good',
    ]);
  });

  test('that are programs pass when these end with 0, and show what the others printed', async () => {
    const folder = tmpdir();
    expect(await program('ends well', ['-e', 'console.log("text")'], folder).run()).toMatchObject({
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

describe('the count of tests', () => {
  const report: JestReport = {
    success: true,
    numPassedTests: 5,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    numRuntimeErrorTestSuites: 0,
  };

  test('is what jest counted', () => {
    expect(countTests(report)).toEqual({ passed: 5, failed: 0, details: '5 passed' });
    expect(countTests({ ...report, success: false, numFailedTests: 2 })).toMatchObject({
      passed: 5,
      failed: 2,
    });
  });

  test.each([
    ['a test that is skipped', { numPendingTests: 1 }],
    ['a test that is not written', { numTodoTests: 1 }],
    ['a file that cannot be run', { success: false, numRuntimeErrorTestSuites: 1 }],
    ['whatever else jest is not content with', { success: false }],
  ])('takes %s for a failure', (_, change) => {
    expect(countTests({ ...report, ...change })).toMatchObject({ passed: 5, failed: 1 });
  });

  test('counts a file that cannot be run beside tests that failed', () => {
    const change = { success: false, numFailedTests: 1, numRuntimeErrorTestSuites: 1 };
    expect(countTests({ ...report, ...change })).toMatchObject({ failed: 2 });
  });

  test('needs a report', () => {
    expect(() => countTests(JSON.parse('[]'))).toThrow('no report');
  });
});

describe('differences of dist', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'ec2-key-pair-dist-'));
    writeFileSync(path.join(folder, 'main.js'), 'await main();\n');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('are none when every file has the same bytes', async () => {
    expect(await differencesOf(folder, new Map([['main.js', 'await main();\n']]))).toEqual([]);
  });

  test('name files that differ by a line end, that are missing, and that are left over', async () => {
    mkdirSync(path.join(folder, 'old'));
    writeFileSync(path.join(folder, 'old/1.index.js'), '');
    const expected = new Map([
      ['main.js', 'await main();\r\n'],
      ['post.js', 'await post();\n'],
    ]);
    expect(await differencesOf(folder, expected)).toEqual([
      'main.js differs',
      'old/1.index.js is not built any more',
      'post.js is missing',
    ]);
  });
});

describe('the lockfile', () => {
  test('is good when every native tool has a binding for every platform', () => {
    expect(lockfileProblems(lockOf(['linux', 'darwin', 'win32']))).toEqual([]);
  });

  test('is not good when npm left out a platform that the registry did not have', () => {
    expect(lockfileProblems(lockOf(['linux', 'darwin']))).toContain(
      '@swc/core has no binding for win32 arm64 in the lockfile',
    );
  });

  test('is not good when a binding is of another version than its tool', () => {
    const lock = lockOf(['linux', 'darwin', 'win32']);
    const packages = {
      ...lock.packages,
      'node_modules/rolldown-darwin-x64': { version: '0.9.0', os: ['darwin'], cpu: ['x64'] },
    };
    expect(lockfileProblems({ packages })).toEqual([
      'rolldown has no binding for darwin x64 in the lockfile',
    ]);
  });

  test('names no registry', () => {
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
