import { createHmac } from 'node:crypto';
import { KeyPairError } from '../errors.ts';
import type { SecretText } from './masks.ts';
import { ed25519Jwk, rsaJwk } from './openssh-container.ts';
import { wrongPassphrase } from './openssh-encryption.ts';
import { plainPpk, signedBytes } from './ppk.ts';
import { type Argon2, decrypt, keysOfVersion2, keysOfVersion3, type PpkKeys } from './ppk-encryption.ts';
import { keyOfJwk, type PrivateKeyMaterial, readPrivateKey } from './private-key-material.ts';
import { encrypted, unreadable } from './unreadable.ts';
import { MalformedError, WireReader } from './wire.ts';

/** The parts of a PPK file. */
interface Ppk {
  readonly version: string;
  readonly algorithm: string;
  readonly encryption: string;
  readonly comment: string;
  readonly publicBlob: Buffer;
  /** Encrypted, if the file is. */
  readonly writtenBlob: Buffer;
  /** Undefined if the file has none. */
  readonly derivation: Argon2 | undefined;
  readonly mac: string;
  readonly lines: SecretText;
}

const removePassphrase =
  'Set the input passphrase, or remove the passphrase from the copy that this action reads, with PuTTYgen.';

const incomplete = {
  what: 'not a complete PuTTY key with RSA or ED25519, of version 2 or 3',
  hint: 'Save it again with PuTTYgen, as an RSA or ED25519 key.',
};

/**
 * Reads a PPK file of version 2 or 3 (PuTTY manual, appendix C), and verifies its checksum and that its numbers belong
 * together.
 *
 * @throws KeyPairError `PRIVATE_KEY_UNREADABLE`, `PRIVATE_KEY_ENCRYPTED` without a passphrase, `PASSPHRASE_WRONG`,
 * `PASSPHRASE_NOT_SUPPORTED`; none contains any of the text.
 */
export function readPpk(text: string, passphrase?: string): PrivateKeyMaterial {
  const isEncrypted = /^Encryption: (?!none\s*$)/m.test(text);
  const secret = isEncrypted ? passphrase : undefined;
  if (isEncrypted && secret === undefined) throw encrypted(text, removePassphrase);
  try {
    const ppk = partsIn(text);
    const keys = secret === undefined ? undefined : keysOf(ppk, secret);
    const privateBlob = keys === undefined ? ppk.writtenBlob : decrypt(ppk.writtenBlob, keys);
    if (!hasRightMac(ppk, privateBlob, keys?.macKey)) {
      throw isEncrypted ? wrongPassphrase() : new MalformedError('checksum');
    }
    const key = keyOfJwk(jwkOf(ppk, privateBlob));
    const material = readPrivateKey(key.export({ type: 'pkcs8', format: 'pem' }).toString());
    return {
      ...material,
      original: material.pem,
      ppk: isEncrypted ? plainPpk(material, ppk) : { text, lines: ppk.lines },
    };
  } catch (error) {
    throw error instanceof KeyPairError ? error : unreadable(text, incomplete);
  }
}

function partsIn(text: string): Ppk {
  const lines = text.trim().split(/\r\n|\r|\n/);
  let at = 0;
  const here = (name: RegExp): string => {
    const value = name.exec(lines[at] ?? '')?.[1];
    if (value === undefined) throw new MalformedError('a line is missing');
    return value;
  };
  const next = (name: RegExp): string => {
    const value = here(name);
    at += 1;
    return value;
  };
  const body = (count: string): string[] => {
    at += Number(count);
    return lines.slice(at - Number(count), at);
  };
  const version = here(/^\uFEFF?PuTTY-User-Key-File-([23]): /);
  const algorithm = next(/File-[23]: (.*)$/);
  const encryption = next(/^Encryption: (none|aes256-cbc)$/);
  const comment = next(/^Comment: (.*)$/);
  const publicLines = body(next(/^Public-Lines: (\d{1,3})$/));
  const derivation = lines[at]?.startsWith('Key-Derivation: ') ? derivationIn(next) : undefined;
  const privateLines = body(next(/^Private-Lines: (\d{1,3})$/));
  const end = at;
  const mac = next(/^Private-MAC: ([0-9a-f]+)$/);
  const before = lines.slice(0, end - privateLines.length);
  return {
    version,
    algorithm,
    encryption,
    comment,
    publicBlob: Buffer.from(publicLines.join(''), 'base64'),
    writtenBlob: Buffer.from(privateLines.join(''), 'base64'),
    derivation,
    mac,
    lines: { before, secret: privateLines, after: lines.slice(end) },
  };
}

function derivationIn(next: (name: RegExp) => string): Argon2 {
  return {
    flavor: next(/^Key-Derivation: (Argon2(?:d|i|id))$/) as Argon2['flavor'],
    memory: Number(next(/^Argon2-Memory: (\d{1,7})$/)),
    passes: Number(next(/^Argon2-Passes: (\d{1,7})$/)),
    parallelism: Number(next(/^Argon2-Parallelism: (\d{1,2})$/)),
    salt: Buffer.from(next(/^Argon2-Salt: ((?:[0-9a-f]{2}){8,64})$/), 'hex'),
  };
}

function keysOf({ version, derivation }: Ppk, passphrase: string): PpkKeys {
  if (version === '2') return keysOfVersion2(passphrase);
  if (derivation === undefined) throw new MalformedError('no key derivation');
  return keysOfVersion3(passphrase, derivation);
}

/** A comment that is not UTF-8 was changed when the file was read, so its checksum cannot be verified. */
function hasRightMac(ppk: Ppk, privateBlob: Buffer, macKey: Buffer | undefined): boolean {
  if (ppk.comment.includes('\uFFFD') && macKey === undefined) return true;
  const hmac =
    ppk.version === '2'
      ? createHmac('sha1', macKey ?? keysOfVersion2('').macKey)
      : createHmac('sha256', macKey ?? '');
  return hmac.update(signedBytes({ ...ppk, privateBlob })).digest('hex') === ppk.mac;
}

function jwkOf({ algorithm, publicBlob }: Ppk, privateBlob: Buffer) {
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
