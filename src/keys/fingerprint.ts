import { createHash } from 'node:crypto';
import type { PrivateKey } from './private-key.ts';
import type { PublicKey } from './public-key.ts';

/** What `ssh-keygen -l` prints: `SHA256:` and the base64 of the wire format's SHA-256, without `=`. */
export function sha256Fingerprint(publicKey: PublicKey): string {
  return `SHA256:${sha256(publicKey)}`;
}

/**
 * What EC2 shows for a pair that it made (EC2 user guide, verify keys). RSA: SHA-1 of the *private* key's PKCS#8 DER,
 * hex with colons. ED25519: the base64 of the wire format's SHA-256, without `SHA256:` and `=`.
 */
export function ec2FingerprintOfCreated(privateKey: PrivateKey): string {
  return privateKey.type === 'rsa' ? colonHex(privateKey.pkcs8Sha1()) : sha256(privateKey.publicKey);
}

/**
 * What EC2 shows for a key that was imported (EC2 user guide, verify keys). RSA: MD5 of the public key's SPKI DER, hex
 * with colons (not what `ssh-keygen -E md5` prints). ED25519: as for a pair that EC2 made.
 */
export function ec2FingerprintOfImported(publicKey: PublicKey): string {
  return publicKey.type === 'rsa'
    ? colonHex(createHash('md5').update(publicKey.spki()).digest())
    : sha256(publicKey);
}

/** Whether two fingerprints say the same: `SHA256:` before and `=` after do not count. Nothing equals no fingerprint. */
export function sameFingerprint(a: string, b: string): boolean {
  return bare(a) !== '' && bare(a) === bare(b);
}

function sha256(publicKey: PublicKey): string {
  return bare(createHash('sha256').update(publicKey.blob).digest('base64'));
}

function bare(fingerprint: string): string {
  return fingerprint.replace(/^SHA256:/, '').replace(/=+$/, '');
}

function colonHex(digest: Buffer): string {
  return digest.toString('hex').replace(/..(?!$)/g, '$&:');
}
