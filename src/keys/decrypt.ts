import { createPrivateKey, type KeyObject } from 'node:crypto';
import { KeyPairError } from '../errors.ts';
import { parseContainer } from './openssh-container.ts';
import { readEncryptedContainer, wrongPassphrase } from './openssh-encryption.ts';
import { encodeOpenSsh } from './openssh-format.ts';
import { pemLabels, readPem } from './pem.ts';
import { keyOfJwk, type PrivateKeyMaterial, readPrivateKey, unreadable } from './private-key-material.ts';

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
  if (label === 'ENCRYPTED PRIVATE KEY' || text.includes('Proc-Type: 4,ENCRYPTED'))
    return decryptPem(text, passphrase);
  return label === 'OPENSSH PRIVATE KEY' ? decryptContainer(text, passphrase) : undefined;
}

function decryptPem(text: string, passphrase: string): KeyObject {
  try {
    return createPrivateKey({ key: text, passphrase });
  } catch {
    // node:crypto reports a wrong passphrase in several ways, depending on what the bytes happen to look like.
    throw wrongPassphrase();
  }
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
