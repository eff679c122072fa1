import { execFileSync } from 'node:child_process';
import {
  closeSync,
  constants,
  mkdirSync,
  readFileSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { openNoFollow, readRegularFile } from '../../src/regular-file.ts';
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
    expect(() => openNoFollow(link, emptied, noFollow)).toThrow(expect.objectContaining({ code: 'ELOOP' }));
    expect(readFileSync(precious, 'utf8')).toBe('precious');
    closeSync(openNoFollow(precious, emptied, noFollow));
    expect(readFileSync(precious, 'utf8')).toBe('');
  },
);

describe('a file is read as text', () => {
  test.each([0, 1, 10])('if it has %i of at most 10 bytes', async (size) => {
    await using job = await createJobFolders();
    const file = path.join(job.temp, 'file');
    writeFileSync(file, 'x'.repeat(size));
    expect(readRegularFile(file, 10)).toEqual({ text: 'x'.repeat(size) });
  });

  test.each<[what: string, unread: string, put: (target: string) => void]>([
    ['one byte too large', 'too-large', (target) => writeFileSync(target, 'x'.repeat(11))],
    [
      'as large as a disk',
      'too-large',
      (target) => {
        writeFileSync(target, '');
        truncateSync(target, 2 ** 40);
      },
    ],
    ['a folder', 'not-regular', (target) => mkdirSync(target)],
    ['a pipe that no one writes to', 'not-regular', (target) => execFileSync('mkfifo', [target])],
  ])('but not if it is %s', async (_, unread, put) => {
    await using job = await createJobFolders();
    const target = path.join(job.temp, 'file');
    put(target);
    expect(readRegularFile(target, 10)).toEqual({ unread });
  });

  test.each(['/dev/zero', '/dev/tty'])('but not if it is a link to %s', async (device) => {
    await using job = await createJobFolders();
    const target = path.join(job.temp, 'file');
    symlinkSync(device, target);
    expect(() => readRegularFile(target, 10)).toThrow(expect.objectContaining({ code: 'ELOOP' }));
  });

  test('but not if it is an endless device', () => {
    expect(readRegularFile('/dev/zero', 10)).toEqual({ unread: 'not-regular' });
  });
});
