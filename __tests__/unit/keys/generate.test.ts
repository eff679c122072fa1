import { describe, expect, test } from '@jest/globals';
import { generatePrivateKey } from '../../../src/keys/generate.ts';
import { MaskedPrivateKey } from '../../../src/keys/private-key.ts';

const formats = {
  rsa: { bits: 4096, block: 'RSA PRIVATE KEY' },
  ed25519: { bits: 256, block: 'OPENSSH PRIVATE KEY' },
} as const;

describe.each(['rsa', 'ed25519'] as const)('%s', (type) => {
  test('a generated key has the documented size and the format that every OpenSSH reads', async () => {
    const key = await generatePrivateKey(type);
    const masked = await MaskedPrivateKey.mask(key, () => Promise.resolve());
    const text = await masked.as('pem', { comment: '' });

    expect(key.type).toBe(type);
    expect(key.publicKey.number.length * 8).toBe(formats[type].bits);
    expect(text.split('\n')[0]).toBe(`-----BEGIN ${formats[type].block}-----`);
  });

  test('each key is another one', async () => {
    const [a, b] = await Promise.all([generatePrivateKey(type), generatePrivateKey(type)]);
    expect(a.publicKey.equals(b.publicKey)).toBe(false);
  });
});
