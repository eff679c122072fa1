import type { KeyPairs } from '../ec2/key-pairs.ts';
import type { KeyPair } from '../ec2/responses.ts';
import { storeOf } from '../ec2/store-of.ts';
import { KeyPairError } from '../errors.ts';
import type { DeleteRequest, PairChoice, RunChoice } from '../inputs/request.ts';
import { referenceText } from '../inputs/store-reference.ts';
import { filtersOfRun, type TagFilter, tagKeys, type WorkflowRun } from '../ownership.ts';
import { deletionOutputs, deletionSummary } from '../results/deletion.ts';
import type { Outputs } from '../results/outputs.ts';
import type { Report } from '../results/report.ts';
import { type ChecksDeletion, checkDeletion, outlivesRun } from './check-deletion.ts';
import type { DeletesStoredKeys } from './delete-stored-key.ts';
import { isGone } from './is-gone.ts';
import type { SeesAge } from './journal-age.ts';
import { looksLikeId } from './looks-like-id.ts';
import type { Operation, PlannedAction, Preview } from './operation.ts';

export interface DeleteStep extends ChecksDeletion, DeletesStoredKeys, SeesAge {
  readonly run: WorkflowRun;
  setOutputs(outputs: Outputs): void;
}

export interface DeletePlan {
  /** Kept to check another key pair that has the name by the time that this one is deleted. */
  readonly request: DeleteRequest;
  readonly pairs: readonly KeyPair[];
  /** Journals of rotations that no step will end, after the key pairs: otherwise, the key would come back. */
  readonly journals: readonly KeyPair[];
  /** Key pairs of the run that are not deleted with it. */
  readonly kept: readonly KeyPair[];
  readonly warnings: readonly string[];
}

export const deleteOperation = {
  /**
   * Finds the key pairs, and checks that they may be deleted.
   *
   * @throws KeyPairError `NOT_OURS`, `IN_USE`, `ROTATION_IN_PROGRESS`.
   */
  async plan(request: DeleteRequest, step: DeleteStep): Promise<DeletePlan> {
    const found = await findAll(request.pairs, step);
    const { journals, others } = await journalsAmong(found, request, step);
    const kept = 'runId' in request.pairs && !request.force ? others.filter(outlivesRun) : [];
    const pairs = others.filter((pair) => !kept.includes(pair));
    return { request, pairs, journals, kept, warnings: await checkDeletion(pairs, request, step) };
  },

  async preview(
    { request, pairs, journals, kept, warnings }: DeletePlan,
    step: DeleteStep,
  ): Promise<Preview> {
    const { keyPairs } = step;
    const { region } = keyPairs;
    const actions: PlannedAction[] = [
      ...pairs.map((pair) => ({
        text: `delete key pair "${pair.keyName}" (${pair.keyPairId}) in ${pair.region}${andStoredKey(pair)}`,
        checkPermission: () => keyPairs.checkPermission({ call: 'DeleteKeyPair', pair }),
      })),
      ...journals.map((pair) => ({
        text: `delete key pair "${pair.keyName}" (${pair.keyPairId}) in ${pair.region}, the journal of an earlier rotation`,
        checkPermission: () => keyPairs.checkPermission({ call: 'DeleteKeyPair', pair }),
      })),
      ...kept.map((pair) => ({ text: `keep ${keptText(pair)}` })),
    ];
    return {
      actions:
        actions.length > 0
          ? actions
          : [{ text: ['delete nothing', ...nothingFound(request.pairs, step)].join('. ') }],
      warnings,
      outputs: deletionOutputs({ region, deleted: [...pairs, ...journals] }),
    };
  },

  /**
   * Deletes each key pair by ID, even if another one fails. While others delete a key pair of the name first and create it
   * again, deletes that one, as long as the step's time lasts.
   *
   * @throws KeyPairError about all that are left, with the code of the first.
   */
  async execute(plan: DeletePlan, step: DeleteStep): Promise<Report> {
    const { region } = step.keyPairs;
    const { deleted, failures } = await deletePlanned(plan, step);
    step.setOutputs(deletionOutputs({ region, deleted }));
    if (failures.length > 0) throw joinedErrors(failures);
    return { lines: [], warnings: [], summary: deletionSummary({ region, deleted }, plan.kept) };
  },
} satisfies Operation<DeleteRequest, DeletePlan, DeleteStep>;

export interface Deletion {
  readonly deleted: KeyPair[];
  readonly failures: KeyPairError[];
}

/** Deletes what was planned. Rejects only if it cannot go on. */
export async function deletePlanned(first: DeletePlan, step: DeleteStep): Promise<Deletion> {
  const { keyPairs, log } = step;
  const { kept } = first;
  if (first.pairs.length + first.journals.length + kept.length === 0) {
    const [what, ...advice] = nothingFound(first.request.pairs, step);
    log.notice(`${[`${what}: nothing to delete`, ...advice].join('. ')}.`);
  }
  for (const pair of kept) log.info(`Kept: ${keptText(pair)}. Delete it by name, or with force: true.`);
  for (const warning of first.warnings) log.warning(warning);
  const result: Deletion = { deleted: [], failures: [] };
  const next = keyPairs.tries();
  const triedIds: string[] = [];
  let { pairs } = first;
  while (pairs.length > 0) {
    triedIds.push(...pairs.map(({ keyPairId }) => keyPairId));
    // Proof that the name is free: EC2 deleted the key pair that had it. Otherwise the look may have shown the past.
    if (await deleteAll(pairs, step, result)) break;
    pairs = await findOther(first.request.pairs, pairs, keyPairs);
    for (const warning of await checkDeletion(pairs, first.request, step)) log.warning(warning);
    if (pairs.length > 0 && !(await next('all'))) {
      for (const pair of pairs) log.warning(createdByOthers(pair));
      break;
    }
  }
  if (result.failures.length === 0) await deleteJournals(first.journals, triedIds, step, result);
  return result;
}

