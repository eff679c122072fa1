import type { Destination } from '../destinations/destination.ts';
import type { DestinationRecord } from '../destinations/kinds.ts';
import { journalNameOf, maxRotatableName, readJournal, tagsOfJournal } from '../ec2/journal.ts';
import type { KeyPair } from '../ec2/responses.ts';
import { tagOfUnrevoked, unrevokedKeys } from '../ec2/unrevoked-keys.ts';
import { KeyPairError } from '../errors.ts';
import type { RotateRequest } from '../inputs/request.ts';
import type { StoreReference } from '../inputs/store-reference.ts';
import type { KeyType, PublicKey } from '../keys/public-key.ts';
import { isManaged, isReservedTag, maxTags, type Tag, tagKeys } from '../ownership.ts';
import { isCopyOf } from '../stores/copy-tags.ts';
import type { Store } from '../stores/store.ts';
import { type OpensDestinations, openAll } from './deliver.ts';
import { type InstancesPlan, type OpensInstances, planInstances } from './instances/plan-instances.ts';
import { identifyNewPair, type NewPairIdentity, type NewPairStep } from './new-pair.ts';
import { expiryIn, lifetimeIn } from './origin.ts';
import { type PublicKeyStep, readPublicKey } from './read-public-key.ts';
import { requestsOfRotation } from './requests-of-rotation.ts';

/** What `planRotation` uses of a step. */
export interface PlansRotations extends NewPairStep, OpensDestinations, OpensInstances, PublicKeyStep {
  openStore(reference: StoreReference): Promise<Store>;
}

/** All decisions; nothing was changed yet. */
export interface RotationPlan {
  readonly old: KeyPair & { readonly publicKey: PublicKey };
  /** The public key that was set, or the type of the key to generate. */
  readonly newKey: { readonly publicKey: PublicKey } | { readonly keyType: KeyType };
  readonly identity: NewPairIdentity;
  /** Of the new key pair. */
  readonly tags: readonly Tag[];
  /** If instances take part, its tags have no digest of the new key yet. */
  readonly journal: { readonly keyName: string; readonly nonce: string; readonly tags: readonly Tag[] };
  readonly destinations: readonly Destination<DestinationRecord>[];
  /** Where a copy of the old private key stays, as in `ssm:/path`, because the new one goes elsewhere. */
  readonly oldCopy: string | undefined;
  /** Undefined if instances stay as they are. */
  readonly instances: InstancesPlan | undefined;
}

/**
 * Checks that a key pair can be rotated.
 *
 * @throws KeyPairError `NOT_OURS`, `INVALID_INPUT`, `PUBLIC_KEY_UNREADABLE`, and the codes of `readPublicKey`, the destinations,
 * and `planInstances`.
 */
export async function planRotation(
  pair: KeyPair,
  request: RotateRequest,
  step: PlansRotations,
): Promise<{ readonly rotation: RotationPlan } | { readonly unchanged: KeyPair }> {
  const old = rotatable(pair, request, step);
  const given = request.publicKey && (await readPublicKey(request.publicKey, step));
  if (given?.equals(old.publicKey)) return { unchanged: pair };
  const { keyName } = pair;
  const lifetime = lifetimeIn(pair.tags) ?? 'persistent';
  const { expiresAfter } = request;
  const expiresAt = expiresAfter === undefined ? expiryIn(pair.tags) : undefined;
  const identity = identifyNewPair(
    keyName,
    { tags: userTags(pair, request.tags), lifetime, expiresAfter, expiresAt },
    step,
  );
  const { requests, oldCopy } = await requestsOfRotation(pair, request, {
    lifetime,
    nonce: identity.record.nonce,
    isOldCopy: (reference) => isOldCopy(reference, pair, step),
  });
  const destinations = await openAll(
    requests,
    {
      ...{ keyName, lifetime, publicKey: undefined, nonce: identity.record.nonce },
      replaced: old.publicKey,
    },
    step,
  );
  const instances = await planInstances(pair, request.instances, step);
  const nonce = step.randomHex(16);
  const tags = [
    ...identity.tags,
    ...destinations.flatMap((destination) => destination.tags),
    ...(await tagsForNextRotation(old, request, step)),
  ];
  const successor = {
    nonce: identity.record.nonce,
    store: tags.find(({ key }) => key === tagKeys.store)?.value,
  };
  const ofInstances = instances && {
    newKeyDigest: undefined,
    policy: instances.policy,
    isNewKeyKept: given !== undefined || (await outliveJob(destinations)),
  };
  const ofJournal = tagsOfJournal(pair, nonce, step.run, successor, ofInstances);
  const journal = { keyName: journalNameOf(keyName), nonce, tags: ofJournal };
  // The end of a rotation that is lost sets one more.
  const reserved = instances === undefined ? 0 : 1;
  for (const each of [tags, journal.tags]) requireRoom(each, reserved, pair);
  const newKey = given ? { publicKey: given } : { keyType: request.keyType ?? pair.keyType ?? 'rsa' };
  return { rotation: { old, newKey, identity, tags, journal, destinations, oldCopy, instances } };
}

