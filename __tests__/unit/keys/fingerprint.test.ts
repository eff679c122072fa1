import { describe, expect, test } from '@jest/globals';
import {
  ec2FingerprintOfCreated,
  ec2FingerprintOfImported,
  sameFingerprint,
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

  test('the fingerprint of a key pair that EC2 created is the one that EC2 documents', () => {
    expect(ec2FingerprintOfCreated(PrivateKey.parse(make().pem))).toBe(created);
  });

  test('the fingerprint of an imported key is the one that EC2 documents', () => {
    expect(ec2FingerprintOfImported(PublicKey.parseOpenSsh(line))).toBe(imported);
  });

  test('the fingerprint of a created key pair does not depend on the format of the private key', () => {
    const { key } = make();
    const formats = [
      key.export({ type: 'pkcs8', format: 'pem' }).toString(),
      opensshPem(containerParts(key)),
    ];
    expect(formats.map((text) => ec2FingerprintOfCreated(PrivateKey.parse(text)))).toEqual([
      created,
      created,
    ]);
  });
});

describe('two fingerprints', () => {
  test.each([
    ['with and without SHA256:', 'SHA256:abc', 'abc'],
    ['with and without =', 'abc=', 'abc'],
    ['in the forms of ssh-keygen and EC2', 'SHA256:abc', 'abc='],
    ['in hex with colons', '1f:51', '1f:51'],
  ])('are the same %s', (_, a, b) => {
    expect([sameFingerprint(a, b), sameFingerprint(b, a)]).toEqual([true, true]);
  });

  test.each([
    ['of two keys', 'SHA256:abc', 'SHA256:abd'],
    ['if only the case of their letters differs, which matters in base64', 'abc', 'aBc'],
    ['if one is missing', 'abc', ''],
    ['if both are missing', '', ''],
    ['if both are empty without their prefix and padding', 'SHA256:', '='],
  ])('are not the same %s', (_, a, b) => {
    expect([sameFingerprint(a, b), sameFingerprint(b, a)]).toEqual([false, false]);
  });
});
