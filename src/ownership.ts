/** When a key pair is deleted: by the post step, by a step with its `run-id`, or only on request. */
export type Lifetime = 'job' | 'run' | 'persistent';

export interface Tag {
  readonly key: string;
  readonly value: string;
}

/** Key pairs whose tag has exactly this value, or a value that starts with this text. */
export type TagFilter = Tag | { readonly key: string; readonly startsWith: string };

/** The workflow run that this step belongs to, which owns what the step creates. */
export interface WorkflowRun {
  /** Server host, owner and name: `github.com/owner/name`. */
  readonly repository: string;
  readonly runId: string;
  readonly attempt: string;
  readonly job: string;
}

/** The tag that identifies everything this action creates, in any account. */
export const managedBy: Tag = { key: 'managed-by', value: 'ec2-key-pair-action' };

/** What the keys of the action's other tags start with. */
export const prefix = 'ec2-key-pair-action:';

/** Keys of the action's own tags. */
export const tagKeys = {
  managedBy: managedBy.key,
  repository: `${prefix}repository`,
  run: `${prefix}run`,
  job: `${prefix}job`,
  lifetime: `${prefix}lifetime`,
  nonce: `${prefix}nonce`,
  /** Where AWS keeps the private key, as in `ssm:/path`. */
  store: `${prefix}store`,
  expiresAt: `${prefix}expires-at`,
  /** Only on the journal of a rotation. */
  rotation: `${prefix}rotation`,
} as const;

/** EC2's limit for one resource. */
export const maxTags = 50;

/** Tags that users can set. */
export const maxUserTags = maxTags - Object.keys(tagKeys).length;

/** Whether users cannot set this tag, because ownership depends on it. */
export function isReservedTag(key: string): boolean {
  return key === managedBy.key || key.startsWith(prefix);
}

/** What the action's own tags of a new key pair say. */
export interface Ownership {
  readonly run: WorkflowRun;
  readonly lifetime: Lifetime;
  /** Identifies this one attempt to create the key pair; the ledger records it too. */
  readonly nonce: string;
  readonly expiresAt: Date | undefined;
}

/** All tags of a new key pair: the action's own, then the user's. */
export function tagsOfNewPair({ run, lifetime, nonce, expiresAt }: Ownership, own: readonly Tag[]): Tag[] {
  return [
    managedBy,
    { key: tagKeys.repository, value: tagValue(run.repository) },
    { key: tagKeys.run, value: runTagOf(run) },
    { key: tagKeys.job, value: tagValue(run.job) },
    { key: tagKeys.lifetime, value: lifetime },
    { key: tagKeys.nonce, value: nonce },
    ...(expiresAt ? [{ key: tagKeys.expiresAt, value: expiresAt.toISOString() }] : []),
    ...own,
  ];
}

/** The value of the tag `run`. */
export function runTagOf({ runId, attempt }: Pick<WorkflowRun, 'runId' | 'attempt'>): string {
  return tagValue(`${runId}/${attempt}`);
}

/** Whether this action created the key pair in this repository, according to its tags, which prove nothing: IAM decides who can set them. */
export function isManaged(tags: ReadonlyMap<string, string>, { repository }: WorkflowRun): boolean {
  return tags.get(managedBy.key) === managedBy.value && tags.get(tagKeys.repository) === tagValue(repository);
}

/** Matches every key pair that a run of this repository created, in any attempt. */
export function filtersOfRun(runId: string, { repository }: WorkflowRun): TagFilter[] {
  return [
    managedBy,
    { key: tagKeys.repository, value: tagValue(repository) },
    { key: tagKeys.run, startsWith: `${runId}/` },
  ];
}

/** Replaces characters that EC2 and the stores would reject in a tag value, and truncates it to their limit of 256 characters. */
export function tagValue(text: string): string {
  return (/^[\w .:/=+\-@]*$/.test(text) ? text : replaceRejected(text)).slice(0, 256);
}

/** Apart from `tagValue`, because V8 takes longer to compile this expression than a step takes for all its tags. */
function replaceRejected(text: string): string {
  return text.replace(/[^\p{L}\p{N} _.:/=+\-@]/gu, '_');
}
