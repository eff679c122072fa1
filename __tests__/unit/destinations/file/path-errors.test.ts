import { expect, test } from '@jest/globals';
import { describeNotWritable } from '../../../../src/destinations/file/not-writable.ts';
import { pathEscapes, pathTaken } from '../../../../src/destinations/file/path-errors.ts';

const denied = Object.assign(new Error("EACCES: permission denied, open '/w/secret'"), { code: 'EACCES' });

test.each([
  [pathTaken('/w/key', 'a file'), 'PATH_TAKEN', '/w/key already exists (a file). It was left untouched.'],
  [
    pathTaken('/w/file', 'not a folder', '/w/file/key'),
    'PATH_TAKEN',
    '/w/file is not a folder, so /w/file/key cannot be created.',
  ],
  [
    pathEscapes('/w/link/key', '/tmp'),
    'PATH_LEADS_OUT',
    '/w/link/key passes through a symbolic link to /tmp. Links are not followed.',
  ],
])('%s says which path is unusable and why, and hints at private-key-path', (error, code, message) => {
  expect(error).toMatchObject({ name: 'KeyPairError', code, message });
  expect(error.hint).toMatch(/private-key-path/);
});

test('the error of a path that cannot be written shows the code of the system error, not its text', () => {
  const error = describeNotWritable('/w/key', '/w', denied);
  expect(error).toMatchObject({ code: 'PATH_NOT_WRITABLE', cause: denied });
  expect(error.message).not.toContain('secret');
});

test.each([
  ['EACCES', ': permission denied (EACCES).'],
  ['EDQUOT', ': the disk quota is exceeded (EDQUOT).'],
  ['EIO', ': the disk or network drive reported an error (EIO).'],
  ['ENOSPC', ': the disk is full (ENOSPC).'],
  ['EROFS', ': the file system is read-only (EROFS).'],
  ['ELOOP', ' (ELOOP).'],
  ['Unknown system error -122', ': the disk quota is exceeded (EDQUOT).'],
])('the error of a path that cannot be written says what %s means, if it is a usual code', (code, why) => {
  const error = describeNotWritable('/w/key', '/w', Object.assign(new Error(), { code }));
  expect(error.message).toBe(`Cannot create /w/key in /w${why}`);
});

test('the error of a path that cannot be written shows no code where the system has none', () => {
  expect(describeNotWritable('/w/key', '/w', new Error('secret')).message).not.toMatch(/\(|secret/);
});
