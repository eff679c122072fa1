import type { ListedKeyPair } from '../results/key-pair-list.ts';
import type { DescribeRequest, PairChoice, Tag, WorkflowRun } from '../inputs/request.ts';
import { exactly, isOurs, tagsOfRun } from '../ownership.ts';
import type { KeyPair } from '../ec2/responses.ts';
import { pairNotFound } from './existing-pair.ts';

export interface DescribeReads {
  readonly run: WorkflowRun;
  readonly region: string;
  findEventually(choice: PairChoice): Promise<KeyPair | undefined>;
  list(tags: readonly Tag[]): Promise<KeyPair[]>;
}

/** The pairs that were asked for, by name. @throws KeyPairError `PAIR_NOT_FOUND` for one that was named. */
export async function look({ pairs }: DescribeRequest, look: DescribeReads): Promise<ListedKeyPair[]> {
  const found = await findAll(pairs, look);
  return found
    .map((pair) => listed(pair, look))
    .sort((a, b) => (a.keyName < b.keyName ? -1 : a.keyName > b.keyName ? 1 : 0));
}

async function findAll(pairs: DescribeRequest['pairs'], look: DescribeReads): Promise<KeyPair[]> {
  if ('runId' in pairs) return look.list(tagsOfRun(pairs.runId, look.run));
  if ('tags' in pairs) return look.list(pairs.tags.map(({ key, value }) => ({ key, value: exactly(value) })));
  const pair = await look.findEventually(pairs);
  if (pair === undefined) throw pairNotFound(pairs, look.region);
  return [pair];
}

function listed(pair: KeyPair, { run, region }: DescribeReads): ListedKeyPair {
  return {
    keyName: pair.keyName,
    keyPairId: pair.keyPairId,
    keyType: pair.keyType ?? '',
    fingerprint: pair.fingerprint,
    region,
    createdAt: pair.createdAt?.toISOString() ?? null,
    ours: isOurs(pair.tags, run),
    tags: Object.fromEntries(pair.tags),
  };
}
