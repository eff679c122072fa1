import { managedBy, prefix, type Tag, tagKeys, tagValue, type WorkflowRun } from '../ownership.ts';

/** A key pair whose private key is kept in AWS: its ID, and the nonce that no other key pair has. */
export interface KeptPair {
  readonly keyPairId: string;
  readonly nonce: string;
}

/** The key of a copy's tag that names its key pair. Key pairs do not have it. */
const keyPairIdKey = `${prefix}key-pair-id`;

/** The tags of a copy of a private key. By them alone, a step recognizes it. */
export function tagsOfCopy({ keyPairId, nonce }: KeptPair, { repository }: WorkflowRun): Tag[] {
  return [
    managedBy,
    { key: tagKeys.repository, value: tagValue(repository) },
    { key: keyPairIdKey, value: keyPairId },
    { key: tagKeys.nonce, value: nonce },
  ];
}

/**
 * Whether something is the copy of this key pair's private key, according to its own tags. The nonce alone decides: a rotation
 * that fails puts the key pair back with a new ID.
 */
export function isCopyOf({ nonce }: Pick<KeptPair, 'nonce'>, tags: ReadonlyMap<string, string>): boolean {
  return nonce !== '' && tags.get(managedBy.key) === managedBy.value && tags.get(tagKeys.nonce) === nonce;
}

/** The ID of the key pair that a copy's own tags name. */
export function keptPairIn(tags: ReadonlyMap<string, string>): string | undefined {
  return tags.get(keyPairIdKey);
}
