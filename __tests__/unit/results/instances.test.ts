import { expect, test } from '@jest/globals';
import { linesOfInstances, listIds, listMissed, rowsOfInstances } from '../../../src/results/instances.ts';

test('A list in a sentence names thirty instances, and says how many more there are', () => {
  const ids = Array.from({ length: 33 }, (_, index) => `i-${index}`);
  expect(listIds(ids)).toBe(`${ids.slice(0, 30).join(', ')}, and 3 more`);
  expect(listIds(ids.slice(0, 30))).toBe(ids.slice(0, 30).join(', '));
  expect(listMissed([{ instanceId: 'i-0a', why: 'is stopped' }])).toBe('i-0a is stopped');
});

test('The log has a sentence about each kind of instance, and none about instances that do not exist', () => {
  expect(linesOfInstances({ updated: ['i-0a'], withoutKey: ['i-0b'], missed: [] })).toEqual([
    'Updated 1 instance, which now accepts only the new key: i-0a.',
    'No authorized_keys file on 1 instance has the old key, so nothing was changed there: i-0b.',
  ]);
  expect(linesOfInstances({ updated: ['i-0a', 'i-0b'], withoutKey: ['i-0c', 'i-0d'], missed: [] })).toEqual([
    'Updated 2 instances, which now accept only the new key: i-0a, i-0b.',
    'No authorized_keys file on 2 instances has the old key, so nothing was changed there: i-0c, i-0d.',
  ]);
  expect(linesOfInstances({ updated: [], withoutKey: [], missed: [] })).toEqual([]);
});

test('The summary has a row for each kind of instance, and says if none was updated', () => {
  const missed = [{ instanceId: 'i-0b', why: 'runs Windows' }];
  expect(rowsOfInstances({ updated: [], withoutKey: [], missed })).toEqual([
    ['Instances updated', 'None'],
    ['Instances not updated', 'i-0b runs Windows'],
  ]);
});
