import { describe, expect, test } from '@jest/globals';
import { problemsOf, readAs } from './reading.ts';

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

  test.each([
    `${base64}=`,
    'MD5:1f:51',
    '1f51ae28bf89e9d8',
    Array.from({ length: 15 }, () => '0a').join(':'),
    Array.from({ length: 33 }, () => '0a').join(':'),
    '*',
    '0a:*',
  ])('refuses %s as a fingerprint', (fingerprint) => {
    const problems = problemsOf({ operation: 'describe', 'key-fingerprint': fingerprint });
    expect(problems).toEqual([
      expect.stringMatching(/^key-fingerprint: .* is not a fingerprint as EC2 shows it\.$/),
    ]);
  });

  test.each([`SHA256:${base64}`, `SHA256:${base64.slice(0, -1)}`, `sha256:${base64}`, base64.slice(0, -1)])(
    'refuses %s, which is not what EC2 shows, and says what to write instead',
    (fingerprint) => {
      const inputs = { operation: 'describe', 'key-fingerprint': fingerprint };
      expect(problemsOf(inputs)).toEqual([
        `key-fingerprint: "${fingerprint}" is not a fingerprint as EC2 shows it. For an ED25519 key, use ${base64}. For an RSA key, use the output key-fingerprint.`,
      ]);
      expect(readAs('describe', { 'key-fingerprint': base64 }).pairs).toMatchObject({ fingerprint: base64 });
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

  test.each([
    [String.raw`a\b`, 'has a stray backslash'],
    ['a\\', 'has a stray backslash'],
    ['\\*\\', 'has a stray backslash'],
    ['é*', 'has characters other than printable ASCII'],
    ['*'.repeat(256), 'is longer than 255 characters'],
  ])('refuses the name pattern %s', (pattern, rule) => {
    const problems = problemsOf({ operation: 'describe', 'key-name-pattern': pattern });
    expect(problems).toEqual([expect.stringMatching(`^key-name-pattern: .* ${rule}\\.$`)]);
  });

  test('refuses filters together with a name, an ID or a run', () => {
    const filters = { 'key-name-pattern': 'gha-*', 'key-fingerprint': base64, tags: 'team=web' };
    for (const which of [
      { 'key-name': 'deploy' },
      { 'key-pair-id': 'key-0123456789abcdef0' },
      { 'run-id': '7' },
    ]) {
      expect(problemsOf({ operation: 'describe', ...which, ...filters })).toEqual(
        Object.keys(filters).map(
          (name) => `${name} cannot be combined with key-name, key-pair-id or run-id.`,
        ),
      );
    }
  });
});
