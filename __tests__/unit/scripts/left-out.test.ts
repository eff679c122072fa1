import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import {
  allTests,
  ignorePatterns,
  type LeftOut,
  leftOutOn,
  leftOutProblems,
} from '../../../scripts/checks/left-out.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const all = allTests(root);

/** What jest runs of a list with these patterns; it turns `<rootDir>` and slashes into those of the platform. */
function runOn(platform: NodeJS.Platform): string[] {
  const patterns = ignorePatterns(leftOutOn(platform)).map((pattern) => new RegExp(pattern));
  return all.filter((file) => !patterns.some((pattern) => pattern.test(`<rootDir>/${file}`)));
}

/** Tests of whose text, or of that of what they share, one part needs something of the platform. */
function testsWith(text: RegExp): string[] {
  return all.filter((file) => text.test(readFileSync(path.join(root, file), 'utf8')));
}

describe.each(['linux', 'darwin', 'win32'] as const)('on %s', (platform) => {
  test('every test runs or is left out by name, and every name stands for a test', () => {
    expect(leftOutProblems(leftOutOn(platform), all, runOn(platform))).toEqual([]);
  });

  test('the tests of Windows alone run there, and nowhere else', () => {
    const ofWindows = runOn(platform).filter((file) => file.startsWith('__tests__/windows/'));
    expect(ofWindows.length > 0).toBe(platform === 'win32');
  });

  test('a step runs as plain processes', () => {
    expect(runOn(platform)).toContain('__tests__/steps/one-key-pair.test.ts');
  });
});

test('Linux leaves out nothing else, and macOS only what needs /proc or /dev/full', () => {
  expect(all.filter((file) => !runOn('linux').includes(file) && !file.includes('/windows/'))).toEqual([]);
  expect(runOn('linux').filter((file) => !runOn('darwin').includes(file))).toEqual([
    '__tests__/scenarios/post-ends-a-main-that-is-still-running.test.ts',
    '__tests__/unit/local/runner/job-control.test.ts',
    '__tests__/unit/runner/command-file.test.ts',
    '__tests__/unit/runner/step-process.test.ts',
  ]);
});

test('what needs local/runner, which refuses Windows, does not run there', () => {
  const needing = testsWith(/lib\/scenario\.ts'|local\/runner\/job\.ts'/);
  expect(needing.length).toBeGreaterThan(20);
  expect(needing.filter((file) => runOn('win32').includes(file))).toEqual([]);
});

test('what needs /proc or /dev/full runs on Linux alone', () => {
  const reading = testsWith(/readFileSync\(`\/proc|'\/dev\/full'/);
  expect(reading.length).toBeGreaterThan(1);
  expect(reading.filter((file) => [...runOn('darwin'), ...runOn('win32')].includes(file))).toEqual([]);
});

describe('the check', () => {
  const leftOut: readonly LeftOut[] = [
    { place: 'a/folder', why: 'w' },
    { place: 'a/b.test.ts', why: 'w' },
  ];
  const there = ['a/b.test.ts', 'a/folder/c.test.ts', 'a/folder-2/d.test.ts'];

  test('is content when exactly what is named does not run', () => {
    expect(leftOutProblems(leftOut, there, ['a/folder-2/d.test.ts'])).toEqual([]);
  });

  test('finds a test that does not run and is not named, one that is named and runs, and a name of nothing', () => {
    expect(leftOutProblems(leftOut, there, ['a/folder/c.test.ts'])).toEqual([
      'a/folder/c.test.ts is left out, and runs',
      'a/folder-2/d.test.ts is not left out, and does not run',
    ]);
    expect(leftOutProblems(leftOut, there.slice(1), there.slice(2))).toEqual(['a/b.test.ts holds no test']);
  });
});
