import { missingParameter, type QueryParameters } from '../query.ts';
import { Refusal } from '../refusal.ts';
import { listElement, textElement } from '../xml.ts';

export interface Tag {
  key: string;
  value: string;
}

/** EC2 user guide, "tag restrictions". Lengths are Unicode characters. */
const MOST_TAGS = 50;
const LONGEST_KEY = 128;
const LONGEST_VALUE = 256;

/** `Tag.N.Key` and `Tag.N.Value`; a missing value is an empty one. Throws MissingParameter, InvalidParameterValue. */
export function readTags(parameters: QueryParameters): Tag[] {
  const tags = parameters.records('Tag').map((record) => {
    const key = record.text('Key');
    if (key === undefined) throw missingParameter('Tag.Key');
    return { key, value: record.text('Value') ?? '' };
  });
  for (const tag of tags) checkTag(tag);
  const twice = tags.find(({ key }, index) => tags.findIndex((other) => other.key === key) !== index);
  if (twice !== undefined) {
    throw new Refusal('InvalidParameterValue', `Duplicate tag key '${twice.key}' specified.`);
  }
  return tags;
}

/** Tags written as a record, in the order in which this endpoint keeps them. */
export function tagsOf(record: Readonly<Record<string, string>> = {}): Tag[] {
  return inOrder(Object.entries(record).map(([key, value]) => ({ key, value })));
}

/** The tags a create call sends for what it makes. Throws as readTags, and for another resource type. */
export function readTagSpecification(parameters: QueryParameters, resourceType: string): Tag[] {
  const specifications = parameters.records('TagSpecification');
  const [specification] = specifications;
  if (specification === undefined) return [];
  for (const other of specifications) {
    const type = other.required('ResourceType');
    if (type !== resourceType) throw notTaggable(type);
  }
  if (specifications.length > 1) {
    throw new Refusal(
      'InvalidParameterValue',
      `Duplicate resource type '${resourceType}' in TagSpecification.`,
    );
  }
  const tags = readTags(specification);
  if (tags.length === 0) {
    throw new Refusal('InvalidParameterValue', 'Tag specification must have at least one tag');
  }
  return limited(tags);
}

/** The permission a call needs besides its own when it sends tags. */
export function needsForTags(parameters: QueryParameters): readonly string[] {
  return parameters.records('TagSpecification').length === 0 ? [] : ['CreateTags'];
}

/** The tags of a resource after more were laid on it. Throws TagLimitExceeded. */
export function withTags(present: readonly Tag[], added: readonly Tag[]): Tag[] {
  const kept = present.filter(({ key }) => !added.some((tag) => tag.key === key));
  return limited([...kept, ...added]);
}

/** A tag set as EC2 writes it. */
export function tagSet(tags: readonly Tag[]): string {
  const entries = tags.map(({ key, value }) => textElement('key', key) + textElement('value', value));
  return listElement('tagSet', entries);
}

function limited(tags: readonly Tag[]): Tag[] {
  if (tags.length > MOST_TAGS) {
    throw new Refusal('TagLimitExceeded', 'The maximum number of Tags for a resource has been reached.');
  }
  return inOrder(tags);
}

/** EC2 keeps tags without order; this endpoint keeps them by key, so that a transcript is stable. */
function inOrder(tags: readonly Tag[]): Tag[] {
  return tags.toSorted((left, right) => (left.key < right.key ? -1 : 1));
}

function checkTag({ key, value }: Tag): void {
  if (key === '') throw invalid('key', key, 'Tag key cannot be empty');
  if ([...key].length > LONGEST_KEY) {
    throw invalid('key', key, `Tag key exceeds the maximum length of ${LONGEST_KEY} characters`);
  }
  if (/^aws:/i.test(key))
    throw invalid('key', key, "Tag keys starting with 'aws:' are reserved for internal use");
  if ([...value].length > LONGEST_VALUE) {
    throw invalid('value', value, `Tag value exceeds the maximum length of ${LONGEST_VALUE} characters`);
  }
}

function invalid(part: string, text: string, why: string): Refusal {
  return new Refusal('InvalidParameterValue', `Value ( ${text} ) for parameter ${part} is invalid. ${why}`);
}

function notTaggable(type: string): Refusal {
  const message = `'${type}' is not a valid taggable resource type for this operation.`;
  return new Refusal('InvalidParameterValue', message);
}
