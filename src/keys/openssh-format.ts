import { masksOf } from './masks.ts';
import { ed25519Numbers, plainContainer } from './openssh-container.ts';
import { wrap, writePem } from './pem.ts';
import { type EncodedKey, numberOf, type PrivateKeyMaterial, secretNumbers } from './private-key-material.ts';
import { printableComment } from './public-key.ts';
import { wireInteger } from './wire.ts';

/** Characters, as `ssh-keygen` writes. */
const lineWidth = 70;

/** OpenSSH's format without a passphrase, which has room for a comment, unlike PKCS#1. */
export function encodeOpenSsh(
  material: PrivateKeyMaterial,
  { comment }: { readonly comment: string },
): EncodedKey {
  const container = plainContainer(material.publicKey, numbersOf(material), printableComment(comment));
  const text = textOfContainer(container);
  return { text, masks: masksOf(text, secretNumbers(material.key)) };
}

export function textOfContainer(bytes: Buffer): string {
  return writePem('OPENSSH PRIVATE KEY', wrap(bytes.toString('base64'), lineWidth));
}

/** The fields of the private key in OpenSSH's order, in the SSH wire format. */
export function numbersOf({ key, publicKey }: PrivateKeyMaterial): Buffer {
  if (publicKey.type === 'ed25519') return ed25519Numbers(numberOf(key, 'd'), publicKey);
  const names = ['n', 'e', 'd', 'qi', 'p', 'q'] as const;
  return Buffer.concat(names.map((name) => wireInteger(numberOf(key, name))));
}
