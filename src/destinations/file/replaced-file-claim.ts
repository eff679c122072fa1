import { linkSync, lstatSync, renameSync, unlinkSync } from 'node:fs';
import { hasCode } from '../../errors.ts';
import type { ReleaseOutcome } from '../../ledger/claim.ts';
import { removeCommand, shellWord } from '../../ledger/shell-word.ts';
import { removeFile } from './remove-file.ts';
import type { ReplacedFileRecord } from './replaced-file-record.ts';

/**
 * Ends the replacement of a file: if there is a file at its path, the old one is deleted; else it is put back. A new file whose
 * key pair was not rotated is deleted before, by its own claim.
 */
export function releaseReplacedFile({ path: target, kept }: ReplacedFileRecord): ReleaseOutcome {
  const what = `the old private key file of ${target}, which is at ${kept}`;
  try {
    if (!exists(kept)) return { outcome: 'already-gone', what: `the old private key file of ${target}` };
    if (exists(target)) {
      removeFile(kept, lstatSync(kept, { bigint: true }));
      return { outcome: 'done', said: `Deleted the old private key file of ${target}.` };
    }
    moveBack(kept, target);
    const said = `the old private key file ${target} was put back`;
    return {
      outcome: 'done',
      said: `${said.charAt(0).toUpperCase()}${said.slice(1)}.`,
      undone: `Because the step failed, ${said}.`,
    };
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    const isReplaced = hasCode(error, 'EEXIST') || isThere(target);
    if (isReplaced) return { outcome: 'left', what, why, command: removeCommand(kept) };
    return {
      outcome: 'left',
      what,
      why,
      hint: `To put it back: mv -n ${shellWord(kept)} ${shellWord(target)}`,
    };
  }
}

/** Never replaces anything, where the file system has links. */
export function moveBack(kept: string, target: string): void {
  try {
    linkSync(kept, target);
  } catch (error) {
    if (hasCode(error, 'EEXIST', 'ENOENT')) throw error;
    renameSync(kept, target);
    return;
  }
  unlinkSync(kept);
}

function exists(target: string): boolean {
  try {
    lstatSync(target);
    return true;
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR')) return false;
    throw error;
  }
}

function isThere(target: string): boolean {
  try {
    return exists(target);
  } catch {
    return false;
  }
}
