import type { KeyPair } from '../ec2/responses.ts';
import { storeOf } from '../ec2/store-of.ts';
import { KeyPairError } from '../errors.ts';
import type { DestinationRequest, RotateRequest, StoreRequest } from '../inputs/request.ts';
import type { StoreReference } from '../inputs/store-reference.ts';
import { referenceFor, referenceText, ruleAgainst, temporaryReference } from '../inputs/store-reference.ts';
import type { Lifetime } from '../ownership.ts';

/** What is known of the rotation. */
interface Known {
  readonly lifetime: Lifetime;
  /** Of the new key pair. */
  readonly nonce: string;
  /** Whether a store has the copy of the old private key at a name, and with which KMS key. */
  isOldCopy(reference: StoreReference): Promise<{ readonly kmsKeyId: string | undefined } | undefined>;
}

/**
 * Where the new private key goes: what was asked for, and the store that has the old one. A copy that would replace the old
 * one gets a temporary name first.
 *
 * @throws KeyPairError `INVALID_INPUT` if the private key of a persistent key pair would be lost with the job.
 */
export async function requestsOfRotation(
  pair: KeyPair,
  { publicKey, destinations }: RotateRequest,
  known: Known,
): Promise<{ readonly requests: readonly DestinationRequest[]; readonly oldCopy: string | undefined }> {
  const old = storeOf(pair);
  const oldText = old && referenceText(old);
  if (publicKey !== undefined) return { requests: [], oldCopy: oldText };
  const asked = destinations.find((request) => request.kind === 'store');
  const others = destinations.filter(({ kind }) => kind !== 'store');
  const store = asked ?? (oldText === undefined ? undefined : inStore(oldText));
  if (store === undefined) {
    if (known.lifetime === 'persistent') requireKept(pair, others);
    return { requests: others, oldCopy: undefined };
  }
  const reference = referenceFor(store.store, pair.keyName);
  const text = reference && referenceText(reference);
  const copy = reference !== undefined && text === oldText ? await known.isOldCopy(reference) : undefined;
  if (reference === undefined || copy === undefined) {
    return { requests: [store, ...others], oldCopy: text === oldText ? undefined : oldText };
  }
  const temporary = temporaryReference(reference, known.nonce);
  const rule = ruleAgainst(temporary);
  if (rule !== undefined) {
    throw new KeyPairError(
      'INVALID_INPUT',
      `store: the temporary name of the new copy, "${referenceText(temporary)}", ${rule}.`,
      { hint: 'Nothing was changed. Set another, shorter name in store.' },
    );
  }
  if (reference.service === 'secrets-manager' && (store.kmsKeyId ?? copy.kmsKeyId) !== copy.kmsKeyId) {
    throw new KeyPairError(
      'INVALID_INPUT',
      `store-kms-key-id: a new version of ${text} is encrypted with the KMS key that the secret has${copy.kmsKeyId === undefined ? '' : `, ${copy.kmsKeyId}`}.`,
      {
        hint: 'Nothing was changed. Leave out store-kms-key-id, or first change the key: aws secretsmanager update-secret --kms-key-id',
      },
    );
  }
  const kmsKeyId = store.kmsKeyId ?? copy.kmsKeyId;
  return {
    requests: [{ ...store, store: referenceText(temporary), kmsKeyId }, ...others],
    oldCopy: undefined,
  };
}

function inStore(store: string): StoreRequest {
  return { kind: 'store', store, kmsKeyId: undefined, required: true };
}

/** @throws KeyPairError `INVALID_INPUT`. */
function requireKept({ keyName }: KeyPair, requests: readonly DestinationRequest[]): void {
  if (requests.some((request) => request.kind === 'output' || (request.kind === 'file' && request.path)))
    return;
  throw new KeyPairError(
    'INVALID_INPUT',
    `Key pair "${keyName}" is persistent, but its new private key would be lost when the job ends.`,
    {
      hint: 'Nothing was changed. Set store, or set public-key to a key of your own. Or set private-key-path or output-private-key, and save the private key in a later step.',
    },
  );
}
