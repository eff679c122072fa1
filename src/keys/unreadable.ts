import { KeyPairError } from '../errors.ts';
import { pemLabels, readPem } from './pem.ts';

/** The hint for everything that cannot be converted into a key that can be read. */
const useSupportedKey =
  'Use an RSA key in PEM (PKCS#1 or PKCS#8), or an RSA or ED25519 key in OpenSSH format.';

/** What bytes of other types of private keys contain: OpenSSH's names, and object identifiers in PKCS#8 (RFC 5480, RFC 8410). */
const otherTypes: readonly (readonly [type: string, sign: Buffer])[] = [
  ['a key on a security key (FIDO)', Buffer.from('sk-ecdsa-sha2-', 'latin1')],
  ['a key on a security key (FIDO)', Buffer.from('sk-ssh-ed25519', 'latin1')],
  ['an EC key', Buffer.from('ecdsa-sha2-', 'latin1')],
  ['an EC key', Buffer.from('2a8648ce3d0201', 'hex')],
  ['a DSA key', Buffer.from('ssh-dss', 'latin1')],
  ['a DSA key', Buffer.from('2a8648ce380401', 'hex')],
  ['an ED448 key', Buffer.from('06032b6571', 'hex')],
  ['an ED448 key', Buffer.from('ssh-ed448', 'latin1')],
  ['an X25519 key', Buffer.from('06032b656e', 'hex')],
  ['an X448 key', Buffer.from('06032b656f', 'hex')],
  ['an RSA-PSS key', Buffer.from('2a864886f70d01010a', 'hex')],
];

/** What a text is, as the rest of a sentence, and what to do about it. */
interface Finding {
  readonly what: string;
  readonly hint: string;
}

const incomplete: Finding = { what: 'not a complete RSA or ED25519 key', hint: useSupportedKey };

/**
 * Contains none of the text, nor a cause: an error of node:crypto might.
 *
 * @param otherwise - What the text is if it does not look like anything else.
 */
export function unreadable(text: string, otherwise = incomplete): KeyPairError {
  const { what, hint } = looksLike(text) ?? otherwise;
  return new KeyPairError('PRIVATE_KEY_UNREADABLE', `The private key cannot be read: it is ${what}.`, {
    hint,
  });
}

/** Of an encrypted key, unless its passphrase would not help: it may visibly be of another type, or not the only key. */
export function encrypted(text: string, hint: string): KeyPairError {
  return looksLike(text) === undefined
    ? new KeyPairError('PRIVATE_KEY_ENCRYPTED', 'The private key is protected by a passphrase.', { hint })
    : unreadable(text);
}

/** Of a key that is encrypted with what node:crypto lacks, or what would take minutes. */
export function unsupportedEncryption(hint: string): KeyPairError {
  return new KeyPairError(
    'PRIVATE_KEY_UNREADABLE',
    'The private key cannot be read: it is encrypted in a way that this action does not support.',
    { hint },
  );
}

/** What the text is instead of a supported key. Only fixed words: nothing of the text. */
function looksLike(text: string): Finding | undefined {
  if (text.trim() === '') return { what: 'empty', hint: useSupportedKey };
  const form = otherForm(text);
  if (form === binary)
    return {
      what: binary,
      hint: 'Convert it: `openssl pkey -in <file> -out <new file>` reads DER and PKCS#12.',
    };
  if (form !== undefined) return { what: form, hint: 'Write the key to the file as plain text, in UTF-8.' };
  if (text.includes('---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----'))
    return {
      what: "in ssh.com's format",
      hint: 'Convert it: `puttygen <file> -O private-openssh -o <new file>`.',
    };
  const labels = pemLabels(text).filter((label) => label !== 'EC PARAMETERS');
  const [label = ''] = labels;
  if (labels.length > 1)
    return {
      what: 'more than one key or certificate',
      hint: 'Use a file that contains only the private key.',
    };
  if (label.endsWith('PUBLIC KEY') || /^(ssh|ecdsa)-/.test(text))
    return { what: 'a public key', hint: useSupportedKey };
  const other = otherType(label, text);
  return other === undefined
    ? undefined
    : { what: `${other}, which EC2 does not support`, hint: useSupportedKey };
}

const binary = 'binary, such as DER or PKCS#12';

/** How programs write a key that is in itself readable. */
function otherForm(text: string): string | undefined {
  if (/(?:[^\0]\0){4}|(?:\0[^\0]){4}/.test(text)) return 'in UTF-16';
  if (text.includes('\0')) return binary;
  // The first are BEGIN lines, in UTF-16 as well, and those of PPK.
  if (/^\s*["'`]?(?:LS0tL|\/\/4tAC0A|UHVUVFk)[A-Za-z0-9+/\s]+=*["'`]?\s*$/.test(text))
    return 'encoded in base64 as a whole';
  if (/-----BEGIN(?:%20|\+)/.test(text)) return 'URL-encoded';
  return /(?:-----BEGIN [A-Z ]+-----|PuTTY-User-Key-File-\d: [\w-]+)(?:\\{1,4}r)?\\{1,4}n/.test(text)
    ? String.raw`written with \n in place of line breaks`
    : undefined;
}

function otherType(label: string, text: string): string | undefined {
  if (label === 'EC PRIVATE KEY') return 'an EC key';
  if (label === 'DSA PRIVATE KEY') return 'a DSA key';
  const [algorithm] = /(?<=PuTTY-User-Key-File-\d: ).*/.exec(text) ?? [];
  try {
    const bytes = algorithm === undefined ? readPem(text).bytes : Buffer.from(algorithm);
    return otherTypes.find(([, sign]) => bytes.includes(sign))?.[0];
  } catch {
    return undefined;
  }
}
