import { readJournal } from '../ec2/journal.ts';
import type { KeyPair } from '../ec2/responses.ts';
import type { RunReference, RunStatus } from '../github/run-status.ts';
import type { RepositoryChoice } from '../inputs/request.ts';
import { managedBy, type Tag, tagKeys } from '../ownership.ts';
import { lifetimeIn } from './origin.ts';
import { isYoungRotation } from './young.ts';

/** What happens to a key pair, and why: continues "…, because …". The rotation of a journal is `ended`. */
export interface Decision {
  readonly fate: 'kept' | 'deleted' | 'ended';
  readonly why: string;
}

export interface DecidedPair {
  readonly pair: KeyPair;
  readonly decision: Decision;
}

/** What a sweep was asked for. */
export interface Selection {
  readonly repositories: RepositoryChoice;
  readonly tags: readonly Tag[];
}

/** What decides about a key pair besides its tags. */
export interface SweepFacts {
  /** EC2's time. */
  readonly now: Date;
  /** Milliseconds: see `SweepRequest`. */
  readonly olderThan: number | undefined;
  /** Of the run that created it; undefined if that does not matter. */
  readonly status: RunStatus | undefined;
  /** Names of key pairs with a journal. */
  readonly rotated: ReadonlySet<string>;
}

/** Milliseconds after the end of a run. A job that still uses its key pair then would have been stopped. */
const quietTime = 60 * 60_000;

/** Whether a sweep is about this key pair. EC2 has filtered already, but emulators may not. */
export function isSelected(
  { tags }: Pick<KeyPair, 'tags'>,
  { repositories, tags: wanted }: Selection,
): boolean {
  const repository = tags.get(tagKeys.repository)?.toLowerCase();
  return (
    tags.get(managedBy.key) === managedBy.value &&
    wanted.every(({ key, value }) => tags.get(key) === value) &&
    (repositories === 'any' || repositories.some((one) => one.toLowerCase() === repository))
  );
}

/** The run that decides about a key pair: that of a temporary one, or of a rotation. Undefined if its tags do not name it. */
export function decisiveRun(pair: Pick<KeyPair, 'keyName' | 'tags'>): RunReference | undefined {
  const { tags } = pair;
  const [, runId] = /^(\d+)\/\d+$/.exec(tags.get(tagKeys.run) ?? '') ?? [];
  const repository = tags.get(tagKeys.repository);
  const isDecisive = isTemporary(tags) || readJournal(pair) !== undefined;
  if (!isDecisive || runId === undefined || repository === undefined) return undefined;
  return { repository, runId };
}

/** Decides about a key pair that is selected. In doubt, it is kept. */
export function decide(pair: KeyPair, facts: SweepFacts): Decision {
  if (readJournal(pair) !== undefined) return decideRotation(pair, facts);
  // Whoever ends the rotation could put it back. The next sweep decides.
  if (facts.rotated.has(pair.keyName)) return kept('a rotation of it is not over');
  const { tags } = pair;
  const lifetime = lifetimeIn(tags);
  if (isTemporary(tags) && isLive(facts.status, tags)) return kept('its run is not over');
  const expiry = tags.get(tagKeys.expiresAt);
  const expiresAt = expiry === undefined ? undefined : timeIn(expiry);
  if (expiresAt !== undefined && expiresAt <= facts.now) return deleted('it has expired');
  if (isTemporary(tags)) return decideByRun(pair, facts);
  if (lifetime === undefined) return kept('its tags name no lifetime');
  if (expiry !== undefined && expiresAt === undefined) return kept('its tag expires-at is not a time');
  return kept(expiry === undefined ? 'it is persistent' : 'it is persistent, and has not expired');
}

/** Decides about a journal: its rotation is ended when its step can no longer run. */
function decideRotation(journal: KeyPair, { now, status }: SweepFacts): Decision {
  if (isLive(status, journal.tags)) return kept('the run that rotates is not over');
  if (journal.createdAt === undefined) return kept('EC2 does not show when the rotation began');
  if (isYoungRotation(journal, now)) return kept('its step may still be running');
  return { fate: 'ended', why: 'its rotation was left unfinished' };
}

function decideByRun(pair: KeyPair, { now, olderThan, status }: SweepFacts): Decision {
  if (status?.is === 'over') {
    if (now.getTime() - status.since.getTime() < quietTime)
      return kept('its run ended less than an hour ago');
    return deleted('its run is over');
  }
  const why = status?.is === 'unknown' ? status.why : 'its tags do not name it';
  const isFinal = status?.is === 'unknown' ? status.isFinal : true;
  const { createdAt } = pair;
  const isOld =
    olderThan !== undefined && createdAt !== undefined && now.getTime() - createdAt.getTime() >= olderThan;
  if (isOld && isFinal) return deleted('it is older than older-than, and its run cannot be looked up');
  return kept(`its run cannot be looked up: ${why}`);
}

/** A new attempt begins before every server of GitHub shows it: then GitHub says that an older one is over. */
function isLive(status: RunStatus | undefined, tags: KeyPair['tags']): boolean {
  const [, attempt] = /^\d+\/(\d+)$/.exec(tags.get(tagKeys.run) ?? '') ?? [];
  return status?.is === 'live' || (status?.is === 'over' && Number(attempt) > status.attempt);
}

function isTemporary(tags: KeyPair['tags']): boolean {
  const lifetime = lifetimeIn(tags);
  return lifetime === 'job' || lifetime === 'run';
}

/** A time as the action writes it: any other text would be read in the time zone of this machine. */
function timeIn(text: string): Date | undefined {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/.test(text)) return undefined;
  const time = new Date(text);
  return Number.isNaN(time.getTime()) ? undefined : time;
}

function kept(why: string): Decision {
  return { fate: 'kept', why };
}

function deleted(why: string): Decision {
  return { fate: 'deleted', why };
}
