import { describe, expect, test } from '@jest/globals';
import { windowsPathProblems } from '../../../src/inputs/windows-path.ts';
import { rawInputs } from './reading.ts';

describe.each(['private-key-path', 'public-key-path'] as const)('On Linux and macOS, %s', (name) => {
  test.each(['C:\\keys\\k.pem', '\\\\server\\share\\k', 'd:/keys/k.pem', '\\keys\\k.pem', ' C:\\k '])(
    'cannot be %s, which would be a name in the workspace',
    (path) => {
      expect(windowsPathProblems(rawInputs({ [name]: path }))).toEqual([
        `${name}: "${path.trim()}" is a path of Windows, but this runner has another system. Use a path in the workspace, such as keys/id.pem, or ~/….`,
      ]);
    },
  );

  test.each([
    ['.\\k.pem', './k.pem'],
    ['..\\keys\\k.pem', '../keys/k.pem'],
  ])('cannot be %s, and the problem says to use %s', (path, instead) => {
    expect(windowsPathProblems(rawInputs({ [name]: path }))).toEqual([
      `${name}: "${path}" is a path of Windows, but this runner has another system. Use ${instead}.`,
    ]);
  });

  test('is not quoted if it is long', () => {
    expect(windowsPathProblems(rawInputs({ [name]: `C:\\${'k'.repeat(78)}` }))).toEqual([
      `${name}: (81 characters) is a path of Windows, but this runner has another system.`,
    ]);
  });

  test.each(['', 'keys/k.pem', '/keys/k', '~/k', './k', 'c:k', 'a:b/c', 'ab:/c', 'my\\key', 'none'])(
    'can be %j',
    (path) => {
      expect(windowsPathProblems(rawInputs({ [name]: path }))).toEqual([]);
    },
  );
});
