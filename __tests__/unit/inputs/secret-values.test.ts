import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { SecretMasker } from '../../../local/runner/masker.ts';
import { secretValues } from '../../../src/inputs/secret-values.ts';
import { hasSecrets } from '../../../src/inputs/values.ts';

const passphrase = `p/q "a"+b&c<d>'e\\f=ü~#$g`;

function maskerOf(value: string): SecretMasker {
  const masker = new SecretMasker();
  for (const one of secretValues((name) => (name === 'passphrase' ? value : ''))) masker.add(one);
  return masker;
}

// Each was printed by the program itself.
test.each([
  ['json.dumps of Python', String.raw`"p/q \"a\"+b&c<d>'e\\f=\u00fc~#$g"`],
  ['json_encode of PHP', String.raw`"p\/q \"a\"+b&c<d>'e\\f=\u00fc~#$g"`],
  ['json.Marshal of Go', String.raw`"p/q \"a\"+b\u0026c\u003cd\u003e'e\\f=ü~#$g"`],
  ['to_json of Ruby, tojson of jq, JSON.stringify', String.raw`"p/q \"a\"+b&c<d>'e\\f=ü~#$g"`],
  ['urllib.parse.quote of Python', 'p/q%20%22a%22%2Bb%26c%3Cd%3E%27e%5Cf%3D%C3%BC~%23%24g'],
  ['quote_plus of Python', 'p%2Fq+%22a%22%2Bb%26c%3Cd%3E%27e%5Cf%3D%C3%BC~%23%24g'],
  ['rawurlencode of PHP', 'p%2Fq%20%22a%22%2Bb%26c%3Cd%3E%27e%5Cf%3D%C3%BC~%23%24g'],
  ['urlencode of PHP', 'p%2Fq+%22a%22%2Bb%26c%3Cd%3E%27e%5Cf%3D%C3%BC%7E%23%24g'],
  ['@uri of jq 1.6, encodeURIComponent', "p%2Fq%20%22a%22%2Bb%26c%3Cd%3E'e%5Cf%3D%C3%BC~%23%24g"],
  ['url.PathEscape of Go', 'p%2Fq%20%22a%22+b&c%3Cd%3E%27e%5Cf=%C3%BC~%23$g'],
  ['html.escape of Python', String.raw`p/q &quot;a&quot;+b&amp;c&lt;d&gt;&#x27;e\f=ü~#$g`],
  ['html.EscapeString of Go', String.raw`p/q &#34;a&#34;+b&amp;c&lt;d&gt;&#39;e\f=ü~#$g`],
  ['htmlspecialchars of PHP', String.raw`p/q &quot;a&quot;+b&amp;c&lt;d&gt;&#039;e\f=ü~#$g`],
  ['CGI.escapeHTML of Ruby', String.raw`p/q &quot;a&quot;+b&amp;c&lt;d&gt;&#39;e\f=ü~#$g`],
  ['@html of jq', String.raw`p/q &quot;a&quot;+b&amp;c&lt;d&gt;&apos;e\f=ü~#$g`],
  ['html.escape of Python, quote=False', String.raw`p/q "a"+b&amp;c&lt;d&gt;'e\f=ü~#$g`],
  ['set -x of Bash, escapeshellarg of PHP, @sh of jq', String.raw`'p/q "a"+b&c<d>'\''e\f=ü~#$g'`],
  ['shlex.quote of Python', String.raw`'p/q "a"+b&c<d>'"'"'e\f=ü~#$g'`],
  ['printf %q of Bash', String.raw`p/q\ \"a\"+b\&c\<d\>\'e\\f=ü~#\$g`],
  ['declare -p of Bash', String.raw`"p/q \"a\"+b&c<d>'e\\f=ü~#\$g"`],
  ['Shellwords.escape of Ruby', String.raw`p/q\ \"a\"+b\&c\<d\>\'e\\f\=\ü\~\#\$g`],
  ['repr of Python', String.raw`'p/q "a"+b&c<d>\'e\\f=ü~#$g'`],
])('The passphrase is masked as printed by %s', (_, printed) => {
  expect(maskerOf(passphrase).mask(printed)).toMatch(/^["']?\*{3}["']?$/);
});

test.each([
  ['urlencode of PHP', 'p%2Aq%28r%29+s%7Et%21u%2Fv'],
  ['quote_plus of Python', 'p%2Aq%28r%29+s~t%21u%2Fv'],
  ['quotemeta of Perl', String.raw`p\*q\(r\)\ s\~t\!u\/v`],
])('Characters that programs treat in different ways are masked as printed by %s', (_, printed) => {
  expect(maskerOf('p*q(r) s~t!u/v').mask(printed)).toBe('***');
});

test('The passphrase is masked as System.Text.Json of .NET prints it: in upper case, and more than needs escaping', () => {
  const printed = String.raw`"p/q \u0022a\u0022\u002Bb\u0026c\u003Cd\u003E\u0027e\\f=\u00FC~#$g"`;
  expect(maskerOf(passphrase).mask(printed)).toBe('"***"');
});

test('A step without a passphrase has nothing to mask, whatever else is set', () => {
  expect(hasSecrets((name) => (name === 'passphrase' ? ' \n' : 'x'))).toBe(false);
  expect(hasSecrets((name) => (name === 'passphrase' ? 'x' : ''))).toBe(true);
});

describe('In base64', () => {
  test('of any larger text, at most two characters at each end of a passphrase can be read', () => {
    const text = fc.string({ unit: 'grapheme-ascii', maxLength: 20 });
    const secret = fc
      .string({ unit: 'grapheme-ascii', minLength: 8 })
      .filter((value) => value.trim() === value);
    fc.assert(
      fc.property(text, secret, text, (before, value, after) => {
        const encoded = Buffer.from(before + value + after).toString('base64');
        const masker = maskerOf(value);
        const [start, end] = [before.length, before.length + value.length];
        const hidden = masker
          .hits(encoded)
          .find((hit) => (hit.start * 3) / 4 <= start + 2 && (hit.end * 3) / 4 >= end - 2);
        expect(hidden).toBeDefined();
      }),
    );
  });

  test('no piece is masked that is so short that it occurs in other text', () => {
    const values = secretValues((name) => (name === 'passphrase' ? 'seven77' : ''));
    expect(values.every((value) => value === 'seven77' || value.length >= 8)).toBe(true);
  });
});
