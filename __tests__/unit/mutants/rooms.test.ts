import path from 'node:path';
import { expect, test } from '@jest/globals';
import { chosenFiles } from '../../../mutants/rooms.ts';
import ShortestFirst from '../../../mutants/shortest-first.ts';

const repository = path.resolve(import.meta.dirname, '../../..');

test('every file of the rooms without I/O is mutated, except declarations', () => {
  const files = chosenFiles(repository, []);
  expect(files).toEqual(
    expect.arrayContaining(['src/keys/ppk.ts', 'src/inputs/values.ts', 'src/results/report.ts']),
  );
  expect(files.filter((file) => !/^src\/(?:keys|inputs|results)\/[\w-]+\.ts$/.test(file))).toEqual([]);
});

test('a text chooses the files whose paths contain it', () => {
  expect(chosenFiles(repository, ['keys/ppk.', 'report.ts'])).toEqual([
    'src/keys/ppk.ts',
    'src/results/report.ts',
  ]);
  expect(chosenFiles(repository, ['no such file'])).toEqual([]);
});

test('test files run in the order of what they took in the first run', () => {
  const order = new ShortestFirst();
  const [slow, quick, unknown] = ['slow', 'quick', 'unknown'].map((path) => ({ path }));
  if (!slow || !quick || !unknown) throw new Error('three files');
  const took = ({ path: testFilePath }: { path: string }, runtime: number) => ({
    testFilePath,
    perfStats: { runtime },
  });
  order.cacheResults([], { testResults: [took(slow, 900), took(quick, 30)] });
  // Stopped after its first test.
  order.cacheResults([], { testResults: [took(slow, 1)] });

  expect(new ShortestFirst().sort([slow, quick, unknown])).toEqual([unknown, quick, slow]);
});
