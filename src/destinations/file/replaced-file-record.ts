import path from 'node:path';
import type { ClaimRecord } from '../../ledger/claim.ts';
import { absolutePath, isTrue, optional, recordParser } from '../../ledger/record.ts';

/** What the ledger records of a file that is replaced: where it was, and where it is kept until the new one is there. */
export interface ReplacedFileRecord extends ClaimRecord {
  readonly kind: 'replaced-file';
  /** Absolute path of the file. */
  readonly path: string;
  /** Absolute path, with a random name in the same folder, of the old file. */
  readonly kept: string;
  /** Whether the key pair certainly has its new key: only then may the old file be deleted. */
  readonly over?: true;
}

/** No one else uses such a name. */
const keptName = /^\.ec2-key-pair-old-[0-9a-f]{16}$/;

export const parseReplacedFileRecord = recordParser<ReplacedFileRecord>(
  'replaced-file',
  { path: absolutePath, kept: absolutePath, over: optional(isTrue) },
  ({ path: target, kept }) => keptName.test(path.relative(path.dirname(target), kept)),
);
