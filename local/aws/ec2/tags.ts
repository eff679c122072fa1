import { AwsError } from '../aws-error.ts';
import { missingParameter, type QueryParameters } from '../query.ts';
import { listElement, textElement } from '../xml.ts';

export interface Tag {
  key: string;
  value: string;
}

/** EC2 user guide, "Tag restrictions". Lengths are in Unicode characters. */
const MAX_TAGS = 50;
const MAX_KEY_LENGTH = 128;
const MAX_VALUE_LENGTH = 256;

/**
 * `Tag.N.Key` and `Tag.N.Value`; a missing value is empty.
 *
 * @throws AwsError `MissingParameter`, `InvalidParameterValue`
 */
export function readTags(parameters: QueryParameters): Tag[] {
  const tags = parameters.records('Tag').map((record) => {
    const key = record.text('Key');
    if (key === undefined) throw missingParameter('Tag.Key');
    return { key, value: record.text('Value') ?? '' };
  });
  for (const tag of tags) checkTag(tag);
  const duplicate = tags.find(({ key }, index) => tags.findIndex((other) => other.key === key) !== index);
  if (duplicate !== undefined) {
    throw new AwsError('InvalidParameterValue', `Duplicate tag key '${duplicate.key}' specified.`);
  }
  return tags;
}

/** The tags of a record, in the order in which this endpoint keeps them. */
export function tagsOf(record: Readonly<Record<string, string>> = {}): Tag[] {
  return sortedByKey(Object.entries(record).map(([key, value]) => ({ key, value })));
}

/**
 * The tags that a create call sends for the new resource.
 *
 * @throws AwsError as `readTags`, and for another resource type.
 */
export function readTagSpecification(parameters: QueryParameters, resourceType: string): Tag[] {
  const specifications = parameters.records('TagSpecification');
  const [specification] = specifications;
  if (specification === undefined) return [];
  for (const other of specifications) {
    const type = other.required('ResourceType');
    if (type !== resourceType) throw notTaggable(type);
  }
  if (specifications.length > 1) {
    throw new AwsError(
      'InvalidParameterValue',
      `Duplicate resource type '${resourceType}' in TagSpecification.`,
    );
  }
  const tags = readTags(specification);
  if (tags.length === 0) {
    throw new AwsError('InvalidParameterValue', 'Tag specification must have at least one tag');
  }
  return limited(tags);
}

/** The permission that a call needs in addition to its own if it sends tags. */
export function permissionsForTags(parameters: QueryParameters): readonly string[] {
  return parameters.records('TagSpecification').length === 0 ? [] : ['CreateTags'];
}

/** The tags of a resource after more were added. @throws AwsError `TagLimitExceeded` */
export function withTags(present: readonly Tag[], added: readonly Tag[]): Tag[] {
  const kept = present.filter(({ key }) => !added.some((tag) => tag.key === key));
  return limited([...kept, ...added]);
}

/** A tag set in EC2's XML. */
export function tagSet(tags: readonly Tag[]): string {
  const entries = tags.map(({ key, value }) => textElement('key', key) + textElement('value', value));
  return listElement('tagSet', entries);
}

function limited(tags: readonly Tag[]): Tag[] {
  if (tags.length > MAX_TAGS) {
    throw new AwsError('TagLimitExceeded', 'The maximum number of Tags for a resource has been reached.');
  }
  return sortedByKey(tags);
}

/** EC2 does not order tags. This endpoint sorts them by key, so that transcripts are stable. */
function sortedByKey(tags: readonly Tag[]): Tag[] {
  return tags.toSorted((left, right) => (left.key < right.key ? -1 : 1));
}

function checkTag({ key, value }: Tag): void {
  if (key === '') throw invalid('key', key, 'Tag key cannot be empty');
  if ([...key].length > MAX_KEY_LENGTH) {
    throw invalid('key', key, `Tag key exceeds the maximum length of ${MAX_KEY_LENGTH} characters`);
  }
  if (/^aws:/i.test(key))
    throw invalid('key', key, "Tag keys starting with 'aws:' are reserved for internal use");
  if ([...value].length > MAX_VALUE_LENGTH) {
    throw invalid('value', value, `Tag value exceeds the maximum length of ${MAX_VALUE_LENGTH} characters`);
  }
}

function invalid(part: string, text: string, why: string): AwsError {
  return new AwsError('InvalidParameterValue', `Value ( ${text} ) for parameter ${part} is invalid. ${why}`);
}

function notTaggable(type: string): AwsError {
  const message = `'${type}' is not a valid taggable resource type for this operation.`;
  return new AwsError('InvalidParameterValue', message);
}
