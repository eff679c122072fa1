import { isReservedTag } from '../ownership.ts';
import { maxRows } from './deletion.ts';
import type { Outputs } from './outputs.ts';
import type { Cell, Summary } from './report.ts';

/** One key pair in the JSON of `describe`. Without its public key, so that more key pairs fit into the output. */
export interface ListedKeyPair {
  readonly keyName: string;
  readonly keyPairId: string;
  readonly keyType: string;
  readonly fingerprint: string;
  readonly region: string;
  /** ISO 8601, UTC; null if EC2 did not return it. */
  readonly createdAt: string | null;
  /** Whether this action created it in this repository. */
  readonly managed: boolean;
  readonly tags: Readonly<Record<string, string>>;
}

/** UTF-16 code units of JSON in the output: all outputs of a job share 1 MB. */
const maxOutput = 256 * 1024;
/** Lines of the list in the log. */
const maxLines = 20;

/** The whole list as JSON, for the file. */
export function listJson(pairs: readonly ListedKeyPair[]): string {
  return JSON.stringify(pairs);
}

/** The list as an output: the first key pairs, as many as fit. */
export function listOutputs(pairs: readonly ListedKeyPair[], region: string, file: string): Outputs {
  return outputsOfEntries(entriesOf(pairs), region, file);
}

/** @param entries - Each key pair as JSON. Read only as far as they fit. */
export function outputsOfEntries(entries: Iterable<string>, region: string, file: string): Outputs {
  return {
    'key-pairs': arrayThatFits(entries),
    'key-pairs-path': file,
    'aws-region': region,
    changed: 'false',
  };
}

/** A JSON array of the first entries, as many as fit into an output. */
export function jsonThatFits(pairs: readonly object[]): string {
  return arrayThatFits(entriesOf(pairs));
}

/** What is missing in the output. */
export function listWarnings(pairs: readonly object[]): string[] {
  return warningsOfEntries(entriesOf(pairs), pairs.length);
}

/** @param entries - As in `outputsOfEntries`. */
export function warningsOfEntries(entries: Iterable<string>, total: number): string[] {
  const { length } = entriesThatFit(entries);
  if (length === total) return [];
  return [
    `The output key-pairs holds the first ${counted(length)} of ${counted(total)}; key-pairs-path holds all.`,
  ];
}

export function listLines(
  pairs: readonly ListedKeyPair[],
  regions: readonly string[],
  file: string,
): string[] {
  const shown = pairs.slice(0, maxLines);
  const more = pairs.length - shown.length;
  return [
    `Key pairs in ${namesOf(regions)}: ${pairs.length}.`,
    ...shown.map(({ keyName, keyPairId, keyType, region }) =>
      [` `, keyName, keyPairId, keyType, ...(regions.length > 1 ? [region] : [])].join(' '),
    ),
    ...(more > 0 ? [`  … and ${more} more, in ${file}.`] : []),
  ];
}

/**
 * A table that is narrow enough for a GitHub page: the fingerprint and the time of day are only in the JSON. IDs are plain
 * text, because GitHub wraps code at hyphens.
 */
export function listSummary(
  pairs: readonly ListedKeyPair[],
  regions: readonly string[],
  file: string,
): Summary {
  const where = namesOf(regions);
  if (pairs.length === 0) return { heading: `No EC2 key pairs found in ${where}`, rows: [] };
  const shown = pairs.slice(0, maxRows);
  const more = pairs.length - shown.length;
  return {
    heading: `EC2 key pairs found in ${where}: ${pairs.length}`,
    columns: [
      'Name',
      ...(regions.length > 1 ? ['Region'] : []),
      ...['ID', 'Type', 'Created', 'Managed', 'Tags'],
    ],
    rows: shown.map((pair) => [
      { value: pair.keyName },
      ...(regions.length > 1 ? [pair.region] : []),
      pair.keyPairId,
      pair.keyType,
      (pair.createdAt ?? '').slice(0, 'YYYY-MM-DD'.length),
      pair.managed ? 'yes' : 'no',
      userTagsOf(pair),
    ]),
    ...(more > 0 ? { notes: [`Not shown: ${more}. The complete list is in ${file}.`] } : {}),
  };
}

/** The user's tags. Those of the action are long and mostly the same. */
function userTagsOf({ tags }: ListedKeyPair): Cell {
  const own = Object.entries(tags).filter(([key]) => !isReservedTag(key));
  return own.length === 0 ? '' : { value: own.map(([key, value]) => `${key}=${value}`).join(', ') };
}

/** Regions, as words of a sentence. */
export function namesOf(regions: readonly string[]): string {
  return new Intl.ListFormat('en-US').format(regions);
}

function counted(count: number): string {
  return count.toLocaleString('en-US');
}

function arrayThatFits(entries: Iterable<string>): string {
  return `[${entriesThatFit(entries).join(',')}]`;
}

function* entriesOf(pairs: readonly object[]): Iterable<string> {
  for (const pair of pairs) yield JSON.stringify(pair);
}

function entriesThatFit(entries: Iterable<string>): string[] {
  const fitting: string[] = [];
  let length = '['.length;
  for (const entry of entries) {
    length += entry.length + ','.length;
    if (length > maxOutput) break;
    fitting.push(entry);
  }
  return fitting;
}
