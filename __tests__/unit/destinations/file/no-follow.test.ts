import { closeSync, constants, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { openNoFollow } from '../../../../src/destinations/file/no-follow.ts';
import { createJobFolders } from '../../../lib/job-folders.ts';

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
