import type { KeyPair } from '../../ec2/responses.ts';
import { KeyPairError } from '../../errors.ts';
import type { EnsureRequest } from '../../inputs/request.ts';
import { isManaged } from '../../ownership.ts';
import type { ImportPlan } from '../import.ts';
import { identifyNewPair, type NewPairStep } from '../new-pair.ts';

/**
 * Plans to import the public key of a key pair of another Region.
 *
 * @throws KeyPairError `NOT_OURS` for a key pair that others created: it is not known whose key that is.
 * `PUBLIC_KEY_UNREADABLE` if EC2 does not show the public key.
 */
export function importPlanFor(original: KeyPair, request: EnsureRequest, step: NewPairStep): ImportPlan {
  const { keyName, publicKey, region } = original;
  const exists = `Key pair "${keyName}" exists in ${region}, but not in ${step.region}`;
  if (!isManaged(original.tags, step.run)) {
    throw new KeyPairError(
      'NOT_OURS',
      `${exists}, and this action did not create it in this repository. Its key was not imported.`,
      { hint: 'To use the key in all Regions, set `operation: import` and public-key.' },
    );
  }
  if (publicKey === undefined) {
    throw new KeyPairError(
      'PUBLIC_KEY_UNREADABLE',
      `${exists}, and EC2 does not show its public key, so that it cannot be imported.`,
      { hint: 'To use the key in all Regions, set `operation: import` and public-key.' },
    );
  }
  const identity = identifyNewPair(keyName, request, step);
  return {
    pair: { keyName, publicKey, tags: identity.tags },
    name: { exact: keyName },
    options: request,
    identity,
    existing: undefined,
  };
}

/** @throws KeyPairError `KEY_DIFFERS` unless a key pair has the same key as that of another Region. */
export function requireSameKey(pair: KeyPair, original: KeyPair): void {
  if (pair === original) return;
  if (pair.publicKey === undefined || original.publicKey === undefined) {
    if (pair.fingerprint === original.fingerprint) return;
  } else if (pair.publicKey.equals(original.publicKey)) return;
  throw new KeyPairError(
    'KEY_DIFFERS',
    `Key pair "${pair.keyName}" contains another key in ${pair.region} (fingerprint ${pair.fingerprint}) than in ${original.region} (${original.fingerprint}).`,
    {
      hint: 'With several Regions in aws-region, a key pair must have the same key in all of them. Set another key-name, or delete the key pair in one of the Regions if no one needs it.',
    },
  );
}
