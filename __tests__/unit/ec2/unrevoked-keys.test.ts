import { describe, expect, test } from '@jest/globals';
import { tagOfUnrevoked, unrevokedKeys } from '../../../src/ec2/unrevoked-keys.ts';

const digests = ['a', 'b', 'c', 'd'].map((digit) => digit.repeat(64));

describe('The tag for keys that instances still accept', () => {
  test.each([1, 2, 3])('holds %i of them', (count) => {
    const tag = tagOfUnrevoked(digests.slice(0, count));
    expect(tag.value.length).toBeLessThanOrEqual(256);
    const tags = new Map([[tag.key, tag.value]]);
    expect(unrevokedKeys({ tags })).toEqual(digests.slice(0, count));
  });

  test('holds the newest ones and the oldest one of more', () => {
    const { key, value } = tagOfUnrevoked(digests);
    expect(value.length).toBeLessThanOrEqual(256);
    expect(unrevokedKeys({ tags: new Map([[key, value]]) })).toEqual([digests[0], digests[1], digests[3]]);
  });

  test.each([
    ['it is not there', undefined],
    ['it is empty', ''],
    ['it holds something else', `${digests[0]} other`],
    ['a digest is cut', digests[0]?.slice(1)],
  ])('names none if %s', (_, value) => {
    const tags = new Map(value === undefined ? [] : [['ec2-key-pair-action:unrevoked', value]]);
    expect(unrevokedKeys({ tags })).toEqual([]);
  });
});
