import { findJournal } from '../ec2/journal.ts';
import type { KeyPairs } from '../ec2/key-pairs.ts';
import { NameTakenError } from '../ec2/name-taken.ts';
import type { KeyPair } from '../ec2/responses.ts';
import { KeyPairError } from '../errors.ts';
import type { EnsureRequest } from '../inputs/request.ts';
import { type Tag, tagKeys } from '../ownership.ts';
import type { Report } from '../results/report.ts';
import { type CreatePlan, type CreateStep, create, planNewPair } from './create.ts';
import {
  type ExistingPair,
  type ExistingPairReads,
  type ExistingPairStep,
  executeExisting,
  planExisting,
  previewExisting,
} from './existing-pair.ts';
import type { OpensInstances } from './instances/plan-instances.ts';
import type { SeesAge } from './journal-age.ts';
import { expiryOf } from './new-pair.ts';
import { lackingIn, type Notes, notApplied } from './not-applied.ts';
import type { Operation, Preview } from './operation.ts';

export interface EnsureStep extends CreateStep, ExistingPairStep, OpensInstances, SeesAge {
  readonly keyPairs: KeyPairs;
}

/** Either the key pair exists and fits the request, or it will be created. */
export interface EnsurePlan {
  /** Kept to decide again if another job creates the key pair first. */
  readonly request: EnsureRequest;
  readonly decision: Decision;
}

type Decision =
  | { readonly existing: FittingPair }
  | { readonly absent: CreatePlan }
  /** Absent because of a rotation that is not complete: its journal. */
  | { readonly rotating: KeyPair };

/** A key pair that fits the request, and the tags to set on it (none if this repository does not manage it). */
export interface FittingPair extends ExistingPair {
  readonly lackingTags: readonly Tag[];
}

const notManaged = 'This action did not create the key pair in this repository.';

const fixedLifetime = 'The lifetime of a key pair is set when it is created.';

export const ensure = {
  /** Looks the key pair up, in one request, and decides whether to use it or to create it. */
  async plan(request: EnsureRequest, step: EnsureStep): Promise<EnsurePlan> {
    const pair = await step.keyPairs.find({ keyName: request.keyName });
    return { request, decision: await decide(request, pair, step) };
  },

  async preview({ decision }: EnsurePlan, step: EnsureStep): Promise<Preview> {
    if ('absent' in decision) {
      return (await import('./preview-create.ts')).previewFreeName(decision.absent, step);
    }
    if ('rotating' in decision) {
      const { previewOfAbandoned } = await import('./abandoned-rotation.ts');
      return previewOfAbandoned(decision.rotating, 'use it', step);
    }
    const { pair, lackingTags: tags } = decision.existing;
    const preview = await previewExisting(decision.existing, step, changeOf(decision.existing));
    if (tags.length === 0) return preview;
    const setTags = {
      text: `set ${tags.length === 1 ? 'tag' : 'tags'} ${tags.map(({ key }) => key).join(', ')} on key pair "${pair.keyName}" in ${pair.region}`,
      checkPermission: () => step.keyPairs.checkPermission({ call: 'CreateTags', pair, tags }),
    };
    return { ...preview, actions: [...preview.actions, setTags] };
  },

  /** Uses the key pair, or creates it. If another job creates or deletes it first, decides again, until the step's time is up. */
  async execute({ request, decision: first }: EnsurePlan, step: EnsureStep): Promise<Report> {
    const next = step.keyPairs.tries();
    let decision = first;
    for (;;) {
      if ('rotating' in decision) {
        const { awaitRotation } = await import('./abandoned-rotation.ts');
        await awaitRotation(decision.rotating, next, step);
        decision = await decide(request, await step.keyPairs.find(request), step);
        continue;
      }
      const done =
        'existing' in decision
          ? await useExisting(decision.existing, step)
          : await createAbsent(decision.absent, request, step);
      if ('report' in done) return done.report;
      if ('deleted' in done && !(await next('all'))) throw deletedByOthers(done.deleted);
      const pair = 'deleted' in done ? await step.keyPairs.findNext(done.deleted) : done.holder;
      decision = await decide(request, pair, step);
    }
  },
} satisfies Operation<EnsureRequest, EnsurePlan, EnsureStep>;

async function decide(
  request: EnsureRequest,
  pair: KeyPair | undefined,
  step: EnsureStep,
): Promise<Decision> {
  if (pair === undefined) {
    const { keyName, keyType = 'rsa', ...rest } = request;
    const rotating = await findJournal(keyName, step.keyPairs);
    if (rotating !== undefined) return { rotating };
    const plan = () => planNewPair({ ...rest, keyType, name: { exact: keyName } }, step);
    return planUnlessTaken(plan, request, step);
  }
  return { existing: await planFitting(pair, request, step) };
}

