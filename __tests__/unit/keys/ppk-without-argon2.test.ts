import { syncBuiltinESMExports } from 'node:module';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

/** Node has `argon2Sync` since 24.7; a runner may be older. It is taken away before this file loads what uses it. */
const crypto = process.getBuiltinModule('node:crypto');
const { argon2Sync } = crypto;
beforeAll(() => {
  Reflect.deleteProperty(crypto, 'argon2Sync');
  syncBuiltinESMExports();
});
afterAll(() => {
  crypto.argon2Sync = argon2Sync;
  syncBuiltinESMExports();
});

test('without Argon2, a key is not written as PPK with a passphrase, and the error says what would help', async () => {
  const { MaskedPrivateKey } = await import('../../../src/keys/private-key.ts');
  const { generatePrivateKey } = await import('../../../src/keys/generate.ts');
  const key = await MaskedPrivateKey.mask(await generatePrivateKey('ed25519'), async () => {});
  const written = key.as('ppk', { comment: '', passphrase: 'a secret passphrase' });
  await expect(written).rejects.toMatchObject({
    code: 'PASSPHRASE_NOT_SUPPORTED',
    message: 'The version of Node that runs this action cannot encrypt or read PPK files of version 3.',
    hint: 'It needs Node 24.7 or newer: update the runner. Or leave out key-format: ppk, or passphrase.',
  });
});

test('without Argon2, files of version 2 are read with their passphrase, and files of version 3 are not', async () => {
  const { PrivateKey } = await import('../../../src/keys/private-key.ts');
  const { ENCRYPTED_PPKS } = await import('./encrypted-ppk-files.ts');
  const results = await Promise.all(
    ENCRYPTED_PPKS.map(({ text }) =>
      PrivateKey.read(text, 'a secret passphrase').then(
        ({ type }) => type,
        (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
      ),
    ),
  );
  const notSupported = 'PASSPHRASE_NOT_SUPPORTED';
  expect(results).toEqual([notSupported, notSupported, notSupported, 'rsa', 'ed25519']);
});
