import { randomBytes } from 'node:crypto';
import { type BigIntStats, lstatSync, realpathSync, renameSync } from 'node:fs';
import path from 'node:path';
import type { PublicKey } from '../../keys/public-key.ts';
import type { Destination, Reservation } from '../destination.ts';
import { fileWithKey } from './existing-key-file.ts';
import { type FreePath, type JobFolders, resolvePath } from './file-path.ts';
import { type FileRecord, isSameNumber } from './file-record.ts';
import { notWritable, pathTaken } from './path-errors.ts';
import { moveBack } from './replaced-file-claim.ts';
import type { ReplacedFileRecord } from './replaced-file-record.ts';
import { requireUntracked } from './untracked-path.ts';

/** The file with the old private key at a path that the user set. */
export interface OldFile {
  readonly path: string;
  readonly stats: BigIntStats;
  /** Where the new file will be. */
  readonly free: FreePath;
}

/**
 * Finds the file that a new private key replaces; undefined if there is none.
 *
 * @throws KeyPairError `PRIVATE_KEY_OF_ANOTHER_PAIR` if the file holds another key, and the codes of `fileWithKey` and
 * `requireUntracked`.
 */
export async function findOldFile(
  given: string,
  old: { readonly keyName: string; readonly publicKey: PublicKey; readonly passphrase?: string | undefined },
  folders: JobFolders,
): Promise<OldFile | undefined> {
  const target = resolvePath(given, folders);
  const file = await fileWithKey(target, old, folders);
  if (file === undefined) return undefined;
  const realParent = realpathSync.native(path.dirname(target));
  await requireUntracked(path.join(realParent, path.basename(target)), target);
  return { path: target, stats: file.stats, free: { path: target, realParent, missing: [] } };
}

/**
 * A destination that replaces a file. The old file gets a random name beside it just before the new one is moved to its path,
 * and is kept until the key pair is rotated.
 *
 * @param created - The destination that creates the new file.
 */
export function replacingFile(
  { path: target, stats, free }: OldFile,
  created: Destination<FileRecord>,
): Destination<FileRecord | ReplacedFileRecord> {
  return {
    ...created,
    intent: `replace the private key file ${target}`,
    async reserve(claims) {
      const at = path.join(free.realParent, path.basename(target));
      const kept = path.join(free.realParent, `.ec2-key-pair-old-${randomBytes(8).toString('hex')}`);
      // Before the claim of the new file, which must be released first.
      claims.intend({ kind: 'replaced-file', path: at, kept }, 'job');
      const reservation: Reservation = await created.reserve(claims);
      return {
        ...reservation,
        async deliver(key, keyPairId) {
          await moveAside(at, kept, stats);
          return reservation.deliver(key, keyPairId);
        },
      };
    },
  };
}

/** @throws KeyPairError `PATH_TAKEN` if something else is at the path by now, `PATH_NOT_WRITABLE`. */
async function moveAside(target: string, kept: string, old: BigIntStats): Promise<void> {
  try {
    renameSync(target, kept);
    if (isSameNumber(lstatSync(kept, { bigint: true }), old)) return;
  } catch (error) {
    throw await notWritable(target, path.dirname(target), error);
  }
  moveBack(kept, target);
  throw pathTaken(target, 'it was replaced just now');
}
