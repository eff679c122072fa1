import { maxRows } from './deletion.ts';
import { namesOf, outputsOfEntries, warningsOfEntries } from './key-pair-list.ts';
import type { Outputs } from './outputs.ts';
import type { Summary } from './report.ts';

/** What became of a key pair. `ended`: it was the journal of a rotation. `gone`: someone else deleted it first. */
export type SweepOutcome = 'deleted' | 'ended' | 'kept' | 'gone' | 'failed';

/** What a sweep says of one key pair. */
export interface SweptKeyPair {
  readonly keyName: string;
  readonly keyPairId: string;
  readonly region: string;
  readonly outcome: SweepOutcome;
  /** Continues "…, because …"; for a failure or the end of a rotation, a sentence. */
  readonly why: string;
  /** Everything about it, for the output. One text takes less memory than the objects in it. */
  readonly json: string;
}

/** Names in one line of the log. */
const maxNames = 20;

/** @param planned - Counts. */
export function foundLine(
  found: number,
  planned: { readonly deletions: number; readonly rotations: number },
  region: string,
): string {
  const { deletions, rotations } = planned;
  const ends = rotations > 0 ? `; rotations to end: ${rotations}` : '';
  return `Found ${counted(found)} in ${region}; to delete: ${deletions.toLocaleString('en-US')}${ends}.`;
}

export function sweepOutputs(swept: readonly SweptKeyPair[], region: string, file: string): Outputs {
  const deleted = count(swept, 'deleted');
  return {
    ...outputsOfEntries(
      swept.map(({ json }) => json),
      region,
      file,
    ),
    changed: String(deleted + count(swept, 'ended') > 0),
    deleted: String(deleted),
  };
}

/** The whole list as JSON, for the file. */
export function sweepJson(swept: readonly SweptKeyPair[]): string {
  return `[${swept.map(({ json }) => json).join(',')}]`;
}

/** What the output lacks. */
export function sweepWarnings(swept: readonly SweptKeyPair[]): string[] {
  return warningsOfEntries(
    swept.map(({ json }) => json),
    swept.length,
  );
}

/** What was kept, by reason, and how many key pairs met which fate. */
export function sweepLines(swept: readonly SweptKeyPair[]): string[] {
  return [
    ...groupsOf(swept, 'kept').map(
      ({ why, names }) => `Kept, because ${why}: ${names.length} (${shown(names)}).`,
    ),
    ...groupsOf(swept, 'gone').map(({ names }) => `Already gone: ${names.length} (${shown(names)}).`),
    totalsOf(swept),
  ];
}

export function sweepSummary(
  swept: readonly SweptKeyPair[],
  regions: readonly string[],
  file: string,
): Summary {
  const isOne = regions.length === 1;
  const done = swept.filter(({ outcome }) => ['deleted', 'ended', 'failed'].includes(outcome));
  const more = done.length - maxRows;
  const table =
    done.length === 0
      ? { rows: [] }
      : {
          columns: ['Name', 'ID', ...(isOne ? [] : ['Region']), 'Outcome', 'Reason'],
          rows: done
            .slice(0, maxRows)
            .map(({ keyName, keyPairId, region, outcome, why }) => [
              { value: keyName },
              keyPairId,
              ...(isOne ? [] : [region]),
              outcome,
              why,
            ]),
        };
  return {
    heading: `EC2 key pairs swept in ${namesOf(regions)}: ${count(swept, 'deleted')} deleted`,
    ...table,
    notes: [
      ...(more > 0 ? [`Not shown: ${more}. The complete list is in ${file}.`] : []),
      ...groupsOf(swept, 'kept').map(({ why, names }) => `Kept, because ${why}: ${names.length}.`),
      totalsOf(swept),
    ],
  };
}

function totalsOf(swept: readonly SweptKeyPair[]): string {
  const ended = count(swept, 'ended');
  const gone = count(swept, 'gone');
  const parts = [
    `found: ${swept.length}`,
    `kept: ${count(swept, 'kept')}`,
    `deleted: ${count(swept, 'deleted')}`,
    `failed: ${count(swept, 'failed')}`,
    ...(ended > 0 ? [`rotations ended: ${ended}`] : []),
    ...(gone > 0 ? [`already gone: ${gone}`] : []),
  ];
  return `Key pairs ${parts.join(', ')}.`;
}

/** Largest group first. */
function groupsOf(
  swept: readonly SweptKeyPair[],
  wanted: SweepOutcome,
): { readonly why: string; readonly names: readonly string[] }[] {
  const byReason = Map.groupBy(
    swept.filter(({ outcome }) => outcome === wanted),
    ({ why }) => why,
  );
  return [...byReason]
    .map(([why, members]) => ({ why, names: members.map(({ keyName }) => keyName) }))
    .sort((a, b) => b.names.length - a.names.length);
}

function shown(names: readonly string[]): string {
  const more = names.length - maxNames;
  return `${names.slice(0, maxNames).join(', ')}${more > 0 ? `, and ${more} more` : ''}`;
}

function count(swept: readonly SweptKeyPair[], wanted: SweepOutcome): number {
  return swept.filter(({ outcome }) => outcome === wanted).length;
}

function counted(number: number): string {
  return `${number.toLocaleString('en-US')} key ${number === 1 ? 'pair' : 'pairs'}`;
}
