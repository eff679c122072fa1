import { describe, expect, test } from '@jest/globals';
import { makeKey } from '../../../local/aws/keys/made-key.ts';
import { privateKeyText } from '../../../local/aws/keys/private-key-text.ts';
import { formsOf, type KeyWish } from '../../../torture/masks/measure.ts';
import { longestReadableRun } from '../../../torture/masks/readable.ts';
import { SecretText } from '../../../torture/masks/secret-text.ts';

const telling = (pattern: string) => Array.from(pattern, (character) => character === 'x');

describe('the longest run that can be read', () => {
  test.each([
    ['nothing is masked', 'abcdef', 'xx-xxx', 'abcdef', 3],
    ['a line ends in between', 'ab\ncd\n', 'xx-xx-', 'ab\ncd\n', 4],
    ['all is masked', 'abcdef', 'xxxxxx', '***', 0],
    ['a piece is masked', 'abcdefgh', 'xxxxxxxx', 'ab***fgh', 3],
    ['two pieces are masked', 'abcdefgh', 'xxxxxxxx', '***bc***gh', 2],
    ['only what is public is left', 'abcdefgh', '--xxxxx-', 'ab***h', 0],
    ['the same stands in it twice', 'abab-abab', 'xxxx-----', '***abab', 0],
  ])('where %s', (_, clear, pattern, masked, expected) => {
    expect(longestReadableRun(clear, telling(pattern), masked)).toBe(expected);
  });

  test.each(['', 'abc', 'x***', '***x', 'a***x***f'])('of another text (%j) is not measured', (masked) => {
    expect(() => longestReadableRun('abcdef', telling('xxxxxx'), masked)).toThrow('not the clear one');
  });
});

describe.each<KeyWish & { readonly bytes: number }>([
  // d, p, q, dp, dq, qi; PuTTY leaves out dp and dq.
  { type: 'rsa', format: 'pem', bytes: 256 + 5 * 128 },
  { type: 'rsa', format: 'ppk', bytes: 256 + 3 * 128 },
  { type: 'ed25519', format: 'pem', bytes: 32 },
  { type: 'ed25519', format: 'ppk', bytes: 32 },
])('the characters that tell of the secret ($type, $format)', (wish) => {
  test('are those of the secret numbers, in the file and in every form of it', async () => {
    const key = await makeKey(wish.type);
    const text = privateKeyText(key, wish.format, 'deploy');
    const secret = new SecretText(text, key);
    const inFile = count(secret.tellingIn((same) => same));
    // A number that begins or ends within a group of base64 shares a character there.
    expect(inFile).toBeGreaterThanOrEqual(Math.floor((wish.bytes * 4) / 3) - 12);
    expect(inFile).toBeLessThanOrEqual(Math.ceil((wish.bytes * 4) / 3) + 12);
    const { masked, readable } = formsOf(wish);
    for (const form of [...masked, ...readable]) {
      expect(count(secret.tellingIn((same) => form.of(same)))).toBeGreaterThanOrEqual(inFile);
    }
  });

  test('are not to be found in the file of another key', async () => {
    const text = privateKeyText(await makeKey(wish.type), wish.format, 'deploy');
    const other = await makeKey(wish.type);
    expect(() => new SecretText(text, other)).toThrow('does not hold');
  });
});

function count(telling: readonly boolean[]): number {
  return telling.filter(Boolean).length;
}
