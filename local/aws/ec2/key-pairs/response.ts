import { textElement } from '../../xml.ts';
import { tagSet } from '../tags.ts';
import type { StoredKeyPair } from './store.ts';

/** The response of CreateKeyPair and ImportKeyPair. It has tags only if the key pair has some. */
export function newPairElements(pair: StoredKeyPair): string {
  return identity(pair) + (pair.tags.length === 0 ? '' : tagSet(pair.tags));
}

/** One key pair in the response of DescribeKeyPairs. EC2 appends the key pair's name to the public key. */
export function describedPairElements(pair: StoredKeyPair, include: { publicKey: boolean }): string {
  return (
    identity(pair) +
    textElement('keyType', pair.type) +
    tagSet(pair.tags) +
    (include.publicKey ? textElement('publicKey', `${pair.publicKey} ${pair.name}`) : '') +
    textElement('createTime', pair.createTime.toISOString())
  );
}

function identity({ id, name, fingerprint }: StoredKeyPair): string {
  return (
    textElement('keyPairId', id) + textElement('keyName', name) + textElement('keyFingerprint', fingerprint)
  );
}
