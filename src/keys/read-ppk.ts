import { createHmac } from 'node:crypto';
import { KeyPairError } from '../errors.ts';
import type { SecretText } from './masks.ts';
import { ed25519Jwk, rsaJwk } from './openssh-container.ts';
import { macKeyOfVersion2 } from './ppk.ts';
import { keyOfJwk, type PrivateKeyMaterial, readPrivateKey } from './private-key-material.ts';
import { MalformedError, WireReader, wireString } from './wire.ts';

/** The parts of a PPK file. */
interface Ppk {
  readonly version: string;
  readonly algorithm: string;
  readonly comment: string;
  readonly publicBlob: Buffer;
  readonly privateBlob: Buffer;
  readonly mac: string;
  readonly text: SecretText;
}

/**
 * Reads an unencrypted PPK file of version 2 or 3 (PuTTY manual, appendix C), and verifies its checksum and that its
 * numbers belong together.
 *
 * @throws KeyPairError `PRIVATE_KEY_UNREADABLE`, `PRIVATE_KEY_ENCRYPTED`; neither contains any of the text.
 */
export function readPpk(text: string): PrivateKeyMaterial {
  if (/^Encryption: (?!none\s*$)/m.test(text)) throw encrypted();
  try {
    const ppk = partsOf(text);
    if (!hasRightMac(ppk)) throw new MalformedError('checksum');
    const key = keyOfJwk(jwkOf(ppk));
    const material = readPrivateKey(key.export({ type: 'pkcs8', format: 'pem' }).toString());
    return { ...material, original: material.pem, ppk: ppk.text };
  } catch {
    throw unreadable();
  }
}

function partsOf(text: string): Ppk {
  const lines = text.trim().split(/\r\n|\r|\n/);
  let at = 0;
  const next = (name: RegExp): string => {
    const value = name.exec(lines[at] ?? '')?.[1];
    if (value === undefined) throw new MalformedError('a line is missing');
    at += 1;
    return value;
  };
  const body = (count: string): string[] => {
    at += Number(count);
    return lines.slice(at - Number(count), at);
  };
  const version = next(/^\uFEFF?PuTTY-User-Key-File-([23]): /);
  const algorithm = (lines[0] ?? '').split(': ')[1] ?? '';
  next(/^Encryption: (none)$/);
  const comment = next(/^Comment: (.*)$/);
  const publicLines = body(next(/^Public-Lines: (\d{1,3})$/));
  const privateLines = body(next(/^Private-Lines: (\d{1,3})$/));
  const end = at;
  const mac = next(/^Private-MAC: ([0-9a-f]+)$/);
  const before = lines.slice(0, end - privateLines.length);
  return {
    version,
    algorithm,
    comment,
    publicBlob: Buffer.from(publicLines.join(''), 'base64'),
    privateBlob: Buffer.from(privateLines.join(''), 'base64'),
    mac,
    text: { before, secret: privateLines, after: lines.slice(end) },
  };
}

/** A comment that is not UTF-8 was changed when the file was read, so its checksum cannot be verified. */
function hasRightMac({ version, algorithm, comment, publicBlob, privateBlob, mac }: Ppk): boolean {
  if (comment.includes('\uFFFD')) return true;
  const signed = Buffer.concat([algorithm, 'none', comment, publicBlob, privateBlob].map(wireString));
  const hmac = version === '2' ? createHmac('sha1', macKeyOfVersion2()) : createHmac('sha256', '');
  return hmac.update(signed).digest('hex') === mac;
}

function jwkOf({ algorithm, publicBlob, privateBlob }: Ppk) {
  const [shown, hidden] = [new WireReader(publicBlob), new WireReader(privateBlob)];
  if (shown.string().toString('latin1') !== algorithm) throw new MalformedError('the algorithm');
  if (algorithm === 'ssh-ed25519') return ed25519Jwk(shown.string(), hidden.string());
  if (algorithm !== 'ssh-rsa') throw new MalformedError('another key type');
  const [e, n] = [shown.positiveInteger(), shown.positiveInteger()];
  const [d, p, q, qi] = [
    hidden.positiveInteger(),
    hidden.positiveInteger(),
    hidden.positiveInteger(),
    hidden.positiveInteger(),
  ];
  return rsaJwk({ n, e, d, p, q, qi });
}

function encrypted(): KeyPairError {
  return new KeyPairError('PRIVATE_KEY_ENCRYPTED', 'The private key is protected by a passphrase.', {
    hint: 'Remove the passphrase from the copy that this action reads, with PuTTYgen.',
  });
}

function unreadable(): KeyPairError {
  return new KeyPairError(
    'PRIVATE_KEY_UNREADABLE',
    'The private key cannot be read: it is not a complete PuTTY key with RSA or ED25519, of version 2 or 3.',
    { hint: 'Save it again with PuTTYgen, as an RSA or ED25519 key.' },
  );
}
