import { createPrivateKey, type KeyObject, type PrivateKeyInput } from 'node:crypto';
import { KeyPairError } from '../errors.ts';
import { takesMinutes } from './derivation-work.ts';
import { parseContainer } from './openssh-container.ts';
import { readEncryptedContainer, wrongPassphrase } from './openssh-encryption.ts';
import { encodeOpenSsh } from './openssh-format.ts';
import { blank, pemLabels, readPem, wrap, writePem } from './pem.ts';
import { keyOfJwk, type PrivateKeyMaterial, readPrivateKey } from './private-key-material.ts';
import { unreadable, unsupportedEncryption } from './unreadable.ts';
import { MalformedError } from './wire.ts';

const procType = 'Proc-Type: 4,ENCRYPTED';

const saveAgain = 'Save it again, in OpenSSH format: `ssh-keygen -p -f <file>`.';

/** What node:crypto cannot decrypt, whatever the passphrase: ssh-keygen cannot, either. */
const remedies: Readonly<Record<string, string>> = {
  ERR_OSSL_EVP_UNSUPPORTED:
    'OpenSSL 3 reads its cipher only with the legacy provider. Save it again: `openssl pkey -provider legacy -provider default -in <file> -aes256 -out <new file>`.',
  ERR_OSSL_EVP_MEMORY_LIMIT_EXCEEDED:
    'Save it again with the program that encrypted it, with less memory for scrypt.',
};

/**
 * Reads a private key that may be encrypted: PEM (PKCS#1 with `Proc-Type`, PKCS#8), or OpenSSH format. The passphrase is
 * ignored if the key is not encrypted.
 *
 * @throws KeyPairError `PASSPHRASE_WRONG`, `PRIVATE_KEY_UNREADABLE`. Neither contains any of the text.
 */
export function readWithPassphrase(text: string, passphrase: string): PrivateKeyMaterial {
  const key = decrypt(text, passphrase);
  if (key === undefined) return readPrivateKey(text);
  const material = readPrivateKey(key.export({ type: 'pkcs8', format: 'pem' }).toString());
  // What a later step gets that removes the passphrase: the masks must fit it.
  const isContainer = text.includes('BEGIN OPENSSH PRIVATE KEY');
  return isContainer ? { ...material, original: encodeOpenSsh(material, { comment: '' }).text } : material;
}

/** Undefined if the key is not encrypted, or not in a format that can be. */
function decrypt(text: string, passphrase: string): KeyObject | undefined {
  const [label, ...others] = pemLabels(text);
  if (others.length > 0) return undefined;
  if (label === 'ENCRYPTED PRIVATE KEY' || text.includes(procType)) return decryptPem(text, passphrase);
  return label === 'OPENSSH PRIVATE KEY' ? decryptContainer(text, passphrase) : undefined;
}

/** @throws KeyPairError `PASSPHRASE_WRONG`, `PRIVATE_KEY_UNREADABLE`. */
function decryptPem(text: string, passphrase: string): KeyObject {
  const key = encryptedKey(text);
  try {
    return createPrivateKey({ ...key, passphrase });
  } catch (error) {
    const remedy = remedies[String((error as { readonly code?: unknown }).code)];
    if (remedy !== undefined) throw unsupportedEncryption(remedy);
    // node:crypto reports a wrong passphrase in several ways, depending on what the bytes happen to look like.
    throw wrongPassphrase();
  }
}

/** In a form that OpenSSL reads, whatever happened to the lines. */
function encryptedKey(text: string): PrivateKeyInput {
  try {
    return encryptedKeyIn(text);
  } catch (error) {
    throw error instanceof KeyPairError ? error : unreadable(text);
  }
}

/** @throws MalformedError, RangeError. */
function encryptedKeyIn(text: string): PrivateKeyInput {
  if (text.includes(procType)) return { key: withProcType(text), format: 'pem' };
  const { bytes } = readPem(text);
  if (takesMinutes(bytes)) throw unsupportedEncryption(saveAgain);
  return { key: bytes, format: 'der', type: 'pkcs8' };
}

/** A PEM block with headers (RFC 1421), in the lines it needs. The IV is as long as a block of the cipher. */
function withProcType(text: string): string {
  const [, label = '', cipher = '', iv = '', body = '', endLabel] =
    /-----BEGIN ([A-Z ]+)-----.*?DEK-Info:\s*([\w-]+),([0-9A-Fa-f]{32}|[0-9A-Fa-f]{16})(.*?)-----END ([A-Z ]+)-----/s.exec(
      text,
    ) ?? [];
  const base64 = body.split(blank).join('');
  const bytes = Buffer.from(base64, 'base64');
  if (label !== endLabel || bytes.length === 0 || bytes.toString('base64') !== base64)
    throw new MalformedError('a part is missing');
  if (cipher.endsWith('CBC') && bytes.length % (iv.length / 2) !== 0)
    throw new MalformedError('not whole blocks');
  return writePem(label, [procType, `DEK-Info: ${cipher},${iv}`, '', ...wrap(base64, 64)]);
}

function decryptContainer(text: string, passphrase: string): KeyObject | undefined {
  try {
    const { bytes } = readPem(text);
    if (parseContainer(bytes).cipher === 'none') return undefined;
    return keyOfJwk(readEncryptedContainer(bytes, passphrase));
  } catch (error) {
    throw error instanceof KeyPairError ? error : unreadable(text);
  }
}