/** Keys that earlier rotations left on instances stay there, and so does the old key, if the instances stay as they are. */
async function tagsForNextRotation(
  old: RotationPlan['old'],
  { instances }: RotateRequest,
  { openInstances }: OpensInstances,
): Promise<Tag[]> {
  const earlier = unrevokedKeys(old);
  if (instances !== undefined || earlier.length === 0) return [];
  return [tagOfUnrevoked([(await openInstances()).digestOf(old.publicKey), ...earlier])];
}

/** Whether a private key is kept when its job ends. */
async function outliveJob(destinations: readonly Destination<DestinationRecord>[]): Promise<boolean> {
  const expected = await Promise.all(destinations.map((destination) => destination.expected()));
  return expected.some(({ outlivesJob }) => outlivesJob);
}

function rotatable(
  pair: KeyPair,
  { force }: RotateRequest,
  { run }: Pick<PlansRotations, 'run'>,
): RotationPlan['old'] {
  const { keyName, keyPairId, region, publicKey, tags } = pair;
  const journal = readJournal(pair);
  if (journal !== undefined) {
    throw invalid(`key-name: "${keyName}" is the journal of a rotation. Set key-name: ${journal.keyName}.`);
  }
  const ofAws = [...tags.keys()].find((key) => /^aws:/i.test(key));
  if (ofAws !== undefined) {
    throw new KeyPairError(
      'NOT_OURS',
      `Key pair "${keyName}" (${keyPairId}) in ${region} has the tag ${ofAws}, so an AWS service such as CloudFormation created it. It was not rotated.`,
      {
        hint: 'No one else can set such a tag on the new key pair. Replace the key pair where it is defined.',
      },
    );
  }
  if (!isManaged(tags, run) && !force) {
    throw new KeyPairError(
      'NOT_OURS',
      `Key pair "${keyName}" (${keyPairId}) in ${region} was not created by this action in ${run.repository}, so it was not rotated.`,
      { hint: 'To rotate it anyway, set `force: true`. The new key pair then belongs to this repository.' },
    );
  }
  if (keyName.length > maxRotatableName) {
    throw invalid(
      `key-name: "${keyName}" is longer than ${maxRotatableName} characters: the journal of the rotation has a longer name, and EC2 takes up to 255.`,
    );
  }
  if (publicKey === undefined) {
    throw new KeyPairError(
      'PUBLIC_KEY_UNREADABLE',
      `EC2 does not show the public key of key pair "${keyName}" (${keyPairId}) in ${region}.`,
      { hint: 'Without it, the key pair could not be put back if the rotation fails. Nothing was changed.' },
    );
  }
  return { ...pair, publicKey };
}

/** The user's tags of the key pair, and those that the request sets. */
function userTags({ tags }: KeyPair, wanted: readonly Tag[]): Tag[] {
  const kept = [...tags].filter(([key]) => !isReservedTag(key));
  const all = new Map([...kept, ...wanted.map(({ key, value }) => [key, value] as const)]);
  return [...all].map(([key, value]) => ({ key, value }));
}

async function isOldCopy(
  reference: StoreReference,
  { tags }: KeyPair,
  { openStore }: PlansRotations,
): Promise<{ readonly kmsKeyId: string | undefined } | undefined> {
  const store = await openStore(reference);
  const entry = await store.look();
  if (entry?.isPendingDeletion) throw store.pendingDeletion();
  const isOld = entry !== undefined && isCopyOf({ nonce: tags.get(tagKeys.nonce) ?? '' }, entry.tags);
  return isOld ? { kmsKeyId: await store.kmsKeyId() } : undefined;
}

/** @throws KeyPairError `INVALID_INPUT`. */
function requireRoom(tags: readonly Tag[], reserved: number, { keyName }: KeyPair): void {
  const tooLong = tags.find(({ value }) => value.length > 256);
  const count = tags.length + reserved;
  if (count > maxTags || tooLong !== undefined) {
    throw invalid(
      `Key pair "${keyName}" cannot be rotated with its tags: with those that a rotation needs, ${tooLong === undefined ? `there are ${count}, and EC2 takes up to ${maxTags}` : 'one is longer than 256 characters'}.`,
    );
  }
}

function invalid(message: string): KeyPairError {
  return new KeyPairError('INVALID_INPUT', message, { hint: 'Nothing was changed.' });
}
