import { readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { writeListFile } from '../../../src/runner/list-file.ts';
import { createJobFolders, tree } from '../../lib/job-folders.ts';

test('A list is written to a new file that only its owner can read', async () => {
  await using job = await createJobFolders();
  const file = writeListFile('[]', job.temp, 'f00d');
  expect(tree(job.temp)).toEqual(['key-pairs-f00d.json 600']);
  expect(file).toBe(path.join(job.temp, 'key-pairs-f00d.json'));
  expect(readFileSync(file, 'utf8')).toBe('[]\n');
});

test('A list is written even if the temp folder does not exist yet', async () => {
  await using job = await createJobFolders();
  const file = writeListFile('[]', path.join(job.temp, 'not/there'), 'f00d');
  expect(readFileSync(file, 'utf8')).toBe('[]\n');
});

test('A list is not written through a link', async () => {
  await using job = await createJobFolders();
  symlinkSync(path.join(job.outside, 'precious'), path.join(job.temp, 'key-pairs-beef.json'));
  expect(() => writeListFile('[]', job.temp, 'beef')).toThrow(
    expect.objectContaining({ code: 'RUNNER_FILE_NOT_WRITABLE' }),
  );
  expect(tree(job.outside)).toEqual([]);
});
