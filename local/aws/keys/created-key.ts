import { generateKeyPair, type JsonWebKey, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import { wireInteger, wireString } from './wire.ts';

export type KeyType = 'rsa' | 'ed25519';

/** A generated private key, with its public key in SSH's wire format. */
export interface CreatedKey {
  type: KeyType;
  privateKey: KeyObject;
  publicBlob: Buffer;
}

/** SSH's names of the key types, as in `ssh-rsa AAAA…`. */
export const SSH_NAMES = { rsa: 'ssh-rsa', ed25519: 'ssh-ed25519' } as const satisfies Record<
  KeyType,
  string
>;

const generate = promisify(generateKeyPair);

/** Generates a key as EC2 does: RSA always has 2048 bits. */
export async function createKey(type: KeyType): Promise<CreatedKey> {
  const { privateKey } =
    type === 'rsa' ? await generate('rsa', { modulusLength: 2048 }) : await generate('ed25519', {});
  return createdKeyFrom(privateKey);
}

/** A created key with this private key, of either type. */
export function createdKeyFrom(privateKey: KeyObject): CreatedKey {
  const jwk = privateKey.export({ format: 'jwk' });
  return privateKey.asymmetricKeyType === 'rsa'
    ? { type: 'rsa', privateKey, publicBlob: rsaBlob(jwkBytes(jwk, 'e'), jwkBytes(jwk, 'n')) }
    : { type: 'ed25519', privateKey, publicBlob: ed25519Blob(jwkBytes(jwk, 'x')) };
}

export function rsaBlob(exponent: Buffer, modulus: Buffer): Buffer {
  return Buffer.concat([wireString(SSH_NAMES.rsa), wireInteger(exponent), wireInteger(modulus)]);
}

export function ed25519Blob(publicKey: Buffer): Buffer {
  return Buffer.concat([wireString(SSH_NAMES.ed25519), wireString(publicKey)]);
}

/** The bytes of one member of a JSON Web Key. */
export function jwkBytes(jwk: JsonWebKey, member: keyof JsonWebKey): Buffer {
  const value = jwk[member];
  if (typeof value !== 'string') throw new TypeError(`The key has no "${String(member)}"`);
  return Buffer.from(value, 'base64url');
}
