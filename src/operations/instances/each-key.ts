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
  const others = oldDigests.filter((digest) => digest !== fleet.digestOf(newKey));
  return withEach(others, (oldDigest) => fleet.add({ oldDigest, newKey }, instanceIds, run), worst);
}

/** Removes several keys, each of them from every file that has the remaining one. Returns one outcome for each instance. */
export async function removeEach(
  digests: readonly string[],
  remainingDigest: string,
  instanceIds: readonly string[],
  run: CommandRun,
  fleet: Fleet,
): Promise<Outcomes> {
  const others = digests.filter((digest) => digest !== remainingDigest);
  return withEach(others, (digest) => fleet.remove({ digest, remainingDigest }, instanceIds, run), worst);
}

/** Removes one key from every file that has one of the remaining ones. Returns one outcome for each instance. */
export async function removeBesideEach(
  digest: string,
  remainingDigests: readonly string[],
  instanceIds: readonly string[],
  run: CommandRun,
  fleet: Fleet,
): Promise<Outcomes> {
  return withEach(
    remainingDigests,
    (remainingDigest) => fleet.remove({ digest, remainingDigest }, instanceIds, run),
    latest,
  );
}

/** Sends a program for each key, one after the other, and joins its outcomes on each instance. */
async function withEach(
  digests: readonly string[],
  send: (digest: string) => Promise<Outcomes>,
  join: (before: Outcome | undefined, now: Outcome) => Outcome,
): Promise<Outcomes> {
  const outcomes = new Map<string, Outcome>();
  for (const digest of new Set(digests)) {
    for (const [id, outcome] of await send(digest)) outcomes.set(id, join(outcomes.get(id), outcome));
  }
  return outcomes;
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
