import { type BigIntStats, lstatSync, rmdirSync, unlinkSync } from 'node:fs';
import path from 'node:path';
import { type ClaimKind, type ClaimRecord, type ReleaseOutcome, shellWord } from '../../ledger/claim.ts';

/** What the ledger keeps of a file: where it is or will be, and how to know it from any other. */
export interface FileRecord extends ClaimRecord {
  readonly kind: 'file';
  /** Absolute path of the file once it is whole. */
  readonly path: string;
  /** Absolute path, with a random name, of the file while it is being written. */
  readonly temporary: string;
  /** Absolute paths of the folders made for it, outermost first. */
  readonly folders: readonly string[];
  /** Device, inode and time of birth, `<dev>:<ino>:<nanoseconds>`, known once the file exists. */
  readonly identity?: string;
}

/** Claims of private key files. A release removes the very file that was made, and folders made for it that are empty. */
export const fileClaims: ClaimKind<FileRecord> = {
  kind: 'file',
  parse: parseRecord,
  async release(record) {
    try {
      return release(record);
    } catch (error) {
      const why = error instanceof Error && 'code' in error ? String(error.code) : 'an unknown error';
      return { outcome: 'left', what: named(record), why, byHand: `rm -f ${shellWord(record.path)}` };
    }
  },
};

/** What tells a file from any other on this machine; the time, because a system gives the number of a file that is gone to the next one. */
export function identityOf({ dev, ino, birthtimeNs }: BigIntStats): string {
  return `${dev}:${ino}:${birthtimeNs}`;
}

function release(record: FileRecord): ReleaseOutcome {
  const { path: target, temporary, folders, identity } = record;
  const removedTarget = identity !== undefined && removeIf(target, (standing) => standing === identity);
  const removedTemporary = removeIf(temporary, (standing) => identity === undefined || standing === identity);
  for (const folder of folders.toReversed()) removeIfEmpty(folder);
  return { outcome: removedTarget || removedTemporary ? 'removed' : 'already-gone', what: named(record) };
}

function named({ path: target }: FileRecord): string {
  return `the private key file ${target}`;
}

function removeIf(target: string, isMeant: (identity: string) => boolean): boolean {
  try {
    const standing = lstatSync(target, { bigint: true });
    if (!standing.isFile() || !isMeant(identityOf(standing))) return false;
    unlinkSync(target);
    return true;
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR')) return false;
    throw error;
  }
}

/** A folder that something else has moved into stays. */
function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch (error) {
    if (!hasCode(error, 'ENOENT', 'ENOTEMPTY', 'EEXIST', 'ENOTDIR', 'EPERM', 'EACCES', 'EBUSY')) throw error;
  }
}

export function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}

function parseRecord(value: unknown): FileRecord | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const {
    kind,
    path: target,
    temporary,
    folders,
    identity,
  } = value as Partial<Record<keyof FileRecord, unknown>>;
  if (kind !== 'file' || !isAbsolutePath(target) || !isTemporaryOf(target, temporary)) return undefined;
  if (!Array.isArray(folders) || !folders.every(isAbsolutePath)) return undefined;
  if (identity !== undefined && !(typeof identity === 'string' && /^\d+:\d+:\d+$/.test(identity)))
    return undefined;
  return value as FileRecord;
}

/** Only a file of ours may be removed without asking which it is: its name is random. */
function isTemporaryOf(target: string, temporary: unknown): boolean {
  if (typeof temporary !== 'string' || path.dirname(temporary) !== path.dirname(target)) return false;
  return /^\.ec2-key-pair-[0-9a-f]{16}$/.test(path.basename(temporary));
}

function isAbsolutePath(value: unknown): value is string {
  return typeof value === 'string' && path.isAbsolute(value);
}
