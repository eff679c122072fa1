import { describe, expect, test } from '@jest/globals';
import { type GivenInputs, problemsOf, readAs } from './reading.ts';

/** So many tags, one per line. */
function lines(count: number): string {
  return Array.from({ length: count }, (_, index) => `k${index}=v`).join('\n');
}

test.each([
  ['a key of 128 characters', `${'k'.repeat(128)}=v`],
  ['a value of 256 characters', `k=${'v'.repeat(256)}`],
  ['keys that only differ in case', 'k=1\nK=2'],
  ['a key with aws: in it', 'my-aws:x=1'],
  ['an empty value', 'k='],
  ['a key of one character', 'k=v'],
])('Tags can have %s', (_, tags) => {
  expect(readAs('create', { tags }).tags).toHaveLength(tags.split('\n').length);
});

test.each([
  [
    'a key of 129 characters',
    `${'k'.repeat(129)}=v`,
    '(131 characters) has a key of more than 128 characters',
  ],
  [
    'a value of 257 characters',
    `k=${'v'.repeat(257)}`,
    '(259 characters) has a value of more than 256 characters',
  ],
  ['the same key twice', 'k=1\nk=2', '"k=2" sets the same key twice'],
  ['the same key twice, with other spaces', 'k=1\n k = 2', '"k = 2" sets the same key twice'],
  ['a key that AWS reserves', 'aws:x=1', '"aws:x=1" starts with aws:, which is reserved by AWS'],
])('Tags cannot have %s', (_, tags, problem) => {
  expect(problemsOf({ tags })).toEqual([`tags: ${problem}.`]);
});

describe('The number of tags is limited, and none is quoted if there are too many, as in another file:', () => {
  test.each<[string, GivenInputs, number]>([
    ['those of a new key pair, next to those that the action sets', { operation: 'create' }, 41],
    ['those that describe looks for', { operation: 'describe' }, 50],
  ])('%s', (_, inputs, max) => {
    for (const tags of [lines(max + 1), 'not a tag\n'.repeat(max + 1)]) {
      expect(problemsOf({ ...inputs, tags })).toEqual([`tags has more than the maximum of ${max} tags.`]);
    }
    expect(() => problemsOf({ ...inputs, tags: lines(max) })).toThrow('not refused');
  });
});
