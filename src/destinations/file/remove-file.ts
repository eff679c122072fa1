import {
  type BigIntStats,
  constants,
  fchmodSync,
  fstatSync,
  ftruncateSync,
  lstatSync,
  unlinkSync,
} from 'node:fs';
import { withOpenFile } from '../../regular-file.ts';
import { isSameNumber } from './file-record.ts';

/** What a deletion did. */
export interface Removal {
  /** Whether the file had other names, under which it still exists. */
  readonly hadOtherLinks: boolean;
  /** The error if it could not be emptied for those. */
  readonly notEmptied?: unknown;
}

/**
 * Deletes a file. Empties it first if it has other names: the private key would stay under them.
 *
 * @param found - What was found at the path: nothing else is deleted.
 * @throws the file system's error.
 */
export function removeFile(target: string, found: BigIntStats): Removal {
  const stats = lstatSync(target, { bigint: true });
  assertSame(stats, found, target);
  const hadOtherLinks = stats.nlink > 1n;
  let failure: { readonly notEmptied?: unknown } = {};
  if (hadOtherLinks && stats.size > 0n) {
    try {
      emptyFile(target, found);
    } catch (notEmptied) {
      failure = { notEmptied };
    }
  }
  unlinkSync(target);
  return { hadOtherLinks, ...failure };
}

function emptyFile(target: string, found: BigIntStats): void {
  const assertOpened = (descriptor: number) =>
    assertSame(fstatSync(descriptor, { bigint: true }), found, target);
  withOpenFile(target, constants.O_RDONLY, (descriptor) => {
    assertOpened(descriptor);
    fchmodSync(descriptor, 0o600);
  });
  withOpenFile(target, constants.O_WRONLY, (descriptor) => {
    assertOpened(descriptor);
    ftruncateSync(descriptor, 0);
  });
}

function assertSame(stats: BigIntStats, found: BigIntStats, target: string): void {
  if (isSameNumber(stats, found)) return;
  throw Object.assign(new Error(`${target} was replaced`), { code: 'replaced just now' });
}
