import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, rmdirSync, unlinkSync } from 'node:fs';
import path from 'node:path';
import { hasCode, KeyPairError } from '../../errors.ts';
import type { Claim, Claims, Retention } from '../../ledger/claim.ts';
import {
  asPathError,
  assertNotMoved,
  createEmpty,
  type EmptyFile,
  isSameFile,
  type Owner,
  type Place,
} from './empty-file.ts';
import type { FreePath } from './file-path.ts';
import { type FileRecord, nameInPrivateFolder, trialLinkOf } from './file-record.ts';
import type { OpenFile } from './open-file.ts';
import { notWritable, pathTaken } from './path-errors.ts';

export interface NewFile {
  readonly free: FreePath;
  readonly retention: Retention;
  readonly claims: Claims<FileRecord>;
  readonly owner: Owner;
}

/** A file that exists, is empty, and can be read by its owner only. */
export interface ReservedFile {
  /**
   * Writes the text, so that the complete file is at its path. Returns that path: absolute and real.
   *
   * @param keyHash - As in `FileRecord`.
   */
  write(text: string, keyHash: string): Promise<string>;
  close(): Promise<void>;
}

const folderMode = 0o700;

/**
 * Creates an empty file before the key pair exists, and looks at the result of every call that the private key will
 * depend on, so that an unsuitable folder is detected in time. The file has a random name beside its path; the complete
 * file is linked into place, which never replaces anything. Where links do not work, the empty file is created at its
 * path.
 *
 * @throws KeyPairError `PATH_TAKEN`, `PATH_LEADS_OUT`, `PATH_NOT_WRITABLE`, `READABLE_BY_OTHERS`; `write` does, too.
 */
export async function reserveFile(request: NewFile): Promise<ReservedFile> {
  const { free, retention, claims, owner } = request;
  const isPrivateFolder = owner.restrictToOwner !== undefined;
  const record = recordOf(free, isPrivateFolder);
  const claim = claims.intend(record, retention);
  const place: Place = { target: free.path, folder: free.realParent, claim, owner };
  await asPathError(place, async () => {
    for (const folder of record.folders) mkdirSync(folder, folderMode);
    await owner.restrictToOwner?.(path.dirname(record.temporary));
  });
  const first = await createEmpty(record.temporary, record, place);
  const reserved = await usable(first, place);
  return {
    write: (text, keyHash) => write(text, { ...reserved, claim, keyHash }),
    close: async () => reserved.file.close(),
  };
}

/**
 * Where a new file is not private from the start (Windows), it is created in a folder that is: someone who opens a file
 * before its access is restricted can read what is written to it later.
 */
function recordOf({ path: target, realParent, missing }: FreePath, isPrivateFolder: boolean): FileRecord {
  const folder = path.join(realParent, ...missing);
  const random = path.join(folder, `.ec2-key-pair-${randomBytes(8).toString('hex')}`);
  const created = missing.map((_, depth) => path.join(realParent, ...missing.slice(0, depth + 1)));
  return {
    kind: 'file',
    path: path.join(folder, path.basename(target)),
    temporary: isPrivateFolder ? path.join(random, nameInPrivateFolder) : random,
    folders: isPrivateFolder ? [...created, random] : created,
  };
}

/** The empty file itself if it can be linked; otherwise another one, at its path. */
async function usable(first: EmptyFile, place: Place): Promise<EmptyFile> {
  const { file, record } = first;
  let isKept = false;
  try {
    isKept = await asPathError(place, () => canBeLinked(first));
  } finally {
    // Closed before it is deleted: some file systems keep a file that is open, under another name.
    if (!isKept) file.abandon();
  }
  if (isKept) return first;
  await asPathError(place, () => unlinkSync(record.temporary));
  const { createInPlace } = await import('./in-place.ts');
  return createInPlace(record, place, createEmpty);
}

/** Whether the file system can link a file, and it is still the same file afterwards. */
function canBeLinked({ file, record }: EmptyFile): boolean {
  const trial = trialLinkOf(record);
  try {
    linkSync(record.temporary, trial);
  } catch {
    return false;
  }
  const isSame = isSameFile(file, trial);
  unlinkSync(trial);
  return isSame;
}

interface Writing extends EmptyFile {
  readonly claim: Claim<FileRecord>;
  readonly keyHash: string;
}

async function write(text: string, { file, record, claim, keyHash }: Writing): Promise<string> {
  try {
    assertNotMoved(file);
    claim.held({ ...record, keyHash });
    file.write(text);
    if (file.path !== record.path) moveIntoPlace(file, record, claim);
    file.close();
    removePrivateFolder(record);
    return record.path;
  } catch (error) {
    file.empty();
    throw error instanceof KeyPairError
      ? error
      : await notWritable(record.path, path.dirname(record.path), error);
  }
}

function moveIntoPlace(file: OpenFile, record: FileRecord, claim: Claim<FileRecord>): void {
  const { path: target, temporary } = record;
  try {
    linkSync(temporary, target);
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
    // Someone else's file: it must not be looked at as if this one had been there.
    claim.held(record);
    throw pathTaken(target, 'it was created just now');
  }
  unlinkSync(temporary);
  assertNotMoved(file, target);
}

function removePrivateFolder({ path: target, temporary }: FileRecord): void {
  const folder = path.dirname(temporary);
  if (folder === path.dirname(target)) return;
  try {
    rmdirSync(folder);
  } catch {
    // Something may still be looking at it, such as a virus scanner. It is empty, and private.
  }
}
