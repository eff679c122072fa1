import { createHmac } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { decrypt, keysOfVersion3, newDerivation } from '../../../src/keys/ppk-encryption.ts';
import { MaskedPrivateKey, PrivateKey } from '../../../src/keys/private-key.ts';
import { MalformedError } from '../../../src/keys/wire.ts';
import { freshEd25519, freshRsa, type TestKey } from '../../lib/keys.ts';
import { PASSPHRASE } from './encrypted-keys.ts';
import { ENCRYPTED_PPKS } from './encrypted-ppk-files.ts';

const [argon2id, argon2d, , version2] = ENCRYPTED_PPKS.map(({ text }) => text);
if (!argon2id || !argon2d || !version2) throw new Error('a file is missing');

async function codeOf(text: string, passphrase: string | undefined = PASSPHRASE): Promise<unknown> {
  const failure: unknown = await PrivateKey.read(text, passphrase).catch((error: unknown) => error);
  if (failure instanceof PrivateKey) return 'read';
  const lines = text.split(/\r?\n/).filter((line) => line.length > 30);
  expect(lines.filter((line) => `${failure}${JSON.stringify(failure)}`.includes(line))).toEqual([]);
  return failure instanceof Error && 'code' in failure ? failure.code : failure;
}

describe.each(ENCRYPTED_PPKS)('a file of puttygen: $name', ({ make, text }) => {
  test.each<[string, (text: string) => string]>([
    ['with LF', (lf) => lf],
    ['with CRLF', (lf) => lf.replaceAll('\n', '\r\n')],
  ])('is read with its passphrase, %s', async (_, written) => {
    const key = await PrivateKey.read(written(text), PASSPHRASE);
    expect(key.publicKey.openSshLine()).toBe(PrivateKey.parse(make().pem).publicKey.openSshLine());
  });

  test('is not read with another passphrase, an empty one, or none', async () => {
    expect(await codeOf(text, `${PASSPHRASE}\n`)).toBe('PASSPHRASE_WRONG');
    expect(await codeOf(text, '')).toBe('PASSPHRASE_WRONG');
    await expect(PrivateKey.read(text)).rejects.toMatchObject({ code: 'PRIVATE_KEY_ENCRYPTED' });
  });

  test('has a checksum over its comment: a changed comment looks like another passphrase', async () => {
    expect(await codeOf(text.replace('Comment: deploy', 'Comment: other'))).toBe('PASSPHRASE_WRONG');
    // An encrypted file is authenticated, whatever its comment looks like.
    expect(await codeOf(text.replace('Comment: deploy', 'Comment: \uFFFD'))).toBe('PASSPHRASE_WRONG');
  });

  test('keeps no mask of its lines: they are worth nothing without the passphrase', async () => {
    const values: string[] = [];
    await MaskedPrivateKey.mask(
      await PrivateKey.read(text, PASSPHRASE),
      async (all) => void values.push(...all),
    );
    expect(values.length).toBeGreaterThan(0);
    expect(values.filter((value) => text.includes(value))).toEqual([]);
  });

  test('is refused if its encrypted part is not made of whole blocks of AES', async () => {
    const cut = text.replace(/(Private-Lines: )\d+\n(?:.*\n)*?(?=Private-MAC)/, '$11\nAAAA\n');
    expect(await codeOf(cut)).toBe('PRIVATE_KEY_UNREADABLE');
  });
});

test.each(['aes256-cbcx', 'xaes256-cbc', 'aes128-cbc', 'none x'])(
  'a file with the encryption %s is refused',
  async (name) => {
    expect(await codeOf(version2.replace('aes256-cbc', name))).toBe('PRIVATE_KEY_UNREADABLE');
    await expect(PrivateKey.read(version2.replace('aes256-cbc', name))).rejects.toMatchObject({
      code: 'PRIVATE_KEY_ENCRYPTED',
      message: 'The private key is protected by a passphrase.',
      hint: 'Set the input passphrase, or remove the passphrase from the copy that this action reads, with PuTTYgen.',
    });
  },
);

