import { randomBytes } from 'node:crypto';
import {
  closeSync,
  constants,
  fchmodSync,
  fstatSync,
  ftruncateSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  realpathSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { hasCode, KeyPairError } from '../../errors.ts';
import type { Claims, Retention } from '../../ledger/claim.ts';
import type { FreePath } from './file-path.ts';
import { type FileRecord, identityOf } from './file-record.ts';
import { notWritable, pathEscapes, pathTaken } from './path-errors.ts';

export interface NewFile {
  readonly free: FreePath;
  readonly retention: Retention;
  readonly claims: Claims<FileRecord>;
  /** As in `DeliveryContext`. */
  readonly restrictToOwner: ((file: string) => Promise<void>) | undefined;
}

/** A file that exists and is empty, under a random name beside its path. */
export interface ReservedFile {
  /** Writes the text and moves the file to its path. Returns that path: absolute and real. */
  write(text: string): Promise<string>;
  close(): Promise<void>;
}

/** Readable by its owner only, and writable by no one: what `ssh -i` requires. */
const fileMode = 0o400;
const folderMode = 0o700;

/**
 * Creates an empty file beside its path before the key pair exists, so that an unusable folder is detected in time.
 * The complete file is then linked into place, which never replaces anything. All calls are synchronous: there is
 * nothing else to do meanwhile, and starting the thread pool takes longer than the calls.
 *
 * @throws KeyPairError `PATH_TAKEN`, `PATH_LEADS_OUT`, `PATH_NOT_WRITABLE`; `write` does, too.
 */
export async function reserveFile(file: NewFile): Promise<ReservedFile> {
  const { free, retention, claims, restrictToOwner } = file;
  const record = recordOf(free);
  const claim = claims.intend(record, retention);
  const descriptor = createEmpty(record, free);
  try {
    const held = await asPathError(free, async () => {
      fchmodSync(descriptor, fileMode);
      await restrictToOwner?.(record.temporary);
      return { ...record, identity: identityOf(fstatSync(descriptor, { bigint: true })) };
    });
    claim.held(held);
    await asPathError(free, () => assertNotMoved(held.temporary, held));
    return { write: async (text) => write(text, held, descriptor), close: async () => closeSync(descriptor) };
  } catch (error) {
    closeSync(descriptor);
    throw error;
  }
}

function recordOf({ path: target, realParent, missing }: FreePath): FileRecord {
  const folder = path.join(realParent, ...missing);
  return {
    kind: 'file',
    path: path.join(folder, path.basename(target)),
    temporary: path.join(folder, `.ec2-key-pair-${randomBytes(8).toString('hex')}`),
    folders: missing.map((_, depth) => path.join(realParent, ...missing.slice(0, depth + 1))),
  };
}

/** Returns the descriptor of the open file. */
function createEmpty(record: FileRecord, free: FreePath): number {
  try {
    for (const folder of record.folders) mkdirSync(folder, folderMode);
    return openSync(record.temporary, constants.O_CREAT | constants.O_EXCL | constants.O_WRONLY, fileMode);
  } catch (error) {
    if (hasCode(error, 'EEXIST')) throw pathTaken(free.path, 'it was created just now');
    throw notWritable(free.path, free.realParent, error);
  }
}

function write(text: string, record: FileRecord, descriptor: number): string {
  try {
    assertNotMoved(record.temporary, record);
    writeFileSync(descriptor, text);
    linkIntoPlace(record);
    unlinkSync(record.temporary);
    assertNotMoved(record.path, record);
    return record.path;
  } catch (error) {
    truncate(descriptor);
    throw error instanceof KeyPairError ? error : notWritable(record.path, path.dirname(record.path), error);
  }
}

/** Best effort: empties the open file even if someone moved it. */
function truncate(descriptor: number): void {
  try {
    ftruncateSync(descriptor, 0);
  } catch {
    // The first failure is the one to report.
  }
}

/** Detects a symbolic link swapped in after the check (TOCTOU). */
function assertNotMoved(target: string, { identity }: FileRecord): void {
  const folder = path.dirname(target);
  const real = realpathSync.native(folder);
  const existing = lstatSync(target, { bigint: true });
  if (real !== folder || identityOf(existing) !== identity) throw pathEscapes(target, real);
}

function linkIntoPlace({ path: target, temporary }: FileRecord): void {
  try {
    linkSync(temporary, target);
  } catch (error) {
    throw hasCode(error, 'EEXIST') ? pathTaken(target, 'it was created just now') : error;
  }
}

/** Turns a file system error into one that names the input. */
async function asPathError<Result>(
  { path: target, realParent }: FreePath,
  work: () => Result | Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof KeyPairError ? error : notWritable(target, realParent, error);
  }
}
