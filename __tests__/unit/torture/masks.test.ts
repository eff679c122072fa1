import { describe, expect, test } from '@jest/globals';
import { createKey } from '../../../local/aws/keys/created-key.ts';
import { privateKeyText } from '../../../local/aws/keys/private-key-text.ts';
import { formsOf, type KeyOptions } from '../../../torture/masks/measure.ts';
import { readableIn } from '../../../torture/masks/readable.ts';
import { SecretText } from '../../../torture/masks/secret-text.ts';

const secretAt = (pattern: string) => Array.from(pattern, (character) => character === 'x');

/** The parts of a pattern that are `#`. */
const partsOf = (pattern: string) =>
  [...pattern.matchAll(/#+/g)].map(({ 0: part, index }) => ({ start: index, end: index + part.length }));

describe('readableIn', () => {
  test.each([
    ['nothing is masked', 'abcdef', 'xx-xxx', '      ', 3, 1],
    ['a line ends in between', 'ab\ncd\n', 'xx-xx-', '      ', 4, 1],
    ['everything is masked', 'abcdef', 'xxxxxx', '######', 0, 0],
    ['a piece is masked', 'abcdefgh', 'xxxxxxxx', '  ###   ', 3, 5 / 8],
    ['two pieces are masked', 'abcdefgh', 'xxxxxxxx', '#  ### #', 2, 3 / 8],
    ['only public characters are left', 'abcdefgh', '--xxxxx-', '  ##### ', 0, 0],
    ['an escape is in between', 'ab\\u002Bcd', 'xx------xx', '          ', 5, 1],
    ['a masked escape is in between', 'ab\\u002Bcd', 'xx------xx', '  ######  ', 2, 1],
    ['other letters are in between', 'abAoGBAcd', 'xx-----xx', '         ', 2, 1],
    ['public text is in between', 'ab=========cd', 'xx---------xx', '             ', 2, 1],
  ])('measures the longest run and the share when %s', (_, text, secret, masked, longestRun, share) => {
    expect(readableIn(text, secretAt(secret), partsOf(masked))).toEqual({ longestRun, share });
  });
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
    const secretAt = secret.secretAt((same) => same);
    const inFile = count(secretAt);
    const escapable = secretAt.filter((is, at) => is && /[+/]/.test(text.charAt(at))).length;
    // A number that starts or ends within a group of base64 shares a character there.
    expect(inFile).toBeGreaterThanOrEqual(Math.floor((options.bytes * 4) / 3) - 12);
    expect(inFile).toBeLessThanOrEqual(Math.ceil((options.bytes * 4) / 3) + 12);
    const { masked, readable } = formsOf(options);
    for (const form of [...masked, ...readable]) {
      expect(count(secret.secretAt((same) => form.of(same)))).toBeGreaterThanOrEqual(inFile - escapable);
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
