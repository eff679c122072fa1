import { closeSync, constants, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { openNoLink } from '../../../../src/destinations/file/no-link.ts';
import { makeJobFolders } from '../../../lib/job-folders.ts';

const emptied = constants.O_WRONLY | constants.O_TRUNC;

test.each([
  ['with a flag for that', constants.O_NOFOLLOW],
  ['without one, as on Windows', 0],
])('a link is not opened on a system %s, and what it leads to stays; a file is', async (_, noFollow) => {
  await using job = await makeJobFolders();
  const precious = path.join(job.outside, 'precious');
  writeFileSync(precious, 'precious');
  const link = path.join(job.temp, 'link');
  symlinkSync(precious, link);
  expect(() => openNoLink(link, emptied, noFollow)).toThrow(expect.objectContaining({ code: 'ELOOP' }));
  expect(readFileSync(precious, 'utf8')).toBe('precious');
  closeSync(openNoLink(precious, emptied, noFollow));
  expect(readFileSync(precious, 'utf8')).toBe('');
});
