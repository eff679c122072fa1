import { managedBy, prefix, runTagOf, type Tag, tagKeys, tagValue, type WorkflowRun } from '../ownership.ts';
import type { KeyPairs } from './key-pairs.ts';
import type { KeyPair } from './responses.ts';

/**
 * The journal of a rotation: a key pair with the old public key and the old tags, from which the key pair can be put back.
 * It always has the same name, so that EC2 itself refuses the journal of a second rotation.
 */
const ending = '.rotating';

/** Characters of a name that leave room for the ending (CreateKeyPair, KeyName). */
export const maxRotatableName = 255 - ending.length;

export function journalNameOf(keyName: string): string {
  return `${keyName}${ending}`;
}

/** What a journal says of the key pair that it was made for. */
export interface Journal {
  readonly keyName: string;
  /** All tags that the key pair had. */
  readonly tags: readonly Tag[];
  /** The nonce that it had; undefined if it had none. */
  readonly nonce: string | undefined;
  /** Undefined if the journal does not say. */
  readonly successor: Successor | undefined;
  /** Undefined if the rotation leaves running instances as they are. */
  readonly instances: InstancesOfRotation | undefined;
}

/** What a rotation does with running instances. */
export interface InstancesOfRotation {
  /**
   * Of the new public key, which no key pair has yet: 64 hex digits. Undefined if there was no instance to change: the rotation may
   * take as long as one that changes instances all the same.
   */
  readonly newKeyDigest: string | undefined;
  /** Whether the rotation fails, or only warns, if an instance cannot be updated. */
  readonly policy: 'fail' | 'warn';
  /** Whether someone has the new private key even if the job is lost: only then may the old key be removed after that. */
  readonly isNewKeyKept: boolean;
}

/** The key pair that takes the place of the old one. */
export interface Successor {
  readonly nonce: string;
  /** Where the copy of its private key is written first, as in `ssm:/path`; undefined if there is none. */
  readonly store: string | undefined;
}

/** The old value of a tag that the journal itself needs, where there was none. */
const none = '-';

/** The key of the tag that says what takes the place of the key pair. Only a journal has it. */
const successorKey = `${prefix}rotation-to`;

/** The key of the tag that says what the rotation does with running instances. Only a journal has it. */
const instancesKey = `${prefix}rotation-instances`;

/** Tags that a journal has for itself: by them it is found, recognized, and deleted. The old values are in one more tag. */
const replacedKeys = [tagKeys.nonce, tagKeys.repository, tagKeys.run, tagKeys.managedBy] as const;

/**
 * The old tags, and those of a journal.
 *
 * @param nonce - Of the journal.
 * @param run - The one that rotates.
 */
export function tagsOfJournal(
  { tags }: Pick<KeyPair, 'tags'>,
  nonce: string,
  run: Pick<WorkflowRun, 'repository' | 'runId' | 'attempt'>,
  successor: Successor,
  instances?: InstancesOfRotation,
): Tag[] {
  const before = replacedKeys.map((key) => tags.get(key) ?? none).join(' ');
  const own: readonly Tag[] = [
    managedBy,
    { key: tagKeys.repository, value: tagValue(run.repository) },
    { key: tagKeys.run, value: runTagOf(run) },
    { key: tagKeys.nonce, value: nonce },
    { key: tagKeys.rotation, value: before },
    { key: successorKey, value: `${successor.nonce} ${successor.store ?? none}` },
    ...(instances === undefined ? [] : [tagOfInstances(instances)]),
  ];
  const ownKeys = own.map(({ key }) => key);
  const kept = [...tags].filter(([key]) => !ownKeys.includes(key));
  return [...own, ...kept.map(([key, value]) => ({ key, value }))];
}

/** Takes the place of a digest until the new key is known. Stays if there is no instance to change. */
const unknownDigest = '0'.repeat(64);

/** The tags of a journal, with the digest of the new key. */
export function withNewKeyDigest(tags: readonly Tag[], newKeyDigest: string): Tag[] {
  return tags.map((tag) => {
    const instances = instancesIn(new Map([[tag.key, tag.value]]));
    return instances === undefined ? tag : tagOfInstances({ ...instances, newKeyDigest });
  });
}

/** The journal of a rotation of the key pair with this name, if there is one. */
export async function findJournal(
  keyName: string,
  keyPairs: Pick<KeyPairs, 'find'>,
): Promise<KeyPair | undefined> {
  if (keyName.length > maxRotatableName) return undefined;
  const journal = await keyPairs.find({ keyName: journalNameOf(keyName) });
  return journal === undefined || readJournal(journal) === undefined ? undefined : journal;
}

/** Undefined for a key pair that is no journal. */
export function readJournal({ keyName, tags }: Pick<KeyPair, 'keyName' | 'tags'>): Journal | undefined {
  const before = tags.get(tagKeys.rotation);
  if (before === undefined || !keyName.endsWith(ending)) return undefined;
  // Only the last value, which anyone can choose, may contain a space.
  const [, ...values] = /^(\S+) (\S+) (\S+) (.+)$/s.exec(before) ?? [];
  const old = new Map(replacedKeys.map((key, index) => [key, values[index] ?? none] as const));
  const restored = [...old].flatMap(([key, value]) => (value === none ? [] : [{ key, value }]));
  const kept = [...tags].filter(([key]) => !isOfJournal(key)).map(([key, value]) => ({ key, value }));
  const nonce = old.get(tagKeys.nonce);
  return {
    keyName: keyName.slice(0, -ending.length),
    tags: [...restored, ...kept],
    nonce: nonce === none ? undefined : nonce,
    successor: successorIn(tags),
    instances: instancesIn(tags),
  };
}

function successorIn(tags: ReadonlyMap<string, string>): Successor | undefined {
  const [, nonce, store] = /^([0-9a-f]{32}) (\S+)$/.exec(tags.get(successorKey) ?? '') ?? [];
  return nonce === undefined ? undefined : { nonce, store: store === none ? undefined : store };
}

function tagOfInstances({ newKeyDigest = unknownDigest, policy, isNewKeyKept }: InstancesOfRotation): Tag {
  return { key: instancesKey, value: `${newKeyDigest} ${policy}${isNewKeyKept ? ' kept' : ''}` };
}

function instancesIn(tags: ReadonlyMap<string, string>): InstancesOfRotation | undefined {
  const value = tags.get(instancesKey) ?? '';
  const [, digest, policy, kept] = /^([0-9a-f]{64}) (fail|warn)( kept)?$/.exec(value) ?? [];
  if (digest === undefined) return undefined;
  return {
    newKeyDigest: digest === unknownDigest ? undefined : digest,
    policy: policy === 'warn' ? 'warn' : 'fail',
    isNewKeyKept: kept !== undefined,
  };
}

function isOfJournal(key: string): boolean {
  const own = [tagKeys.rotation, successorKey, instancesKey, ...replacedKeys];
  return own.includes(key);
}
