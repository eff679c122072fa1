import { type Imported, importKeyPair } from '../ec2/import-key-pair.ts';
import { readJournal } from '../ec2/journal.ts';
import type { KeyPairRecord } from '../ec2/key-pair-record.ts';
import type { KeyPairs } from '../ec2/key-pairs.ts';
import { mayDelete } from '../ec2/may-delete.ts';
import type { KeyPair } from '../ec2/responses.ts';
import type { RotationRecord } from '../ec2/rotation-record.ts';
import type { KeyPairError } from '../errors.ts';
import { generatePrivateKey } from '../keys/generate.ts';
import type { RegisterMasks } from '../keys/private-key.ts';
import type { PublicKey } from '../keys/public-key.ts';
import type { Claim, Claims, UndoableWork } from '../ledger/claim.ts';
import { sentenceOf, unreleased } from '../ledger/release.ts';
import { tagKeys } from '../ownership.ts';
import { type Delivered, outputsOf, reportOf } from '../results/key-pair-result.ts';
import type { Outputs } from '../results/outputs.ts';
import type { Report } from '../results/report.ts';
import { deliver } from './deliver.ts';
import { leftUnfinished, reasonOf } from './end-rotation.ts';
import { type NewPairStep, retentionOf } from './new-pair.ts';
import type { Log, StepRecord } from './operation.ts';
import type { RotationPlan } from './plan-rotation.ts';
import { resultOfRotation } from './result-of-rotation.ts';
import {
  goneAlready,
  JournalExists,
  journalNameTaken,
  rotatedMeanwhile,
  takenMeanwhile,
} from './rotation-errors.ts';
import { type SettlesCopies, settleCopy } from './settle-copy.ts';

/** What `swap` uses of a step. */
export interface Swaps extends NewPairStep, SettlesCopies {
  readonly claims: UndoableWork<StepRecord>;
  readonly log: Log;
  setOutputs(outputs: Outputs): void;
}

/** What was done so far, and what has to be ended. */
interface Swapped {
  readonly imported: Imported;
  readonly publicKey: PublicKey;
  readonly delivered: readonly Delivered[] | undefined;
  readonly rotation: OpenRotation;
  /** The claims of old private key files, which are no longer needed. */
  readonly oldFiles: readonly Claim<StepRecord>[];
}

/** A rotation whose journal exists. */
interface OpenRotation {
  readonly claim: Claim<RotationRecord>;
  readonly record: RotationRecord;
}

/**
 * Replaces a key pair. The old public key is kept in a journal, and the new private key is delivered, before the old key pair is
 * deleted. If anything fails until the new one is there, the old one is put back.
 *
 * @returns `abandoned` if the journal of another rotation exists; then nothing was changed.
 * @throws KeyPairError `PAIR_NOT_FOUND` if another process deleted the key pair, `NAME_TAKEN`, and the codes of `importKeyPair`
 * and the destinations.
 */
export async function swap(
  plan: RotationPlan,
  step: Swaps,
): Promise<{ readonly report: Report } | { readonly abandoned: KeyPair }> {
  const { old } = plan;
  step.log.info(`Rotating key pair "${old.keyName}" (${old.keyPairId}) in ${step.region}.`);
  if (!(await mayDelete(old, step.keyPairs))) throw goneAlready(old);
  let swapped: Swapped;
  try {
    swapped = await step.claims.undoOnFailure((claims) => replace(plan, claims, step));
  } catch (error) {
    if (error instanceof JournalExists) return { abandoned: error.journal };
    throw error;
  }
  return { report: await complete(plan, swapped, step) };
}

async function replace(plan: RotationPlan, claims: Claims<StepRecord>, step: Swaps): Promise<Swapped> {
  const { old, identity, destinations } = plan;
  const { keyPairs, registerMasks } = step;
  const first = await openJournal(plan, claims, keyPairs);
  const current = await keyPairs.findEventually({ keyPairId: old.keyPairId });
  if (current === undefined) throw goneAlready(old);
  // A rotation that was being completed when this one was planned has moved the copy since then.
  if (current.tags.get(tagKeys.store) !== old.tags.get(tagKeys.store)) throw rotatedMeanwhile(old);
  const { publicKey, delivered, oldFiles } =
    'publicKey' in plan.newKey
      ? { publicKey: plan.newKey.publicKey, delivered: undefined, oldFiles: [] }
      : await deliverNew(plan.newKey.keyType, { old, destinations }, { claims, registerMasks });
  // Claimed again, after the private key: what was claimed last is released first, and the old key pair comes first.
  const record: RotationRecord = { ...first.record, swapping: true };
  const claim = claims.intend(record, 'job');
  first.claim.cancelled();
  // "Not found" does not prove that someone else deleted it: a device on the way may have sent the request twice.
  await keyPairs.delete(old);
  const { keyName } = old;
  const imported = await importKeyPair(
    { keyName, publicKey, tags: plan.tags },
    keyPairs,
    {
      record: identity.record,
      claim: claims.intend(identity.record, retentionOf(identity.lifetime)),
    },
    unlessOwn(identity.record, takenMeanwhile),
  );
  // Part of the work: without its outputs, no later step could use the key pair.
  step.setOutputs(outputsOf(resultOfRotation(plan, { imported, publicKey, delivered }, step.run)));
  return { imported, publicKey, delivered, oldFiles, rotation: { claim, record } };
}

