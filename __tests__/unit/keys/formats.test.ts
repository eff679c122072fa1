import { readFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { type KeyFormat, keyFormats } from '../../../src/keys/formats.ts';
import { MaskedPrivateKey, PrivateKey } from '../../../src/keys/private-key.ts';
import { freshEd25519, freshRsa, type TestKey } from '../../lib/keys.ts';
import { hidden } from './masked-text.ts';

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
  test.each(formats)('as %s has a mask for every long line of its private half', async (format) => {
    const values: string[] = [];
    const key = await MaskedPrivateKey.mask(
      PrivateKey.parse(make().pem),
      async (all) => void values.push(...all),
    );
    const text = await key.as(format, { comment: 'deploy' });
    const publicBase64 = key.publicKey.blob.toString('base64');
    const secret = text
      .split('\n')
      .filter((line) => /^[\w+/=]{16,}$/.test(line) && !publicBase64.includes(line));
    const printed = hidden(text, values);
    expect(secret.length).toBeGreaterThan(0);
    expect(secret.filter((line) => printed.includes(line))).toEqual([]);
  });
});
