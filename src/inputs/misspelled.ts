import leven from 'leven';
import { type OtherNames, otherNames } from './other-names.ts';
import { type InputName, inputTable } from './table.ts';
import type { RawInput } from './values.ts';

const knownNames = Object.keys(inputTable) as InputName[];

/** Between the words of a name. */
const separators = /[-_.\s]/g;

/** Letters that may differ. */
const maxEdits = 2;
/** Letters of a name. One with fewer is easily hit by chance. */
const minLetters = 6;

/** Letters of another tool's name, if its value can be anything. */
const minLettersOfAnyValue = 8;

/** What a short name is set to: an innocent variable such as `INPUT_TAG` holds something else. */
const valuesOfShortNames: { readonly [Name in InputName]?: RegExp } = {
  'run-id': /^\d+$/,
  tags: /=/,
  force: /^(?:true|false)$/i,
  store: /^(?:ssm|secrets-manager)(?::|$)/i,
};

/**
 * What an input may be set to without the user's choice: the runner sets the operation and the token of the job, and wrappers
 * pass `false` on.
 */
const notChosen = /^(?:|create|false|ghs_.*)$/i;

/**
 * One problem, as a sentence, for each input that does not exist but is a known one misspelled, or by another name.
 *
 * @param unknown - Names as in environment variables: upper case, with `_` for a space. Not all come from `with:`, as any
 * `env:` can set `INPUT_…` too. One that is empty counts as not set.
 */
export function misspellings(unknown: readonly string[], raw: RawInput): string[] {
  return unknown.flatMap((name) => {
    const advice = adviceFor(name, raw);
    return advice === undefined
      ? []
      : [`${name.toLowerCase()} is not an input. ${advice}${adviceOnVariable(name)}`];
  });
}

/** Programs do not have variables with a hyphen. */
function adviceOnVariable(name: string): string {
  return /^\w+$/.test(name) ? ` If another program needs INPUT_${name}, rename that variable.` : '';
}

/** What to write instead, as a sentence; undefined if the variable is probably that of another program. */
function adviceFor(name: string, raw: RawInput): string | undefined {
  const value = raw(name).trim();
  if (value === '') return undefined;
  const other = otherNamed(value, (one) => isLike(name, one));
  const meant = other?.meant ?? nearestTo(name, value);
  const alias =
    other ?? (meant.length === 0 ? otherNamed(value, (one, names) => isNear(name, one, names)) : undefined);
  const all = alias?.meant ?? meant;
  const isSetAnyway = all.some((known) => {
    const set = raw(known).trim();
    return set === value || (alias !== undefined && !notChosen.test(set));
  });
  if (isSetAnyway || all.length === 0) return undefined;
  return alias?.instead ?? `Did you mean ${all.join(' or ')}?`;
}

function otherNamed(
  value: string,
  isName: (pattern: string, other: OtherNames) => boolean,
): OtherNames | undefined {
  return otherNames.find(
    (other) => other.values?.test(value) !== false && other.names.some((one) => isName(one, other)),
  );
}

/** @param pattern - `*` matches any text. */
function isLike(name: string, pattern: string): boolean {
  return new RegExp(`^${lettersOf(pattern).replaceAll('*', '.*')}$`).test(lettersOf(name));
}

/** Whether a name is a long one of another tool with one edit, or with its words in another order. */
function isNear(name: string, pattern: string, { values, instead }: OtherNames): boolean {
  const other = pattern.replaceAll('*', '');
  const [letters, right] = [lettersOf(name), lettersOf(other)];
  if (right.length < minLetters || editsBetween(name, other) > 1) return false;
  if (sorted(letters) === sorted(right)) return true;
  // Another letter easily makes another word: `preview` is not `review`, and `output-files` are not `output-file`.
  const isPlural = sorted(letters) === sorted(`${right}s`);
  const hasOwnValues = values !== undefined && instead === undefined;
  const isUnlikely = hasOwnValues || (right.length >= minLettersOfAnyValue && !isPlural);
  return isUnlikely && letters[0] === right[0];
}

/** The known name with the fewest edits, if any is near enough. */
function nearestTo(name: string, value: string): readonly InputName[] {
  return knownNames
    .map((known) => ({ known, edits: editsBetween(name, known) }))
    .filter(({ known, edits }) => edits <= allowedEdits(known, value))
    .toSorted((a, b) => a.edits - b.edits)
    .slice(0, 1)
    .map(({ known }) => known);
}

function allowedEdits(known: InputName, value: string): number {
  if (lettersOf(known).length >= minLetters) return maxEdits;
  return valuesOfShortNames[known]?.test(value) === true ? 1 : 0;
}

/** Two letters that are swapped, and words in another order, count as one edit. */
function editsBetween(name: string, known: string): number {
  const [a, b] = [lettersOf(name), lettersOf(known)];
  const edits = leven(a, b);
  if (edits === 2 && sorted(a) === sorted(b)) return 1;
  return edits > 1 && sortedWords(name) === sortedWords(known) ? 1 : edits;
}

function sorted(letters: string): string {
  return [...letters].toSorted().join('');
}

/** The words of a name in alphabetical order. */
function sortedWords(name: string): string {
  return name.toLowerCase().split(separators).toSorted().join(' ');
}

/** What remains of a name without case and separators. */
function lettersOf(name: string): string {
  return name.toLowerCase().replaceAll(separators, '');
}
