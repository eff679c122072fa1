import { AwsError } from './aws-error.ts';
import type { Tag } from './ec2/tags.ts';
import { invalid, type JsonParameters } from './json-service.ts';

const MAX_TAGS = 50;

/** What the keys and values of tags may contain (API references of Systems Manager and Secrets Manager). */
const ALLOWED = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

/** The member `Tags`: a list of `Key` and `Value`. @throws AwsError `ValidationException` */
export function readJsonTags({ Tags: given = [] }: JsonParameters): Tag[] {
  const tags = (given as { Key?: string; Value?: string }[]).map(({ Key: key = '', Value: value = '' }) => ({
    key,
    value,
  }));
  for (const { key, value } of tags) {
    const fits =
      ALLOWED.test(key) && ALLOWED.test(value) && key !== '' && key.length <= 128 && value.length <= 256;
    if (!fits) throw invalid(`Tag '${key}' failed to satisfy constraint: ${ALLOWED.source}`);
    if (/^aws:/i.test(key)) throw invalid('System tags cannot be added/updated by requester');
  }
  if (tags.length > MAX_TAGS) throw new AwsError('TooManyTagsError', '');
  return tags;
}

/** As responses have them. */
export function jsonTags(tags: readonly Tag[]): { Key: string; Value: string }[] {
  return tags.map(({ key, value }) => ({ Key: key, Value: value }));
}

/** Tags after others were set: those with the same keys are replaced. */
export function withTags(before: readonly Tag[], set: readonly Tag[]): Tag[] {
  return [...before.filter(({ key }) => !set.some((tag) => tag.key === key)), ...set];
}
