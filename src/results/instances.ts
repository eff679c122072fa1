import type { Outputs } from './outputs.ts';

/** An instance that was launched with a rotated key pair, and why its key was not replaced; continues its ID. */
export interface MissedInstance {
  readonly instanceId: string;
  readonly why: string;
}

/** What a rotation did with the instances that were launched with the key pair. */
export interface InstancesResult {
  /** Those that accept the new key now, and no longer the old one. */
  readonly updated: readonly string[];
  /** Those where no file has the old key. */
  readonly withoutKey: readonly string[];
  /** Those that still accept the old key, or may do so. */
  readonly missed: readonly MissedInstance[];
}

/** Instances that a sentence lists one by one. */
const maxListed = 30;

/** As in `i-0a is stopped; i-0b runs Windows`. */
export function listMissed(missed: readonly MissedInstance[]): string {
  return listed(
    missed.map(({ instanceId, why }) => `${instanceId} ${why}`),
    '; ',
  );
}

export function listIds(instanceIds: readonly string[]): string {
  return listed(instanceIds, ', ');
}

function listed(items: readonly string[], separator: string): string {
  const more = items.length - maxListed;
  const shown = items.slice(0, maxListed).join(separator);
  return more > 0 ? `${shown}${separator}and ${more} more` : shown;
}

/** As in `1 instance`, `2 instances`. */
export function countInstances(count: number): string {
  return `${count} ${count === 1 ? 'instance' : 'instances'}`;
}

/** Sentences for the log. */
export function linesOfInstances({ updated, withoutKey }: InstancesResult): string[] {
  const lines =
    updated.length === 0
      ? []
      : [
          `Updated ${countInstances(updated.length)}, which now ${updated.length === 1 ? 'accepts' : 'accept'} only the new key: ${listIds(updated)}.`,
        ];
  if (withoutKey.length > 0) {
    lines.push(
      `No authorized_keys file on ${countInstances(withoutKey.length)} has the old key, so nothing was changed there: ${listIds(withoutKey)}.`,
    );
  }
  return lines;
}

/** Rows of the job summary. */
export function rowsOfInstances({ updated, withoutKey, missed }: InstancesResult): string[][] {
  const rows: [string, string][] = [
    ['Instances updated', listIds(updated) || 'None'],
    ['Instances without the old key', listIds(withoutKey)],
    ['Instances not updated', listMissed(missed)],
  ];
  return rows.filter(([, text]) => text !== '');
}

/** The output for later steps, which is known later than those about the key pair. */
export function outputsOfInstances({ updated, withoutKey, missed }: InstancesResult): Outputs {
  const all = [
    ...updated.map((instanceId) => ({ instanceId, result: 'updated' })),
    ...withoutKey.map((instanceId) => ({ instanceId, result: 'without-key' })),
    ...missed.map(({ instanceId, why }) => ({ instanceId, result: 'not-updated', reason: why })),
  ];
  return { instances: JSON.stringify(all) };
}
