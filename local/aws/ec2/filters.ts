import type { QueryParameters } from '../query.ts';
import { Refusal } from '../refusal.ts';
import type { Tag } from './tags.ts';

const MOST_VALUES = 200;

/** The texts a resource offers to one filter; a filter holds when one of its values matches one of them. */
export type FilterFields<Resource> = Readonly<Record<string, (resource: Resource) => readonly string[]>>;

/**
 * Reads `Filter.N.Name` and `Filter.N.Value.M` as one test of a resource: all filters, any of a filter's values.
 * Besides the named fields, everything tagged is found by `tag-key` and `tag:<key>`.
 * Throws InvalidParameterValue for an unknown filter, FilterLimitExceeded for too many values.
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
  if (filters.reduce((sum, { patterns }) => sum + patterns.length, 0) > MOST_VALUES) {
    const message = `The maximum number of filter values specified on a single call is ${MOST_VALUES}`;
    throw new Refusal('FilterLimitExceeded', message);
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
  if (field === undefined) throw new Refusal('InvalidParameterValue', `The filter '${name}' is invalid`);
  return field;
}

/** EC2's wildcards: `*` any text, `?` one character, a backslash before either (or itself) takes it literally. */
export function patternOf(filterValue: string): RegExp {
  const source = filterValue.replace(/\\([*?\\])|([*?])|[\s\S]/gu, (part, escaped, wildcard) => {
    if (wildcard === '*') return '[\\s\\S]*';
    if (wildcard === '?') return '[\\s\\S]';
    return (escaped ?? part).replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  });
  return new RegExp(`^${source}$`, 'u');
}
