import type { Fleet } from '../../instances/fleet.ts';
import type { Outcome } from '../../instances/outcome.ts';
import type { CommandRun, Outcomes } from '../../instances/runs.ts';
import type { PublicKey } from '../../keys/public-key.ts';

/** Puts a new key beside each of several others, whichever of them a file has. Returns one outcome for each instance. */
export async function addBesideEach(
  newKey: PublicKey,
  oldDigests: readonly string[],
  instanceIds: readonly string[],
  run: CommandRun,
  fleet: Fleet,
): Promise<Outcomes> {
  const newDigest = fleet.digestOf(newKey);
  const others = distinct(oldDigests).filter((digest) => digest !== newDigest);
  const outcomes = new Map<string, Outcome>();
  for (const oldDigest of others) {
    for (const [id, outcome] of await fleet.add({ oldDigest, newKey }, instanceIds, run)) {
      outcomes.set(id, worst(outcomes.get(id), outcome));
    }
  }
  return outcomes;
}

/** Removes several keys, each of them from every file that has the remaining one. Returns one outcome for each instance. */
export async function removeEach(
  digests: readonly string[],
  remainingDigest: string,
  instanceIds: readonly string[],
  run: CommandRun,
  fleet: Fleet,
): Promise<Outcomes> {
  const others = distinct(digests).filter((digest) => digest !== remainingDigest);
  const outcomes = new Map<string, Outcome>();
  for (const digest of others) {
    for (const [id, outcome] of await fleet.remove({ digest, remainingDigest }, instanceIds, run)) {
      outcomes.set(id, worst(outcomes.get(id), outcome));
    }
  }
  return outcomes;
}

/** Removes one key from every file that has one of the remaining ones. Returns one outcome for each instance. */
export async function removeBesideEach(
  digest: string,
  remainingDigests: readonly string[],
  instanceIds: readonly string[],
  run: CommandRun,
  fleet: Fleet,
): Promise<Outcomes> {
  const outcomes = new Map<string, Outcome>();
  for (const remainingDigest of distinct(remainingDigests)) {
    for (const [id, outcome] of await fleet.remove({ digest, remainingDigest }, instanceIds, run)) {
      outcomes.set(id, latest(outcomes.get(id), outcome));
    }
  }
  return outcomes;
}

function distinct(digests: readonly string[]): string[] {
  return [...new Set(digests)];
}

/** A key that may still be there counts more than one that was removed, and so does one that may not be there. */
function worst(before: Outcome | undefined, now: Outcome): Outcome {
  if (before === undefined || now.is === 'failed') return now;
  if (before.is !== 'done') return before;
  return now.is === 'done' ? sum(before, now) : now;
}

/** What the last program found says whether the key is still there: it failed before if a file had another of the keys. */
function latest(before: Outcome | undefined, now: Outcome): Outcome {
  return before?.is === 'done' && now.is === 'done' ? sum(before, now) : now;
}

type Done = Extract<Outcome, { is: 'done' }>;

function sum(before: Done, now: Done): Done {
  return { is: 'done', found: before.found + now.found, changed: before.changed + now.changed };
}
