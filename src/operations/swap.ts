import type { ReplacedFileRecord } from '../destinations/file/replaced-file-record.ts';
import { deleteOld } from '../ec2/delete-old.ts';
import { type Imported, importKeyPair } from '../ec2/import-key-pair.ts';
import { mayDelete } from '../ec2/permissions.ts';
import type { KeyPair } from '../ec2/responses.ts';
import { generatePrivateKey } from '../keys/generate.ts';
import type { RegisterMasks } from '../keys/private-key.ts';
import type { PublicKey } from '../keys/public-key.ts';
import type { Claim, Claims, UndoableWork } from '../ledger/claim.ts';
import { hintOf, sentenceOf, type Unreleased, unreleased } from '../ledger/release.ts';
import { tagKeys } from '../ownership.ts';
import { type Delivered, keptAt, outputsOf, reportOf } from '../results/key-pair-result.ts';
import type { Outputs } from '../results/outputs.ts';
import type { Report } from '../results/report.ts';
import { deliver } from './deliver.ts';
import type { NewPairStep } from './new-pair.ts';
import { intendSwap, type OpenJournal, openJournal, unlessOwn } from './open-journal.ts';
import type { Log, StepRecord } from './operation.ts';
import type { RotationPlan } from './plan-rotation.ts';
import { resultOfRotation } from './result-of-rotation.ts';
import { goneAlready, JournalExists, rotatedMeanwhile, takenMeanwhile } from './rotation-errors.ts';
import { requireMayName, requireMayReplace } from './rotation-permissions.ts';
import { type SettlesCopies, settleCopy } from './settle-copy.ts';
import { leftUnfinished, reasonOf } from './unfinished.ts';

/** What `swap` uses of a step. */
export interface Swaps extends NewPairStep, SettlesCopies {
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
  const journal = await openJournal(plan, claims, keyPairs);
  const current = await keyPairs.findEventually({ keyPairId: old.keyPairId });
  if (current === undefined) throw goneAlready(old);
  // A rotation that was being completed when this one was planned has moved the copy since then.
  if (current.tags.get(tagKeys.store) !== old.tags.get(tagKeys.store)) throw rotatedMeanwhile(old);
  await requireMayName(plan, journal.record, keyPairs);
  const { publicKey, delivered, oldFiles } =
    'publicKey' in plan.newKey
      ? { publicKey: plan.newKey.publicKey, delivered: undefined, oldFiles: [] }
      : await deliverNew(plan.newKey.keyType, { old, destinations }, { claims, registerMasks });
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
  return { imported, publicKey, delivered, oldFiles, journal };
}

async function deliverNew(
  keyType: 'rsa' | 'ed25519',
  { old, destinations }: Pick<RotationPlan, 'old' | 'destinations'>,
  { claims, registerMasks }: { readonly claims: Claims<StepRecord>; readonly registerMasks: RegisterMasks },
): Promise<Pick<Swapped, 'publicKey' | 'delivered' | 'oldFiles'>> {
  const oldFiles: OldFile[] = [];
  const noting: Claims<StepRecord> = {
    intend(record, retention) {
      const claim = claims.intend(record, retention);
      if (record.kind === 'replaced-file') oldFiles.push({ claim: claim as Claim<StepRecord>, record });
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
  const { claim, record } = swapped.journal;
  const { keyPairId } = imported;
  let { delivered } = swapped;
  const problems: string[] = [];
  for (const oldFile of swapped.oldFiles) {
    oldFile.claim.held({ ...oldFile.record, over: true });
    problems.push(...unreleased([await oldFile.claim.release()]).map(sentenceWithHint));
  }
  try {
    const tags = new Map(plan.tags.map(({ key, value }) => [key, value]));
    const where = await settleCopy({ keyName, keyPairId, tags }, oldTags.get(tagKeys.nonce), step);
    if (where !== undefined) {
      delivered = delivered?.map((one) => keptAt(one, where));
      step.setOutputs({ 'private-key-store': where });
    }
    claim.held({ ...record, swapping: true, over: true });
    problems.push(...unreleased([await claim.release()]).map(sentenceWithHint));
  } catch (error) {
    problems.push(sentenceWithHint(leftUnfinished(record, reasonOf(error))));
  }
  const result = resultOfRotation(plan, { imported, publicKey, delivered }, step.run);
  return reportOf({ ...result, warnings: [...(result.warnings ?? []), ...problems] });
}

function sentenceWithHint(open: Unreleased): string {
  return [sentenceOf(open), hintOf(open) ?? []].flat().join(' ');
}
