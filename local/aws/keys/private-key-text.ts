import { createHash, createHmac, randomBytes } from 'node:crypto';
import { type CreatedKey, jwkBytes, SSH_NAMES } from './created-key.ts';
import { wireInteger, wireNumber, wireString } from './wire.ts';

export type KeyFormat = 'pem' | 'ppk';

/**
 * The private key as CreateKeyPair returns it.
 * pem: RSA in PKCS#1, 64 columns, no final newline; ED25519 in OpenSSH's own format, 70 columns, one final newline.
 * ppk: PuTTY's version 2, unencrypted.
 */
export function privateKeyText(key: CreatedKey, format: KeyFormat, keyName: string): string {
  if (format === 'ppk') return puttyText(key, keyName);
  return key.type === 'rsa' ? pkcs1Text(key) : openSshText(key);
}

function pkcs1Text({ privateKey }: CreatedKey): string {
  return privateKey.export({ type: 'pkcs1', format: 'pem' }).toString().trimEnd();
}

/** OpenSSH's PROTOCOL.key: magic, no cipher, one key, the same random number twice, padded with 1, 2, 3, … */
function openSshText({ privateKey, publicBlob }: CreatedKey): string {
  const jwk = privateKey.export({ format: 'jwk' });
  const publicKey = jwkBytes(jwk, 'x');
  const check = randomBytes(4);
  const secret = Buffer.concat([
    check,
    check,
    wireString(SSH_NAMES.ed25519),
    wireString(publicKey),
    wireString(Buffer.concat([jwkBytes(jwk, 'd'), publicKey])),
    wireString(''),
  ]);
  const padding = Buffer.from(Array.from({ length: (8 - (secret.length % 8)) % 8 }, (_, index) => index + 1));
  const container = Buffer.concat([
    Buffer.from('openssh-key-v1\0'),
    wireString('none'),
    wireString('none'),
    wireString(''),
    wireNumber(1),
    wireString(publicBlob),
    wireString(Buffer.concat([secret, padding])),
  ]);
  const label = 'OPENSSH PRIVATE KEY';
  return [`-----BEGIN ${label}-----`, ...base64Lines(container, 70), `-----END ${label}-----`, ''].join('\n');
}

/** PuTTY's appendix "PPK file format", version 2: the MAC covers type, encryption, comment, and both keys. */
function puttyText(key: CreatedKey, comment: string): string {
  const name = SSH_NAMES[key.type];
  const secret = puttySecret(key);
  const macKey = createHash('sha1').update('putty-private-key-file-mac-key').digest();
  const covered = [name, 'none', comment, key.publicBlob, secret].map((part) => wireString(part));
  const mac = createHmac('sha1', macKey).update(Buffer.concat(covered)).digest('hex');
  const publicLines = base64Lines(key.publicBlob, 64);
  const secretLines = base64Lines(secret, 64);
  return [
    `PuTTY-User-Key-File-2: ${name}`,
    'Encryption: none',
    `Comment: ${comment}`,
    `Public-Lines: ${publicLines.length}`,
    ...publicLines,
    `Private-Lines: ${secretLines.length}`,
    ...secretLines,
    `Private-MAC: ${mac}`,
    '',
  ].join('\n');
}

function puttySecret({ type, privateKey }: CreatedKey): Buffer {
  const jwk = privateKey.export({ format: 'jwk' });
  if (type === 'ed25519') return wireString(jwkBytes(jwk, 'd'));
  return Buffer.concat((['d', 'p', 'q', 'qi'] as const).map((member) => wireInteger(jwkBytes(jwk, member))));
}

function base64Lines(bytes: Buffer, columns: number): string[] {
  return bytes.toString('base64').match(new RegExp(`.{1,${columns}}`, 'g')) ?? [];
}
