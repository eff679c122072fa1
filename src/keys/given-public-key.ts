import { createPublicKey, type KeyObject } from 'node:crypto';
import { KeyPairError } from '../errors.ts';
import { derPrivateKey } from './der-private-key.ts';
import { pemLabels, readPem } from './pem.ts';
import { plainText } from './plain-text.ts';
import { PublicKey } from './public-key.ts';
import { MalformedError, WireReader } from './wire.ts';

/**
 * OpenSSH refuses RSA keys outside of these limits, so no instance would accept them. EC2 documents 1024, 2048 and 4096
 * bits, and does not say that it rejects others: it decides.
 */
const minRsaBits = 1024;
const maxRsaBits = 16_384;

/** The key types of `ssh-keygen`, as the first word of a public key. */
const typeWord =
  /^(ssh-(rsa|ed25519|ed448|dss)|ecdsa-sha2-[a-z0-9]+|sk-[a-z0-9-]+@openssh\.com|[a-z0-9-]+-cert-v0[01]@openssh\.com)$/;

/** RFC 4716, where OpenSSL's PEM has five dashes and no spaces. */
const ssh2Begin = '---- BEGIN SSH2 PUBLIC KEY ----';
const ssh2Block = /---- BEGIN SSH2 PUBLIC KEY ----[ \t]*\n(.*?)\n[ \t]*---- END SSH2 PUBLIC KEY ----/s;

