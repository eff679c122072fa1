import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { withMarkedPart } from '../../../scripts/marked-part.ts';
import type { Finding, Suite } from '../../../torture/plan.ts';
import { condensed, tableOf } from '../../../torture/report.ts';

const passed: Finding = { problems: [], pairsLeft: 0, filesLeft: 0, leaks: 0 };
const failed: Finding = { problems: ['a key pair is left'], pairsLeft: 2, filesLeft: 1, leaks: 40 };
const suites: Suite[] = [
  { name: 'one', about: 'everything is dropped', rows: [] },
  { name: 'two', about: 'nothing is answered', rows: [] },
  { name: 'three', about: 'not run', rows: [] },
];
const tallies = [
  { suite: 'one', operation: 'create', fault: 'drop', findings: [passed, failed] },
  { suite: 'one', operation: 'delete', fault: 'drop', findings: [failed] },
  { suite: 'two', operation: 'create', fault: 'silence', findings: [passed] },
];
const setting = { node: '24.0.0', system: 'linux x64, 2 cores', date: '2026-01-31', seed: '7' };

test('the short table has one row for each suite that was run', () => {
  expect(condensed(suites, tallies, setting).split('\n').slice(0, 4)).toEqual([
    '| fault | jobs | passed | key pairs left | files left | leaks |',
    '| --- | --: | --: | --: | --: | --: |',
    '| everything is dropped | 3 | 1 | 4 | 2 | 80 |',
    '| nothing is answered | 1 | 1 | 0 | 0 | 0 |',
  ]);
});

test('the short table names its environment and the seed that repeats it', () => {
  const text = condensed(suites, tallies, setting);
  for (const part of ['`npm run torture`', '2026-01-31', '24.0.0', '2 cores', 'seed 7'])
    expect(text).toContain(part);
});

test('the long table has a row for each operation and fault', () => {
  expect(tableOf(tallies).split('\n').slice(2)).toEqual([
    '| one | create | drop | 2 | 1 | 2 | 1 | 40 |',
    '| one | delete | drop | 1 | 0 | 2 | 1 | 40 |',
    '| two | create | silence | 1 | 1 | 0 | 0 | 0 |',
  ]);
});

test('the page on reliability has a place for the short table', async () => {
  const page = await readFile(path.resolve(import.meta.dirname, '../../../docs/reliability.md'), 'utf8');
  expect(withMarkedPart(page, 'torture', 'the table\n')).toContain(
    '<!-- torture -->\nthe table\n<!-- /torture -->',
  );
});
