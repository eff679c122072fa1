import { lstatSync, realpathSync, unlinkSync } from 'node:fs';
import path from 'node:path';
import { hasCode, KeyPairError } from '../../errors.ts';
import type { Claim } from '../../ledger/claim.ts';
import type { DeliveryContext } from '../destination.ts';
import { type FileRecord, identityOf, isSameNumber } from './file-record.ts';
import { OpenFile } from './open-file.ts';
import { notWritable, pathEscapes, pathTaken } from './path-errors.ts';

/** How a file is kept from other users. */
export type Owner = Pick<DeliveryContext, 'userId' | 'restrictToOwner'>;

/** The empty file, and the last record of it. */
export interface EmptyFile {
  readonly file: OpenFile;
  readonly record: FileRecord;
}

/** What creating a file takes, and what its errors name. */
export interface Place {
  readonly target: string;
  readonly folder: string;
  readonly claim: Claim<FileRecord>;
  readonly owner: Owner;
}

/** Creates the empty file, records its identity, and makes it private. */
export async function createEmpty(at: string, record: FileRecord, place: Place): Promise<EmptyFile> {
  const { claim, owner } = place;
  const file = await asPathError(place, () => OpenFile.create(at));
  let held: FileRecord | undefined;
  try {
    held = { ...record, identity: identityOf(await asPathError(place, () => file.stat())) };
    claim.held(held);
    await asPathError(place, async () => {
      file.chmod();
      await assertPrivate(file, owner);
      await owner.restrictToOwner?.(at);
      assertNotMoved(file);
    });
    return { file, record: held };
  } catch (error) {
    file.abandon();
    // The claim could not tell it from another file.
    if (held === undefined) await asPathError(place, () => unlinkSync(at));
    throw error;
  }
}

/**
 * Looks at the mode that the file has, whatever was asked for: some file systems keep none.
 *
 * @throws KeyPairError `READABLE_BY_OTHERS`.
 */
async function assertPrivate(file: OpenFile, { userId }: Owner): Promise<void> {
  if (userId === undefined) return;
  const { mode, uid } = file.stat();
  const isOwn = uid === BigInt(userId);
  if ((mode & 0o077n) === 0n && isOwn) return;
  const { filesReadableByOthers } = await import('../readable-by-others.ts');
  throw filesReadableByOthers(path.dirname(file.path), Number(mode), isOwn);
}

/** Detects a symbolic link swapped in after the check (TOCTOU). */
export function assertNotMoved(file: OpenFile, target = file.path): void {
  const folder = path.dirname(target);
  const real = realpathSync.native(folder);
  if (real !== folder || !isSameFile(file, target)) throw pathEscapes(target, real);
}

/** An inode number cannot be reused while the file is open, so the number alone identifies it. */
export function isSameFile(file: OpenFile, target: string): boolean {
  return isSameNumber(file.stat(), lstatSync(target, { bigint: true }));
}

/** Turns a file system error into one that names the input. */
export async function asPathError<Result>(
  { target, folder }: Place,
  work: () => Result | Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof KeyPairError) throw error;
    throw hasCode(error, 'EEXIST')
      ? pathTaken(target, 'it was created just now')
      : await notWritable(target, folder, error);
  }
}
