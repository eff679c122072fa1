import type { KeyPairs } from '../ec2/key-pairs.ts';
import { requireMayImport, requireMayTag } from '../ec2/permissions.ts';
import type { ExistingKeyPair } from '../ec2/requests.ts';
import { storeOf } from '../ec2/store-of.ts';
import { lastingReference, referenceText, type StoreReference } from '../inputs/store-reference.ts';
import { tagKeys } from '../ownership.ts';
import type { RotationPlan } from './plan-rotation.ts';

type Checks = Pick<KeyPairs, 'checkPermission'>;

/** Checks that the new key pair could be imported, and the old one put back: once it is deleted, it would be too late. */
export async function requireMayReplace(
  { old, newKey, tags }: RotationPlan,
  keyPairs: Checks,
): Promise<void> {
  const { keyName, publicKey } = old;
  const oldTags = [...old.tags].map(([key, value]) => ({ key, value }));
  const newPublicKey = 'publicKey' in newKey ? newKey.publicKey : publicKey;
  await requireMayImport({ keyName, publicKey: newPublicKey, tags }, keyPairs);
  await requireMayImport({ keyName, publicKey, tags: oldTags }, keyPairs);
}

/** Where the copy of the new private key is first, and where it is moved in the end; undefined if it is not moved. */
export function moveIn({
  tags,
  identity,
}: RotationPlan): { readonly from: StoreReference; readonly to: StoreReference } | undefined {
  const from = storeOf({ tags: new Map(tags.map(({ key, value }) => [key, value])) });
  // The post step looks for the copy of a temporary key pair where it was claimed.
  const to = from === undefined || identity.lifetime === 'job' ? undefined : lastingReference(from);
  return from === undefined || to === undefined ? undefined : { from, to };
}

/**
 * Checks whether the copy could be given its lasting name in the end.
 *
 * @param pair - One with the tags that a policy may look at.
 */
export async function requireMayName(
  plan: RotationPlan,
  { keyName, keyPairId }: ExistingKeyPair,
  keyPairs: Checks,
): Promise<void> {
  const move = moveIn(plan);
  if (move === undefined) return;
  const tag = { key: tagKeys.store, value: referenceText(move.to) };
  await requireMayTag({ keyName, keyPairId }, [tag], keyPairs);
}
