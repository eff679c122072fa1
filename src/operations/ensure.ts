import type { EnsureRequest, Tag } from '../inputs/request.ts';
import type { KeyPairResult } from '../results/result.ts';
import { tagKeys } from '../ownership.ts';
import { explain } from '../aws/explain.ts';
import type { KeyPair } from '../ec2/responses.ts';
import { KeyPairError } from '../errors.ts';
import * as create from './create.ts';
import { type ExistingPair, type ExistingPairReads, useExisting, verifyExisting } from './existing-pair.ts';
import type { PlannedAction } from './preview.ts';
import { expiryOf } from './new-pair.ts';

export interface EnsureReads extends create.CreateReads, ExistingPairReads {
  /** One look at the pair of this name. */
  find(keyName: string): Promise<KeyPair | undefined>;
}

/** Either the pair is there and fits, or it is to be made. */
export type EnsurePlan = { readonly existing: FittingPair } | { readonly absent: create.CreatePlan };

/** A pair that fits what was asked, and the tags that it still lacks (only ever of a pair that is ours). */
export interface FittingPair extends ExistingPair {
  readonly lackingTags: readonly Tag[];
}

export interface EnsureDependencies extends create.CreateDependencies {
  /** Plans anew, after somebody else has made or deleted the pair in between. */
  planAgain(): Promise<EnsurePlan>;
  /** Told when somebody else made the pair first. */
  onOvertaken(): void;
}

/** How often a pair may come and go under this step before it gives up. */
const mostPlans = 5;

/** Looks for the pair, in one request, and decides whether to use it or to make it. */
export async function plan(request: EnsureRequest, look: EnsureReads): Promise<EnsurePlan> {
  const pair = await look.find(request.keyName);
  if (pair === undefined) {
    const { keyName, keyType = 'rsa', ...rest } = request;
    return { absent: await create.plan({ ...rest, keyType, name: { exact: keyName } }, look) };
  }
  if (request.keyType !== undefined && pair.keyType !== request.keyType)
    throw typeDiffers(pair, request, look.region);
  const { file, output } = request.destinations;
  const existing = await verifyExisting(pair, { path: file?.path, output }, look);
  return {
    existing: { ...existing, lackingTags: existing.ours ? lackingTags(pair, request, look.now()) : [] },
  };
}

/** What `carryOut` would do. */
export function preview(plan: EnsurePlan): PlannedAction[] {
  if ('absent' in plan) return create.preview(plan.absent);
  const { pair, region, lackingTags, output } = plan.existing;
  const named = `the key pair "${pair.keyName}" (${pair.keyPairId}) in ${region}`;
  return [
    { text: `use ${named}` },
    ...(output ? [{ text: 'set the output private-key' }] : []),
    ...(lackingTags.length === 0
      ? []
      : [
          {
            text: `set the tags ${lackingTags.map(({ key }) => key).join(', ')} of ${named}`,
            call: { call: 'CreateTags' as const, keyPairId: pair.keyPairId, tags: lackingTags },
          },
        ]),
  ];
}

/** Uses the pair that is there, or makes it; whoever is overtaken on the way uses what the other made. */
export async function execute(first: EnsurePlan, parts: EnsureDependencies): Promise<KeyPairResult> {
  let plan = first;
  for (let plans = 1; ; plans += 1) {
    if ('existing' in plan) {
      await completeTags(plan.existing, parts);
      return useExisting(plan.existing, parts);
    }
    try {
      return await create.execute(plan.absent, parts);
    } catch (error) {
      const overtaken = error instanceof KeyPairError && error.code === 'NAME_TAKEN';
      if (!overtaken || plans === mostPlans) throw error;
      parts.onOvertaken();
      plan = await parts.planAgain();
    }
  }
}

async function completeTags(
  { pair, lackingTags, region }: FittingPair,
  { keyPairs }: create.CreateDependencies,
): Promise<void> {
  if (lackingTags.length === 0) return;
  try {
    await keyPairs.tag(pair.keyPairId, lackingTags);
  } catch (error) {
    throw explain(error, { action: 'ec2:CreateTags', doing: `tag the key pair "${pair.keyName}"`, region });
  }
}

/** Tags that were asked for and are missing or say something else, and the expiry, counted anew. */
function lackingTags({ tags }: KeyPair, request: EnsureRequest, now: Date): Tag[] {
  const expiresAt = expiryOf(request.expiresAfter, now);
  const wanted = [
    ...request.tags,
    ...(expiresAt === undefined ? [] : [{ key: tagKeys.expiresAt, value: expiresAt.toISOString() }]),
  ];
  return wanted.filter(({ key, value }) => tags.get(key) !== value);
}

function typeDiffers(pair: KeyPair, { keyType }: EnsureRequest, region: string): KeyPairError {
  return new KeyPairError(
    'KEY_TYPE_DIFFERS',
    `The key pair "${pair.keyName}" in ${region} is of type ${pair.keyType ?? 'unknown'}, not ${keyType}.`,
    {
      hint: 'The type of a pair never changes. Leave key-type out to take the pair as it is, or give another key-name.',
    },
  );
}
