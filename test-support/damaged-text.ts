import { inspect } from 'node:util';
import fc from 'fast-check';

/** What a program, a network or a person makes of text with a key in it. */
export function damagedText(samples: readonly string[]): fc.Arbitrary<string> {
  const sample = fc.constantFrom(...samples);
  return fc.oneof(
    { weight: 4, arbitrary: truncated(sample) },
    { weight: 4, arbitrary: withOtherCharacters(sample) },
    { weight: 3, arbitrary: mixedUp(samples) },
    { weight: 2, arbitrary: fc.tuple(truncated(sample), noise()).map(([start, rest]) => start + rest) },
    { weight: 2, arbitrary: fc.tuple(noise(), sample).map(([start, rest]) => start + rest) },
    { weight: 2, arbitrary: noise() },
  );
}

function truncated(sample: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .tuple(sample, fc.nat(), fc.nat(40))
    .map(([text, to, from]) => text.slice(from, to % (text.length + 1)));
}

function withOtherCharacters(sample: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const change = fc.record({
    at: fc.nat(),
    gone: fc.nat(70),
    added: fc.oneof(
      fc.constant(''),
      fc.constantFrom('\n', '\0', '=', '-', ':', '\ufffd', 'AAAA'),
      fc.string(),
    ),
  });
  return fc.tuple(sample, fc.array(change, { minLength: 1, maxLength: 3 })).map(([text, changes]) =>
    changes.reduce((changed, { at, gone, added }) => {
      const from = at % (changed.length + 1);
      return changed.slice(0, from) + added + changed.slice(from + gone);
    }, text),
  );
}

/** Lines of all samples, in any order, as often as may be. */
function mixedUp(samples: readonly string[]): fc.Arbitrary<string> {
  const line = fc.constantFrom(...samples.flatMap((text) => text.split(/\r?\n/)));
  return fc
    .tuple(fc.array(line, { minLength: 1, maxLength: 40 }), fc.constantFrom('\n', '\r\n', ' ', ''))
    .map(([lines, end]) => lines.join(end));
}

/** Bytes of a file that is no text at all, as reading it as text shows them, and text of every kind. */
function noise(): fc.Arbitrary<string> {
  return fc.oneof(
    fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes).toString('utf8')),
    fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes).toString('latin1')),
    fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes).toString('base64')),
    fc.string({ unit: 'binary', maxLength: 200 }),
  );
}

/** About a million characters: a key with much around it, many keys, and what makes careless expressions take for ever. */
export function hugeTexts(samples: readonly string[]): string[] {
  const million = 1_048_576;
  const fillers = [
    ' ',
    '\n',
    '\0',
    'A',
    '=',
    '-',
    '\\n',
    'A\n',
    '\ufffd',
    '-----BEGIN ',
    'Comment: \\\n',
    ' \t\n',
    'AAAA \n',
  ];
  const filled = fillers.map((filler) => filler.repeat(million / filler.length));
  return [
    ...filled,
    ...samples.flatMap((text) => {
      const half = Math.floor(text.length / 2);
      const broken = (filler: string) => text.slice(0, half) + filler + text.slice(half);
      return [
        text + ' '.repeat(million),
        '\n'.repeat(million) + text,
        text.repeat(Math.ceil(million / text.length)),
        broken('A'.repeat(million)),
        broken('\n \n'.repeat(million / 3)),
      ];
    }),
  ];
}

/** Eight characters in a row of what may be a part of a key in the text, which an error holds. Its stack and its code
 * have none. */
export function quotedIn(error: unknown, text: string): string[] {
  const stackOrCode = /^ +at .*$|\b[A-Z]+(?:_[A-Z]+)+\b/gm;
  const shown = inspect(error, { depth: null, showHidden: true }).replace(stackOrCode, '');
  const words = shown.match(/[A-Za-z0-9+/=]{8,}/g) ?? [];
  const inText = text.match(/[A-Za-z0-9+/=]{24,}/g) ?? [];
  return words
    .flatMap((word) => Array.from({ length: word.length - 7 }, (_, at) => word.slice(at, at + 8)))
    .filter((piece) => inText.some((word) => word.includes(piece)));
}
