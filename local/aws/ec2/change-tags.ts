import { setTimeout as wait } from 'node:timers/promises';
import { AwsError } from '../aws-error.ts';
import { missingParameter, type QueryParameters } from '../query.ts';
import type { QueryOperation } from '../query-service.ts';
import type { CallContext } from '../service.ts';
import { textElement } from '../xml.ts';
import { idNotFound } from './key-pairs/parameters.ts';
import type { KeyPairStore, StoredKeyPair } from './key-pairs/store.ts';
import { readTags, type Tag, withTags } from './tags.ts';

/** CreateTags: adds the tags to all of the resources, or to none if one of them cannot have them. */
export const createTags: QueryOperation = {
  parameters: ['ResourceId', 'Tag'],
  prepare(parameters) {
    const ids = readResourceIds(parameters);
    const tags = readTags(parameters);
    if (tags.length === 0) throw missingParameter('Tag');
    return (context) => retagAll(context, ids, (pair) => withTags(pair.tags, tags));
  },
};

/** DeleteTags: a key with a value deletes only that value, a key alone any value; without tags, all are deleted. */
export const deleteTags: QueryOperation = {
  parameters: ['ResourceId', 'Tag'],
  prepare(parameters) {
    const ids = readResourceIds(parameters);
    const named = parameters
      .records('Tag')
      .map((tag) => ({ key: tag.required('Key'), value: tag.text('Value') }));
    const isDeleted = (tag: Tag) =>
      named.length === 0 ||
      named.some(({ key, value }) => key === tag.key && (value === undefined || value === tag.value));
    return (context) => retagAll(context, ids, ({ tags }) => tags.filter((tag) => !isDeleted(tag)));
  },
};

function readResourceIds(parameters: QueryParameters): string[] {
  const ids = parameters.list('ResourceId');
  if (ids.length === 0) throw missingParameter('resourceIdSet');
  const invalid = ids.find((id) => !/^key-[0-9a-f]+$/.test(id));
  if (invalid !== undefined) throw new AwsError('InvalidID', `The ID '${invalid}' is not valid`);
  return ids;
}

/** The resources whose tags are being changed, by the store that has them. */
const changing = new WeakMap<KeyPairStore, Set<string>>();

async function retagAll(
  { region: { keyPairs }, faults }: CallContext,
  ids: readonly string[],
  tagsAfter: (pair: StoredKeyPair) => readonly Tag[],
): Promise<string> {
  const busy = changing.get(keyPairs) ?? new Set();
  changing.set(keyPairs, busy);
  if (ids.some((id) => busy.has(id))) throw concurrentTagAccess();
  for (const id of ids) busy.add(id);
  try {
    const takes = faults.tagChangesTake;
    if (takes !== 0) await (typeof takes === 'number' ? wait(takes) : takes);
    keyPairs.retag(new Map(ids.map((id) => [id, tagsAfter(existing(keyPairs, id))])));
  } finally {
    for (const id of ids) busy.delete(id);
  }
  return textElement('return', 'true');
}

function existing(keyPairs: KeyPairStore, id: string): StoredKeyPair {
  const pair = keyPairs.byId(id);
  if (pair === undefined) throw idNotFound(id);
  return pair;
}

function concurrentTagAccess(): AwsError {
  return new AwsError(
    'ConcurrentTagAccess',
    'You can not run simultaneous commands to modify a tag for a specific resource.',
  );
}
