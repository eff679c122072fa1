import type { Outputs } from './outputs.ts';
import type { Summary } from './report.ts';

/** Rows of a table: GitHub drops a summary of more than 1 MiB. */
export const maxRows = 500;

/** What was deleted. */
export interface Deletion {
  readonly region: string;
  readonly deleted: readonly { readonly keyName: string; readonly keyPairId: string }[];
}

export function deletionOutputs({ region, deleted }: Deletion): Outputs {
  return { 'aws-region': region, deleted: String(deleted.length) };
}

export function deletionSummary({ region, deleted }: Deletion): Summary {
  if (deleted.length === 0) return { heading: `No EC2 key pair to delete in ${region}`, rows: [] };
  const more = deleted.length - maxRows;
  return {
    heading: `EC2 key pairs deleted in ${region}: ${deleted.length}`,
    columns: ['Name', 'ID'],
    rows: deleted
      .slice(0, maxRows)
      .map(({ keyName, keyPairId }) => [{ value: keyName }, { value: keyPairId }]),
    ...(more > 0 ? { notes: [`Not shown: ${more}. The log lists all of them.`] } : {}),
  };
}
