import { expect, test } from '@jest/globals';
import { MaskedPrivateKey, PrivateKey } from '../../../src/keys/private-key.ts';
import { publicHalvesIn } from '../../../src/keys/public-half.ts';
import { PublicKey } from '../../../src/keys/public-key.ts';
import { containerOf, containerParts, freshEd25519, freshRsa, opensshPem, pemOf } from '../../lib/keys.ts';

const made = { rsa: freshRsa(), ed25519: freshEd25519() };

test.each(['rsa', 'ed25519'] as const)('is found in every format of an %s key', async (type) => {
  const { pem, key } = made[type];
  const { publicKey } = PrivateKey.parse(pem);
  const masked = await MaskedPrivateKey.mask(PrivateKey.parse(pem), async () => {});
  const texts = [
    pem,
    pem.replaceAll('\n', '\r\n'),
    key.export({ type: 'pkcs8', format: 'pem' }).toString(),
    await masked.as('ppk', { comment: 'deploy' }),
  ];
  expect(texts.map(publicHalvesIn)).toEqual(texts.map(() => [publicKey.blob]));
});

test('is found in an encrypted PPK file of version 3, whose key derivation follows it', async () => {
  const { pem } = made.ed25519;
  const { publicKey } = PrivateKey.parse(pem);
  const lines = publicKey.blob.toString('base64').match(/.{1,64}/g) ?? [];
  const ppk = [
    'PuTTY-User-Key-File-3: ssh-ed25519',
    'Encryption: aes256-cbc',
    'Comment: deploy',
    `Public-Lines: ${lines.length}`,
    ...lines,
    'Key-Derivation: Argon2id',
    'Argon2-Memory: 8192',
    'Private-Lines: 1',
    'AAAA',
    '',
  ];
  expect([...publicHalvesIn(ppk.join('\n')), ...publicHalvesIn(ppk.join('\r\n'))]).toEqual([
    publicKey.blob,
    publicKey.blob,
  ]);
});

test('is found in a PPK file with ten lines of it or more', () => {
  const { blob } = PublicKey.rsa(Buffer.of(3), Buffer.alloc(512, 0xa5));
  const lines = blob.toString('base64').match(/.{1,64}/g) ?? [];
  expect(lines).toHaveLength(12);
  const ppk = [
    'PuTTY-User-Key-File-2: ssh-rsa',
    'Public-Lines: 12',
    ...lines,
    'Private-Lines: 1',
    'AAAA',
    '',
  ];
  expect(publicHalvesIn(ppk.join('\n'))).toEqual([blob]);
});

test('is found in each block of a text with several keys, and not in a certificate', () => {
  const [first, second] = [made.ed25519.pem, made.rsa.pem].map((pem) => PrivateKey.parse(pem).publicKey.blob);
  const certificate = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n';
  const text = `A note\n${made.ed25519.pem}${certificate}${made.rsa.pem}`;
  expect(publicHalvesIn(text)).toEqual([first, undefined, second]);
});

test.each(['', 'no key', '-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----\n'])(
  'is not found where there is no key (%j)',
  (text) => {
    expect(publicHalvesIn(text)).toEqual([undefined]);
  },
);

test('is not found in a container of two keys, or with less than its public half', () => {
  const parts = containerParts(made.ed25519.key);
  const container = containerOf(parts);
  const upToPublicHalf = container.indexOf(parts.publicKey) + parts.publicKey.length;
  const textOf = (bytes: Buffer) => pemOf('OPENSSH PRIVATE KEY', bytes, 70);
  expect(publicHalvesIn(opensshPem({ ...parts, count: 2 }))).toEqual([undefined]);
  expect(publicHalvesIn(textOf(container.subarray(0, upToPublicHalf - 1)))).toEqual([undefined]);
  expect(publicHalvesIn(textOf(container.subarray(0, upToPublicHalf)))).toEqual([parts.publicKey]);
});
