import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { MaskedPrivateKey, PrivateKey } from '../../../src/keys/private-key.ts';
import { containerParts, freshEd25519, freshRsa, opensshPem, type TestKey } from '../../lib/keys.ts';
import { KNOWN_KEYS } from './known-keys.ts';
import {
  base64Lines,
  bodyLines,
  maskerOf,
  readableSecret,
  sampleOf,
  secretNumbersOf,
} from './masked-text.ts';

/** A key as PPK, and the masks that were registered for it beside those of its PEM. */
async function ppkOf(pem: string, comment = 'deploy'): Promise<{ ppk: string; values: string[] }> {
  const registered: (readonly string[])[] = [];
  const key = await MaskedPrivateKey.mask(PrivateKey.parse(pem), async (all) => void registered.push(all));
  const ppk = await key.as('ppk', { comment });
  return { ppk, values: registered.slice(1).flat() };
}

/** The lines after `Private-Lines: n`. */
function privateLines(ppk: string): string[] {
  return [...bodyLines(ppk.split('\r\n')).lines];
}

/** As puttygen writes on Linux. PuTTYgen on Windows writes CRLF. */
function withLf(ppk: string): string {
  return ppk.replaceAll('\r\n', '\n');
}

describe.each(KNOWN_KEYS)('$name', ({ make, ppkSha256 }) => {
  test('becomes byte for byte the file of version 3 that puttygen writes, with CRLF', async () => {
    const { ppk } = await ppkOf(make().pem);
    expect(createHash('sha256').update(withLf(ppk)).digest('hex')).toBe(ppkSha256);
    expect(ppk.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(ppk).toMatch(/[^\n]\r\n$/);
  });

  test('becomes the same file when it was read from OpenSSH format', async () => {
    const { ppk } = await ppkOf(opensshPem(containerParts(make().key, 'another comment')));
    expect(createHash('sha256').update(withLf(ppk)).digest('hex')).toBe(ppkSha256);
  });
});

describe.each<[string, () => TestKey]>([
  ['RSA', () => freshRsa()],
  ['ED25519', () => freshEd25519()],
])('%s', (_, make) => {
  const { pem, key } = make();

  test('prints with its public lines visible and its secret numbers masked', async () => {
    const { ppk, values } = await ppkOf(pem);
    const masker = maskerOf(values);
    const printed = masker.mask(ppk).split('\r\n');
    const secret = privateLines(ppk);
    expect(secret.length).toBeGreaterThan(0);
    expect(printed.filter((line) => !line.includes('***'))).toEqual(
      ppk.split('\r\n').filter((line) => !secret.includes(line)),
    );
    // The lengths of the numbers are not secret.
    const readable = printed.filter((line) => line.includes('***')).flatMap((line) => line.split('***'));
    expect(readable.filter((part) => part.length > 8)).toEqual([]);
  });

  test.each<[string, (text: string) => string]>([
    ['cat', (text) => text],
    ['a copy with LF', withLf],
    ['base64 -w0', btoa],
    ['base64', (text) => base64Lines(text, 76)],
    ['openssl base64', (text) => base64Lines(text, 64)],
    ['base64 of LF', (text) => base64Lines(withLf(text), 76)],
    ['JSON', JSON.stringify],
  ])('is masked in %s', async (_form, print) => {
    const { ppk, values } = await ppkOf(pem);
    const sample = sampleOf(ppk, secretNumbersOf({ key }));
    expect(readableSecret(sample, print, []).longestRun).toBeGreaterThanOrEqual(24);
    expect(readableSecret(sample, print, values).longestRun).toBeLessThan(12);
  });

  test('keeps a comment on one line, so that it cannot add lines to the file', async () => {
    const { ppk } = await ppkOf(pem, 'a\r\nPrivate-Lines: 0\n\u0000\u001b\u2028b');
    expect(ppk.split('\r\n')[2]).toBe('Comment: a Private-Lines: 0 b');
    expect(ppk.match(/^Private-Lines: /gm)).toHaveLength(1);
    expect(withLf(ppk)).not.toContain('\r');
  });
});
