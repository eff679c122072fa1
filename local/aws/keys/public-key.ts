import { createPublicKey, type KeyObject } from 'node:crypto';
import { AwsError } from '../aws-error.ts';
import { ed25519Blob, jwkBytes, rsaBlob, SSH_NAMES } from './created-key.ts';
import { readWireStrings } from './wire.ts';

/** A public key that EC2 supports. */
export type PublicKey =
  | { type: 'rsa'; blob: Buffer; exponent: Buffer; modulus: Buffer }
  | { type: 'ed25519'; blob: Buffer };

const RSA_BITS: readonly number[] = [1024, 2048, 4096];
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

/**
 * Reads a public key as ImportKeyPair does: one OpenSSH line; for RSA also RFC 4716 or base64 DER (SPKI). An RSA key
 * may end with a newline, an ED25519 key may not (terraform-provider-aws#24025).
 *
 * @throws AwsError `InvalidKey.Format`
 */
export function readImportedKey(text: string): PublicKey {
  const key = readOpenSshLine(text) ?? readRfc4716(text) ?? readBase64Der(text);
  if (key === undefined) throw invalidKey();
  return key;
}

function readOpenSshLine(text: string): PublicKey | undefined {
  const match = /^(ssh-rsa|ssh-ed25519) ([A-Za-z0-9+/]+={0,2})(?: [^\r\n]*)?(\r?\n)?$/.exec(text);
  if (match === null) return undefined;
  const [, name = '', base64 = '', newline] = match;
  const key = readBlob(Buffer.from(base64, 'base64'));
  if (key === undefined || SSH_NAMES[key.type] !== name) return undefined;
  return key.type === 'ed25519' && newline !== undefined ? undefined : key;
}

function readRfc4716(text: string): PublicKey | undefined {
  const match =
    /^---- BEGIN SSH2 PUBLIC KEY ----\r?\n([\s\S]*?)\r?\n---- END SSH2 PUBLIC KEY ----(?:\r?\n)?$/.exec(text);
  if (match === null) return undefined;
  const unfolded = (match[1] ?? '').replace(/\\\r?\n/g, '');
  const body = unfolded
    .split(/\r?\n/)
    .filter((line) => !line.includes(':'))
    .join('');
  if (!BASE64.test(body)) return undefined;
  const key = readBlob(Buffer.from(body, 'base64'));
  return key?.type === 'rsa' ? key : undefined;
}

function readBase64Der(text: string): PublicKey | undefined {
  const body = text.replace(/\s/g, '');
  if (!BASE64.test(body)) return undefined;
  const key = readSpki(Buffer.from(body, 'base64'));
  if (key?.asymmetricKeyType !== 'rsa') return undefined;
  const jwk = key.export({ format: 'jwk' });
  return rsaKey(jwkBytes(jwk, 'e'), jwkBytes(jwk, 'n'));
}

function readSpki(der: Buffer): KeyObject | undefined {
  try {
    return createPublicKey({ key: der, format: 'der', type: 'spki' });
  } catch {
    return undefined;
  }
}

function readBlob(blob: Buffer): PublicKey | undefined {
  const [name, first, second, ...rest] = readWireStrings(blob) ?? [];
  if (first === undefined || rest.length > 0) return undefined;
  if (name?.toString('latin1') === SSH_NAMES.rsa && second !== undefined) return rsaKey(first, second);
  const plain = name?.toString('latin1') === SSH_NAMES.ed25519 && second === undefined;
  return plain && first.length === 32 ? { type: 'ed25519', blob: ed25519Blob(first) } : undefined;
}

function rsaKey(exponent: Buffer, wireModulus: Buffer): PublicKey | undefined {
  const modulus = wireModulus[0] === 0 ? wireModulus.subarray(1) : wireModulus;
  const bits = modulus.length * 8 - Math.clz32(modulus[0] ?? 0) + 24;
  if (!RSA_BITS.includes(bits)) return undefined;
  return { type: 'rsa', blob: rsaBlob(exponent, modulus), exponent, modulus };
}

function invalidKey(): AwsError {
  return new AwsError('InvalidKey.Format', 'Key is not in valid OpenSSH public key format');
}
