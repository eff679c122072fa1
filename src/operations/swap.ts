import type { ReplacedFileRecord } from '../destinations/file/replaced-file-record.ts';
import { deleteOld } from '../ec2/delete-old.ts';
import { type Imported, importKeyPair } from '../ec2/import-key-pair.ts';
import type { KeyPairs } from '../ec2/key-pairs.ts';
import { mayDelete } from '../ec2/permissions.ts';
import type { KeyPair } from '../ec2/responses.ts';
import { unrevokedKeys } from '../ec2/unrevoked-keys.ts';
import { generatePrivateKey } from '../keys/generate.ts';
import type { PrivateKey, RegisterMasks } from '../keys/private-key.ts';
import type { PublicKey } from '../keys/public-key.ts';
import type { Claim, Claims, UndoableWork } from '../ledger/claim.ts';
import { hintOf, sentenceOf, type Unreleased, unreleased } from '../ledger/release.ts';
import { tagKeys } from '../ownership.ts';
import { outputsOfInstances } from '../results/instances.ts';
import { type Delivered, keptAt, outputsOf, reportOf } from '../results/key-pair-result.ts';
import type { Outputs } from '../results/outputs.ts';
import type { Report } from '../results/report.ts';
import { deliver } from './deliver.ts';
import type { AddedKeys } from './instances/add-new-key.ts';
import { addToInstances, digestFor, leaveBothKeys, revokeOnInstances } from './instances/in-swap.ts';
import type { OpensInstances } from './instances/plan-instances.ts';
import { recordedInstances } from './instances/recorded-instances.ts';
import { mayBeEndedByOthers, type SeesAge } from './journal-age.ts';
import type { NewPairStep } from './new-pair.ts';
import { intendSwap, type OpenJournal, openJournal, unlessOwn } from './open-journal.ts';
import type { Log, StepRecord } from './operation.ts';
import type { RotationPlan } from './plan-rotation.ts';
import { resultOfRotation } from './result-of-rotation.ts';
import {
  goneAlready,
  JournalExists,
  rotatedMeanwhile,
  takenMeanwhile,
  tookTooLong,
} from './rotation-errors.ts';
import { requireMayName, requireMayReplace } from './rotation-permissions.ts';
import { CopyMissing, type SettlesCopies, settleCopy } from './settle-copy.ts';
import { leftUnfinished, reasonOf } from './unfinished.ts';

/** What `swap` uses of a step. */
export interface Swaps extends NewPairStep, SettlesCopies, OpensInstances, SeesAge {
  readonly claims: UndoableWork<StepRecord>;
  readonly log: Log;
  setOutputs(outputs: Outputs): void;
}

interface OldFile {
  readonly claim: Claim<StepRecord>;
  readonly record: ReplacedFileRecord;
}

/** What was done so far, and what has to be ended. */
interface Swapped {
  readonly imported: Imported;
  readonly publicKey: PublicKey;
  readonly delivered: readonly Delivered[] | undefined;
  readonly journal: OpenJournal;
  /** Undefined if no instances take part. */
  readonly added: AddedKeys | undefined;
  /** Old private key files, which are no longer needed. */
  readonly oldFiles: readonly OldFile[];
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
  await requireMayReplace(plan, step.keyPairs);
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
  const newKey = await keyFor(plan);
  const { publicKey } = newKey;
  const opened = await openJournal(plan, await digestFor(plan, publicKey, step), claims, keyPairs);
  await requireUnchanged(old, keyPairs);
  await requireMayName(plan, opened.record, keyPairs);
  const { delivered, oldFiles } =
    newKey.privateKey === undefined
      ? { delivered: undefined, oldFiles: [] }
      : await deliverNew(newKey.privateKey, { old, destinations }, { claims, registerMasks });
  const added = await addToInstances(plan, publicKey, opened, step);
  const journal = added?.journal ?? opened;
  await requireInTime(plan, journal, step);
  const ofJob = identity.lifetime === 'job' ? claims.intend(identity.record, 'job') : undefined;
  await deleteOld(old, keyPairs, intendSwap(journal, claims));
  const { keyName } = old;
  const imported = await importKeyPair(
    { keyName, publicKey, tags: plan.tags },
    keyPairs,
    // Until the swap is complete, its own claim deletes the new key pair, too.
    { record: identity.record, claim: ofJob ?? { held: () => undefined, cancelled: () => undefined } },
    unlessOwn(identity.record, takenMeanwhile),
  );
  // Part of the work: without its outputs, no later step could use the key pair.
  step.setOutputs(outputsOf(resultOfRotation(plan, { imported, publicKey, delivered }, step.run)));
  return { imported, publicKey, delivered, oldFiles, journal, added };
}

/** A rotation that was being completed when this one was planned has moved the copy since then, or replaced the key pair. */
async function requireUnchanged(old: KeyPair, keyPairs: KeyPairs): Promise<void> {
  const current = await keyPairs.findEventually({ keyPairId: old.keyPairId });
  // A read may show the past.
  if (current === undefined || !(await mayDelete(old, keyPairs))) throw goneAlready(old);
  const known = unrevokedKeys(old);
  const isNoted = unrevokedKeys(current).some((digest) => !known.includes(digest));
  if (isNoted || current.tags.get(tagKeys.store) !== old.tags.get(tagKeys.store)) throw rotatedMeanwhile(old);
}

