import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { damagedText, hugeTexts, quotedIn } from '../../../test-support/damaged-text.ts';
import { bodyOf, pemOf } from '../../lib/keys.ts';
import { outcomeOf, READERS } from './readers.ts';

/** A text up to each of its characters, and a PEM block with each beginning of its data. */
function truncations(text: string): string[] {
  const [, label] = /^-----BEGIN ([A-Z ]+)-----/.exec(text) ?? [];
  const bytes = Buffer.from(label === undefined ? '' : bodyOf(text), 'base64');
  return [
    ...Array.from({ length: text.length }, (_, length) => text.slice(0, length)),
    ...Array.from({ length: bytes.length }, (_, length) => pemOf(label ?? '', bytes.subarray(0, length), 64)),
  ];
}

describe.each(READERS)('$name', (reader) => {
  const { samples } = reader;

  test('is read as it is', async () => {
    for (const sample of samples)
      expect(await outcomeOf(reader, sample).catch(() => 'failed')).not.toBe('failed');
    expect(samples.length).toBeGreaterThan(0);
  });

  test('is read or refused with a reason, wherever it is truncated', async () => {
    // Computing the masks of a key takes longer than reading it.
    const step = reader.name.includes('where none should be') ? 29 : 1;
    for (const text of samples.flatMap(truncations).filter((_, at) => at % step === 0))
      await outcomeOf(reader, text);
  });

  test('is read or refused with a reason, however it is damaged, mixed up, or replaced by other bytes', async () => {
    await fc.assert(
      fc.asyncProperty(damagedText(samples), async (text) => void (await outcomeOf(reader, text))),
      { numRuns: 200 },
    );
  });

  test('is read or refused with a reason if it is a million characters long', async () => {
    for (const text of hugeTexts(samples.slice(0, 2))) await outcomeOf(reader, text);
  });
});

test('a piece of a text is found wherever an error holds it', () => {
  const key = `${'A'.repeat(20)}bcdefghij`;
  const error = new Error('no', { cause: { deep: [`<${key.slice(-9)}>`] } });
  expect(quotedIn(error, `line\n${key}\n`)).toEqual(['bcdefghi', 'cdefghij']);
  expect(quotedIn(new Error('no'), key)).toEqual([]);
});
