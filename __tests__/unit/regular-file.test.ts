import { execFileSync } from 'node:child_process';
import {
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readSmallRegularFile, withOpenFile } from '../../src/regular-file.ts';
import { createJobFolders } from '../lib/job-folders.ts';

const emptied = constants.O_WRONLY | constants.O_TRUNC;

test.each([
  ['with O_NOFOLLOW', constants.O_NOFOLLOW],
  ['without O_NOFOLLOW, as Windows', 0],
])(
  'on a system %s, a file is opened, but a link is not, and its target is left untouched',
  async (_, noFollow) => {
    await using job = await createJobFolders();
    const precious = path.join(job.outside, 'precious');
    writeFileSync(precious, 'precious');
    const link = path.join(job.temp, 'link');
    symlinkSync(precious, link);
    expect(() => withOpenFile(link, emptied, () => {}, noFollow)).toThrow(
      expect.objectContaining({ code: 'ELOOP' }),
    );
    expect(readFileSync(precious, 'utf8')).toBe('precious');
    withOpenFile(precious, emptied, () => {}, noFollow);
    expect(readFileSync(precious, 'utf8')).toBe('');
  },
);

describe('a small regular file', () => {
  test.each([0, 1, 65_536, 200_000])('of %i bytes is read whole if it may have so many', async (length) => {
    await using job = await createJobFolders();
    const file = path.join(job.temp, 'file');
    writeFileSync(file, 'ü'.repeat(length).slice(0, length / 2));
    const read = readSmallRegularFile(file, length);
    expect('bytes' in read && read.bytes.equals(readFileSync(file))).toBe(true);
  });

  test.each<[what: string, put: (file: string) => void, problem: string]>([
    ['a folder', (file) => mkdirSync(file), 'not-regular'],
    ['a pipe that no one writes to', (file) => execFileSync('mkfifo', [file]), 'not-regular'],
    [
      'a file as large as a disk',
      (file) => {
        writeFileSync(file, '');
        truncateSync(file, 2 ** 40);
      },
      'too-large',
    ],
    ['a larger file', (file) => writeFileSync(file, 'x'.repeat(11)), 'too-large'],
  ])('is not %s', async (_, put, problem) => {
    await using job = await createJobFolders();
    const file = path.join(job.temp, 'file');
    put(file);
    expect(readSmallRegularFile(file, 10)).toEqual({ problem });
  });

  test('is not a link, and the error has a code', async () => {
    await using job = await createJobFolders();
    const link = path.join(job.temp, 'link');
    symlinkSync(job.outside, link);
    expect(() => readSmallRegularFile(link, 10)).toThrow(expect.objectContaining({ code: 'ELOOP' }));
  });

  test('is not an endless device', () => {
    expect(readSmallRegularFile('/dev/zero', 10)).toEqual({ problem: 'not-regular' });
  });

  test('is read no further than allowed, whatever size it claims to have', () => {
    // In /proc, files claim to be empty. Elsewhere there are none like this.
    if (!existsSync('/proc/self/status')) return;
    expect(readSmallRegularFile('/proc/self/status', 10)).toEqual({ problem: 'too-large' });
  });
});
