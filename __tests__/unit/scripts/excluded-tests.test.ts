import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import {
  allTests,
  type Exclusion,
  excludedOn,
  exclusionProblems,
  ignorePatterns,
} from '../../../scripts/checks/excluded-tests.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const all = allTests(root);

/** The tests that jest runs with these patterns. jest converts `<rootDir>` and slashes to those of the platform. */
function runOn(platform: NodeJS.Platform): string[] {
  const patterns = ignorePatterns(excludedOn(platform)).map((pattern) => new RegExp(pattern));
  return all.filter((file) => !patterns.some((pattern) => pattern.test(`<rootDir>/${file}`)));
}

/** The tests whose source matches a pattern. */
function testsMatching(pattern: RegExp): string[] {
  return all.filter((file) => pattern.test(readFileSync(path.join(root, file), 'utf8')));
}

describe.each(['linux', 'darwin', 'win32'] as const)('on %s', (platform) => {
  test('every test either runs or is excluded, and every exclusion matches a test', () => {
    expect(exclusionProblems(excludedOn(platform), all, runOn(platform))).toEqual([]);
  });

  test('tests for Windows run only there', () => {
    const windowsTests = runOn(platform).filter((file) => file.startsWith('__tests__/windows/'));
    expect(windowsTests.length > 0).toBe(platform === 'win32');
  });

  test('the test that runs a step as plain processes is included', () => {
    expect(runOn(platform)).toContain('__tests__/steps/one-key-pair.test.ts');
  });
});

test('Linux excludes nothing else, and macOS only tests that need /proc, /dev/full, or programs of Linux', () => {
  expect(all.filter((file) => !runOn('linux').includes(file) && !file.includes('/windows/'))).toEqual([]);
  const onlyOnLinux = runOn('linux').filter((file) => !runOn('darwin').includes(file));
  expect(onlyOnLinux.filter((file) => !file.startsWith('__tests__/unit/instances/program/'))).toEqual([
    '__tests__/scenarios/post-ends-a-main-that-is-still-running.test.ts',
    '__tests__/scenarios/rotate-changes-real-files.test.ts',
    '__tests__/unit/local/runner/composite-control.test.ts',
    '__tests__/unit/local/runner/job-control.test.ts',
    '__tests__/unit/runner/command-file.test.ts',
    '__tests__/unit/runner/step-process.test.ts',
  ]);
});

test('tests that need local/runner do not run on Windows, which it does not support', () => {
  const needing = testsMatching(/lib\/scenario\.ts'|local\/runner\/job\.ts'/);
  expect(needing.length).toBeGreaterThan(20);
  expect(needing.filter((file) => runOn('win32').includes(file))).toEqual([]);
});

test('tests that need /proc or /dev/full run only on Linux', () => {
  const reading = testsMatching(/readFileSync\(`\/proc|'\/dev\/full'/);
  expect(reading.length).toBeGreaterThan(1);
  expect(reading.filter((file) => [...runOn('darwin'), ...runOn('win32')].includes(file))).toEqual([]);
});

describe('the check', () => {
  const excluded: readonly Exclusion[] = [
    { path: 'a/folder', reason: 'r' },
    { path: 'a/b.test.ts', reason: 'r' },
  ];
  const existing = ['a/b.test.ts', 'a/folder/c.test.ts', 'a/folder-2/d.test.ts'];

  test('finds nothing if exactly the excluded tests do not run', () => {
    expect(exclusionProblems(excluded, existing, ['a/folder-2/d.test.ts'])).toEqual([]);
  });

  test('finds an excluded test that runs, another one that does not run, and an exclusion without a test', () => {
    expect(exclusionProblems(excluded, existing, ['a/folder/c.test.ts'])).toEqual([
      'a/folder/c.test.ts is excluded, but runs',
      'a/folder-2/d.test.ts is not excluded, but does not run',
    ]);
    expect(exclusionProblems(excluded, existing.slice(1), existing.slice(2))).toEqual([
      'a/b.test.ts is excluded, but contains no test',
    ]);
  });
});
