import type { KeyPairs } from '../ec2/key-pairs.ts';
import type { KeyPair } from '../ec2/responses.ts';
import { storeOf } from '../ec2/store-of.ts';
import { KeyPairError } from '../errors.ts';
import {
  lastingReference,
  referenceText,
  type StoreReference,
  temporaryReference,
} from '../inputs/store-reference.ts';
import type { RegisterMasks } from '../keys/private-key.ts';
import { maskPrivateKeyIn } from '../keys/private-key-text.ts';
import { tagKeys, type WorkflowRun } from '../ownership.ts';
import { isCopyOf, tagsOfCopy } from '../stores/copy-tags.ts';
import { deleteCopy } from '../stores/delete-copy.ts';
import { moveCopy } from '../stores/move-copy.ts';
import type { Store } from '../stores/store.ts';
import { lifetimeIn } from './origin.ts';

/** What `settleCopy` uses of a step. */
export interface SettlesCopies {
  readonly keyPairs: KeyPairs;
  readonly run: WorkflowRun;
  readonly registerMasks: RegisterMasks;
  openStore(reference: StoreReference): Promise<Store>;
}

/**
 * Gives the copy of a rotated key pair's private key the name of the old copy, and the ID of the new key pair. At every moment,
 * the tag of the key pair names a copy that fits: the temporary one, until the other one is written. May be repeated.
 *
 * @param oldNonce - Of the key pair before the rotation.
 * @returns Where the copy is now; undefined if there is none.
 * @throws KeyPairError `CopyMissing`, `PAIR_NOT_FOUND`, and the codes of `moveCopy`.
 */
export async function settleCopy(
  pair: Pick<KeyPair, 'keyPairId' | 'keyName' | 'tags'>,
  oldNonce: string | undefined,
  { keyPairs, run, registerMasks, openStore }: SettlesCopies,
): Promise<string | undefined> {
  const from = storeOf(pair);
  const nonce = pair.tags.get(tagKeys.nonce);
  if (from === undefined || nonce === undefined) return undefined;
  const store = await openStore(from);
  const kept = { keyPairId: pair.keyPairId, nonce };
  // The post step looks for the copy of a temporary key pair where it was claimed.
  const to = lifetimeIn(pair.tags) === 'job' ? undefined : lastingReference(from);
  if (to !== undefined) {
    const mask = (text: string) => maskPrivateKeyIn(text, registerMasks);
    if (await moveCopy(store, await openStore(to), { kept, oldNonce, run, mask })) {
      const tag = { key: tagKeys.store, value: referenceText(to) };
      if ((await keyPairs.tag(pair, [tag])) === 'not-found') throw notShown(pair);
      await deleteCopy(store, kept, false);
      return referenceText(to);
    }
  }
  // A step that was killed may have left the temporary one.
  await deleteCopy(await openStore(temporaryReference(from, nonce)), kept, false);
  const entry = await store.poll(() => store.look());
  if (entry === undefined || !isCopyOf(kept, entry.tags)) throw new CopyMissing(pair, store);
  await store.tag(tagsOfCopy(kept, run));
  return referenceText(from);
}

/** The tag of a key pair names a copy that is not there. */
export class CopyMissing extends KeyPairError {
  constructor(
    { keyName, keyPairId }: Pick<KeyPair, 'keyName' | 'keyPairId'>,
    { title, reference, region }: Pick<Store, 'title' | 'reference' | 'region'>,
  ) {
    super(
      'STORE_UNCONFIRMED',
      `${title} does not have the new private key of key pair "${keyName}" (${keyPairId}) in ${reference} in ${region}.`,
      {
        hint: 'Something else deleted or replaced it. Rotate the key pair again. If something is in its place then, delete that, or set another name in `store`.',
      },
    );
  }
}

/** The tag still names the copy that was to be deleted. */
function notShown({ keyName, keyPairId }: Pick<KeyPair, 'keyName' | 'keyPairId'>): KeyPairError {
  return new KeyPairError(
    'PAIR_NOT_FOUND',
    `EC2 does not know key pair "${keyName}" (${keyPairId}), whose tag was to name the place of its private key.`,
  );
}
