import { createHash } from 'node:crypto';
import type { BigIntStats } from 'node:fs';
import path from 'node:path';
import type { PublicKey } from '../../keys/public-key.ts';
import type { ClaimRecord } from '../../ledger/claim.ts';
import { absolutePath, isTrue, listOf, matching, optional, recordParser } from '../../ledger/record.ts';

/** What the ledger records of a file: where it is or will be, and how to tell it from any other. */
export interface FileRecord extends ClaimRecord {
  readonly kind: 'file';
  /** Absolute path of the file once it is complete. */
  readonly path: string;
  /** Absolute path, with a random name or in a folder with one, of the file while it is being written. */
  readonly temporary: string;
  /** Absolute paths of the folders created for it, outermost first. */
  readonly folders: readonly string[];
  /** Device, inode and time of birth, `<dev>:<ino>:<nanoseconds>`, known once the file exists. */
  readonly identity?: string;
  /** SHA-256 of the public half of the key, in hex, known before the private key is written. */
  readonly keyHash?: string;
  /** Whether the empty file is created at `path` itself, because the file system cannot link it there. */
  readonly inPlace?: true;
}

/** Bytes. An RSA 4096 key takes about 3 KB; a larger file holds no key. */
export const maxKeyFileBytes = 64 * 1024;

/** Identifies a key without containing any of it. */
export function keyHashOf({ blob }: Pick<PublicKey, 'blob'>): string {
  return createHash('sha256').update(blob).digest('hex');
}

/** Tells a file from any other on this machine. The time is needed because inode numbers are reused. */
export function identityOf({ dev, ino, birthtimeNs }: BigIntStats): string {
  return `${dev}:${ino}:${birthtimeNs}`;
}

type FileNumber = Pick<BigIntStats, 'dev' | 'ino'>;

/**
 * Whether two numbers are those of the same file, if it existed all the time: numbers are reused.
 *
 * On Windows, Node 24.0 and 24.1 return another device number for a path than for the open file there: 0, or one with
 * more than 32 bits (libuv before 1.51). Other systems use 32 bits, and never 0.
 */
export function isSameNumber(one: FileNumber, other: FileNumber): boolean {
  const [first, second] = [one.dev, other.dev].map((dev) => BigInt.asUintN(32, dev));
  return one.ino === other.ino && (first === second || first === 0n || second === 0n);
}

/** A second name beside the temporary one, to try out whether the file system can link files. */
export function trialLinkOf({ temporary }: FileRecord): string {
  return `${temporary}-link`;
}

/** The name of the temporary file in a folder with a random name. */
export const nameInPrivateFolder = 'key';

/** A file or folder with such a random name can only be ours, so it can be deleted before its identity is known. */
const temporaryName = /^\.ec2-key-pair-[0-9a-f]{16}(?:[\\/]key)?$/;

export const parseFileRecord = recordParser<FileRecord>(
  'file',
  {
    path: absolutePath,
    temporary: absolutePath,
    folders: listOf(absolutePath),
    identity: optional(matching(/^\d+:\d+:\d+$/)),
    keyHash: optional(matching(/^[0-9a-f]{64}$/)),
    inPlace: optional(isTrue),
  },
  ({ path: target, temporary }) => temporaryName.test(path.relative(path.dirname(target), temporary)),
);
