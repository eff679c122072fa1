import type { Outputs } from './outputs.ts';
import type { Summary } from './report.ts';

/** Rows of a table: GitHub drops a summary of more than 1 MiB. */
export const maxRows = 500;

interface NamedKeyPair {
  readonly keyName: string;
  readonly keyPairId: string;
}

/** What was deleted. */
export interface Deletion {
  readonly region: string;
  readonly deleted: readonly NamedKeyPair[];
}

export function deletionOutputs({ region, deleted }: Deletion): Outputs {
  return {
    'aws-region': region,
    changed: String(deleted.length > 0),
    deleted: String(deleted.length),
  };
}

/** @param kept - Key pairs of the run that were not deleted with it. */
export function deletionSummary({ region, deleted }: Deletion, kept: readonly NamedKeyPair[] = []): Summary {
  const more = deleted.length - maxRows;
  const notes = [
    ...(more > 0 ? [`Not shown: ${more}. The log lists all of them.`] : []),
    ...(kept.length > 0
      ? [`Kept, because they outlive the run: ${kept.length}. The log lists all of them.`]
      : []),
  ];
  const ofNotes = notes.length > 0 ? { notes } : {};
  if (deleted.length === 0) {
    return { heading: `No EC2 key pair to delete in ${region}`, rows: [], ...ofNotes };
  }
  return {
    heading: `EC2 key pairs deleted in ${region}: ${deleted.length}`,
    columns: ['Name', 'ID'],
    rows: deleted
      .slice(0, maxRows)
      .map(({ keyName, keyPairId }) => [{ value: keyName }, { value: keyPairId }]),
    ...ofNotes,
  };
}
