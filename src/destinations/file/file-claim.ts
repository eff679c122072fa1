import { lstatSync, rmdirSync, unlinkSync } from 'node:fs';
import { hasCode } from '../../errors.ts';
import type { ReleaseOutcome } from '../../ledger/claim.ts';
import { shellWord } from '../../ledger/shell-word.ts';
import { type FileRecord, identityOf } from './file-record.ts';

/** Deletes the very file that was created, and the folders created for it if they are empty. */
export async function releaseFile(record: FileRecord): Promise<ReleaseOutcome> {
  const what = `the private key file ${record.path}`;
  try {
    return remove(record) ? { outcome: 'done', said: `Deleted ${what}.` } : { outcome: 'already-gone', what };
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    return { outcome: 'left', what, why, command: `rm -f ${shellWord(record.path)}` };
  }
}

/** Whether anything was removed. */
function remove({ path: target, temporary, folders, identity }: FileRecord): boolean {
  const removedTarget = identity !== undefined && removeIf(target, (existing) => existing === identity);
  const removedTemporary = removeIf(temporary, (existing) => identity === undefined || existing === identity);
  for (const folder of folders.toReversed()) removeIfEmpty(folder);
  return removedTarget || removedTemporary;
}

function removeIf(target: string, isMeant: (identity: string) => boolean): boolean {
  try {
    const existing = lstatSync(target, { bigint: true });
    if (!existing.isFile() || !isMeant(identityOf(existing))) return false;
    unlinkSync(target);
    return true;
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR')) return false;
    throw error;
  }
}

/** Keeps a folder that something else was put into. */
function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch (error) {
    if (!hasCode(error, 'ENOENT', 'ENOTEMPTY', 'EEXIST', 'ENOTDIR', 'EPERM', 'EACCES', 'EBUSY')) throw error;
  }
}
