import { inspect } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { hasCode, KeyPairError, unexpectedError } from '../../src/errors.ts';
import { awsError, responseText } from '../lib/aws-errors.ts';

describe('an unexpected error', () => {
  test('says the name and the message of what was thrown, and nothing else of it.', () => {
    const thrown = awsError('SerializationError', { message: 'no tag', status: 200, requestId: 'r-1' });
    const error = unexpectedError(thrown);
    expect(error).toBeInstanceOf(KeyPairError);
    expect(error).toMatchObject({
      code: 'UNEXPECTED',
      message: 'Unexpected error: SerializationError: no tag',
      hint: expect.stringContaining('Please report it'),
      cause: thrown,
    });
    const { code, message, hint, stack, name } = error;
    expect(inspect({ code, message, hint, stack, name, text: String(error) })).not.toContain(responseText);
  });

  test.each<[what: string, thrown: unknown]>([
    ['text', responseText],
    ['an object', { name: 'Error', message: responseText }],
    ['a list', [responseText]],
    ['undefined', undefined],
  ])('says nothing of %s that was thrown.', (_, thrown) => {
    const error = unexpectedError(thrown);
    expect(error.message).toBe('Unexpected error: not an error object');
    expect(error.hint).not.toContain(responseText);
  });
});

test('An error of this action has a cause only if it was given one.', () => {
  expect(new KeyPairError('PATH_TAKEN', 'taken')).not.toHaveProperty('cause');
  expect(new KeyPairError('PATH_TAKEN', 'taken', { cause: undefined })).toHaveProperty('cause', undefined);
  expect(new KeyPairError('PATH_TAKEN', 'taken').hint).toBeUndefined();
});

test('An error of the operating system is known by its code.', () => {
  const error = Object.assign(new Error('no such file'), { code: 'ENOENT' });
  expect(hasCode(error, 'EACCES', 'ENOENT')).toBe(true);
  expect(hasCode(error, 'EACCES')).toBe(false);
  expect(hasCode(error)).toBe(false);
  expect(hasCode(new Error('ENOENT'), 'ENOENT')).toBe(false);
  expect(hasCode({ code: 'ENOENT' }, 'ENOENT')).toBe(false);
});
