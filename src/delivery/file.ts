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
import type { Claims, Lasts } from '../contract/claim.ts';
import type { KeyFormat } from '../contract/request.ts';
import { KeyPairError } from '../errors.ts';
import type { MaskedPrivateKey } from '../keys/private-key.ts';
import type { Delivered, Destination, Reservation } from './destination.ts';
import { type FileRecord, hasCode, identityOf } from './file-claim.ts';
import { type FreePath, leadsOut, notWritable, taken } from './file-path.ts';

/** A file to be made: where, in which format, and who keeps the books. */
export interface FileParts {
  readonly free: FreePath;
  readonly format: KeyFormat;
  readonly lasts: Lasts;
  /** Goes into a PPK file's comment. */
  readonly keyName: string;
  readonly claims: Claims<FileRecord>;
  /** Takes the empty file from everybody else, where modes do not do that. */
  readonly takeFromOthers: ((file: string) => Promise<void>) | undefined;
}

/** Only its owner may read it, and nobody writes to it: what `ssh -i` asks for. */
const fileMode = 0o400;
const folderMode = 0o700;

/**
 * A file for a private key. An empty one with a random name is made beside its target before there is a
 * key, so that a folder that cannot take it is known in time; the whole file is then linked into place,
 * which never replaces anything. All calls are synchronous: nothing else is to be done meanwhile, and a pool of
 * threads takes longer to start than the calls take.
 */
export function fileDestination(parts: FileParts): Destination {
  return { reserve: () => reserve(parts) };
}

async function reserve(parts: FileParts): Promise<Reservation> {
  const { free, lasts, claims } = parts;
  const folder = path.join(free.realParent, ...free.missing);
  const record: FileRecord = {
    kind: 'file',
    path: path.join(folder, path.basename(free.path)),
    temporary: path.join(folder, `.ec2-key-pair-${randomBytes(8).toString('hex')}`),
    folders: free.missing.map((_, depth) => path.join(free.realParent, ...free.missing.slice(0, depth + 1))),
  };
  const claim = claims.intend(record, lasts);
  const file = makeEmpty(record, free);
  try {
    const held = await inWords(free, () => secure(record, file, parts));
    claim.held(held);
    await inWords(free, () => liesInPlace(held.temporary, held));
    return { deliver: (key) => deliver(key, held, file, parts), close: async () => closeSync(file) };
  } catch (error) {
    closeSync(file);
    throw error;
  }
}

/** Gives the descriptor of the open file. */
function makeEmpty(record: FileRecord, free: FreePath): number {
  try {
    for (const folder of record.folders) mkdirSync(folder, folderMode);
    return openSync(record.temporary, constants.O_CREAT | constants.O_EXCL | constants.O_WRONLY, fileMode);
  } catch (error) {
    if (hasCode(error, 'EEXIST')) throw taken(free.path, 'Something new');
    throw notWritable(free.path, free.realParent, error);
  }
}

/** Takes the empty file from everybody else, and tells which one it is. */
async function secure(record: FileRecord, file: number, { takeFromOthers }: FileParts): Promise<FileRecord> {
  fchmodSync(file, fileMode);
  await takeFromOthers?.(record.temporary);
  return { ...record, identity: identityOf(fstatSync(file, { bigint: true })) };
}

/** What the file system says of a path, as a person can use it. */
async function inWords<Result>(
  { path: target, realParent }: FreePath,
  work: () => Result | Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof KeyPairError ? error : notWritable(target, realParent, error);
  }
}

async function deliver(
  key: MaskedPrivateKey,
  record: FileRecord,
  file: number,
  { format, keyName }: FileParts,
): Promise<Delivered> {
  try {
    const text = await key.as(format, { comment: keyName });
    liesInPlace(record.temporary, record);
    writeFileSync(file, text);
    linkInto(record);
    unlinkSync(record.temporary);
    liesInPlace(record.path, record);
  } catch (error) {
    empty(file);
    throw error instanceof KeyPairError ? error : notWritable(record.path, path.dirname(record.path), error);
  }
  return { path: record.path.replaceAll(path.sep, '/') };
}

/** Wherever the file is by now, if somebody moved it: the key is no longer in it, as far as that can be had. */
function empty(file: number): void {
  try {
    ftruncateSync(file, 0);
  } catch {
    // What failed before is what the user has to know.
  }
}

/** The folder's path was free of links when it was looked at; whoever swaps one in since is found out here. */
function liesInPlace(target: string, { identity }: FileRecord): void {
  const folder = path.dirname(target);
  const real = realpathSync.native(folder);
  const standing = lstatSync(target, { bigint: true });
  if (real !== folder || identityOf(standing) !== identity) throw leadsOut(target, real);
}

function linkInto({ path: target, temporary }: FileRecord): void {
  try {
    linkSync(temporary, target);
  } catch (error) {
    throw hasCode(error, 'EEXIST') ? taken(target, 'Something') : error;
  }
}
