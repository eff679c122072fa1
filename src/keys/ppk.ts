import { createHash, createHmac } from 'node:crypto';

import { masksOfText, type SecretText } from './masks.ts';
import { wrap } from './pem.ts';
import {
  type EncodedKey,
  type KeyFormatOptions,
  type PrivateKeyMaterial,
  privateNumbers,
  secretNumbers,
} from './private-key-material.ts';
import { printableComment } from './public-key.ts';
import { wireInteger, wireString } from './wire.ts';

const lineWidth = 64;

const encryption = 'none';

/**
 * PuTTY's format, version 2, unencrypted (PuTTY manual, appendix C): all versions of PuTTY, WinSCP and FileZilla read
 * it. CRLF, as PuTTYgen writes on Windows: some readers take nothing else.
 */
export function encodePpk(key: PrivateKeyMaterial, options: KeyFormatOptions): EncodedKey {
  const { publicKey } = key;
  const comment = printableComment(options.comment);
  const privateBlob = privateBlobOf(key);
  const publicLines = wrap(publicKey.blob.toString('base64'), lineWidth);
  const privateLines = wrap(privateBlob.toString('base64'), lineWidth);
  const signed = [publicKey.algorithm, encryption, comment, publicKey.blob, privateBlob].map(wireString);
  const text: SecretText = {
    before: [
      `PuTTY-User-Key-File-2: ${publicKey.algorithm}`,
      `Encryption: ${encryption}`,
      `Comment: ${comment}`,
      `Public-Lines: ${publicLines.length}`,
      ...publicLines,
      `Private-Lines: ${privateLines.length}`,
    ],
    secret: privateLines,
    after: [`Private-MAC: ${macOf(Buffer.concat(signed))}`],
  };
  return {
    text: [...text.before, ...text.secret, ...text.after].map((line) => `${line}\r\n`).join(''),
    masks: masksOfText(text, secretNumbers(key.key)),
  };
}

/** RSA: d, p, q and the inverse of q modulo p, as mpints. ED25519: the 32 bytes of the seed, as a string. */
function privateBlobOf({ key, publicKey }: PrivateKeyMaterial): Buffer {
  const numbers = privateNumbers(key);
  const names = publicKey.type === 'rsa' ? ['d', 'p', 'q', 'qi'] : ['d'];
  const write = publicKey.type === 'rsa' ? wireInteger : wireString;
  return Buffer.concat(names.map((name) => write(numbers[name] ?? Buffer.alloc(0))));
}

/** An HMAC-SHA-1 keyed with the hash of a fixed text. Without a passphrase it only detects damage. */
function macOf(signed: Buffer): string {
  return createHmac('sha1', macKeyOfVersion2()).update(signed).digest('hex');
}

/** The key of the checksum, without a passphrase. */
export function macKeyOfVersion2(): Buffer {
  return createHash('sha1').update('putty-private-key-file-mac-key').digest();
}
