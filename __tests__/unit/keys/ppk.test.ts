import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { toPpk } from '../../../src/keys/ppk.ts';
import { MaskedPrivateKey, PrivateKey } from '../../../src/keys/private-key.ts';
import { containerParts, freshEd25519, freshRsa, opensshPem, type TestKey } from '../../lib/keys.ts';
import { KNOWN_KEYS } from './known-keys.ts';
import { base64Lines, hidden, longestSecretRun } from './masked-text.ts';

function masked(pem: string): Promise<MaskedPrivateKey> {
  return MaskedPrivateKey.cover(PrivateKey.parse(pem), () => Promise.resolve());
}

async function ppkOf(pem: string, comment = 'deploy'): Promise<{ ppk: string; values: string[] }> {
  const values: string[] = [];
  const ppk = await toPpk(await masked(pem), comment, async (all) => void values.push(...all));
  return { ppk, values };
}

/** The lines after `Private-Lines: n`. */
function privateLines(ppk: string): string[] {
  const [, rest = ''] = ppk.split('Private-Lines: ');
  return rest.split('\n').slice(1, -2);
}

describe.each(KNOWN_KEYS)('$name', ({ make, ppkSha256 }) => {
  test('is written byte for byte as puttygen writes it', async () => {
    const { ppk } = await ppkOf(make().pem);
    expect(createHash('sha256').update(ppk).digest('hex')).toBe(ppkSha256);
  });

  test("is written the same from OpenSSH's own container", async () => {
    const { ppk } = await ppkOf(opensshPem(containerParts(make().key, 'another comment')));
    expect(createHash('sha256').update(ppk).digest('hex')).toBe(ppkSha256);
  });
});

describe.each<[string, () => TestKey]>([
  ['RSA', () => freshRsa()],
  ['ED25519', () => freshEd25519()],
])('%s', (_, make) => {
  const { pem } = make();

  test('has its masks registered before the file exists', async () => {
    let registered = false;
    const ppk = toPpk(await masked(pem), 'deploy', async () => {
      await new Promise((done) => setImmediate(done));
      registered = true;
    });
    expect(registered).toBe(false);
    await ppk;
    expect(registered).toBe(true);
  });

  test('is not written when the masks could not be registered', async () => {
    const refusal = new Error('stdout is closed');
    await expect(toPpk(await masked(pem), 'deploy', () => Promise.reject(refusal))).rejects.toBe(refusal);
  });

  test('shows its public lines, and not its private ones', async () => {
    const { ppk, values } = await ppkOf(pem);
    const secret = privateLines(ppk);
    expect(secret.length).toBeGreaterThan(0);
    const printed = hidden(ppk, values);
    expect(secret.filter((line) => line.length >= 16 && printed.includes(line))).toEqual([]);
    expect(printed.split('\n').filter((line) => line !== '***')).toEqual(
      ppk.split('\n').filter((line) => !secret.some((other) => other === line && line.length >= 16)),
    );
  });

  test.each<[string, (text: string) => string]>([
    ['cat', (text) => text],
    ['a copy with CRLF', (text) => text.replaceAll('\n', '\r\n')],
    ['base64 -w0', btoa],
    ['base64', (text) => base64Lines(text, 76)],
    ['openssl base64', (text) => base64Lines(text, 64)],
    ['base64 of CRLF', (text) => base64Lines(text.replaceAll('\n', '\r\n'), 76)],
  ])('is hidden in %s', async (_form, print) => {
    const { ppk, values } = await ppkOf(pem);
    const to = ppk.split('\n').length - 2;
    const sample = {
      text: ppk,
      secret: { from: to - privateLines(ppk).length, to },
      common: { start: 8, end: 0 },
    };
    expect(longestSecretRun(sample, print, [])).toBeGreaterThanOrEqual(24);
    expect(longestSecretRun(sample, print, values)).toBeLessThan(12);
  });

  test('keeps a comment on its line, so that it can add no line to the file', async () => {
    const { ppk } = await ppkOf(pem, 'a\r\nPrivate-Lines: 0\n\u0000\u001b\u2028b');
    expect(ppk.split('\n')[2]).toBe('Comment: a Private-Lines: 0 b');
    expect(ppk.match(/^Private-Lines: /gm)).toHaveLength(1);
    expect(ppk).not.toContain('\r');
  });
});
