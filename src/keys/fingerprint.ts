import { createHash } from 'node:crypto';
import type { PrivateKey } from './private-key.ts';
import type { PublicKey } from './public-key.ts';

/** The fingerprint that `ssh-keygen -l` prints: `SHA256:` and the base64 of the wire format's SHA-256, without `=`. */
export function sha256Fingerprint(publicKey: PublicKey): string {
  return `SHA256:${sha256(publicKey)}`;
}

/**
 * EC2's fingerprint of a key pair it created (EC2 user guide, verify keys). RSA: SHA-1 of the *private* key's PKCS#8
 * DER, hex with colons. ED25519: the base64 of the wire format's SHA-256, without `SHA256:` and `=`.
 */
function ec2FingerprintOfCreated(privateKey: PrivateKey): string {
  return privateKey.type === 'rsa' ? colonHex(privateKey.pkcs8Sha1()) : sha256(privateKey.publicKey);
}

/**
 * EC2's fingerprint of an imported key (EC2 user guide, verify keys). RSA: MD5 of the public key's SPKI DER, hex with
 * colons (not what `ssh-keygen -E md5` prints). ED25519: as for a key pair that EC2 created.
 */
export function ec2FingerprintOfImported(publicKey: PublicKey): string {
  return publicKey.type === 'rsa'
    ? colonHex(createHash('md5').update(publicKey.spki()).digest())
    : sha256(publicKey);
}

/** Whether a fingerprint that EC2 reports is the one of this key, whether EC2 created it or it was imported. */
export function isFingerprintOf(privateKey: PrivateKey, fingerprint: string): boolean {
  return (
    sameFingerprint(ec2FingerprintOfCreated(privateKey), fingerprint) ||
    sameFingerprint(ec2FingerprintOfImported(privateKey.publicKey), fingerprint)
  );
}

/** Compares without a leading `SHA256:` and a trailing `=`. */
function sameFingerprint(a: string, b: string): boolean {
  return withoutPrefixAndPadding(a) === withoutPrefixAndPadding(b);
}

function sha256(publicKey: PublicKey): string {
  return withoutPadding(createHash('sha256').update(publicKey.blob).digest('base64'));
}

function withoutPrefixAndPadding(fingerprint: string): string {
  return withoutPadding(fingerprint.replace(/^SHA256:/, ''));
}

function withoutPadding(base64: string): string {
  return base64.replace(/=$/, '');
}

function colonHex(digest: Buffer): string {
  return digest.toString('hex').replace(/..(?!$)/g, '$&:');
}
