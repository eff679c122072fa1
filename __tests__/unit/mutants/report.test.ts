import { expect, test } from '@jest/globals';
import { conclusionOf, isCaught, isGreen, type Result, tableOf } from '../../../mutants/report.ts';

const results: Result[] = [
  { name: 'caught by both', units: 'red', sample: 'red' },
  { name: 'caught by the unit tests', units: 'red', sample: 'green' },
  { name: 'caught by the sample', units: 'green', sample: 'red' },
  { name: 'hangs', units: 'timed out', sample: 'timed out' },
  { name: 'caught by nothing', units: 'green', sample: 'green' },
  { name: 'caught by no unit test', units: 'green', sample: undefined },
  { name: 'no program', units: 'does not compile', sample: undefined },
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
    '| no program | does not compile | not run |',
  ]);
});

test('a name with a vertical bar stays in its cell', () => {
  expect(tableOf([{ name: 'a || b', units: 'red', sample: 'red' }])).toContain('| a \\|\\| b | red | red |');
});

const namesOf = (some: readonly Result[]) => some.map(({ name }) => name);

test('a mutant is caught if one of the tests fails or hangs', () => {
  expect(namesOf(results.filter(isCaught))).toEqual([
    'caught by both',
    'caught by the unit tests',
    'caught by the sample',
    'hangs',
  ]);
});

test('a mutant survives if it passes everything that was run, and one that does not compile is neither', () => {
  expect(namesOf(results.filter(isGreen))).toEqual(['caught by nothing', 'caught by no unit test']);
});

test('the conclusion counts the mutants, and names those that were not caught', () => {
  expect(conclusionOf(results).split('\n')).toEqual([
    '4 caught, 2 survived, 1 invalid',
    '  caught by nothing',
    '  caught by no unit test',
    '  no program',
  ]);
  expect(conclusionOf(results.slice(0, 1))).toBe('1 caught, 0 survived, 0 invalid');
});