const path =
  /^(?:~|\.{0,2}[\\/]|[A-Za-z]:[\\/]|\$\{?[A-Z]|[\w.@-]+(?:[\\/][\w.@-]+)+$)|\.(?:pub|pem|key|txt)$/;

/** The beginning of a path as the AWS CLI takes it. */
const fileUrl = /^fileb?:(?:\/\/)?/i;

/** `$NAME`, `$env:NAME`, `%NAME%`, `$(command)`, `{{ … }}`, and `vars.NAME`, with nothing else. */
const unevaluated =
  /^(?:\$\{?(?:env:)?\w+\}?|%\w+%|\$\(.*\)|\$?\{\{.*\}\}|(?:env|inputs|needs|secrets|steps|vars)\.[\w.-]+)$/;

const setWholeLine =
  'Set the whole line, as `cat ~/.ssh/id_ed25519.pub` or `ssh-keygen -y -f <private key>` prints it.';

/**
 * Reads a public key in any form in which people have it: an OpenSSH line with or without its type, RFC 4716, PEM (SPKI,
 * PKCS#1), or base64 of DER or of one of these. `plainText` lists what may be around it.
 *
 * @throws KeyPairError `PUBLIC_KEY_UNREADABLE`, `PUBLIC_KEY_TYPE_NOT_SUPPORTED` (EC2 user guide, create key pairs: no
 * DSA, no ECDSA, no security keys, no certificates); neither contains any of the text, except the name of a key type, and
 * `file:` of a URL.
 */
export function readGivenPublicKey(given: string): PublicKey {
  const text = plainText(given);
  try {
    const key = readForm(text);
    if (key.type === 'rsa' && (key.bits < minRsaBits || key.bits > maxRsaBits))
      throw notSupported(`${key.bits}-bit RSA keys`);
    return key;
  } catch (error) {
    if (error instanceof KeyPairError) throw error;
    throw pemLabels(text).length > 0 || text.includes(ssh2Begin)
      ? unreadable('The public key is incomplete or damaged.', convert(text))
      : incomplete('its data is not a valid key');
  }
}

function readForm(text: string): PublicKey {
  if (text.includes(ssh2Begin)) return readSsh2(text);
  if (pemLabels(text).length > 0) return readPemKey(text);
  const line = onlyLine(text);
  const [first = '', second = ''] = line.split(/\s+/);
  if (!typeWord.test(first)) return readWithoutType(line, first);
  if (second === '') throw incomplete('there is no data after its type');
  return fromBase64(second, first);
}

/** A line whose first word is no type: its data names the type as well. */
function readWithoutType(line: string, first: string): PublicKey {
  if (first.startsWith('AAAA')) return fromBase64(first);
  const der = /^M[A-P][A-Za-z0-9+/]{30,}={0,2}$/.test(line) ? Buffer.from(line, 'base64') : undefined;
  if (der !== undefined) refusePrivate(der);
  const key = der && (keyOfDer(der, 'spki') ?? keyOfDer(der, 'pkcs1'));
  if (key === undefined) throw otherStart(line);
  return fromKeyObject(key);
}

/** @param algorithm - What the type word says; undefined if there is none. */
function fromBase64(base64: string, algorithm?: string): PublicKey {
  refuseUnsupported(algorithm ?? '');
  const blob = Buffer.from(base64, 'base64');
  if (withoutPadding(blob.toString('base64')) !== withoutPadding(base64))
    throw incomplete('its data is not base64');
  try {
    const inside = new WireReader(blob).string().toString('latin1');
    if (algorithm === undefined) refuseUnsupported(inside);
    else if (inside !== algorithm) throw new MalformedError('another algorithm inside');
    return PublicKey.fromBlob(blob);
  } catch (error) {
    if (!(error instanceof MalformedError)) throw error;
    throw incomplete(`its data is not a valid ${algorithm ?? 'SSH'} key`);
  }
}

function refuseUnsupported(algorithm: string): void {
  if (algorithm !== 'ssh-rsa' && algorithm !== 'ssh-ed25519' && typeWord.test(algorithm))
    throw notSupported(`${algorithm} keys`);
}

/** The headers (RFC 4716 section 3.3), of which one that ends in a backslash goes on in the next line, are left out. */
function readSsh2(text: string): PublicKey {
  const count = text.split(ssh2Begin).length - 1;
  if (count > 1) throw several(count);
  const [, block] = ssh2Block.exec(text) ?? [];
  if (block === undefined) throw new MalformedError('no END line');
  const body = block.replace(/^[ \t]*[^\s:]{1,64}:(?:.*\\\n)*.*/gm, '');
  return fromBase64(body.replace(/\s/g, ''));
}

function readPemKey(text: string): PublicKey {
  const [label = '', ...others] = pemLabels(text);
  if (label.includes('CERTIFICATE REQUEST')) {
    throw unreadable(
      'The public key is a certificate signing request.',
      'Set the public key in it, which `openssl req -in <file> -noout -pubkey` prints.',
    );
  }
  if (label.includes('CERTIFICATE')) {
    throw unreadable(
      'The public key is an X.509 certificate.',
      'Set the public key in it, which `openssl x509 -in <file> -noout -pubkey` prints.',
    );
  }
  if (label.startsWith('PGP')) throw unreadable('The public key is a PGP key.', setWholeLine);
  if (!/^(?:RSA )?PUBLIC KEY$/.test(label)) throw otherFormat();
  if (others.length > 0) throw several(others.length + 1);
  const { bytes } = readPem(text);
  refusePrivate(bytes);
  const type = label === 'RSA PUBLIC KEY' ? 'pkcs1' : 'spki';
  return fromKeyObject(createPublicKey({ key: bytes, format: 'der', type }));
}

/** Node takes a private key in PKCS#8 for a public key in PKCS#1. */
function refusePrivate(der: Buffer): void {
  if (derPrivateKey(der) !== undefined) throw unreadable('The public key is a private key.', setWholeLine);
}

function keyOfDer(der: Buffer, type: 'spki' | 'pkcs1'): KeyObject | undefined {
  try {
    return createPublicKey({ key: der, format: 'der', type });
  } catch {
    return undefined;
  }
}

function fromKeyObject(key: KeyObject): PublicKey {
  const type = String(key.asymmetricKeyType);
  if (type !== 'rsa' && type !== 'ed25519') throw notSupported(`${type.toUpperCase()} keys`);
  const jwk = key.export({ format: 'jwk' });
  const number = (name: 'n' | 'e' | 'x'): Buffer => Buffer.from(String(jwk[name]), 'base64url');
  return type === 'rsa' ? PublicKey.rsa(number('e'), number('n')) : PublicKey.ed25519(number('x'));
}

function onlyLine(text: string): string {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  const [line, ...others] = lines;
  if (line === undefined) throw unreadable('The public key is empty.', setWholeLine);
  if (others.length === 0) return line;
  const keys = lines.filter(hasTypeWord);
  if (keys.length > 1) throw several(keys.length);
  const joined = lines.join('');
  if (/^M[A-P][A-Za-z0-9+/]+={0,2}$/.test(joined)) return joined;
  throw lines.some(startsKey)
    ? unreadable('The public key contains line breaks.', 'Put the key on one line.')
    : otherFormat();
}

function startsKey(line: string): boolean {
  const [first = ''] = line.split(/\s/);
  return typeWord.test(first) || first.startsWith('AAAA');
}

function hasTypeWord(line: string): boolean {
  return line.split(/\s/).some((word) => typeWord.test(word));
}

function withoutPadding(base64: string): string {
  return base64.replace(/=+$/, '');
}

function unreadable(message: string, hint: string): KeyPairError {
  return new KeyPairError('PUBLIC_KEY_UNREADABLE', message, { hint });
}

function incomplete(reason: string): KeyPairError {
  return unreadable(`The public key is incomplete or damaged: ${reason}.`, setWholeLine);
}

function otherFormat(): KeyPairError {
  return unreadable('The public key is not in a supported format.', setWholeLine);
}

function several(count: number): KeyPairError {
  return unreadable(`EC2 accepts one public key, but ${count} were set.`, 'Set one key, on one line.');
}

/** How to convert a form that this action reads as well: a key that `ssh-keygen` cannot read is damaged. */
function convert(text: string): string {
  const form = text.includes(ssh2Begin)
    ? ''
    : pemLabels(text)[0] === 'RSA PUBLIC KEY'
      ? '-m PEM '
      : '-m PKCS8 ';
  return `Set it as \`ssh-keygen -i ${form}-f <file>\` prints it. If that fails, the file is damaged.`;
}

function notSupported(what: string): KeyPairError {
  return new KeyPairError(
    'PUBLIC_KEY_TYPE_NOT_SUPPORTED',
    `EC2 does not support ${what}. It supports RSA keys (1024, 2048 or 4096 bits) and ED25519 keys.`,
    {
      hint: 'Create a supported key: `ssh-keygen -t ed25519` (not for Windows instances) or `ssh-keygen -t rsa -b 4096`.',
    },
  );
}

function withoutUrl(line: string): string {
  const [url] = fileUrl.exec(line) ?? [];
  return url === undefined ? '' : `, without ${url} before it`;
}

function otherStart(line: string): KeyPairError {
  if (hasTypeWord(line)) {
    return unreadable(
      'The public key has text before its type, such as the options in an authorized_keys file.',
      'Remove that text: the line must start with ssh-rsa or ssh-ed25519.',
    );
  }
  if (unevaluated.test(line)) {
    return unreadable(
      'The public key is a variable or an expression, which is not evaluated here.',
      'Set public-key to an expression of the workflow, such as ${{ vars.DEPLOY_PUBLIC_KEY }}.',
    );
  }
  return fileUrl.test(line) || (path.test(line) && !isEncoded(line))
    ? unreadable(
        'The public key is the path of a file.',
        `Set public-key-path to that path${withoutUrl(line)}.`,
      )
    : unreadable('The public key does not start with ssh-rsa or ssh-ed25519.', setWholeLine);
}

/** Whether it is base64 of DER or of text: base64 without `+` looks like a path, too. */
function isEncoded(line: string): boolean {
  if (!/^[A-Za-z0-9+/]{40,}$/.test(line)) return false;
  const bytes = Buffer.from(line, 'base64');
  return (
    /^30(?:8[1-3]|[0-7])/.test(bytes.toString('hex', 0, 2)) || /^[\s -~]+$/.test(bytes.toString('latin1'))
  );
}
