import type { KeyPairs } from '../ec2/key-pairs.ts';
import type { KeyPairFilter } from '../ec2/requests.ts';
import type { KeyPair } from '../ec2/responses.ts';
import type { DescribeRequest, FilterChoice } from '../inputs/request.ts';
import { filtersOfRun, isManaged, tagKeys, type WorkflowRun } from '../ownership.ts';
import {
  type ListedKeyPair,
  listJson,
  listLines,
  listOutputs,
  listSummary,
  listWarnings,
} from '../results/key-pair-list.ts';
import type { Outputs } from '../results/outputs.ts';
import type { Report } from '../results/report.ts';
import { pairNotFound } from './existing-pair.ts';
import type { Operation, Preview } from './operation.ts';

export interface DescribeStep {
  readonly run: WorkflowRun;
  readonly keyPairs: KeyPairs;
  /** Writes a list that holds nothing secret to a new file, and returns its path. */
  writeListFile(json: string): string;
  setOutputs(outputs: Outputs): void;
}

export const describe = {
  /** The key pairs that were asked for, by name. @throws KeyPairError `PAIR_NOT_FOUND` for one that was named. */
  async plan({ pairs }: DescribeRequest, step: DescribeStep): Promise<readonly ListedKeyPair[]> {
    const found = await findAll(pairs, step);
    return found.map((pair) => listed(pair, step.run)).sort(byName);
  },

  async preview(pairs: readonly ListedKeyPair[], { keyPairs }: DescribeStep): Promise<Preview> {
    const { region } = keyPairs;
    const text = `list ${pairs.length} key ${pairs.length === 1 ? 'pair' : 'pairs'} in ${region}`;
    return { actions: [{ text }], warnings: listWarnings(pairs), outputs: listOutputs(pairs, region, '') };
  },

  async execute(pairs: readonly ListedKeyPair[], step: DescribeStep): Promise<Report> {
    const { region } = step.keyPairs;
    const file = step.writeListFile(listJson(pairs));
    step.setOutputs(listOutputs(pairs, region, file));
    return {
      lines: listLines(pairs, [region], file),
      warnings: listWarnings(pairs),
      summary: listSummary(pairs, [region], file),
    };
  },
} satisfies Operation<DescribeRequest, readonly ListedKeyPair[], DescribeStep>;

async function findAll(
  choice: DescribeRequest['pairs'],
  { keyPairs, run }: DescribeStep,
): Promise<KeyPair[]> {
  if ('runId' in choice) return keyPairs.list(filtersOfRun(choice.runId, run));
  if ('tags' in choice) return keyPairs.list(filtersOf(choice));
  const pair = await keyPairs.findEventually(choice);
  if (pair === undefined) throw pairNotFound(choice, keyPairs.region, run);
  return [pair];
}

function filtersOf({ namePattern, fingerprint, tags }: FilterChoice): KeyPairFilter[] {
  return [
    ...(namePattern === undefined ? [] : [{ name: 'key-name', pattern: namePattern } as const]),
    ...(fingerprint === undefined ? [] : [{ name: 'fingerprint', pattern: fingerprint } as const]),
    ...tags,
  ];
}

/** Without the nonce, by which a step recognizes what it created. */
export function listed(pair: KeyPair, run: WorkflowRun): ListedKeyPair {
  const { keyName, keyPairId, keyType, fingerprint, region, createdAt, tags } = pair;
  return {
    keyName,
    keyPairId,
    keyType: keyType ?? '',
    fingerprint,
    region,
    createdAt: createdAt?.toISOString() ?? null,
    managed: isManaged(tags, run),
    tags: Object.fromEntries([...tags].filter(([key]) => key !== tagKeys.nonce)),
  };
}

export function byName(a: { readonly keyName: string }, b: { readonly keyName: string }): number {
  if (a.keyName === b.keyName) return 0;
  return a.keyName < b.keyName ? -1 : 1;
}
