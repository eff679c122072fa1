import { AwsError } from '../aws-error.ts';
import type { QueryParameters } from '../query.ts';
import type { Tag } from './tags.ts';

const MAX_VALUES = 200;

/**
 * The values of a resource that each filter is compared with. A filter matches if one of its values matches one of
 * them.
 */
export type FilterFields<Resource> = Readonly<Record<string, (resource: Resource) => readonly string[]>>;

/**
 * Reads `Filter.N.Name` and `Filter.N.Value.M` as one predicate: all filters have to match, each by any of its values.
 * In addition to the named fields, `tag-key` and `tag:<key>` are supported.
 *
 * @throws AwsError `InvalidParameterValue` for an unknown filter, `FilterLimitExceeded` for too many values.
 */
export function readFilters<Resource extends { tags: readonly Tag[] }>(
  parameters: QueryParameters,
  fields: FilterFields<Resource>,
): (resource: Resource) => boolean {
  const filters = parameters.records('Filter').map((record) => {
    const name = record.required('Name');
    const patterns = record.list('Value').map(patternOf);
    const textsOf = fieldOf(name, fields);
    return { patterns, textsOf };
  });
  if (filters.reduce((sum, { patterns }) => sum + patterns.length, 0) > MAX_VALUES) {
    const message = `The maximum number of filter values specified on a single call is ${MAX_VALUES}`;
    throw new AwsError('FilterLimitExceeded', message);
  }
  return (resource) =>
    filters.every(({ patterns, textsOf }) =>
      textsOf(resource).some((text) => patterns.some((pattern) => pattern.test(text))),
    );
}

function fieldOf<Resource extends { tags: readonly Tag[] }>(
  name: string,
  fields: FilterFields<Resource>,
): (resource: Resource) => readonly string[] {
  if (name === 'tag-key') return ({ tags }) => tags.map(({ key }) => key);
  if (name.startsWith('tag:')) {
    const wanted = name.slice('tag:'.length);
    return ({ tags }) => tags.flatMap(({ key, value }) => (key === wanted ? [value] : []));
  }
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (field === undefined) throw new AwsError('InvalidParameterValue', `The filter '${name}' is invalid`);
  return field;
}

/** EC2's wildcards: `*` is any text, `?` one character; a backslash before either, or before another, escapes it. */
export function patternOf(filterValue: string): RegExp {
  const source = filterValue.replace(/\\([*?\\])|([*?])|[\s\S]/gu, (part, escaped, wildcard) => {
    if (wildcard === '*') return '[\\s\\S]*';
    if (wildcard === '?') return '[\\s\\S]';
    return (escaped ?? part).replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  });
  return new RegExp(`^${source}$`, 'u');
}
