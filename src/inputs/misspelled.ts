import leven from 'leven';
import { type InputName, type InputTable, inputTable } from './table.ts';
import type { RawInput } from './values.ts';

/** Letters that may differ. */
const maxEdits = 2;
/** Letters of a name. One with fewer is easily hit by chance. */
const minLetters = 6;

/** What a short name is set to: an innocent variable such as `INPUT_TAG` holds something else. */
const valuesOfShortNames: { readonly [Name in InputName]?: RegExp } = {
  'run-id': /^\d+$/,
  tags: /=/,
  force: /^(?:true|false)$/i,
  store: /^(?:ssm|secrets-manager)(?::|$)/i,
};

/** Names that are too far from the input's to count as misspelled, but with a value that only fits it. */
const otherNames: readonly (readonly [name: RegExp, value: RegExp, known: InputName])[] = [
  [/^dry|dryrun/, /^(?:true|false)$/i, 'dry-run'],
  [/^(?:if|in|on|when).*use/, /^(?:fail|warn)$/i, 'if-in-use'],
  [/^life/, /^(?:job|run|persistent)$/i, 'lifetime'],
  [/^aws.*region/, /^[a-z]+(?:-[a-z]+)+-\d$/i, 'aws-region'],
];

/**
 * One problem, as a sentence, for each input that does not exist but is a known one misspelled. An empty input counts as
 * not set, and one that repeats the value of the known input changes nothing.
 *
 * @param unknown - Names as in environment variables: upper case, with `_` for a space. Not all come from `with:`, as any
 * `env:` can set `INPUT_…` too.
 */
export function misspellings(
  unknown: readonly string[],
  raw: RawInput,
  table: InputTable = inputTable,
): string[] {
  return unknown.flatMap((name) => {
    const value = raw(name).trim();
    const known = value === '' ? undefined : knownNameLike(name, value, Object.keys(table));
    return known === undefined || raw(known).trim() === value
      ? []
      : [`${name.toLowerCase()} is not an input. Did you mean ${known}?`];
  });
}

/** The known name with the fewest edits. */
function knownNameLike(name: string, value: string, knownNames: readonly string[]): string | undefined {
  const letters = lettersOf(name);
  const [nearest] = knownNames
    .map((known) => ({ known, edits: editsBetween(letters, lettersOf(known)) }))
    .filter(({ known, edits }) => edits <= allowedEdits(known, value))
    .toSorted((a, b) => a.edits - b.edits);
  return nearest?.known ?? knownNameFor(letters, value, knownNames);
}

function knownNameFor(letters: string, value: string, knownNames: readonly string[]): string | undefined {
  const [, , found] = otherNames.find(([names, values]) => names.test(letters) && values.test(value)) ?? [];
  return knownNames.find((known) => known === found);
}

function allowedEdits(known: string, value: string): number {
  if (lettersOf(known).length >= minLetters) return maxEdits;
  const shortNames: Readonly<Record<string, RegExp>> = valuesOfShortNames;
  return shortNames[known]?.test(value) === true ? 1 : 0;
}

/** Two letters that are swapped count as one edit. */
function editsBetween(a: string, b: string): number {
  const edits = leven(a, b, { maxDistance: maxEdits + 1 });
  return edits === 2 && sorted(a) === sorted(b) ? 1 : edits;
}

function sorted(letters: string): string {
  return [...letters].toSorted().join('');
}

/** What remains of a name without case and separators. */
function lettersOf(name: string): string {
  return name.toLowerCase().replace(/[-_.\s]/g, '');
}
