import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { escapeHtml, sanitizeForLog } from '../../../src/runner/sanitize.ts';
import { hostileTexts } from '../../lib/hostile-texts.ts';
import { commandsIn } from '../../lib/recognizers.ts';

test('The recognizers of this test find a command where there is one', () => {
  expect(
    ['::a::', ' \u3000::a b=c::d', 'x ##[a]', 'x\r::a::'].map((text) => commandsIn(text).length),
  ).toEqual([1, 1, 1, 1]);
  expect(['a::b::', ': ::', '## [a]', '##'].flatMap(commandsIn)).toEqual([]);
});

describe('The runner finds no command in', () => {
  test.each(hostileTexts)('the text %j', (text) => {
    expect(commandsIn(sanitizeForLog(text))).toEqual([]);
    expect(commandsIn(`${sanitizeForLog(text)} and ${sanitizeForLog(text)}`)).toEqual([]);
    expect(commandsIn(escapeHtml(text))).toEqual([]);
  });

  test('any text of the pieces that commands consist of', () => {
    const pieces = [
      ':',
      '::',
      '#',
      '##',
      '[',
      ']',
      ' ',
      '\t',
      '\n',
      '\r',
      '\v',
      '\f',
      '\0',
      '\u0085',
      '\u00a0',
    ];
    const more = [
      '\u200b',
      '\u2028',
      '\u2029',
      '\u3000',
      '\ufeff',
      '\u202e',
      '\u001b',
      'error',
      'x=y',
      '%0A',
      '%3A',
    ];
    const text = fc.string({ unit: fc.constantFrom(...pieces, ...more), maxLength: 24 });
    fc.assert(
      fc.property(text, (one) => {
        expect(commandsIn(sanitizeForLog(one))).toEqual([]);
        expect(commandsIn(escapeHtml(one))).toEqual([]);
      }),
      { numRuns: 3000 },
    );
  });

  test('any text at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (one) => {
        expect(commandsIn(sanitizeForLog(one))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('sanitized texts that are joined line by line', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...hostileTexts), { maxLength: 4 }), (texts) => {
        expect(commandsIn(texts.map(sanitizeForLog).join('\n'))).toEqual([]);
      }),
    );
  });
});

test.each([
  'Created key-0123456789abcdef0, fingerprint aa:bb:cc.',
  'a::b',
  'arn:aws:iam::123456789012:role/x',
  'schlüssel 鍵 🔑',
  'two\nlines\tand a tab',
  '## heading',
  '[x]',
])('%j is printed unchanged', (text) => {
  expect(sanitizeForLog(text)).toBe(text);
});

test('Every kind of newline becomes the one that the runner knows', () => {
  expect(sanitizeForLog('a\r\nb\rc\u0085d\u2028e\u2029f\ng')).toBe('a\nb\nc\nd\ne\nf\ng');
});

test('Characters that hide or reverse text, or move the cursor, are made visible', () => {
  expect(sanitizeForLog('a\u202eb\u200bc\u001b[2Jd\u0007e\u2066f')).toBe(
    'a\ufffdb\ufffdc\ufffd[2Jd\ufffde\ufffdf',
  );
});

test('A secret that the runner masks is printed unchanged: only what would be a command is altered', () => {
  fc.assert(
    fc.property(fc.base64String({ minLength: 16 }), (secret) => {
      expect(sanitizeForLog(`text ${secret} text`)).toContain(secret);
    }),
  );
});

describe('A text in the summary', () => {
  test('is one line without HTML, Markdown, or mentions', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(escapeHtml(text).replace(/&#\d+;/g, '')).not.toMatch(/[\n\r<>"'`|\\[\]*@&]/);
      }),
    );
  });

  test('is displayed as it was before', () => {
    const shown = escapeHtml('<b>a & "b"</b> | `c` @octo\n d').replace(/&#(\d+);/g, (_, code) =>
      String.fromCodePoint(Number(code)),
    );
    expect(shown).toBe('<b>a & "b"</b> | `c` @octo d');
  });
});
