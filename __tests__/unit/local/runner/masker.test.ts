import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { SecretMasker } from '../../../../local/runner/masker.ts';

function maskerOf(...values: string[]): SecretMasker {
  const masker = new SecretMasker();
  for (const value of values) masker.add(value);
  return masker;
}

describe('The masker', () => {
  // The base64 values are from openssl (`printf %s … | openssl base64 -A`).
  test.each([
    ['the value itself', 'Password123!', '123Password123!123', '123***123'],
    ['nothing in another case', 'Password123!', 'password123!', 'password123!'],
    ['base64 of the value', 'Password123!', '<UGFzc3dvcmQxMjMh>', '<***>'],
    ['base64 after one other byte', 'Password123!', 'OlBhc3N3b3JkMTIzIQ==', 'OlBh***'],
    ['base64 after two other bytes', 'Password123!', 'YTpQYXNzd29yZDEyMyE=', 'YTpQ***'],
    ['base64 after three other bytes', 'Password123!', 'YWI6UGFzc3dvcmQxMjMh', 'YWI6***'],
    ['double quotes behind backslashes', 'a "b" c', 'x a \\"b\\" c x', 'x *** x'],
    ['single quotes doubled', "it's here", "x it''s here x", 'x *** x'],
    ['JSON escapes', 'tab\there', 'x tab\\there x', 'x *** x'],
    ['JSON escapes of a control character', 'a\u001fb', 'x a\\u001fb x', 'x *** x'],
    [
      'percent encoding, with all that RFC 3986 reserves',
      "p w!'()*~",
      'x p%20w%21%27%28%29%2A~ x',
      'x *** x',
    ],
    ['percent encoding of UTF-8', 'schlüssel', 'schl%C3%BCssel', '***'],
    ['XML escapes', `a<b>&"c"'d'`, 'x a&lt;b&gt;&amp;&quot;c&quot;&apos;d&apos; x', 'x *** x'],
    ['a value in quotes, also without the quotes', '"Password123!!"', 'x Password123!! x', 'x *** x'],
    ['a short value in quotes only with the quotes', '"short"', 'short "short"', 'short ***'],
    [
      'what PowerShell prints before an ampersand',
      'secret&secret+secret',
      'secret& ! secret+secret',
      '*** ! ***',
    ],
    ['what PowerShell prints around &+', 'secret&+secret&secret', 'secret&+|s|ecret&secret', '***|s|***'],
    ['no part of fewer than six characters before an ampersand', 'abc&other', 'abc& other', 'abc& other'],
    ['one character, if that is the value', 'e', 'here', 'h***r***'],
  ])('hides %s.', (_what, value, text, masked) => {
    expect(maskerOf(value).mask(text)).toBe(masked);
  });

  test('does not hide base64 without padding, because the runner does not trim it.', () => {
    expect(maskerOf('ab:Password12').mask('YWI6UGFzc3dvcmQxMg')).toBe('YWI6UGFzc3dvcmQxMg');
    expect(maskerOf('ab:Password12').mask('YWI6UGFzc3dvcmQxMg==')).toBe('***');
  });

  test('replaces overlapping or adjacent matches by one ***.', () => {
    expect(maskerOf('abc', 'bcd').mask('xabcdx')).toBe('x***x');
    expect(maskerOf('abcdef').mask('-abcdefabcdef-')).toBe('-***-');
    expect(maskerOf('aba').mask('xababax')).toBe('x***x');
    expect(maskerOf('abcdef', 'uvwxyz').mask('abcdef uvwxyz')).toBe('*** ***');
  });

  test('hides a long value as a whole, even if it contains a short one.', () => {
    expect(maskerOf('key', 'prefix-key-suffix').mask('a prefix-key-suffix b')).toBe('a *** b');
  });

  test('hides nothing if the value is empty.', () => {
    expect(maskerOf('').mask('as it was')).toBe('as it was');
  });
});

test('The index finds the same matches as a plain search for every form.', () => {
  const letters = fc.constantFrom('a', 'b', 'c');
  const word = fc.string({ unit: letters, minLength: 1, maxLength: 7 });
  fc.assert(
    fc.property(
      fc.array(word, { maxLength: 4 }),
      fc.string({ unit: letters, maxLength: 40 }),
      (values, text) => {
        expect(maskerOf(...values).mask(text)).toBe(plainlyMasked(values, text));
      },
    ),
  );
});

/** Masks every character that a value covers. Encodings do not matter: base64 of these letters contains other characters. */
function plainlyMasked(values: readonly string[], text: string): string {
  const starts = [...text].map((_character, start) =>
    values.filter((value) => text.startsWith(value, start)),
  );
  const covered = [...text].map((_character, at) =>
    starts.slice(0, at + 1).some((here, start) => here.some((value) => start + value.length > at)),
  );
  return [...text].reduce((masked, character, at) => {
    if (covered[at] !== true) return masked + character;
    return covered[at - 1] === true ? masked : `${masked}***`;
  }, '');
}
