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
  ['an X25519 key', Buffer.from('06032b656e', 'hex')],
];

/** Contains none of the text, nor a cause: an error of node:crypto might. */
export function unreadable(text: string): KeyPairError {
  const { what, hint } = looksLike(text);
  return new KeyPairError('PRIVATE_KEY_UNREADABLE', `The private key cannot be read: it is ${what}.`, {
    hint,
  });
}

/** Of a key that is encrypted with what node:crypto lacks, or what would take minutes. */
export function unsupportedEncryption(hint: string): KeyPairError {
  return new KeyPairError(
    'PRIVATE_KEY_UNREADABLE',
    'The private key cannot be read: it is encrypted in a way that this action does not support.',
    { hint },
  );
}

/** What the text is instead, and what to do about it. Only fixed words: nothing of the text. */
function looksLike(text: string): { what: string; hint: string } {
  if (text.trim() === '') return { what: 'empty', hint: useSupportedKey };
  const form = otherForm(text);
  if (form !== undefined) return { what: form, hint: 'Write the key to the file as plain text, in UTF-8.' };
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
  return {
    what: other === undefined ? 'not a complete RSA or ED25519 key' : `${other}, which EC2 does not support`,
    hint: useSupportedKey,
  };
}

/** How programs write a key that is in itself readable. */
function otherForm(text: string): string | undefined {
  if (text.includes('\0')) return 'in UTF-16';
  if (/^\s*(?:LS0tL|UHVUVFk)[A-Za-z0-9+/\s]+=*\s*$/.test(text)) return 'encoded in base64 as a whole';
  return /-----BEGIN [A-Z ]+-----(?:\\r)?\\n/.test(text)
    ? String.raw`written with \n in place of line breaks`
    : undefined;
}

function otherType(label: string, text: string): string | undefined {
  if (label === 'EC PRIVATE KEY') return 'an EC key';
  if (label === 'DSA PRIVATE KEY') return 'a DSA key';
  try {
    const { bytes } = readPem(text);
    return otherTypes.find(([, sign]) => bytes.includes(sign))?.[0];
  } catch {
    return undefined;
  }
}
