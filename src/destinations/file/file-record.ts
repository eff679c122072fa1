import type { BigIntStats } from 'node:fs';
import path from 'node:path';
import type { ClaimRecord } from '../../ledger/claim.ts';
import { absolutePath, listOf, matching, optional, recordParser } from '../../ledger/record.ts';

/** What the ledger records of a file: where it is or will be, and how to tell it from any other. */
export interface FileRecord extends ClaimRecord {
  readonly kind: 'file';
  /** Absolute path of the file once it is complete. */
  readonly path: string;
  /** Absolute path, with a random name, of the file while it is being written. */
  readonly temporary: string;
  /** Absolute paths of the folders created for it, outermost first. */
  readonly folders: readonly string[];
  /** Device, inode and time of birth, `<dev>:<ino>:<nanoseconds>`, known once the file exists. */
  readonly identity?: string;
}

/** Tells a file from any other on this machine. The time is needed because inode numbers are reused. */
export function identityOf({ dev, ino, birthtimeNs }: BigIntStats): string {
  return `${dev}:${ino}:${birthtimeNs}`;
}

/** A file with such a random name can only be ours, so it can be deleted before its identity is known. */
const temporaryName = /^\.ec2-key-pair-[0-9a-f]{16}$/;

export const parseFileRecord = recordParser<FileRecord>(
  'file',
  {
    path: absolutePath,
    temporary: absolutePath,
    folders: listOf(absolutePath),
    identity: optional(matching(/^\d+:\d+:\d+$/)),
  },
  ({ path: target, temporary }) =>
    path.dirname(temporary) === path.dirname(target) && temporaryName.test(path.basename(temporary)),
);
