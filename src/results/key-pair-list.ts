import type { Outputs, SummaryTable } from './result.ts';

/** One pair as `describe` shows it, and as the JSON output holds it. No public keys: they would fill the output. */
export interface ListedKeyPair {
  readonly keyName: string;
  readonly keyPairId: string;
  readonly keyType: string;
  readonly fingerprint: string;
  readonly region: string;
  /** ISO 8601, UTC; null where EC2 does not say. */
  readonly createdAt: string | null;
  /** Whether this action made it, in this repository. */
  readonly ours: boolean;
  readonly tags: Readonly<Record<string, string>>;
}

/** UTF-16 units of JSON in the output: all outputs of a job together may have 1 MB. */
const mostOutput = 256 * 1024;
/** Rows of the table: a summary over 1 MiB is dropped whole. */
const mostRows = 500;

/** The whole list as JSON, for the file. */
export function listJson(pairs: readonly ListedKeyPair[]): string {
  return JSON.stringify(pairs);
}

/** The list as an output: as many pairs from its beginning as the runner lets through. */
export function listOutputs(pairs: readonly ListedKeyPair[], region: string, file: string): Outputs {
  return { 'key-pairs': cappedJson(pairs), 'key-pairs-path': file, 'aws-region': region };
}

export function listSummary(pairs: readonly ListedKeyPair[], region: string, file: string): SummaryTable {
  const shown = pairs.slice(0, mostRows);
  const more = pairs.length - shown.length;
  return {
    heading: `EC2 key pairs in ${region}: ${pairs.length}`,
    columns: ['Name', 'ID', 'Type', 'Fingerprint', 'Created', 'Ours'],
    rows: shown.map((pair) => [
      pair.keyName,
      pair.keyPairId,
      pair.keyType,
      pair.fingerprint,
      pair.createdAt ?? '',
      pair.ours ? 'yes' : 'no',
    ]),
    ...(more > 0 ? { note: `${more} more are in ${file}.` } : {}),
  };
}

function cappedJson(pairs: readonly ListedKeyPair[]): string {
  const entries: string[] = [];
  let length = 2;
  for (const pair of pairs) {
    const entry = JSON.stringify(pair);
    length += entry.length + 1;
    if (length > mostOutput) break;
    entries.push(entry);
  }
  return `[${entries.join(',')}]`;
}