test('the reasons for which an encrypted file is malformed are told apart', () => {
  const written = newDerivation();
  const keys = { cipherKey: Buffer.alloc(32), iv: Buffer.alloc(16) };
  for (const change of [
    { memory: 1_048_577, passes: 1 },
    { memory: 8_192, passes: 257 },
    { memory: 8, passes: 1_000, parallelism: 11 },
  ])
    expect(() => keysOfVersion3(PASSPHRASE, { ...written, ...change })).toThrow(
      expect.objectContaining({
        code: 'PRIVATE_KEY_UNREADABLE',
        message: expect.stringContaining('is encrypted in a way that this action does not support'),
        hint: expect.stringContaining('PuTTYgen'),
      }),
    );
  for (const length of [15, 17])
    expect(() => decrypt(Buffer.alloc(length), { ...keys, macKey: Buffer.alloc(32) })).toThrow(
      new MalformedError('not whole blocks'),
    );
});

describe('the key derivation of version 3', () => {
  test.each<[string, RegExp, string]>([
    ['another function', /Argon2id/, 'Argon2x'],
    ['no function', /Key-Derivation: .*\n/, ''],
    ['no memory', /Argon2-Memory: .*\n/, ''],
    ['memory that is no number', /(Argon2-Memory: ).*/, '$1x'],
    ['memory of 8 digits', /(Argon2-Memory: ).*/, '$110000000'],
    ['memory with something behind it', /(Argon2-Memory: .*)/, '$1 KiB'],
    ['no passes', /Argon2-Passes: .*\n/, ''],
    ['passes with something behind them', /(Argon2-Passes: .*)/, '$1.5'],
    ['no parallelism', /Argon2-Parallelism: .*\n/, ''],
    ['parallelism of 3 digits', /(Argon2-Parallelism: ).*/, '$1100'],
    ['no parallelism at all', /(Argon2-Parallelism: ).*/, '$10'],
    ['less memory than Argon2 needs', /(Argon2-Memory: ).*/, '$17'],
    ['no salt', /Argon2-Salt: .*\n/, ''],
    ['a salt that is not hexadecimal', /(Argon2-Salt: )../, '$1xy'],
    ['half a byte of salt', /(Argon2-Salt: )./, '$1'],
    ['a salt of 7 bytes', /(Argon2-Salt: .{14}).*/, '$1'],
    ['a salt of 65 bytes', /(Argon2-Salt: ).*/, `$1${'00'.repeat(65)}`],
    ['its lines in another order', /(Argon2-Memory: .*\n)(Argon2-Passes: .*\n)/, '$2$1'],
  ])('is refused with %s', async (_, line, replacement) => {
    expect(argon2id).toMatch(line);
    expect(await codeOf(argon2id.replace(line, replacement))).toBe('PRIVATE_KEY_UNREADABLE');
  });

  test.each<[string, RegExp, string]>([
    ['less memory', /(Argon2-Memory: ).*/, '$18'],
    ['two-digit parallelism', /(Argon2-Parallelism: ).*/, '$110'],
    ['other passes', /(Argon2-Passes: ).*/, '$112'],
    ['another salt', /(Argon2-Salt: )../, '$100'],
    ['a salt of 8 bytes', /(Argon2-Salt: .{16}).*/, '$1'],
    ['a salt of 64 bytes', /(Argon2-Salt: ).*/, `$1${'00'.repeat(64)}`],
    ['another variant', /Argon2id/, 'Argon2i'],
  ])('derives other keys from %s', async (_, line, replacement) => {
    // More memory than 8 KiB for each of the lanes.
    const roomy = argon2id.replace('Argon2-Memory: 64', 'Argon2-Memory: 80');
    const changed = (line.source.includes('Parallelism') ? roomy : argon2id).replace(line, replacement);
    expect(await codeOf(changed)).toBe('PASSPHRASE_WRONG');
  });

  test.each([
    ['a gibibyte and a kibibyte', 1_048_577, 1],
    ['64 passes over a gibibyte, and a little more', 1_048_576, 65],
    ['the most passes that can be written', 64, 9_999_999],
  ])('is refused at once if it asks for %s', async (_, memory, passes) => {
    const greedy = argon2id
      .replace(/(Argon2-Memory: ).*/, `$1${memory}`)
      .replace(/(Argon2-Passes: ).*/, `$1${passes}`);
    expect(await codeOf(greedy)).toBe('PRIVATE_KEY_UNREADABLE');
  });

  test('has no place in a file of version 2', async () => {
    const derivation = /Key-Derivation[\s\S]*?(?=Private-Lines)/.exec(argon2id)?.[0];
    expect(await codeOf(version2.replace('Private-Lines', `${derivation}Private-Lines`))).toBe('read');
    expect(await codeOf(argon2d.replace(/Key-Derivation[\s\S]*?(?=Private-Lines)/, ''))).toBe(
      'PRIVATE_KEY_UNREADABLE',
    );
  });
});