/** Imports the old public key as the journal, and so keeps others from rotating the key pair. */
async function openJournal(
  { old, identity, journal }: RotationPlan,
  claims: Claims<StepRecord>,
  keyPairs: KeyPairs,
): Promise<OpenRotation> {
  const { keyName, nonce, tags } = journal;
  const asKeyPair: KeyPairRecord = { ...identity.record, keyName, nonce };
  let record: RotationRecord = { ...asKeyPair, kind: 'rotation' };
  const claim = claims.intend(record, 'job');
  await importKeyPair(
    { keyName, publicKey: old.publicKey, tags },
    keyPairs,
    {
      record: asKeyPair,
      claim: {
        ...claim,
        held(now) {
          record = { ...now, kind: 'rotation' };
          claim.held(record);
        },
      },
    },
    unlessOwn(asKeyPair, (holder) =>
      readJournal(holder) === undefined ? journalNameTaken(holder, old) : new JournalExists(holder),
    ),
  );
  return { claim, record };
}

/** A lost response may have been about the key pair of this step. */
function unlessOwn({ nonce }: KeyPairRecord, errorAbout: (holder: KeyPair) => KeyPairError) {
  return (holder: KeyPair): void => {
    if (holder.tags.get(tagKeys.nonce) !== nonce) throw errorAbout(holder);
  };
}

async function deliverNew(
  keyType: 'rsa' | 'ed25519',
  { old, destinations }: Pick<RotationPlan, 'old' | 'destinations'>,
  { claims, registerMasks }: { readonly claims: Claims<StepRecord>; readonly registerMasks: RegisterMasks },
): Promise<Pick<Swapped, 'publicKey' | 'delivered' | 'oldFiles'>> {
  const oldFiles: Claim<StepRecord>[] = [];
  const noting: Claims<StepRecord> = {
    intend(record, retention) {
      const claim = claims.intend(record, retention);
      if (record.kind === 'replaced-file') oldFiles.push(claim as Claim<StepRecord>);
      return claim;
    },
  };
  const { obtained, delivered } = await deliver(
    destinations,
    { claims: noting, registerMasks },
    async () => ({
      privateKey: await generatePrivateKey(keyType),
      keyPairId: old.keyPairId,
    }),
  );
  return { publicKey: obtained.privateKey.publicKey, delivered, oldFiles };
}

/** After this point, nothing is undone: what fails is told, and the post step or the next rotation does it. */
async function complete(plan: RotationPlan, swapped: Swapped, step: Swaps): Promise<Report> {
  const { keyName, tags: oldTags } = plan.old;
  const { imported, publicKey } = swapped;
  const { claim, record } = swapped.rotation;
  const { keyPairId } = imported;
  let { delivered } = swapped;
  const problems: string[] = [];
  for (const oldFile of swapped.oldFiles)
    problems.push(...unreleased([await oldFile.release()]).map(sentenceOf));
  try {
    const tags = new Map(plan.tags.map(({ key, value }) => [key, value]));
    const where = await settleCopy({ keyName, keyPairId, tags }, oldTags.get(tagKeys.nonce), step);
    if (where !== undefined) {
      delivered = delivered?.map((one) => keptAt(one, where));
      step.setOutputs({ 'private-key-store': where });
    }
    claim.held({ ...record, over: true });
    problems.push(...unreleased([await claim.release()]).map(sentenceOf));
  } catch (error) {
    problems.push(...unreleased([leftUnfinished(record, reasonOf(error))]).map(sentenceOf));
  }
  const result = resultOfRotation(plan, { imported, publicKey, delivered }, step.run);
  return reportOf({ ...result, warnings: [...(result.warnings ?? []), ...problems] });
}

/** What a destination reports, with the name that the copy has in the end. */
function keptAt(delivered: Delivered, where: string): Delivered {
  if (delivered.outputs['private-key-store'] === undefined) return delivered;
  return { ...delivered, where, outputs: { 'private-key-store': where } };
}
