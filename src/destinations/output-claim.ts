import { closeSync, constants } from 'node:fs';
import path from 'node:path';
import type { ClaimKind, ClaimRecord } from '../ledger/claim.ts';
import { hasCode } from './file/file-claim.ts';
import { openNoLink } from './file/no-link.ts';

/** What the ledger keeps of a private key that was set as an output: the runner's file that it stands in, in clear. */
export interface OutputRecord extends ClaimRecord {
  readonly kind: 'output';
  /** Absolute path of the step's output file. */
  readonly path: string;
}

/** Claims of `private-key` outputs. A release empties the runner's file, which any later step could have read. */
export const outputClaims: ClaimKind<OutputRecord> = {
  kind: 'output',
  parse(value) {
    if (typeof value !== 'object' || value === null) return undefined;
    const { kind, path: file } = value as Partial<Record<keyof OutputRecord, unknown>>;
    return kind === 'output' && typeof file === 'string' && path.isAbsolute(file)
      ? { kind, path: file }
      : undefined;
  },
  async release({ path: file }) {
    const what = 'the private key in the output file of the step';
    try {
      closeSync(openNoLink(file, constants.O_WRONLY | constants.O_TRUNC));
      return { outcome: 'removed', what };
    } catch (error) {
      // Whatever stands there by now, a folder for one, does not hold what went into a file.
      if (hasCode(error, 'ENOENT', 'ENOTDIR', 'EISDIR')) return { outcome: 'already-gone', what };
      const why = hasCode(error, 'EACCES', 'EPERM') ? 'it may not be written' : 'it cannot be emptied';
      return { outcome: 'left', what, why };
    }
  },
};
