import { linkSync, lstatSync, renameSync, unlinkSync } from 'node:fs';
import { hasCode } from '../../errors.ts';
import type { ReleaseOutcome } from '../../ledger/claim.ts';
import { removeCommand, shellWord } from '../../ledger/shell-word.ts';
import { removeFile } from './remove-file.ts';
import type { ReplacedFileRecord } from './replaced-file-record.ts';

/**
 * Ends the replacement of a file: deletes the old one if the key pair has its new key; else puts it back. A new file whose
 * key pair was not rotated is deleted before, by its own claim. Whatever else is at the path stays there, and the old file
 * beside it: it may be the only one with the key of the key pair.
 */
export function releaseReplacedFile({ path: target, kept, over }: ReplacedFileRecord): ReleaseOutcome {
  const what = `the old private key file of ${target}, which is at ${kept}`;
  try {
    if (!exists(kept)) return { outcome: 'already-gone', what: `the old private key file of ${target}` };
    if (over) {
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
    if (over) return { outcome: 'left', what, why, command: removeCommand(kept) };
    const putBack = `mv -n ${shellWord(kept)} ${shellWord(target)}`;
    return hasCode(error, 'EEXIST')
      ? {
          outcome: 'left',
          what,
          why: takenPath,
          hint: `If it is still needed, free the path, and put it back: ${putBack}`,
        }
      : { outcome: 'left', what, why, hint: `To put it back: ${putBack}` };
  }
}

const takenPath = 'another file is at its path';

/**
 * Replaces nothing: a file system without links is looked at first.
 *
 * @throws Error `EEXIST` if anything is at the path.
 */
export function moveBack(kept: string, target: string): void {
  try {
    linkSync(kept, target);
  } catch (error) {
    if (hasCode(error, 'EEXIST', 'ENOENT')) throw error;
    if (exists(target)) throw Object.assign(new Error(takenPath), { code: 'EEXIST' });
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