/** The machine may have been suspended since the journal was opened. */
async function requireInTime(
  { old, journal }: RotationPlan,
  { record: { keyPairId } }: OpenJournal,
  step: SeesAge,
): Promise<void> {
  const tags = new Map(journal.tags.map(({ key, value }) => [key, value]));
  if (await mayBeEndedByOthers({ keyPairId, keyName: journal.keyName, tags }, step)) throw tookTooLong(old);
}

/** The private key is generated before anything is changed: the journal has the digest of the new key. */
async function keyFor({
  newKey,
}: RotationPlan): Promise<{ readonly publicKey: PublicKey; readonly privateKey?: PrivateKey }> {
  if ('publicKey' in newKey) return newKey;
  const privateKey = await generatePrivateKey(newKey.keyType);
  return { publicKey: privateKey.publicKey, privateKey };
}

async function deliverNew(
  privateKey: PrivateKey,
  { old, destinations }: Pick<RotationPlan, 'old' | 'destinations'>,
  { claims, registerMasks }: { readonly claims: Claims<StepRecord>; readonly registerMasks: RegisterMasks },
): Promise<Pick<Swapped, 'delivered' | 'oldFiles'>> {
  const oldFiles: OldFile[] = [];
  const noting: Claims<StepRecord> = {
    intend(record, retention) {
      const claim = claims.intend(record, retention);
      if (record.kind === 'replaced-file') oldFiles.push({ claim: claim as Claim<StepRecord>, record });
      return claim;
    },
  };
  const { delivered } = await deliver(destinations, { claims: noting, registerMasks }, async () => ({
    privateKey,
    keyPairId: old.keyPairId,
  }));
  return { delivered, oldFiles };
}

/** After this point, nothing is undone: what fails is told, and the post step or the next rotation does it. */
async function complete(plan: RotationPlan, swapped: Swapped, step: Swaps): Promise<Report> {
  const { imported, publicKey, added } = swapped;
  const problems: string[] = [];
  for (const oldFile of swapped.oldFiles) {
    oldFile.claim.held({ ...oldFile.record, over: true });
    problems.push(...unreleased([await oldFile.claim.release()]).map(sentenceWithHint));
  }
  const copy = await settleNewCopy(plan, swapped, step);
  const instances =
    copy.missing !== undefined
      ? leaveBothKeys(plan, added)
      : await revokeOnInstances(plan, { added, publicKey, keyPairId: imported.keyPairId }, step);
  problems.push(...copy.problems, ...instances.problems);
  if (copy.isSettled) problems.push(...(await endJournal(swapped.journal, instances.unrevoked)));
  const result = resultOfRotation(
    plan,
    { imported, publicKey, delivered: copy.delivered, instances: instances.result },
    step.run,
  );
  if (instances.result !== undefined) step.setOutputs(outputsOfInstances(instances.result));
  const report = reportOf({ ...result, warnings: [...(result.warnings ?? []), ...problems] });
  return { ...report, failure: copy.missing ?? instances.failure };
}

/** Gives the copy of the new private key the place of the old one. */
async function settleNewCopy(
  { old, tags: newTags }: RotationPlan,
  { imported: { keyPairId }, delivered, journal }: Swapped,
  step: Swaps,
): Promise<
  Pick<Swapped, 'delivered'> & {
    readonly problems: readonly string[];
    readonly isSettled: boolean;
    /** Set if the copy is not there any more. */
    readonly missing?: CopyMissing | undefined;
  }
> {
  const tags = new Map(newTags.map(({ key, value }) => [key, value]));
  try {
    const pair = { keyName: old.keyName, keyPairId, tags };
    const where = await settleCopy(pair, old.tags.get(tagKeys.nonce), step);
    if (where === undefined) return { delivered, problems: [], isSettled: true };
    step.setOutputs({ 'private-key-store': where });
    return { delivered: delivered?.map((one) => keptAt(one, where)), problems: [], isSettled: true };
  } catch (error) {
    const problem = sentenceWithHint(leftUnfinished(journal.record, reasonOf(error)));
    const missing = error instanceof CopyMissing ? error : undefined;
    return { delivered, problems: [problem], isSettled: false, missing };
  }
}

/**
 * Deletes the journal, unless it is still needed.
 *
 * @param unrevoked - The instances that may still accept the old key, and must not.
 */
async function endJournal({ claim, record }: OpenJournal, unrevoked: readonly string[]): Promise<string[]> {
  try {
    if (unrevoked.length > 0) {
      claim.held({ ...record, swapping: true, instances: recordedInstances(unrevoked) });
      return [];
    }
    claim.held({ ...record, swapping: true, over: true });
    return unreleased([await claim.release()]).map(sentenceWithHint);
  } catch (error) {
    return [sentenceWithHint(leftUnfinished(record, reasonOf(error)))];
  }
}

function sentenceWithHint(open: Unreleased): string {
  return [sentenceOf(open), hintOf(open) ?? []].flat().join(' ');
}