describe.each<[string, () => TestKey]>([
  ['RSA', () => freshRsa(1024)],
  ['ED25519', () => freshEd25519()],
])('an %s key', (_, make) => {
  const made = make();

  async function written(comment: string, passphrase: string): Promise<string> {
    const key = await MaskedPrivateKey.mask(PrivateKey.parse(made.pem), async () => {});
    return key.as('ppk', { comment, passphrase });
  }

  test('is written as version 3 with what PuTTYgen chooses, and read back with its passphrase', async () => {
    const text = await written('de\nploy', 'ünïcode ');
    const lines = text.split('\r\n');
    expect(lines.slice(0, 3)).toEqual([
      `PuTTY-User-Key-File-3: ssh-${made.type}`,
      'Encryption: aes256-cbc',
      'Comment: de ploy',
    ]);
    expect(lines.filter((line) => /^(?:Key|Argon2)-/.test(line))).toEqual([
      'Key-Derivation: Argon2id',
      'Argon2-Memory: 8192',
      'Argon2-Passes: 13',
      'Argon2-Parallelism: 1',
      expect.stringMatching(/^Argon2-Salt: [0-9a-f]{32}$/),
    ]);
    const read = await PrivateKey.read(text, 'ünïcode ');
    expect(read.publicKey.openSshLine()).toBe(PrivateKey.parse(made.pem).publicKey.openSshLine());
    expect(await codeOf(text, 'ünïcode')).toBe('PASSPHRASE_WRONG');
  });

  test('has a salt of its own in each file', async () => {
    const salts = await Promise.all([written('', 'a passphrase'), written('', 'a passphrase')]);
    expect(new Set(salts.map((text) => /Argon2-Salt: (.*)/.exec(text)?.[1])).size).toBe(2);
  });
});

/** PuTTY manual, appendix C: the checksum of version 3 without a passphrase has an empty key. */
test('a file of version 3 without a passphrase has a checksum with an empty key', async () => {
  const blob = (text: string, name: string) => {
    const [, count, rest = ''] = new RegExp(`${name}-Lines: (\\d+)\\n([\\s\\S]*)`).exec(text) ?? [];
    return Buffer.from(rest.split('\n').slice(0, Number(count)).join(''), 'base64');
  };
  const key = await MaskedPrivateKey.mask(PrivateKey.parse(freshEd25519().pem), async () => {});
  const old = (await key.as('ppk', { comment: 'deploy' })).replaceAll('\r\n', '\n');
  const fields = ['ssh-ed25519', 'none', 'deploy', blob(old, 'Public'), blob(old, 'Private')].map((field) => {
    const bytes = Buffer.from(field as string);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    return Buffer.concat([length, bytes]);
  });
  const mac = createHmac('sha256', '').update(Buffer.concat(fields)).digest('hex');
  const text = old.replace('File-2', 'File-3').replace(/(Private-MAC: ).*/, `$1${mac}`);
  expect((await PrivateKey.read(text)).type).toBe('ed25519');
  expect(await codeOf(text.replace('File-3', 'File-2'))).toBe('PRIVATE_KEY_UNREADABLE');
});
