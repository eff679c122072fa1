import { createHash, createHmac } from 'node:crypto';
import { masksOfText } from './masks.ts';
import { wrap } from './pem.ts';
import type { MaskedPrivateKey, RegisterMasks } from './private-key.ts';
import { privateNumbers, readPrivateKey } from './private-key-material.ts';
import { printableComment } from './public-key.ts';
import { wireInteger, wireString } from './wire.ts';

const WIDTH = 64;

/**
 * PuTTY's own file, version 2, not encrypted: what every PuTTY, WinSCP and FileZilla reads (PuTTY manual, appendix C).
 * LF, as puttygen writes on Linux. The comment is made printable. Its private lines differ from the PEM's, so their
 * masks are registered first; resolves once they are.
 */
export async function toPpk(
  key: MaskedPrivateKey,
  comment: string,
  registerMasks: RegisterMasks,
): Promise<string> {
  const { publicKey } = key;
  const [algorithm = ''] = publicKey.openSshLine().split(' ');
  const privateBlob = privateBlobOf(key);
  const encryption = 'none';
  const line = printableComment(comment);
  const before = [
    `PuTTY-User-Key-File-2: ${algorithm}`,
    `Encryption: ${encryption}`,
    `Comment: ${line}`,
    ...counted('Public-Lines', publicKey.blob),
  ];
  const [count = '', ...secret] = counted('Private-Lines', privateBlob);
  const signed = [algorithm, encryption, line, publicKey.blob, privateBlob].map(wireString);
  const after = [`Private-MAC: ${mac(Buffer.concat(signed))}`];
  const text = { before: [...before, count], secret, after, common: { start: SHARED_START, end: 0 } };
  await registerMasks(masksOfText(text, publicKey));
  return `${[...text.before, ...secret, ...after].join('\n')}\n`;
}

/** The private numbers begin with their length, which is the same for all keys of a size. */
const SHARED_START = 6;

function counted(name: string, blob: Buffer): string[] {
  const lines = wrap(blob.toString('base64'), WIDTH);
  return [`${name}: ${lines.length}`, ...lines];
}

/** RSA: d, p, q and the inverse of q modulo p, as mpints. ED25519: the 32 bytes of the seed as a string. */
function privateBlobOf(key: MaskedPrivateKey): Buffer {
  const numbers = privateNumbers(readPrivateKey(key.pem()).key);
  const names = key.type === 'rsa' ? ['d', 'p', 'q', 'qi'] : ['d'];
  const write = key.type === 'rsa' ? wireInteger : wireString;
  return Buffer.concat(names.map((name) => write(numbers[name] ?? Buffer.alloc(0))));
}

/** HMAC-SHA-1 under the hash of a fixed text: there is no passphrase in it, it only notices damage. */
function mac(signed: Buffer): string {
  const macKey = createHash('sha1').update('putty-private-key-file-mac-key').digest();
  return createHmac('sha1', macKey).update(signed).digest('hex');
}
