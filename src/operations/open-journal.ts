import { importKeyPair } from '../ec2/import-key-pair.ts';
import { readJournal, withNewKeyDigest } from '../ec2/journal.ts';
import type { KeyPairRecord } from '../ec2/key-pair-record.ts';
import type { KeyPairs } from '../ec2/key-pairs.ts';
import type { KeyPair } from '../ec2/responses.ts';
import type { RotationRecord } from '../ec2/rotation-record.ts';
import type { KeyPairError } from '../errors.ts';
import type { Claim, Claims } from '../ledger/claim.ts';
import { tagKeys } from '../ownership.ts';
import type { StepRecord } from './operation.ts';
import type { RotationPlan } from './plan-rotation.ts';
import { JournalExists, journalNameTaken } from './rotation-errors.ts';

/** A journal that exists. */
export interface OpenJournal {
  readonly claim: Claim<RotationRecord>;
  readonly record: RotationRecord & { readonly keyPairId: string };
}

/**
 * Imports the old public key as the journal, and so keeps others from rotating the key pair.
 *
 * @param newKeyDigest - As `Fleet.digestOf`; undefined if no instances take part.
 */
export async function openJournal(
  { old, identity, journal }: RotationPlan,
  newKeyDigest: string | undefined,
  claims: Claims<StepRecord>,
  keyPairs: KeyPairs,
): Promise<OpenJournal> {
  const { keyName, nonce } = journal;
  const tags = newKeyDigest === undefined ? journal.tags : withNewKeyDigest(journal.tags, newKeyDigest);
  const asKeyPair: KeyPairRecord = { ...identity.record, keyName, nonce };
  const pairs = { oldKeyPairId: old.keyPairId, newNonce: identity.record.nonce };
  const intended: RotationRecord = {
    ...{ ...asKeyPair, ...pairs, kind: 'rotation' },
    ...(identity.lifetime === 'job' ? { ofJob: true } : {}),
  };
  const claim = claims.intend(intended, 'job');
  let record: OpenJournal['record'] | undefined;
  await importKeyPair(
    { keyName, publicKey: old.publicKey, tags },
    keyPairs,
    {
      record: asKeyPair,
      claim: {
        ...claim,
        held({ keyPairId, unanswered }) {
          if (keyPairId === undefined) throw new TypeError('no ID');
          record = { ...intended, keyPairId, ...(unanswered === undefined ? {} : { unanswered }) };
          claim.held(record);
        },
      },
    },
    unlessOwn(asKeyPair, (holder) =>
      readJournal(holder) === undefined ? journalNameTaken(holder, old) : new JournalExists(holder),
    ),
  );
  if (record === undefined) throw new TypeError('no journal');
  return { claim, record };
}

interface IntendedSwap {
  /** The old key pair was certainly not deleted. */
  cancelled(): void;
}

/** Claims the swap after the private key: what was claimed last is released first, and the old key pair comes first. */
export function intendSwap({ claim, record }: OpenJournal, claims: Claims<StepRecord>): IntendedSwap {
  claim.held({ ...record, swapping: true });
  const { unanswered: _, ofJob: __, instances: ___, ...asJournal } = record;
  // Kept in the same moment as the new private key.
  const swapping = claims.intend({ ...asJournal, kind: 'swap' }, 'beyond');
  return {
    cancelled() {
      swapping.cancelled();
      claim.held(record);
    },
  };
}

/** A lost response may have been about the key pair of this step. */
export function unlessOwn({ nonce }: KeyPairRecord, errorAbout: (holder: KeyPair) => KeyPairError) {
  return (holder: KeyPair): void => {
    if (holder.tags.get(tagKeys.nonce) !== nonce) throw errorAbout(holder);
  };
}
