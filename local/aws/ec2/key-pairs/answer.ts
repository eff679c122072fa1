import { textElement } from '../../xml.ts';
import { tagSet } from '../tags.ts';
import type { StoredKeyPair } from './store.ts';

/** What CreateKeyPair and ImportKeyPair say of the new pair: its tags only when it has some. */
export function newPairElements(pair: StoredKeyPair): string {
  return identity(pair) + (pair.tags.length === 0 ? '' : tagSet(pair.tags));
}

/** One entry of DescribeKeyPairs. EC2 ends the public key's text with the pair's name. */
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
