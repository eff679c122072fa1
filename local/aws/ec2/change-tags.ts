import { AwsError } from '../aws-error.ts';
import { missingParameter, type QueryParameters } from '../query.ts';
import type { QueryOperation } from '../query-service.ts';
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
    return ({ region: { keyPairs } }) => retagAll(keyPairs, ids, (pair) => withTags(pair.tags, tags));
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
    return ({ region: { keyPairs } }) =>
      retagAll(keyPairs, ids, ({ tags }) => tags.filter((tag) => !isDeleted(tag)));
  },
};

function readResourceIds(parameters: QueryParameters): string[] {
  const ids = parameters.list('ResourceId');
  if (ids.length === 0) throw missingParameter('resourceIdSet');
  const invalid = ids.find((id) => !/^key-[0-9a-f]+$/.test(id));
  if (invalid !== undefined) throw new AwsError('InvalidID', `The ID '${invalid}' is not valid`);
  return ids;
}

function retagAll(
  keyPairs: KeyPairStore,
  ids: readonly string[],
  tagsAfter: (pair: StoredKeyPair) => readonly Tag[],
): string {
  const after = ids.map((id) => {
    const pair = keyPairs.byId(id);
    if (pair === undefined) throw idNotFound(id);
    return [id, tagsAfter(pair)] as const;
  });
  keyPairs.retag(new Map(after));
  return textElement('return', 'true');
}
