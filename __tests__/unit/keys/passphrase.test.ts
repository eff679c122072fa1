import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { MaskedPrivateKey, PrivateKey, type RegisterMasks } from '../../../src/keys/private-key.ts';
import { bodyOf, freshEd25519, freshRsa, pemOf, type TestKey } from '../../lib/keys.ts';
import { ENCRYPTED_KEYS, PASSPHRASE } from './encrypted-keys.ts';
import { readableSecret, sampleOf, secretNumbersOf } from './masked-text.ts';

const noMasks: RegisterMasks = () => Promise.resolve();

async function encrypted({ pem }: TestKey, passphrase: string, comment = 'deploy'): Promise<string> {
  const key = await MaskedPrivateKey.mask(PrivateKey.parse(pem), noMasks);
  return key.as('pem', { comment, passphrase });
}

/** As `ssh-keygen` writes it. */
function withoutPassphrase(text: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'ec2-key-pair-unit-'));
  try {
    const file = path.join(folder, 'key');
    writeFileSync(file, text, { mode: 0o600 });
    execFileSync('ssh-keygen', ['-q', '-p', '-P', 'a passphrase', '-N', '', '-f', file], { stdio: 'ignore' });
    return readFileSync(file, 'utf8');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function plainPpk({ pem }: TestKey): Promise<string> {
  return (await MaskedPrivateKey.mask(PrivateKey.parse(pem), noMasks)).as('ppk', { comment: 'deploy' });
}

describe.each(ENCRYPTED_KEYS)('$name', ({ make, text }) => {
  test('it is read with its passphrase', async () => {
    const key = await PrivateKey.read(text, PASSPHRASE);
    expect(key.publicKey.equals(PrivateKey.parse(make().pem).publicKey)).toBe(true);
  });

  test.each([
    ['another passphrase', `${PASSPHRASE} `],
    ['an empty passphrase', ''],
  ])('it is not read with %s', async (_, passphrase) => {
    await expect(PrivateKey.read(text, passphrase)).rejects.toMatchObject({
      code: expect.stringMatching(/^(PASSPHRASE_WRONG|PRIVATE_KEY_UNREADABLE)$/),
    });
  });

  test('without a passphrase, the error says that it needs one', () => {
    expect(() => PrivateKey.parse(text)).toThrow(expect.objectContaining({ code: 'PRIVATE_KEY_ENCRYPTED' }));
  });

  test('damage is noticed, or does not change the key, and no error contains any of the text', async () => {
    const { publicKey } = PrivateKey.parse(make().pem);
    const bytes = Buffer.from(bodyOf(text), 'base64');
    const first = text.split('\n')[0] ?? '';
    const lines = text.slice(first.length + 1).split('\n');
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, bits) => {
        const flipped = Buffer.from(bytes);
        flipped.writeUInt8(flipped.readUInt8(at) ^ bits, at);
        const label = /BEGIN ([A-Z ]+)-/.exec(first)?.[1] ?? '';
        for (const damaged of [pemOf(label, flipped, 64), pemOf(label, bytes.subarray(0, at), 64)]) {
          const read = await PrivateKey.read(damaged, PASSPHRASE).catch((thrown: unknown) => thrown);
          if (read instanceof PrivateKey) expect(read.publicKey.equals(publicKey)).toBe(true);
          else expect(read).toMatchObject({ name: 'KeyPairError' });
          expect(lines.filter((line) => line.length > 20 && String(read).includes(line))).toEqual([]);
        }
      }),
      { numRuns: 20 },
    );
  });
});

describe.each<[string, () => TestKey]>([
  ['RSA', () => freshRsa()],
  ['ED25519', () => freshEd25519()],
])('%s', (_, make) => {
  test('a key with a passphrase is written in OpenSSH format, and read with that passphrase only', async () => {
    const made = make();
    const text = await encrypted(made, 'ünïcode, and spaces ');

    expect(text).toMatch(
      /^-----BEGIN OPENSSH PRIVATE KEY-----\n([\w+/=]{1,70}\n)+-----END OPENSSH PRIVATE KEY-----\n$/,
    );
    expect(Buffer.from(bodyOf(text), 'base64').toString('latin1')).toContain('aes256-ctr\0\0\0\u0006bcrypt');
    const read = await PrivateKey.read(text, 'ünïcode, and spaces ');
    expect(read.publicKey.equals(PrivateKey.parse(made.pem).publicKey)).toBe(true);
    await expect(PrivateKey.read(text, 'ünïcode, and spaces')).rejects.toMatchObject({
      code: 'PASSPHRASE_WRONG',
    });
  });

  test('what is left when a later step removes the passphrase is masked, in PEM and as PPK', async () => {
    const made = make();
    for (const format of ['pem', 'ppk'] as const) {
      const registered: string[] = [];
      const key = await MaskedPrivateKey.mask(PrivateKey.parse(made.pem), async (values) => {
        registered.push(...values);
      });
      const text = await key.as(format, { comment: 'deploy', passphrase: 'a passphrase' });
      const plain = format === 'pem' ? withoutPassphrase(text) : await plainPpk(made);
      const whenRead: string[] = [];
      await MaskedPrivateKey.mask(await PrivateKey.read(text, 'a passphrase'), async (values) => {
        whenRead.push(...values);
      });
      const runs = [registered, whenRead].map(
        (values) => readableSecret(sampleOf(plain, secretNumbersOf(made)), String, values).longestRun,
      );
      expect(Math.max(...runs)).toBeLessThan(12);
    }
  });

  test('each text has a salt of its own', async () => {
    const made = make();
    const texts = [await encrypted(made, 'a passphrase'), await encrypted(made, 'a passphrase')];
    expect(new Set(texts.map((text) => bodyOf(text).slice(-100))).size).toBe(2);
  });

  test('a passphrase for a key that is not encrypted is ignored', async () => {
    const made = make();
    const read = await PrivateKey.read(made.pem, 'a passphrase');
    expect(read.publicKey.equals(PrivateKey.parse(made.pem).publicKey)).toBe(true);
  });
});

test('a container that asks for millions of rounds is refused at once', async () => {
  const text = await encrypted(freshEd25519(), 'a passphrase');
  const bytes = Buffer.from(bodyOf(text), 'base64');
  // The rounds follow the salt of 16 bytes, which follows `bcrypt` and two lengths.
  bytes.writeUInt32BE(0xffff_ffff, bytes.indexOf('bcrypt') + 6 + 4 + 4 + 16);

  await expect(
    PrivateKey.read(pemOf('OPENSSH PRIVATE KEY', bytes, 70), 'a passphrase'),
  ).rejects.toMatchObject({ code: 'PRIVATE_KEY_UNREADABLE' });
});
