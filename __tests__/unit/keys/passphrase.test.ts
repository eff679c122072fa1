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

describe('an encrypted container is refused', () => {
  const [ctr, , gcm] = ENCRYPTED_KEYS.map(({ text }) => Buffer.from(bodyOf(text), 'base64'));
  if (!ctr || !gcm) throw new Error('a key is missing');
  /** Replaces text by text of the same length, so that all lengths in the container stay right. */
  const withText = (bytes: Buffer, from: string, to: string) => {
    const changed = Buffer.from(bytes);
    changed.write(to, changed.indexOf(from), 'latin1');
    return changed;
  };
  const encryptedPartOf = (bytes: Buffer) =>
    bytes.indexOf(Buffer.from('ssh-ed25519')) + 'ssh-ed25519'.length + 36;

  test.each<[string, () => Buffer]>([
    ['with a cipher that OpenSSH does not have', () => withText(ctr, 'aes256-ctr', 'aes256-xxx')],
    ['with a name that every object has for its cipher', () => withText(ctr, 'aes256-ctr', '__proto__\0')],
    ['with another way to derive its key', () => withText(ctr, 'bcrypt', 'scrypt')],
    ['with bytes behind its encrypted part, as AES-GCM has', () => Buffer.concat([ctr, Buffer.alloc(16)])],
    ['without the 16 bytes that authenticate AES-GCM', () => gcm.subarray(0, -16)],
    ['with 12 of them', () => gcm.subarray(0, -4)],
    [
      'with an encrypted part that is not made of whole blocks',
      () => {
        const at = encryptedPartOf(ctr);
        const shorter = Buffer.from(ctr.subarray(0, -1));
        shorter.writeUInt32BE(shorter.readUInt32BE(at) - 1, at);
        return shorter;
      },
    ],
    [
      'with bytes behind its salt and rounds',
      () => {
        const at = ctr.indexOf('bcrypt') + 'bcrypt'.length;
        const longer = Buffer.concat([ctr.subarray(0, at + 28), Buffer.alloc(1), ctr.subarray(at + 28)]);
        longer.writeUInt32BE(longer.readUInt32BE(at) + 1, at);
        return longer;
      },
    ],
  ])('%s', async (_, damaged) => {
    const text = pemOf('OPENSSH PRIVATE KEY', damaged(), 70);
    await expect(PrivateKey.read(text, PASSPHRASE)).rejects.toMatchObject({ code: 'PRIVATE_KEY_UNREADABLE' });
  });

  test('but read without a change', async () => {
    for (const whole of [ctr, gcm])
      expect((await PrivateKey.read(pemOf('OPENSSH PRIVATE KEY', whole, 70), PASSPHRASE)).type).toBe(
        'ed25519',
      );
  });
});

test.each(['a passphrase', undefined])(
  'two keys are more than one key, with %j for the passphrase',
  async (passphrase) => {
    const both = `${ENCRYPTED_KEYS[0]?.text}${freshEd25519().pem}`;
    await expect(PrivateKey.read(both, passphrase)).rejects.toMatchObject({
      code: 'PRIVATE_KEY_UNREADABLE',
      message: expect.stringContaining('more than one key'),
    });
  },
);

test('a PEM block of another type is not read with a passphrase either', async () => {
  for (const text of [
    pemOf('CERTIFICATE', Buffer.alloc(9), 64),
    pemOf('OPENSSH PRIVATE KEY', Buffer.alloc(9), 70),
  ])
    await expect(PrivateKey.read(text, PASSPHRASE)).rejects.toMatchObject({ code: 'PRIVATE_KEY_UNREADABLE' });
});

test('the error about a wrong passphrase says what to check', async () => {
  await expect(PrivateKey.read(ENCRYPTED_KEYS[0]?.text ?? '', 'wrong')).rejects.toMatchObject({
    code: 'PASSPHRASE_WRONG',
    message: 'The passphrase does not fit the private key file.',
    hint: expect.stringContaining('a trailing newline is part of a passphrase'),
  });
});
