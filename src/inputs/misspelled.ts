import leven from 'leven';
import { otherNames } from './other-names.ts';
import { type InputName, inputTable } from './table.ts';
import type { RawInput } from './values.ts';

const knownNames = Object.keys(inputTable) as InputName[];

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
    const meant = meantBy(name, raw);
    return meant.length === 0
      ? []
      : [`${name.toLowerCase()} is not an input. Did you mean ${meant.join(' or ')}?${adviceOn(name)}`];
  });
}

/** Programs do not have variables with a hyphen. */
function adviceOn(name: string): string {
  return /^\w+$/.test(name) ? ` If another program needs INPUT_${name}, rename that variable.` : '';
}

/** The inputs that may be meant; none if the variable is probably that of another program. */
function meantBy(name: string, raw: RawInput): readonly InputName[] {
  const letters = lettersOf(name);
  const value = raw(name).trim();
  if (value === '') return [];
  const other = otherNames.find(
    ({ names, values }) => values?.test(value) !== false && names.some((one) => isLike(letters, one)),
  );
  const meant = other?.meant ?? nearestTo(letters, value);
  const isSetAnyway = meant.some((known) => {
    const set = raw(known).trim();
    return set === value || (other !== undefined && !notChosen.test(set));
  });
  return isSetAnyway ? [] : meant;
}

/** @param pattern - `*` matches any text. */
function isLike(letters: string, pattern: string): boolean {
  return new RegExp(`^${lettersOf(pattern).replaceAll('*', '.*')}$`).test(letters);
}

/** The known name with the fewest edits, if any is near enough. */
function nearestTo(letters: string, value: string): readonly InputName[] {
  return knownNames
    .map((known) => ({ known, edits: editsBetween(letters, lettersOf(known)) }))
    .filter(({ known, edits }) => edits <= allowedEdits(known, value))
    .toSorted((a, b) => a.edits - b.edits)
    .slice(0, 1)
    .map(({ known }) => known);
}

function allowedEdits(known: InputName, value: string): number {
  if (lettersOf(known).length >= minLetters) return maxEdits;
  return valuesOfShortNames[known]?.test(value) === true ? 1 : 0;
}

/** Two letters that are swapped count as one edit. */
function editsBetween(a: string, b: string): number {
  const edits = leven(a, b);
  return edits === 2 && sorted(a) === sorted(b) ? 1 : edits;
}

function sorted(letters: string): string {
  return [...letters].toSorted().join('');
}

/** What remains of a name without case and separators. */
function lettersOf(name: string): string {
  return name.toLowerCase().replace(/[-_.\s]/g, '');
}