/** Finds out which journals belong to what was found, and which of them no step will end. */
async function journalsAmong(
  found: readonly KeyPair[],
  request: DeleteRequest,
  step: DeleteStep,
): Promise<{ readonly journals: readonly KeyPair[]; readonly others: readonly KeyPair[] }> {
  const { findDeletableJournals } = await import('./delete-journal.ts');
  return findDeletableJournals(found, request, step);
}

/** @param deletedIds - As for `deleteJournal`. */
async function deleteJournals(
  journals: readonly KeyPair[],
  deletedIds: readonly string[],
  step: DeleteStep,
  { deleted, failures }: Deletion,
): Promise<void> {
  for (const journal of journals) {
    const { deleteJournal } = await import('./delete-journal.ts');
    try {
      if (await deleteJournal(journal, deletedIds, step)) deleted.push(journal);
    } catch (error) {
      if (!(error instanceof KeyPairError)) throw error;
      failures.push(error);
    }
  }
}

/** Returns whether EC2 confirmed each deletion. */
async function deleteAll(
  pairs: readonly KeyPair[],
  step: DeleteStep,
  { deleted, failures }: Deletion,
): Promise<boolean> {
  const { keyPairs, log } = step;
  let areConfirmed = true;
  for (const pair of pairs) {
    try {
      const reference = storeOf(pair);
      if (reference !== undefined) {
        const { deleteStoredKey } = await import('./delete-stored-key.ts');
        await deleteStoredKey(pair, reference, step);
      }
      const outcome = await keyPairs.delete(pair);
      areConfirmed &&= outcome === 'deleted';
      if (outcome === 'not-found') continue;
      deleted.push(pair);
      log.info(`Deleted key pair "${pair.keyName}" (${pair.keyPairId}) in ${pair.region}.`);
    } catch (error) {
      if (!(error instanceof KeyPairError)) throw error;
      if (await isGone(pair, error, step)) areConfirmed = false;
      else failures.push(error);
    }
  }
  return areConfirmed;
}

async function findAll(
  choice: PairChoice | RunChoice,
  { keyPairs, run }: DeleteStep,
): Promise<readonly KeyPair[]> {
  if ('runId' in choice) return listEventually(filtersOfRun(choice.runId, run), keyPairs);
  const pair = await keyPairs.findEventually(choice);
  return pair === undefined ? [] : [pair];
}

/** Looks for some time before it returns an empty list. */
async function listEventually(filters: readonly TagFilter[], keyPairs: KeyPairs): Promise<KeyPair[]> {
  const some = await keyPairs.look(async () => {
    const pairs = await keyPairs.list(filters);
    return pairs.length === 0 ? undefined : pairs;
  });
  return some ?? [];
}

/** Another key pair that has the name that was asked for. */
async function findOther(
  choice: PairChoice | RunChoice,
  pairs: readonly KeyPair[],
  keyPairs: KeyPairs,
): Promise<readonly KeyPair[]> {
  if (!('keyName' in choice)) return [];
  const other = await keyPairs.look(async () => {
    const pair = await keyPairs.find(choice);
    return pairs.some(({ keyPairId }) => keyPairId === pair?.keyPairId) ? undefined : pair;
  });
  return other === undefined ? [] : [other];
}

/** One error about several. With the code of the first. */
export function joinedErrors(failures: readonly KeyPairError[]): KeyPairError {
  const [first] = failures;
  const hints = [...new Set(failures.flatMap(({ hint }) => hint ?? []))];
  return new KeyPairError(first?.code ?? 'REFUSED', failures.map(({ message }) => message).join('\n'), {
    hint: hints.join('\n'),
    cause: failures,
  });
}

/** What does not exist, as clauses. EC2 takes a name with wildcards as it is. */
function nothingFound(choice: PairChoice | RunChoice, { keyPairs: { region }, run }: DeleteStep): string[] {
  if ('runId' in choice) {
    return [`Workflow run ${choice.runId} of ${run.repository} has no key pair in ${region}`];
  }
  if ('keyPairId' in choice) return [`Key pair ${choice.keyPairId} does not exist in ${region}`];
  const { keyName } = choice;
  const literal = 'key-name is taken literally: to delete what a workflow run created, set run-id';
  return [
    `Key pair "${keyName}" does not exist in ${region}`,
    ...(/[*?]/.test(keyName) ? [literal] : []),
    ...(looksLikeId(keyName) ? ['To delete the key pair with this ID, set key-pair-id'] : []),
  ];
}

function andStoredKey(pair: KeyPair): string {
  const reference = storeOf(pair);
  return reference === undefined ? '' : `, and its private key in ${referenceText(reference)}`;
}

function createdByOthers({ keyName, keyPairId, region }: KeyPair): string {
  return `Key pair "${keyName}" (${keyPairId}) exists in ${region} and was not deleted: other processes keep deleting and creating it.`;
}

function keptText({ keyName, tags }: KeyPair): string {
  return `key pair "${keyName}" (${tags.get(tagKeys.lifetime) ?? 'its tags name no lifetime'})`;
}
