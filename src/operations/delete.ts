import type { DeleteResult } from '../results/deletion.ts';
import type {
  DeleteRequest,
  InUsePolicy,
  PairChoice,
  RunChoice,
  Tag,
  WorkflowRun,
} from '../inputs/request.ts';
import { isOurs, tagsOfRun } from '../ownership.ts';
import { explain } from '../aws/explain.ts';
import type { KeyPair } from '../ec2/responses.ts';
import type { UsersSeen } from '../ec2/in-use.ts';
import type { KeyPairs } from '../ec2/key-pairs.ts';
import { KeyPairError } from '../errors.ts';
import type { PlannedAction } from './preview.ts';

export interface DeleteReads {
  readonly run: WorkflowRun;
  readonly region: string;
  findEventually(choice: PairChoice): Promise<KeyPair | undefined>;
  listEventually(tags: readonly Tag[]): Promise<KeyPair[]>;
  usersOf(keyNames: readonly string[]): Promise<ReadonlyMap<string, UsersSeen>>;
}

export interface DeletePlan {
  readonly region: string;
  readonly asked: PairChoice | RunChoice;
  readonly pairs: readonly KeyPair[];
  /** Sentences about pairs that are still in use, where that is only to be said. */
  readonly warnings: readonly string[];
}

export interface DeleteDependencies {
  readonly keyPairs: KeyPairs;
  announce(result: DeleteResult): void;
}

/** Looks for the pairs, and makes sure that they may go. @throws KeyPairError `NOT_OURS`, `IN_USE`. */
export async function plan(request: DeleteRequest, look: DeleteReads): Promise<DeletePlan> {
  const pairs = await findAll(request.pairs, look);
  const foreign = pairs.filter((pair) => !isOurs(pair.tags, look.run));
  if (foreign.length > 0 && !request.force) throw notOurs(foreign, look.region);
  const warnings = await lookForUsers(pairs, request.ifInUse, look);
  return { region: look.region, asked: request.pairs, pairs, warnings };
}

/** What `carryOut` would do. */
export function preview({ pairs, region }: DeletePlan): PlannedAction[] {
  if (pairs.length === 0) return [{ text: `delete nothing: there is no such key pair in ${region}` }];
  return pairs.map(({ keyName, keyPairId }) => ({
    text: `delete the key pair "${keyName}" (${keyPairId}) in ${region}`,
    call: { call: 'DeleteKeyPair', keyPairId },
  }));
}

/** Deletes by id, every pair whatever becomes of the others. @throws KeyPairError of the first that stays. */
export async function execute(
  { pairs, region }: DeletePlan,
  { keyPairs, announce }: DeleteDependencies,
): Promise<DeleteResult> {
  const deleted: KeyPair[] = [];
  const failures: KeyPairError[] = [];
  for (const pair of pairs) {
    const doing = `delete the key pair "${pair.keyName}" (${pair.keyPairId})`;
    try {
      if ((await keyPairs.delete(pair.keyPairId)) === 'deleted') deleted.push(pair);
    } catch (error) {
      failures.push(explain(error, { action: 'ec2:DeleteKeyPair', doing, region }));
    }
  }
  const result = { region, deleted };
  announce(result);
  if (failures.length > 0) throw severalFailures(failures);
  return result;
}

async function findAll(pairs: PairChoice | RunChoice, look: DeleteReads): Promise<readonly KeyPair[]> {
  if ('runId' in pairs) return look.listEventually(tagsOfRun(pairs.runId, look.run));
  const pair = await look.findEventually(pairs);
  return pair === undefined ? [] : [pair];
}

async function lookForUsers(
  pairs: readonly KeyPair[],
  policy: InUsePolicy,
  look: DeleteReads,
): Promise<string[]> {
  if (policy === 'ignore' || pairs.length === 0) return [];
  const seen = await look.usersOf(pairs.map(({ keyName }) => keyName));
  const sentences = pairs.flatMap(({ keyName }) => {
    const users = seen.get(keyName);
    if (users === undefined) return [];
    if ('unknown' in users)
      return [`Whether the key pair "${keyName}" is in use cannot be seen: ${users.unknown}`];
    if (users.users.length === 0) return [];
    return [`The key pair "${keyName}" is in use by ${users.users.map(({ what }) => what).join(', ')}.`];
  });
  if (policy === 'fail' && sentences.length > 0) {
    throw new KeyPairError('IN_USE', [...sentences, 'Nothing was deleted.'].join('\n'), {
      hint: 'Running instances keep the public key; what launches new ones fails without the pair. Change what names the pair, or give if-in-use: warn.',
    });
  }
  return sentences;
}

function notOurs(foreign: readonly KeyPair[], region: string): KeyPairError {
  const named = foreign.map(({ keyName, keyPairId }) => `"${keyName}" (${keyPairId})`).join(', ');
  return new KeyPairError(
    'NOT_OURS',
    `This repository did not make the key pair ${named} in ${region} with this action. Nothing was deleted.`,
    { hint: 'If it may go all the same, give force: true.' },
  );
}

function severalFailures(failures: readonly KeyPairError[]): KeyPairError {
  const [first] = failures;
  const hints = [...new Set(failures.flatMap(({ hint }) => (hint === undefined ? [] : [hint])))];
  return new KeyPairError(first?.code ?? 'REFUSED', failures.map(({ message }) => message).join('\n'), {
    hint: hints.join('\n'),
    cause: failures,
  });
}
