import { describe, expect, test } from '@jest/globals';
import {
  ec2FingerprintOfImported,
  isFingerprintOf,
  sha256Fingerprint,
} from '../../../src/keys/fingerprint.ts';
import { PrivateKey } from '../../../src/keys/private-key.ts';
import { PublicKey } from '../../../src/keys/public-key.ts';
import { containerParts, opensshPem } from '../../lib/keys.ts';
import { KNOWN_KEYS } from './known-keys.ts';

describe.each(KNOWN_KEYS)('$name', ({ make, line, fingerprint, created, imported }) => {
  test('the fingerprint of the public key is the one that ssh-keygen prints', () => {
    expect(sha256Fingerprint(PublicKey.parseOpenSsh(line))).toBe(fingerprint);
  });

  test('the fingerprints of a key pair that EC2 created or imported are those that EC2 documents', () => {
    const key = PrivateKey.parse(make().pem);
    for (const own of [created, imported]) expect(isFingerprintOf(key, own)).toBe(true);
  });

  test('the fingerprint of an imported key is the one that EC2 documents', () => {
    expect(ec2FingerprintOfImported(PublicKey.parseOpenSsh(line))).toBe(imported);
  });

  test('a fingerprint does not depend on the format of the private key', () => {
    const { key } = make();
    const formats = [
      key.export({ type: 'pkcs8', format: 'pem' }).toString(),
      opensshPem(containerParts(key)),
    ];
    for (const text of formats) expect(isFingerprintOf(PrivateKey.parse(text), created)).toBe(true);
  });
});

describe('a fingerprint', () => {
  const ed25519 = KNOWN_KEYS.flatMap((known) => (known.line.startsWith('ssh-ed25519') ? known : []));

  test.each([
    ['with SHA256:', (text: string) => `SHA256:${text}`],
    ['with =', (text: string) => `${text}=`],
    ['as ssh-keygen prints it', (text: string) => `SHA256:${text.replace(/=$/, '')}`],
  ])('fits %s', (_, written) => {
    for (const { make, created } of ed25519) {
      expect(isFingerprintOf(PrivateKey.parse(make().pem), written(created.replace(/=$/, '')))).toBe(true);
    }
    expect(ed25519.length).toBeGreaterThan(0);
  });

  test.each([
    ['of another key', () => KNOWN_KEYS[0]?.fingerprint.replace(/.$/, 'x') ?? ''],
    ['in other letter case', (text: string) => text.toLowerCase()],
    ['that is missing', () => ''],
    ['that is empty without its prefix and padding', () => 'SHA256:='],
    ['with its prefix in the middle', (text: string) => `${text.slice(0, 9)}SHA256:${text.slice(9)}`],
    ['with = in the middle', (text: string) => `${text.slice(0, 9)}=${text.slice(9)}`],
  ])('%s does not fit', (_, written) => {
    for (const { make, created } of ed25519) {
      expect(isFingerprintOf(PrivateKey.parse(make().pem), written(created))).toBe(false);
    }
  });
});

/** EC2 user guide, verify keys: SHA-1 of the private key is only for RSA key pairs that EC2 created. */
test('the SHA-1 of an ED25519 private key is no fingerprint of it, and SHA-256 is none of an RSA key', () => {
  for (const { make, line, fingerprint } of KNOWN_KEYS) {
    const key = PrivateKey.parse(make().pem);
    const sha1 = key
      .pkcs8Sha1()
      .toString('hex')
      .replace(/..(?=.)/g, '$&:');
    expect(isFingerprintOf(key, line.startsWith('ssh-rsa') ? fingerprint : sha1)).toBe(false);
  }
});
