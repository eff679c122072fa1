import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { MaskedPrivateKey, PrivateKey, type RegisterMasks } from '../../../src/keys/private-key.ts';
import { bodyOf, freshEd25519, freshRsa, pemOf, type TestKey } from '../../lib/keys.ts';
import {
  BY_SCRYPT,
  CIPHERS_OF_THE_PAST,
  ENCRYPTED_KEYS,
  OTHER_CIPHERS,
  PASSPHRASE,
} from './encrypted-keys.ts';
import { KNOWN_KEYS } from './known-keys.ts';
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

  test('it is not read with another passphrase, or an empty one, which no input can be', async () => {
    await expect(PrivateKey.read(text, `${PASSPHRASE} `)).rejects.toMatchObject({ code: 'PASSPHRASE_WRONG' });
    await expect(PrivateKey.read(text, '')).rejects.toMatchObject({
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

test.each(OTHER_CIPHERS)(
  'a key that ssh-keygen encrypted with %s is read with its passphrase',
  async (_, text) => {
    const { publicKey } = await PrivateKey.read(text, PASSPHRASE);
    expect(publicKey.openSshLine()).toBe(KNOWN_KEYS.find(({ name }) => name === 'ED25519')?.line);
    await expect(PrivateKey.read(text, 'another')).rejects.toMatchObject({ code: 'PASSPHRASE_WRONG' });
  },
);

describe('an encrypted PEM file', () => {
  const files = [
    ...ENCRYPTED_KEYS.filter(({ text }) => !text.includes('OPENSSH')).map(({ text }) => text),
    BY_SCRYPT,
  ];
  const line = PrivateKey.parse(ENCRYPTED_KEYS.at(-1)?.make().pem ?? '').publicKey.openSshLine();

  test.each<[string, (text: string) => string]>([
    ['as it was written', (text) => text],
    ['indented', (text) => text.replace(/^(?=.)/gm, '    ')],
    ['with CRLF', (text) => text.replaceAll('\n', '\r\n')],
    ['with CR', (text) => text.replaceAll('\n', '\r')],
    ['on one line', (text) => text.replaceAll('\n', ' ')],
    ['in text', (text) => `a comment\n"${text.trimEnd()}"\nmore`],
    ['with a BOM', (text) => `\uFEFF${text}`],
    ['with zero-width spaces at the end of lines', (text) => text.replaceAll('\n', '\u200b\n')],
  ])('is read %s', async (_, change) => {
    for (const text of files) {
      expect((await PrivateKey.read(change(text), PASSPHRASE)).publicKey.openSshLine()).toBe(line);
      await expect(PrivateKey.read(change(text), 'another')).rejects.toMatchObject({
        code: 'PASSPHRASE_WRONG',
      });
    }
  });

  test('that is not complete is not said to have another passphrase', async () => {
    for (const text of files) {
      const lines = text.split('\n');
      for (const damaged of [
        lines.toSpliced(9, 2).join('\n'),
        text.replace('-----END', '-----ENT'),
        text.replace(/^.*(?=\n-----END)/m, ''),
      ]) {
        await expect(PrivateKey.read(damaged, PASSPHRASE)).rejects.toMatchObject({
          // Whole lines are whole blocks of the cipher.
          code:
            damaged.includes('Proc-Type') && damaged.includes('-----END')
              ? 'PASSPHRASE_WRONG'
              : 'PRIVATE_KEY_UNREADABLE',
        });
      }
    }
    const procType = files.find((text) => text.includes('Proc-Type')) ?? '';
    for (const damaged of [
      procType.replace(/^.{8}/gm, (start) => (start.startsWith('VyU5') ? '' : start)),
      procType.replace(/^.{3}(.*)(?=\n-----END)/m, '$1'),
      procType.replace('DEK-Info', 'DEK-Inf'),
      procType.replace('-----END RSA', '-----END DSA'),
    ]) {
      expect(damaged).not.toBe(procType);
      await expect(PrivateKey.read(damaged, PASSPHRASE)).rejects.toMatchObject({
        code: 'PRIVATE_KEY_UNREADABLE',
      });
    }
    const noBody = '-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n-----END RSA PRIVATE KEY-----\n';
    await expect(PrivateKey.read(noBody, PASSPHRASE)).rejects.toMatchObject({
      code: 'PRIVATE_KEY_UNREADABLE',
    });
  });
});

describe('a key that is encrypted in a way that this action does not support', () => {
  const said = 'The private key cannot be read: it is encrypted in a way that this action does not support.';
  const der = (text: string, change: (bytes: Buffer) => void): string => {
    const bytes = Buffer.from(bodyOf(text), 'base64');
    change(bytes);
    return pemOf('ENCRYPTED PRIVATE KEY', bytes, 64);
  };
  const pbkdf2 = ENCRYPTED_KEYS.find(({ name }) => name === 'an RSA key, by openssl pkcs8')?.text ?? '';
  const parameters = { scrypt: '0202400002010802', pbkdf2: '02020800' };

  const unsupported = { code: 'PRIVATE_KEY_UNREADABLE', message: said };

  test.each(CIPHERS_OF_THE_PAST)('is told as that, whatever the passphrase (%s)', async (_, text) => {
    for (const passphrase of [PASSPHRASE, 'another'])
      await expect(PrivateKey.read(text, passphrase)).rejects.toMatchObject({
        ...unsupported,
        hint: 'OpenSSL 3 reads its cipher only with the legacy provider. Save it again: `openssl pkey -provider legacy -provider default -in <file> -aes256 -out <new file>`.',
      });
  });

  test('because scrypt needs more memory than OpenSSL allows', async () => {
    const large = der(BY_SCRYPT, (bytes) =>
      bytes.writeUInt8(0x7f, bytes.indexOf(parameters.scrypt, 'hex') + 6),
    );
    await expect(PrivateKey.read(large, PASSPHRASE)).rejects.toMatchObject({
      ...unsupported,
      hint: 'Save it again with the program that encrypted it, with less memory for scrypt.',
    });
  });

  test('so that it would take minutes', async () => {
    // 32,767 rounds are few, and as many as the two bytes of the file can say: the length says more.
    const slow = der(pbkdf2, (bytes) => {
      const at = bytes.indexOf(parameters.pbkdf2, 'hex');
      Buffer.from('02047fffffff', 'hex').copy(bytes, at);
    });
    await expect(PrivateKey.read(slow, PASSPHRASE)).rejects.toMatchObject({
      ...unsupported,
      hint: 'Save it again, in OpenSSH format: `ssh-keygen -p -f <file>`.',
    });
  });

  test('is not one whose rounds are no number: that is damaged', async () => {
    const noNumber = der(pbkdf2, (bytes) => bytes.writeUInt8(4, bytes.indexOf(parameters.pbkdf2, 'hex')));
    const noKey = pemOf('ENCRYPTED PRIVATE KEY', Buffer.from('3082', 'hex'), 64);
    for (const text of [noNumber, noKey])
      await expect(PrivateKey.read(text, PASSPHRASE)).rejects.toMatchObject({
        code: 'PRIVATE_KEY_UNREADABLE',
        message: expect.stringContaining('not a complete'),
      });
  });
});

async function masksOf(key: PrivateKey): Promise<string[]> {
  const values: string[] = [];
  await MaskedPrivateKey.mask(key, async (all) => void values.push(...all));
  return values.sort();
}

test('a key that openssl encrypted is masked as PKCS#8 without the passphrase, and as nothing else', async () => {
  const [, , , , pkcs8, traditional] = ENCRYPTED_KEYS;
  for (const { make, text } of [pkcs8, traditional].filter((key) => key !== undefined)) {
    const plain = make().key.export({ type: 'pkcs8', format: 'pem' }).toString();
    expect(await masksOf(await PrivateKey.read(text, PASSPHRASE))).toEqual(
      await masksOf(PrivateKey.parse(plain)),
    );
  }
});

test('a key that ssh-keygen encrypted is masked as its container without the passphrase and comment', async () => {
  for (const { make, text } of ENCRYPTED_KEYS.filter((key) => key.name.includes('ssh-keygen'))) {
    const key = await MaskedPrivateKey.mask(PrivateKey.parse(make().pem), noMasks);
    const plain = PrivateKey.parse(await key.as('openssh', { comment: '' }));
    const masks = new Set(await masksOf(await PrivateKey.read(text, PASSPHRASE)));
    expect((await masksOf(plain)).filter((mask) => !masks.has(mask))).toEqual([]);
  }
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

test.each(['a passphrase', undefined])(
  'two keys are more than one key, with %j for the passphrase',
  async (passphrase) => {
    for (const { text } of ENCRYPTED_KEYS.filter((key) => !key.text.includes('Proc-Type')))
      await expect(PrivateKey.read(text + freshEd25519().pem, passphrase)).rejects.toMatchObject({
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
    hint: 'Check the secret that passphrase refers to. Spaces at its start and end count. If the secret is right, the file is damaged.',
  });
});
