import { findJournal } from '../ec2/journal.ts';
import type { KeyPairs } from '../ec2/key-pairs.ts';
import type { KeyPair } from '../ec2/responses.ts';
import type { RotateRequest } from '../inputs/request.ts';
import type { Report } from '../results/report.ts';
import { previewOfAbandoned } from './abandoned-rotation.ts';
import { endAbandonedRotation, type NotedTag } from './end-abandoned.ts';
import {
  type ExistingPair,
  type ExistingPairStep,
  executeExisting,
  pairNotFound,
  previewExisting,
} from './existing-pair.ts';
import { mayBeRunning, type SeesAge } from './journal-age.ts';
import { notApplied } from './not-applied.ts';
import type { Log, Operation, Preview } from './operation.ts';
import { lifetimeIn } from './origin.ts';
import { type PlansRotations, planRotation, type RotationPlan } from './plan-rotation.ts';
import { previewRotation } from './preview-rotation.ts';
import { rotationInProgress } from './rotation-errors.ts';
import { type Swaps, swap } from './swap.ts';

interface RotateStep extends PlansRotations, Swaps, ExistingPairStep, SeesAge {
  readonly keyPairs: KeyPairs;
  readonly log: Log;
}

export interface RotatePlan {
  /** Kept to decide again after the rotation of another step was ended. */
  readonly request: RotateRequest;
  readonly decision: Decision;
}

type Decision =
  | { readonly rotation: RotationPlan }
  /** The key pair already has the public key that was set. */
  | { readonly unchanged: KeyPair }
  /** Another step did not complete its rotation. Only then is it clear which key the key pair has. */
  | { readonly abandoned: KeyPair };

export const rotate = {
  /** Finds the key pair, checks that it can be rotated, and opens the destinations of its new private key. */
  async plan(request: RotateRequest, step: RotateStep): Promise<RotatePlan> {
    return { request, decision: await decide(request, step) };
  },

  async preview({ request, decision }: RotatePlan, step: RotateStep): Promise<Preview> {
    if ('rotation' in decision) return previewRotation(decision.rotation, step);
    if ('unchanged' in decision) {
      return previewExisting(unchanged(decision.unchanged, request), step);
    }
    return previewOfAbandoned(decision.abandoned, 'rotate it', step);
  },

  /** Rotates the key pair. If a step that no longer runs left a rotation of it unfinished, ends that one first. */
  async execute({ request, decision: first }: RotatePlan, step: RotateStep): Promise<Report> {
    const next = step.keyPairs.tries();
    let decision = first;
    let noted: NotedTag | undefined;
    for (;;) {
      if ('unchanged' in decision) {
        step.log.info(`Key pair "${decision.unchanged.keyName}" already has this public key.`);
        return executeExisting(unchanged(decision.unchanged, request), step);
      }
      const done = 'rotation' in decision ? await swap(decision.rotation, step) : decision;
      if ('report' in done) return done.report;
      const { abandoned } = done;
      if ((await mayBeRunning(abandoned, step)) || !(await next('all'))) throw rotationInProgress(abandoned);
      const ended = await endAbandonedRotation(abandoned, step, request.instances?.policy);
      step.log.info(ended.said);
      noted = ended.noted ?? noted;
      decision = await decide(request, step, noted);
    }
  },
} satisfies Operation<RotateRequest, RotatePlan, RotateStep>;

/**
 * Looks for a journal first: the tags of the key pair may name a temporary copy, which only the end of that rotation moves.
 *
 * @param noted - As `EndedRotation`.
 */
async function decide(request: RotateRequest, step: RotateStep, noted?: NotedTag): Promise<Decision> {
  const pair = await step.keyPairs.findEventually(request.pair);
  const keyName = pair?.keyName ?? ('keyName' in request.pair ? request.pair.keyName : undefined);
  const journal = keyName === undefined ? undefined : await findJournal(keyName, step.keyPairs);
  if (journal !== undefined) {
    if (await mayBeRunning(journal, step)) throw rotationInProgress(journal);
    return { abandoned: journal };
  }
  if (pair === undefined) throw pairNotFound(request.pair, step.keyPairs.region, step.run);
  return planRotation(withTag(pair, noted), request, step);
}

/** A read may show the key pair without a tag that was set a moment ago. */
function withTag(pair: KeyPair, noted: NotedTag | undefined): KeyPair {
  if (noted?.keyPairId !== pair.keyPairId) return pair;
  const { key, value } = noted.tag;
  return { ...pair, tags: new Map([...pair.tags, [key, value]]) };
}

/** A key pair that has the public key already. */
function unchanged(pair: KeyPair, { tags, expiresAfter }: RotateRequest): ExistingPair {
  const notes = notApplied(
    pair,
    { lifetime: lifetimeIn(pair.tags) ?? 'persistent', tags, expiresAfter },
    hasKey,
  );
  return { pair, managed: true, found: undefined, destinations: [], ...notes };
}

const hasKey =
  'The key pair has this public key already, so it was not rotated. To set them, use `operation: ensure`.';
