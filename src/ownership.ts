import type { Lifetime, Tag, WorkflowRun } from './inputs/request.ts';

/** The tag by which everything made here is known, in any account. */
export const managedBy: Tag = { key: 'managed-by', value: 'ec2-key-pair-action' };

const prefix = 'ec2-key-pair-action:';

/** Keys of the action's own tags. */
export const tagKeys = {
  managedBy: managedBy.key,
  repository: `${prefix}repository`,
  run: `${prefix}run`,
  job: `${prefix}job`,
  lifetime: `${prefix}lifetime`,
  nonce: `${prefix}nonce`,
  store: `${prefix}store`,
  expiresAt: `${prefix}expires-at`,
} as const;

/** As many as EC2 takes on one resource. */
export const mostTags = 50;

/** What is left of them for a user's own. */
export const mostUserTags = mostTags - Object.keys(tagKeys).length;

/** Whether a user may not set this tag, because ownership hangs on it. */
export function isOwnTag(key: string): boolean {
  return key === managedBy.key || key.startsWith(prefix);
}

/** What the tags of a new pair say, besides what the user adds. */
export interface Ownership {
  readonly run: WorkflowRun;
  readonly lifetime: Lifetime;
  /** Names this one making of the pair, for the ledger. */
  readonly nonce: string;
  readonly expiresAt: Date | undefined;
}

/** All tags of a new pair: the action's own and, after them, the user's. */
export function tagsOfNewPair({ run, lifetime, nonce, expiresAt }: Ownership, own: readonly Tag[]): Tag[] {
  return [
    managedBy,
    { key: tagKeys.repository, value: tagValue(run.repository) },
    { key: tagKeys.run, value: tagValue(`${run.runId}/${run.attempt}`) },
    { key: tagKeys.job, value: tagValue(run.job) },
    { key: tagKeys.lifetime, value: lifetime },
    { key: tagKeys.nonce, value: nonce },
    ...(expiresAt ? [{ key: tagKeys.expiresAt, value: expiresAt.toISOString() }] : []),
    ...own,
  ];
}

/** Whether this action made the pair, in this repository. Anybody who may tag can say so: IAM holds that line. */
export function isOurs(tags: ReadonlyMap<string, string>, { repository }: WorkflowRun): boolean {
  return tags.get(managedBy.key) === managedBy.value && tags.get(tagKeys.repository) === tagValue(repository);
}

/** Patterns of tag values, by key, that all pairs of a run carry, whatever the attempt. */
export function tagsOfRun(runId: string, { repository }: WorkflowRun): Tag[] {
  return [
    managedBy,
    { key: tagKeys.repository, value: exactly(tagValue(repository)) },
    { key: tagKeys.run, value: `${runId}/*` },
  ];
}

/** A pattern of EC2's filters that means just this text. */
export function exactly(text: string): string {
  return text.replace(/[*?\\]/g, '\\$&');
}

/** Brings text into the characters and the 256 places that both EC2's and SSM's tag values take. */
function tagValue(text: string): string {
  return text.replace(/[^\p{L}\p{N} _.:/=+\-@]/gu, '_').slice(0, 256);
}
