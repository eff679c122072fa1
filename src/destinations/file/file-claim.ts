import { rmdirSync } from 'node:fs';
import { hasCode } from '../../errors.ts';
import type { ReleaseOutcome } from '../../ledger/claim.ts';
import { removeCommand } from '../../ledger/shell-word.ts';
import { type FileRecord, trialLinkOf } from './file-record.ts';
import { findFile, findTemporary } from './found-file.ts';
import { type Removal, removeFile } from './remove-file.ts';

/**
 * Deletes the file that was created, and the folders created for it if they are empty. If something else is at its path,
 * that stays, and is reported.
 */
export async function releaseFile(record: FileRecord): Promise<ReleaseOutcome> {
  const what = `the private key file ${record.path}`;
  const command = removeCommand(record.path);
  try {
    const found = await findFile(record);
    const removals = [
      ...(found.is === 'ours' ? [removeFile(record.path, found.stats)] : []),
      ...(await removeTemporary(record.temporary, record)),
      ...(await removeTemporary(trialLinkOf(record), record)),
    ];
    for (const folder of record.folders.toReversed()) removeIfEmpty(folder);
    if (found.is === 'something else' && mayHaveBeenThere(record))
      return { outcome: 'left', what, why: found.why, ...(found.mayBeOurs ? { command } : {}) };
    if (removals.length === 0 && found.is === 'something else')
      return { outcome: 'done', said: `Nothing to delete: this step did not create ${record.path}.` };
    return outcomeOf(removals, what);
  } catch (error) {
    return { outcome: 'left', what, why: codeOf(error), command };
  }
}

/** Whether the file was at its path, or was about to be. */
function mayHaveBeenThere({ keyHash, inPlace }: FileRecord): boolean {
  return keyHash !== undefined || inPlace !== undefined;
}

function outcomeOf(removals: readonly Removal[], what: string): ReleaseOutcome {
  // The last one decides: for the ones before it, the file's own other names still count as hard links.
  const last = removals.at(-1);
  // Proof: nothing is at any of its paths.
  if (last === undefined) return { outcome: 'already-gone', what };
  if (last.notEmptied !== undefined) {
    const why = `it has another hard link, and could not be emptied (${codeOf(last.notEmptied)})`;
    return { outcome: 'left', what, why };
  }
  const linked = last.hadOtherLinks ? ' It had another hard link, so it was emptied first.' : '';
  return { outcome: 'done', said: `Deleted ${what}.${linked}` };
}

async function removeTemporary(target: string, record: FileRecord): Promise<Removal[]> {
  const found = await findTemporary(target, record);
  return found.is === 'ours' ? [removeFile(target, found.stats)] : [];
}

/** Keeps a folder that something else was put into. */
function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch (error) {
    if (!hasCode(error, 'ENOENT', 'ENOTEMPTY', 'EEXIST', 'ENOTDIR', 'EPERM', 'EACCES', 'EBUSY')) throw error;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
}
