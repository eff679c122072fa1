import type { Outputs, SummaryTable } from './result.ts';

/** What a deletion ended with. */
export interface DeleteResult {
  readonly region: string;
  readonly deleted: readonly { readonly keyName: string; readonly keyPairId: string }[];
}

export function deleteOutputs({ region, deleted }: DeleteResult): Outputs {
  return { 'aws-region': region, deleted: String(deleted.length) };
}

export function deleteSummary({ region, deleted }: DeleteResult): SummaryTable {
  return {
    heading: `EC2 key pairs deleted in ${region}: ${deleted.length}`,
    columns: ['Name', 'ID'],
    rows: deleted.slice(0, 500).map(({ keyName, keyPairId }) => [keyName, keyPairId]),
  };
}
