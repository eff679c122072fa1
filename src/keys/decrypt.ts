import { createPrivateKey, type KeyObject, type PrivateKeyInput } from 'node:crypto';
import { KeyPairError } from '../errors.ts';
import { parseContainer } from './openssh-container.ts';
import { readEncryptedContainer, wrongPassphrase } from './openssh-encryption.ts';
import { encodeOpenSsh } from './openssh-format.ts';
import { pemLabels, readPem, wrap, writePem } from './pem.ts';
import { keyOfJwk, type PrivateKeyMaterial, readPrivateKey } from './private-key-material.ts';
import { unreadable, unsupportedEncryption } from './unreadable.ts';
import { MalformedError } from './wire.ts';

const procType = 'Proc-Type: 4,ENCRYPTED';

/** More take minutes. OpenSSL 3 uses 2,048, and password managers up to a million. */
const maxIterations = 10_000_000;

/** A cipher that OpenSSL 3 no longer has, and scrypt with more memory than OpenSSL allows. */
const beyondNode = ['ERR_OSSL_EVP_UNSUPPORTED', 'ERR_OSSL_EVP_MEMORY_LIMIT_EXCEEDED'];

const saveAgain =
  'Save it again: `openssl pkey -provider legacy -provider default -in <file> -aes256 -out <new file>`.';

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
    if (beyondNode.includes(String((error as { readonly code?: unknown }).code))) {
      throw unsupportedEncryption(saveAgain);
    }
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
  if (!text.includes(procType)) {
    const { bytes } = readPem(text);
    if (!isCompleteDer(bytes)) throw new MalformedError('a part is missing');
    if (iterationsIn(bytes) > maxIterations) throw unsupportedEncryption(saveAgain);
    return { key: bytes, format: 'der', type: 'pkcs8' };
  }
  const [, label = '', cipher = '', body = '', endLabel] =
    /-----BEGIN ([A-Z ]+)-----.*?DEK-Info:\s*([\w-]+,[0-9A-Fa-f]+)\s(.*?)-----END ([A-Z ]+)-----/s.exec(
      text,
    ) ?? [];
  const lines = wrap(body.replace(/\s/g, ''), 64);
  if (label !== endLabel || lines.length === 0) throw new MalformedError('a part is missing');
  return { key: writePem(label, [procType, `DEK-Info: ${cipher}`, '', ...lines]), format: 'pem' };
}

/** Whether a DER value of more than 127 bytes is as long as it says (X.690, 8.1.3.5). */
function isCompleteDer(bytes: Buffer): boolean {
  const [, first = 0] = bytes;
  const count = first & 0x7f;
  return first > 0x80 && count <= 4 && bytes.length === 2 + count + bytes.readUIntBE(2, count);
}

/** How often PKCS#5 or PKCS#12 derives the key of an encrypted PKCS#8 key; 0 if it does so in another way. */
function iterationsIn(der: Buffer): number {
  // The object identifier of PBKDF2, or of a scheme of PKCS#5 or PKCS#12; then the salt and the iterations.
  const parameters = /2a864886f70d01(?:05..|0c01..)30..04(..)/.exec(der.subarray(0, 128).toString('hex'));
  if (parameters === null) return 0;
  const [all, saltLength = ''] = parameters;
  const at = (parameters.index + all.length) / 2 + Number.parseInt(saltLength, 16);
  return der[at] === 2 ? der.readUIntBE(at + 2, der.readUInt8(at + 1)) : 0;
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
