import { expect, test } from '@jest/globals';
import { conclusionOf, isGreen, type Result, tableOf } from '../../../mutants/report.ts';

const results: Result[] = [
  { name: 'caught by both', units: 'red', sample: 'red' },
  { name: 'caught by the unit tests', units: 'red', sample: 'green' },
  { name: 'caught by the sample', units: 'green', sample: 'red' },
  { name: 'hangs', units: 'timed out', sample: 'timed out' },
  { name: 'caught by nothing', units: 'green', sample: 'green' },
  { name: 'caught by no unit test', units: 'green', sample: undefined },
];

test('the table has one line for each mutant', () => {
  expect(tableOf(results).split('\n')).toEqual([
    '| mutant | unit tests | torture sample |',
    '| --- | --- | --- |',
    '| caught by both | red | red |',
    '| caught by the unit tests | red | green |',
    '| caught by the sample | green | red |',
    '| hangs | timed out | timed out |',
    '| caught by nothing | green | green |',
    '| caught by no unit test | green | not run |',
  ]);
});

test('a name with a vertical bar stays in its cell', () => {
  expect(tableOf([{ name: 'a || b', units: 'red', sample: 'red' }])).toContain('| a \\|\\| b | red | red |');
});

test('a mutant that hangs is caught, and one that passes all that was run survives', () => {
  expect(results.filter(isGreen).map(({ name }) => name)).toEqual([
    'caught by nothing',
    'caught by no unit test',
  ]);
});

test('the conclusion counts the mutants, and names those that survived', () => {
  expect(conclusionOf(results)).toBe('4 caught, 2 survived\n  caught by nothing\n  caught by no unit test');
  expect(conclusionOf(results.slice(0, 1))).toBe('1 caught, 0 survived');
});
