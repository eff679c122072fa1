import { generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import { PrivateKey } from './private-key.ts';
import type { KeyType } from './public-key.ts';

/** Twice what EC2 creates, and the longest that EC2 imports. */
const rsaBits = 4096;

/** Generates a private key on this machine: RSA with 4096 bits, or ED25519. */
export async function generatePrivateKey(type: KeyType): Promise<PrivateKey> {
  const { privateKey } = await generate(type);
  return PrivateKey.parse(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
}

/** In a thread of its own: RSA takes up to seconds. */
function generate(type: KeyType) {
  const generateKeys = promisify(generateKeyPair);
  return type === 'rsa' ? generateKeys('rsa', { modulusLength: rsaBits }) : generateKeys('ed25519');
}
