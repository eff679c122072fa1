import { describe, expect, test } from '@jest/globals';
import { createKey } from '../../../local/aws/keys/created-key.ts';
import { privateKeyText } from '../../../local/aws/keys/private-key-text.ts';
import { formsOf, type KeyOptions } from '../../../torture/masks/measure.ts';
import { longestReadableRun } from '../../../torture/masks/readable.ts';
import { SecretText } from '../../../torture/masks/secret-text.ts';

const secretAt = (pattern: string) => Array.from(pattern, (character) => character === 'x');

describe('longestReadableRun', () => {
  test.each([
    ['nothing is masked', 'abcdef', 'xx-xxx', 'abcdef', 3],
    ['a line ends in between', 'ab\ncd\n', 'xx-xx-', 'ab\ncd\n', 4],
    ['everything is masked', 'abcdef', 'xxxxxx', '***', 0],
    ['a piece is masked', 'abcdefgh', 'xxxxxxxx', 'ab***fgh', 3],
    ['two pieces are masked', 'abcdefgh', 'xxxxxxxx', '***bc***gh', 2],
    ['only public characters are left', 'abcdefgh', '--xxxxx-', 'ab***h', 0],
    ['the same text occurs twice', 'abab-abab', 'xxxx-----', '***abab', 0],
  ])('measures the longest run when %s', (_, clear, pattern, masked, expected) => {
    expect(longestReadableRun(clear, secretAt(pattern), masked)).toBe(expected);
  });

  test.each(['', 'abc', 'x***', '***x', 'a***x***f'])(
    'rejects a text that was not masked from the original (%j)',
    (masked) => {
      expect(() => longestReadableRun('abcdef', secretAt('xxxxxx'), masked)).toThrow('not the original text');
    },
  );
});

describe.each<KeyOptions & { readonly bytes: number }>([
  // d, p, q, dp, dq, qi; PuTTY leaves out dp and dq.
  { type: 'rsa', format: 'pem', bytes: 256 + 5 * 128 },
  { type: 'rsa', format: 'ppk', bytes: 256 + 3 * 128 },
  { type: 'ed25519', format: 'pem', bytes: 32 },
  { type: 'ed25519', format: 'ppk', bytes: 32 },
])('the secret characters of a key ($type, $format)', (options) => {
  test('are those of the secret numbers, in the file and in every form of the file', async () => {
    const key = await createKey(options.type);
    const text = privateKeyText(key, options.format, 'deploy');
    const secret = new SecretText(text, key);
    const inFile = count(secret.secretAt((same) => same));
    // A number that starts or ends within a group of base64 shares a character there.
    expect(inFile).toBeGreaterThanOrEqual(Math.floor((options.bytes * 4) / 3) - 12);
    expect(inFile).toBeLessThanOrEqual(Math.ceil((options.bytes * 4) / 3) + 12);
    const { masked, readable } = formsOf(options);
    for (const form of [...masked, ...readable]) {
      expect(count(secret.secretAt((same) => form.of(same)))).toBeGreaterThanOrEqual(inFile);
    }
  });

  test('are not found in the file of another key', async () => {
    const text = privateKeyText(await createKey(options.type), options.format, 'deploy');
    const other = await createKey(options.type);
    expect(() => new SecretText(text, other)).toThrow('does not contain');
  });
});

function count(secret: readonly boolean[]): number {
  return secret.filter(Boolean).length;
}
