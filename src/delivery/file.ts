import { randomBytes } from 'node:crypto';
import { constants, type FileHandle, link, lstat, mkdir, open, realpath, unlink } from 'node:fs/promises';
import path from 'node:path';
import type { Claims, Lasts } from '../contract/claim.ts';
import type { KeyFormat } from '../contract/request.ts';
import { KeyPairError } from '../errors.ts';
import type { MaskedPrivateKey, RegisterMasks } from '../keys/private-key.ts';
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
  readonly registerMasks: RegisterMasks;
  /** Takes the empty file from everybody else, where modes do not do that. */
  readonly takeFromOthers: ((file: string) => Promise<void>) | undefined;
}

/** Only its owner may read it, and nobody writes to it: what `ssh -i` asks for. */
const fileMode = 0o400;
const folderMode = 0o700;

/**
 * A file for a private key. An empty one with a random name is made beside its target before there is a
 * key, so that a folder that cannot take it is known in time; the whole file is then linked into place,
 * which never replaces anything.
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
  const file = await makeEmpty(record, free);
  try {
    const held = await inWords(free, () => secure(record, file, parts));
    claim.held(held);
    await inWords(free, () => liesInPlace(held.temporary, held));
    return { deliver: (key) => deliver(key, held, file, parts), close: () => file.close() };
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function makeEmpty(record: FileRecord, free: FreePath): Promise<FileHandle> {
  try {
    for (const folder of record.folders) await mkdir(folder, folderMode);
    return await open(record.temporary, constants.O_CREAT | constants.O_EXCL | constants.O_WRONLY, fileMode);
  } catch (error) {
    if (hasCode(error, 'EEXIST')) throw taken(free.path, 'Something new');
    throw notWritable(free.path, free.realParent, error);
  }
}

/** Takes the empty file from everybody else, and tells which one it is. */
async function secure(
  record: FileRecord,
  file: FileHandle,
  { takeFromOthers }: FileParts,
): Promise<FileRecord> {
  await file.chmod(fileMode);
  await takeFromOthers?.(record.temporary);
  return { ...record, identity: identityOf(await file.stat({ bigint: true })) };
}

/** What the file system says of a path, as a person can use it. */
async function inWords<Result>(
  { path: target, realParent }: FreePath,
  work: () => Promise<Result>,
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
  file: FileHandle,
  { format, keyName, registerMasks }: FileParts,
): Promise<Delivered> {
  try {
    await liesInPlace(record.temporary, record);
    await file.writeFile(await textOf(key, format, keyName, registerMasks), 'utf8');
    await linkInto(record);
    await unlink(record.temporary);
    await liesInPlace(record.path, record);
  } catch (error) {
    await empty(file);
    throw error instanceof KeyPairError ? error : notWritable(record.path, path.dirname(record.path), error);
  }
  return { path: record.path.replaceAll('\\', '/') };
}

/** Wherever the file is by now, if somebody moved it: the key is no longer in it, as far as that can be had. */
async function empty(file: FileHandle): Promise<void> {
  try {
    await file.truncate(0);
  } catch {
    // What failed before is what the user has to know.
  }
}

/** The folder's path was free of links when it was looked at; whoever swaps one in since is found out here. */
async function liesInPlace(target: string, { identity }: FileRecord): Promise<void> {
  const folder = path.dirname(target);
  const real = await realpath(folder);
  const standing = await lstat(target, { bigint: true });
  if (real !== folder || identityOf(standing) !== identity) throw leadsOut(target, real);
}

async function linkInto({ path: target, temporary }: FileRecord): Promise<void> {
  try {
    await link(temporary, target);
  } catch (error) {
    throw hasCode(error, 'EEXIST') ? taken(target, 'Something') : error;
  }
}

async function textOf(
  key: MaskedPrivateKey,
  format: KeyFormat,
  comment: string,
  registerMasks: RegisterMasks,
): Promise<string> {
  if (format === 'pem') return key.pem();
  const { toPpk } = await import('../keys/ppk.ts');
  return toPpk(key, comment, registerMasks);
}