/** Checks that a key pair fits the request. @throws KeyPairError `KEY_TYPE_DIFFERS`, and the codes of `planExisting`. */
export async function planFitting(
  pair: KeyPair,
  request: EnsureRequest,
  step: ExistingPairReads,
): Promise<FittingPair> {
  if (request.keyType !== undefined && pair.keyType !== request.keyType) throw typeDiffers(pair, request);
  const existing = await planExisting(pair, request, step);
  if (!existing.managed) return withNotes(existing, notApplied(pair, request, notManaged), []);
  const ofStore = existing.destinations.flatMap((destination) => destination.tags);
  const tags = [...lackingTags(pair, request, step.now()), ...lackingIn(pair.tags, ofStore)];
  return withNotes(existing, notApplied(pair, { lifetime: request.lifetime }, fixedLifetime), tags);
}

function withNotes(existing: ExistingPair, notes: Notes, lackingTags: readonly Tag[]): FittingPair {
  const remarks = [...(existing.remarks ?? []), ...notes.remarks];
  return { ...existing, ...notes, remarks, lackingTags };
}

/** If the store has a copy already, another job may have created the key pair since the last look. */
async function planUnlessTaken(
  plan: () => Promise<CreatePlan>,
  request: EnsureRequest,
  step: EnsureStep,
): Promise<Decision> {
  try {
    return { absent: await plan() };
  } catch (error) {
    if (!(error instanceof KeyPairError) || error.code !== 'STORE_TAKEN') throw error;
    const pair = await step.keyPairs.findEventually({ keyName: request.keyName });
    if (pair === undefined) throw error;
    return decide(request, pair, step);
  }
}

/** What was done, or what another job did first: it created a key pair with the name, or deleted the one that had it. */
type Attempted = { readonly report: Report } | { readonly holder: KeyPair } | { readonly deleted: KeyPair };

async function createAbsent(
  plan: CreatePlan,
  { keyName }: EnsureRequest,
  step: EnsureStep,
): Promise<Attempted> {
  try {
    step.log.info(`Key pair "${keyName}" does not exist in ${step.region} yet.`);
    return { report: await create.execute(plan, step) };
  } catch (error) {
    // Only a key pair that is proved to be someone else's: the private key of its own would be lost.
    if (!(error instanceof NameTakenError)) throw error;
    step.log.info(`Another process created key pair "${keyName}" first. Checking again.`);
    return { holder: error.holder };
  }
}

async function useExisting(existing: FittingPair, step: EnsureStep): Promise<Attempted> {
  const tagged = await setLackingTags(existing, step);
  if (tagged === undefined) return { deleted: existing.pair };
  return { report: await executeExisting(tagged, step, changeOf(existing)) };
}

/** Sets the tags that a key pair lacks, and notes that. Undefined if others deleted it. */
export async function setLackingTags(
  existing: FittingPair,
  step: Pick<EnsureStep, 'keyPairs' | 'log'>,
): Promise<ExistingPair | undefined> {
  const { pair, managed, found, lackingTags: tags, remarks = [] } = existing;
  const { keyName } = pair;
  if (!managed && found === undefined) {
    step.log.info(
      `Key pair "${keyName}" was not created by this action in this repository, so its private key is with whoever created it.`,
    );
  }
  if (tags.length > 0 && (await step.keyPairs.tag(pair, tags)) === 'not-found') {
    step.log.info(`Another process deleted key pair "${keyName}". Checking again.`);
    return undefined;
  }
  const set = tags.map(({ key, value }) => `${key}=${value}`).join(', ');
  return { ...existing, remarks: tags.length === 0 ? remarks : [`Set tags: ${set}.`, ...remarks] };
}

export function changeOf({ lackingTags }: FittingPair): 'tagged' | 'none' {
  return lackingTags.length > 0 ? 'tagged' : 'none';
}

/** Requested tags that are missing or have another value, and the renewed expiry. */
function lackingTags({ tags }: KeyPair, request: EnsureRequest, now: Date): Tag[] {
  const wanted = [...request.tags];
  const expiresAt = expiryOf(request.expiresAfter, now);
  if (expiresAt !== undefined) wanted.push({ key: tagKeys.expiresAt, value: expiresAt.toISOString() });
  return lackingIn(tags, wanted);
}

export function deletedByOthers({ keyName, keyPairId, region }: KeyPair): KeyPairError {
  return new KeyPairError(
    'PAIR_NOT_FOUND',
    `Key pair "${keyName}" (${keyPairId}) no longer exists in ${region}: other processes keep deleting it.`,
    { hint: 'Let only one job delete the key pair, after all jobs that use it.' },
  );
}

function typeDiffers(pair: KeyPair, { keyType }: EnsureRequest): KeyPairError {
  return new KeyPairError(
    'KEY_TYPE_DIFFERS',
    `Key pair "${pair.keyName}" in ${pair.region} has type ${pair.keyType ?? 'unknown'}, not ${keyType}.`,
    {
      hint: 'The type of a key pair never changes. Leave out key-type to use the key pair as it is, or set another key-name.',
    },
  );
}
