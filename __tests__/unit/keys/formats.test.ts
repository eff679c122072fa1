import { readFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { type KeyFormat, keyFormats } from '../../../src/keys/formats.ts';
import { MaskedPrivateKey, PrivateKey } from '../../../src/keys/private-key.ts';
import { leakLength } from '../../../test-support/secret-pieces.ts';
import { freshEd25519, freshRsa, type TestKey } from '../../lib/keys.ts';
import { maskerOf, secretNumbersOf, secretParts } from './masked-text.ts';

const formats = Object.keys(keyFormats).filter((name): name is KeyFormat => name in keyFormats);

test('there is a format for OpenSSH and one for PuTTY', () => {
  expect(formats).toEqual(expect.arrayContaining(['pem', 'ppk']));
});

test('the table loads no encoder until one is needed', async () => {
  const source = await readFile(new URL('../../../src/keys/formats.ts', import.meta.url), 'utf8');
  const imports = source.split('\n').filter((line) => /^(import|export .* from)\b/.test(line));
  expect(imports.length).toBeGreaterThan(0);
  expect(imports.filter((line) => !line.startsWith('import type '))).toEqual([]);
});

describe.each<[string, () => TestKey]>([
  ['RSA', () => freshRsa()],
  ['ED25519', () => freshEd25519()],
])('%s', (_, make) => {
  test.each(formats)('as %s has masks for all of every secret number', async (format) => {
    const made = make();
    const values: string[] = [];
    const key = await MaskedPrivateKey.mask(
      PrivateKey.parse(made.pem),
      async (all) => void values.push(...all),
    );
    const parts = secretParts(await key.as(format, { comment: 'deploy' }), secretNumbersOf(made));
    const masker = maskerOf(values);
    expect(parts.length).toBeGreaterThan(0);
    // A part that is shorter than a mask can be left at the end of a line, and of a number without what is next to it in the file.
    const texts = [...parts.flat(), ...parts.map((number) => number.join(''))];
    const readable = texts.flatMap((text) => masker.mask(text).split('***'));
    expect(readable.filter((text) => text.length >= leakLength)).toEqual([]);
  });
});
