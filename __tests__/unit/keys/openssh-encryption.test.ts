import { describe, expect, test } from '@jest/globals';
import { readEncryptedContainer } from '../../../src/keys/openssh-encryption.ts';
import { PrivateKey } from '../../../src/keys/private-key.ts';
import { MalformedError } from '../../../src/keys/wire.ts';
import {
  bodyOf,
  type ContainerParts,
  containerOf,
  containerParts,
  freshEd25519,
  pemOf,
  sshString,
  uint32,
} from '../../lib/keys.ts';
import { ENCRYPTED_KEYS, PASSPHRASE } from './encrypted-keys.ts';

describe('an encrypted container is refused', () => {
  const [ctr, cbc, gcm] = ENCRYPTED_KEYS.map(({ text }) => Buffer.from(bodyOf(text), 'base64'));
  if (!ctr || !cbc || !gcm) throw new Error('a key is missing');
  /** Replaces text by text of the same length, so that all lengths in the container stay right. */
  const withText = (bytes: Buffer, from: string, to: string) => {
    const changed = Buffer.from(bytes);
    changed.write(to, changed.indexOf(from), 'latin1');
    return changed;
  };
  const encryptedPartOf = (bytes: Buffer) =>
    bytes.indexOf(Buffer.from('ssh-ed25519')) + 'ssh-ed25519'.length + 36;
  const withoutLastByte = (bytes: Buffer) => {
    const at = encryptedPartOf(bytes);
    const shorter = Buffer.from(bytes.subarray(0, -1));
    shorter.writeUInt32BE(shorter.readUInt32BE(at) - 1, at);
    return shorter;
  };

  test.each<[string, () => Buffer]>([
    ['with a cipher that OpenSSH does not have', () => withText(ctr, 'aes256-ctr', 'aes256-xxx')],
    ['with a name that every object has for its cipher', () => withText(ctr, 'aes256-ctr', '__proto__\0')],
    ['with another way to derive its key', () => withText(ctr, 'bcrypt', 'scrypt')],
    ['with bytes behind its encrypted part, as AES-GCM has', () => Buffer.concat([ctr, Buffer.alloc(16)])],
    ['without the 16 bytes that authenticate AES-GCM', () => gcm.subarray(0, -16)],
    ['with 12 of them', () => gcm.subarray(0, -4)],
    ['with an encrypted part that is not made of whole blocks', () => withoutLastByte(ctr)],
    ['with an encrypted part that is not made of whole blocks of AES-CBC', () => withoutLastByte(cbc)],
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

describe('the reason for which an encrypted container is refused', () => {
  const wholeBlocks = { padding: Buffer.alloc(13), comment: '' };
  const container = {
    ...{ ...containerParts(freshEd25519().key), ...wholeBlocks },
    ...{ cipher: 'aes256-ctr', kdf: 'bcrypt' },
  };
  const saltAndRounds = (rounds: number) => Buffer.concat([sshString(Buffer.alloc(16, 7)), uint32(rounds)]);

  test.each<[string, Partial<ContainerParts>]>([
    ['another way to derive the key', { kdf: 'scrypt' }],
    ['not the length of the cipher', { trailing: Buffer.alloc(1) }],
    ['not the length of the cipher', { padding: Buffer.alloc(12) }],
    ['options out of range', { kdfOptions: saltAndRounds(0) }],
  ])('is %s', (reason, change) => {
    const bytes = containerOf({ ...container, ...change });
    expect(() => readEncryptedContainer(bytes, PASSPHRASE)).toThrow(new MalformedError(reason));
  });

  test.each<[string, Partial<ContainerParts>]>([
    ['a cipher that is not supported', { cipher: 'chacha20-poly1305@openssh.com' }],
    ['a number of rounds that takes minutes', { kdfOptions: saltAndRounds(1_001) }],
  ])('is %s, which the error says', (_, change) => {
    const bytes = containerOf({ ...container, ...change });
    expect(() => readEncryptedContainer(bytes, PASSPHRASE)).toThrow(
      expect.objectContaining({
        code: 'PRIVATE_KEY_UNREADABLE',
        message: expect.stringContaining('is encrypted in a way that this action does not support'),
        hint: expect.stringContaining('ssh-keygen -p -Z aes256-ctr -a 24 -f'),
      }),
    );
  });
});
