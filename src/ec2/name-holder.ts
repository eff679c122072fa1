import { tagKeys } from '../ownership.ts';
import type { KeyPairs } from './key-pairs.ts';
import { keyPairIn } from './put-back.ts';
import type { KeyPair } from './responses.ts';

/** Which key pair has the name that EC2 has just said to be taken, as far as its reads prove that. */
export interface NameHolder {
  /**
   * `new`: the one that replaces the old one. `original`: the old one, which was not deleted. `put-back`: one with the old public
   * key. `other`: any other one, or a new one whose tags EC2 does not show.
   */
  readonly whose: 'new' | 'original' | 'put-back' | 'other';
  readonly pair: KeyPair;
}

/** What distinguishes the key pairs of a rotation. */
export interface RotatedPairs {
  /** Undefined if it is not known. */
  readonly oldKeyPairId: string | undefined;
  readonly newNonce: string | undefined;
}

/**
 * Looks until it is proved which key pair of a rotation has the name: reads may show one that was deleted, or a new one without
 * its tags. A nonce proves a new one. The old public key with a new ID proves that it was put back. All else is only proved by the
 * last look.
 *
 * @returns Undefined if no key pair has the name any more, as far as EC2 shows.
 */
export async function findNameHolder(
  journal: KeyPair,
  { oldKeyPairId, newNonce }: RotatedPairs,
  keyPairs: Pick<KeyPairs, 'find' | 'look'>,
): Promise<NameHolder | undefined> {
  const { keyName, publicKey } = keyPairIn(journal);
  const whoseIs = (pair: KeyPair): NameHolder['whose'] => {
    const nonce = pair.tags.get(tagKeys.nonce);
    if (nonce !== undefined && nonce === newNonce) return 'new';
    if (pair.publicKey?.equals(publicKey) !== true) return 'other';
    return pair.keyPairId === oldKeyPairId ? 'original' : 'put-back';
  };
  return keyPairs.look(async (isLast) => {
    const pair = await keyPairs.find({ keyName });
    if (pair === undefined) return undefined;
    const whose = whoseIs(pair);
    const isProved = whose === 'new' || (whose === 'put-back' && oldKeyPairId !== undefined);
    return isProved || isLast ? { whose, pair } : undefined;
  });
}
