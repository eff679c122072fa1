import { generateKeyPair, type KeyObject } from 'node:crypto';
import { PrivateKey } from './private-key.ts';
import type { KeyType } from './public-key.ts';

/** Twice what EC2 creates, and the longest that EC2 imports. */
const rsaBits = 4096;

/** Generates a private key on this machine: RSA with 4096 bits, or ED25519. */
export async function generatePrivateKey(type: KeyType): Promise<PrivateKey> {
  const key = await generate(type);
  return PrivateKey.parse(key.export({ type: 'pkcs8', format: 'pem' }).toString());
}

/** In a thread of its own: RSA takes up to seconds. */
function generate(type: KeyType): Promise<KeyObject> {
  return new Promise((resolve, reject) => {
    const settle = (error: Error | null, _: KeyObject, key: KeyObject): void =>
      error === null ? resolve(key) : reject(error);
    if (type === 'rsa') generateKeyPair('rsa', { modulusLength: rsaBits }, settle);
    else generateKeyPair('ed25519', {}, settle);
  });
}
