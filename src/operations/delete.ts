import type { KeyPairs } from '../ec2/key-pairs.ts';
import type { ReferencesFound } from '../ec2/references.ts';
import type { KeyPair } from '../ec2/responses.ts';
import { KeyPairError } from '../errors.ts';
import type { DeleteRequest, InUsePolicy, PairChoice, RunChoice } from '../inputs/request.ts';
import { filtersOfRun, isManaged, type WorkflowRun } from '../ownership.ts';
import { deletionOutputs, deletionSummary } from '../results/deletion.ts';
import type { Outputs } from '../results/outputs.ts';
import type { Report } from '../results/report.ts';
import type { Log, Operation, PlannedAction } from './operation.ts';

interface DeleteStep {
  readonly run: WorkflowRun;
  readonly keyPairs: KeyPairs;
  readonly log: Log;
  /** What references each key pair, by key name. */
  findReferences(keyNames: readonly string[]): Promise<ReadonlyMap<string, ReferencesFound>>;
  setOutputs(outputs: Outputs): void;
}

export interface DeletePlan {
  /** Kept to check another key pair that has the name by the time that this one is deleted. */
  readonly request: DeleteRequest;
  readonly pairs: readonly KeyPair[];
}

/** How often a key pair of the name can be deleted by others and created again before this step stops. */
const maxPlans = 5;

export const deleteOperation = {
  /** Finds the key pairs, and checks that they may be deleted. @throws KeyPairError `NOT_OURS`, `IN_USE`. */
  async plan(request: DeleteRequest, step: DeleteStep): Promise<DeletePlan> {
    const pairs = await findAll(request.pairs, step);
    await check(pairs, request, step);
    return { request, pairs };
  },

  preview({ pairs }: DeletePlan, { keyPairs }: DeleteStep): PlannedAction[] {
    if (pairs.length === 0) {
      return [{ text: `delete nothing: no such key pair exists in ${keyPairs.region}` }];
    }
    return pairs.map((pair) => ({
      text: `delete key pair "${pair.keyName}" (${pair.keyPairId}) in ${pair.region}`,
      checkPermission: () => keyPairs.checkPermission({ call: 'DeleteKeyPair', pair }),
    }));
  },

  /** Deletes each key pair by ID, even if another one fails. @throws KeyPairError about all that are left, with the code of the first. */
  async execute(first: DeletePlan, step: DeleteStep): Promise<Report> {
    const { keyPairs, log, setOutputs } = step;
    const { region } = keyPairs;
    if (first.pairs.length === 0) log.notice(`No such key pair exists in ${region}: nothing to delete.`);
    const result: Deletion = { deleted: [], failures: [] };
    let { pairs } = first;
    for (let plans = 1; plans <= maxPlans && pairs.length > 0; plans += 1) {
      // Proof that the name is free: EC2 deleted the key pair that had it. Otherwise the look may have shown the past.
      if (await deleteAll(pairs, step, result)) break;
      pairs = await findOther(first.request.pairs, pairs, keyPairs);
      await check(pairs, first.request, step);
    }
    const { deleted, failures } = result;
    setOutputs(deletionOutputs({ region, deleted }));
    if (failures.length > 0) throw joined(failures);
    return { lines: [], warnings: [], summary: deletionSummary({ region, deleted }) };
  },
} satisfies Operation<DeleteRequest, DeletePlan, DeleteStep>;

interface Deletion {
  readonly deleted: KeyPair[];
  readonly failures: KeyPairError[];
}

/** Returns whether EC2 confirmed each deletion. */
async function deleteAll(
  pairs: readonly KeyPair[],
  { keyPairs, log }: DeleteStep,
  { deleted, failures }: Deletion,
): Promise<boolean> {
  let areConfirmed = true;
  for (const pair of pairs) {
    try {
      const outcome = await keyPairs.delete(pair);
      areConfirmed &&= outcome === 'deleted';
      if (outcome === 'not-found') continue;
      deleted.push(pair);
      log.info(`Deleted key pair "${pair.keyName}" (${pair.keyPairId}) in ${pair.region}.`);
    } catch (error) {
      if (!(error instanceof KeyPairError)) throw error;
      failures.push(error);
    }
  }
  return areConfirmed;
}

async function findAll(
  choice: PairChoice | RunChoice,
  { keyPairs, run }: DeleteStep,
): Promise<readonly KeyPair[]> {
  if ('runId' in choice) return keyPairs.listEventually(filtersOfRun(choice.runId, run));
  const pair = await keyPairs.findEventually(choice);
  return pair === undefined ? [] : [pair];
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

/** @throws KeyPairError `NOT_OURS`, `IN_USE`. */
async function check(pairs: readonly KeyPair[], request: DeleteRequest, step: DeleteStep): Promise<void> {
  const foreign = pairs.filter(({ tags }) => !isManaged(tags, step.run));
  if (foreign.length > 0 && !request.force) throw notManaged(foreign);
  await checkReferences(pairs, request.ifInUse, step);
}

/** @throws KeyPairError `IN_USE`, if the policy says so. */
async function checkReferences(
  pairs: readonly KeyPair[],
  policy: InUsePolicy,
  { findReferences, log }: DeleteStep,
): Promise<void> {
  if (policy === 'ignore' || pairs.length === 0) return;
  const found = await findReferences(pairs.map(({ keyName }) => keyName));
  const sentences = pairs.flatMap(({ keyName }) => sentenceOf(keyName, found.get(keyName)) ?? []);
  if (policy === 'fail' && sentences.length > 0) {
    throw new KeyPairError('IN_USE', [...sentences, 'Nothing was deleted.'].join('\n'), {
      hint: 'Running instances keep the public key. Launch templates and Auto Scaling groups that reference the key pair can no longer launch instances without it. Update them first, or set if-in-use: warn.',
    });
  }
  for (const sentence of sentences) log.warning(sentence);
}

function sentenceOf(keyName: string, found: ReferencesFound | undefined): string | undefined {
  if (found === undefined) return undefined;
  if ('unknown' in found) return `Could not check whether key pair "${keyName}" is in use: ${found.unknown}`;
  if (found.references.length === 0) return undefined;
  return `Key pair "${keyName}" is in use by ${found.references.join(', ')}.`;
}

function notManaged(foreign: readonly KeyPair[]): KeyPairError {
  const sentences = foreign.map(
    ({ keyName, keyPairId, region }) =>
      `Key pair "${keyName}" (${keyPairId}) in ${region} was not created by this action in this repository.`,
  );
  return new KeyPairError('NOT_OURS', [...sentences, 'Nothing was deleted.'].join('\n'), {
    hint: 'To delete it anyway, set `force: true`.',
  });
}

function joined(failures: readonly KeyPairError[]): KeyPairError {
  const [first] = failures;
  const hints = [...new Set(failures.flatMap(({ hint }) => hint ?? []))];
  return new KeyPairError(first?.code ?? 'REFUSED', failures.map(({ message }) => message).join('\n'), {
    hint: hints.join('\n'),
    cause: failures,
  });
}
