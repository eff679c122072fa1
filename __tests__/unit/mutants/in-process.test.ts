import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { findNode24 } from '../../../scripts/node24.mjs';

/** Small changes to a sample with tests of its own, made as `npm run mutate` makes them. Stryker starts processes. */
const root = path.resolve(import.meta.dirname, '../../..');

const source = `
export const words: readonly string[] = ['left'];

export const isWord = (text: string) => words.includes(text);

export function double(value: number): number {
  return value * 2;
}

export function half(value: number): number {
  return value / 2;
}

export function countTo(end: number): number {
  let at = 0;
  while (at < end) at += 1;
  return at;
}

export function nobodyCalls(value: number): number {
  return value - 1;
}
`;

/** The hooks of one file must not run for the tests of the other. The second test of a title is another one. */
const tests = {
  'numbers.test.ts': `
import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import { countTo, double, half } from '../../../src/keys/sample.ts';

const six = double(3);
let calls = 0;
beforeEach(() => { calls += 1; });

describe('a number', () => {
  test('is doubled', () => {
    expect(calls).toBeGreaterThan(0);
    expect([six, double(2)]).toEqual([6, 4]);
  });
});
test('is counted', async () => { await expect(Promise.resolve(countTo(3))).resolves.toBe(3); });
test.each([4])('is halved', (four) => {
  const spy = jest.fn(half);
  spy(four);
  expect(spy).toHaveBeenCalledTimes(1);
});
`,
  'words.test.ts': `
import { beforeEach, expect, test } from '@jest/globals';
import { isWord } from '../../../src/keys/sample.ts';

let calls = 0;
beforeEach(() => { calls += 1; if (calls > 1e6) throw new Error('too many'); });
test('left is a word', () => { expect(isWord('left')).toBe(true); });
test('right is none', () => { expect(isWord('right')).toBe(false); });
`,
};

let folder: string;
/** What a first run and a second one, with nothing changed, printed and found. */
let first: Run;
let second: Run;

interface Run {
  readonly status: number;
  readonly printed: string;
  readonly changes: readonly string[];
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'ec2-key-pair-in-process-'));
  const unit = path.join(folder, '__tests__/unit/keys');
  for (const made of [unit, path.join(folder, 'src/keys')]) await mkdir(made, { recursive: true });
  await writeFile(path.join(folder, 'package.json'), '{"type":"module"}');
  await writeFile(path.join(folder, 'src/keys/sample.ts'), source);
  for (const [name, text] of Object.entries(tests)) await writeFile(path.join(unit, name), text);
  await cp(path.join(root, 'mutants'), path.join(folder, 'mutants'), { recursive: true });
  await symlink(path.join(root, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
  first = await run();
  second = await run();
}, 610_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

function node(program: string) {
  const { NODE_OPTIONS, ...env } = process.env;
  const options = { cwd: folder, env, timeout: 300_000, encoding: 'utf8' } as const;
  return spawnSync(findNode24(), ['--input-type=module', '-e', program], options);
}

async function run(): Promise<Run> {
  const ended = node(`import { makeSmallChanges } from './mutants/small-changes.ts';
    await makeSmallChanges(['src/keys/sample.ts'], 1);`);
  const report = JSON.parse(await readFile(path.join(folder, '.cache/stryker/report.json'), 'utf8'));
  const mutants: readonly { status: string; replacement: string }[] =
    report.files['src/keys/sample.ts'].mutants;
  const changes = mutants.map(({ status, replacement }) => `${status}: ${replacement}`);
  return { status: ended.status ?? -1, printed: ended.stdout, changes };
}

test('each change is caught by the tests that call it, or nothing notices it', () => {
  expect([...first.changes].sort()).toEqual(
    [
      ...['Killed: []', 'Killed: ""', 'Killed: () => undefined'],
      ...['Killed: {}', 'Killed: value / 2'],
      ...['Survived: {}', 'Survived: value * 2'],
      ...['Killed: {}', 'Killed: false', 'Killed: at <= end', 'Killed: at >= end', 'Timeout: at -= 1'],
      ...['NoCoverage: {}', 'NoCoverage: value + 1'],
    ].sort(),
  );
  expect(first.status).toBe(1);
});

test('what nothing notices is printed with its place, and nothing else is', () => {
  const places = first.printed.split('\n').filter((line) => /\.ts:\d+:\d+ /.test(line));
  expect(places.map((line) => line.replace(/^.*(?=src)/, '')).sort()).toEqual([
    'src/keys/sample.ts:10:45 BlockStatement: {}',
    'src/keys/sample.ts:11:10 ArithmeticOperator: value * 2',
    'src/keys/sample.ts:20:52 BlockStatement: {}',
    'src/keys/sample.ts:21:10 ArithmeticOperator: value + 1',
  ]);
});

test('a second run repeats nothing, and ends with the same result', () => {
  expect([second.status, [...second.changes].sort()]).toEqual([1, [...first.changes].sort()]);
  expect(second.printed).toMatch(/\b14\S* of 14 mutant result\(s\) are reused/);
});

test('a change is not said to survive if no test was run', () => {
  const ended = node(`import { InProcessRunner } from './mutants/in-process/runner.ts';
    const runner = new InProcessRunner({ mutate: ['src/keys/sample.ts'] });
    await runner.init();
    const word = '__tests__/unit/keys/words.test.ts left is a word';
    for (const test of [word, 'another']) {
      const options = { activeMutant: { id: '1' }, testFilter: [test] };
      console.log(await runner.mutantRun(options).then(({ status }) => status, String));
    }`);
  expect(ended.stdout).toBe('survived\nError: None of 1 tests was run.\n');
});
