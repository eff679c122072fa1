import { createHash, createPublicKey } from 'node:crypto';
import type { CreatedKey } from './created-key.ts';
import type { PublicKey } from './public-key.ts';

/**
 * The fingerprint that EC2 shows for a key that it created (EC2 user guide, "Verify the fingerprint").
 * RSA: SHA-1 of the private key in PKCS#8 DER, as hex with colons. ED25519: see below.
 */
export function fingerprintOfCreated({ type, privateKey, publicBlob }: CreatedKey): string {
  if (type === 'ed25519') return sha256OfBlob(publicBlob);
  return colonHex(createHash('sha1').update(privateKey.export({ type: 'pkcs8', format: 'der' })));
}

/** The fingerprint that EC2 shows for an imported key. RSA: MD5 of the public key in SPKI DER, as hex with colons. */
export function fingerprintOfImported(key: PublicKey): string {
  if (key.type === 'ed25519') return sha256OfBlob(key.blob);
  const jwk = { kty: 'RSA', e: key.exponent.toString('base64url'), n: key.modulus.toString('base64url') };
  const spki = createPublicKey({ key: jwk, format: 'jwk' }).export({ type: 'spki', format: 'der' });
  return colonHex(createHash('md5').update(spki));
}

/** ED25519, created or imported: SHA-256 of the public key in SSH's wire format, as base64 with its `=`. */
function sha256OfBlob(blob: Buffer): string {
  return createHash('sha256').update(blob).digest('base64');
}

function colonHex(hash: ReturnType<typeof createHash>): string {
  return (hash.digest('hex').match(/../g) ?? []).join(':');
}
