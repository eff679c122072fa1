import { describe, expect, test } from '@jest/globals';
import { readAs, refusedInputs } from './reading.ts';

describe('describe', () => {
  const base64 = `${'a/+'.repeat(14)}Q=`;

  test.each([
    '1f:51:ae:28:bf:89:e9:d8:1f:25:5d:37:2d:7d:b8:ca',
    Array.from({ length: 20 }, () => '0a').join(':'),
    Array.from({ length: 32 }, () => '0a').join(':'),
    base64,
  ])('takes the fingerprint %s, as EC2 or an endpoint like it shows it', (fingerprint) => {
    const { pairs } = readAs('describe', { 'key-fingerprint': fingerprint });
    expect(pairs).toEqual({ tags: [], namePattern: undefined, fingerprint });
  });

  test.each([`SHA256:${base64}`, base64.slice(0, -1), 'MD5:1f:51', '1f51ae28bf89e9d8', '*', '0a:*'])(
    'refuses %s as a fingerprint',
    (fingerprint) => {
      expect(refusedInputs({ operation: 'describe', 'key-fingerprint': fingerprint })).toEqual([
        'key-fingerprint',
      ]);
    },
  );

  test.each(['gha-*', 'web-?', String.raw`a\*b\?c\\*`, 'exact'])(
    'takes the name pattern %s as it is',
    (namePattern) => {
      const { pairs } = readAs('describe', { 'key-name-pattern': namePattern, tags: 'team=web' });
      expect(pairs).toEqual({
        tags: [{ key: 'team', value: 'web' }],
        namePattern,
        fingerprint: undefined,
      });
    },
  );

  test.each([String.raw`a\b`, 'a\\', 'é*', '*'.repeat(256)])('refuses the name pattern %s', (pattern) => {
    expect(refusedInputs({ operation: 'describe', 'key-name-pattern': pattern })).toEqual([
      'key-name-pattern',
    ]);
  });

  test('refuses filters together with a name, an ID or a run', () => {
    const filters = { 'key-name-pattern': 'gha-*', 'key-fingerprint': base64, tags: 'team=web' };
    for (const which of [
      { 'key-name': 'deploy' },
      { 'key-pair-id': 'key-0123456789abcdef0' },
      { 'run-id': '7' },
    ]) {
      expect(refusedInputs({ operation: 'describe', ...which, ...filters })).toEqual([
        'key-name-pattern',
        'key-fingerprint',
        'tags',
      ]);
    }
  });
});
