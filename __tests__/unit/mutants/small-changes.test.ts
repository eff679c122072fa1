import path from 'node:path';
import { expect, test } from '@jest/globals';
import { chosenFiles } from '../../../mutants/small-changes.ts';

const repository = path.resolve(import.meta.dirname, '../../..');

test('every file of the folders without I/O is mutated, except declarations', () => {
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
