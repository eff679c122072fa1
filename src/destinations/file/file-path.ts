import { accessSync, constants, lstatSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { hasCode } from '../../errors.ts';
import { notWritable, pathEscapes, pathTaken, pathTracked } from './path-errors.ts';

/** The folders of a job that a private key file may be in. All absolute. */
export interface JobFolders {
  readonly workspace: string;
  readonly temp: string;
  readonly home: string;
}

/** A path where nothing exists yet and a file can be created. */
export interface FreePath {
  /** Absolute; links in it are not resolved. */
  readonly path: string;
  /** The real path of its folder, or of that folder's nearest ancestor that exists. */
  readonly realParent: string;
  /** Folders still to be created below `realParent`, outermost first, as plain names. */
  readonly missing: readonly string[];
}

/** The absolute path that the user means: relative to the workspace, `~/` to the home folder. */
export function resolvePath(given: string, { workspace, home }: JobFolders): string {
  return given.startsWith('~/') ? path.join(home, given.slice(2)) : path.resolve(workspace, given);
}

/**
 * Inspects a path without changing anything.
 *
 * @throws KeyPairError `PATH_TAKEN` (a file, folder, socket or link exists), `PATH_LEADS_OUT` (a link on the way
 * leaves the workspace, temp or home folder it started in), `PATH_NOT_WRITABLE`.
 */
export async function inspectPath(target: string, folders: JobFolders): Promise<FreePath> {
  const existing = await lstatOrUndefined(target);
  if (existing) {
    throw pathTaken(
      target,
      existing.isDirectory() ? 'a folder' : existing.isFile() ? 'a file' : 'a link or device',
    );
  }
  const { parent, missing } = await nearestFolder(path.dirname(target), target);
  const realParent = await realFolder(parent, target);
  assertInside(target, realParent, folders);
  try {
    accessSync(realParent, constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw await notWritable(target, realParent, cause);
  }
  return { path: target, realParent, missing };
}

/**
 * Like `inspectPath`, for a path that the user set, which may be in a repository.
 *
 * @throws KeyPairError also `PATH_TRACKED`: a file there would be part of the next commit.
 */
export async function inspectGivenPath(given: string, folders: JobFolders): Promise<FreePath> {
  const target = resolvePath(given, folders);
  const free = await inspectPath(target, folders);
  const { isTracked } = await import('./git-index.ts');
  if (await isTracked(path.join(free.realParent, ...free.missing, path.basename(target)))) {
    throw pathTracked(target);
  }
  return free;
}

/**
 * Whether uploading the workspace as an artifact would include a file: such uploads leave out names that start with
 * a dot.
 *
 * @param file - Real path; the workspace itself may be behind a link.
 */
export function isInUploads(file: string, { workspace }: JobFolders): boolean {
  const root = realOrGiven(workspace);
  const names = path.relative(root, file).split(path.sep);
  return isWithin(root, file) && !names.some((name) => name.startsWith('.'));
}

/** Whether a path is in the temp folder, which the runner empties after each job. */
export function isInTemp(target: string, { temp }: JobFolders): boolean {
  return isWithin(temp, target);
}

/**
 * Checks that a path in one of the job's folders does not leave it through a link, which a checked-out repository can
 * contain. Other paths may pass through links: the user set them.
 *
 * @throws KeyPairError `PATH_LEADS_OUT`.
 */
export function assertInside(
  target: string,
  realParent: string,
  { workspace, temp, home }: JobFolders,
): void {
  for (const root of [workspace, temp, home]) {
    if (!isWithin(root, path.dirname(target))) continue;
    if (isWithin(realpathSync.native(root), realParent)) return;
    throw pathEscapes(target, realParent);
  }
}

async function nearestFolder(folder: string, target: string): Promise<{ parent: string; missing: string[] }> {
  const missing: string[] = [];
  for (let parent = folder; ; parent = path.dirname(parent)) {
    const existing = await lstatOrUndefined(parent);
    if (existing?.isDirectory() || existing?.isSymbolicLink()) return { parent, missing };
    if (existing || parent === path.dirname(parent)) throw pathTaken(parent, 'not a folder', target);
    missing.unshift(path.basename(parent));
  }
}

function realOrGiven(folder: string): string {
  try {
    return realpathSync.native(folder);
  } catch {
    return folder;
  }
}

function isWithin(root: string, folder: string): boolean {
  const relative = path.relative(root, folder);
  return (
    relative === '' ||
    !(relative === '..' || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative))
  );
}

/** @throws KeyPairError `PATH_LEADS_OUT` for a link whose target is missing. */
async function realFolder(folder: string, target: string): Promise<string> {
  try {
    return realpathSync.native(folder);
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ELOOP')) throw pathEscapes(target, 'a missing target');
    throw await notWritable(target, folder, error);
  }
}

async function lstatOrUndefined(target: string) {
  try {
    return lstatSync(target);
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR')) return undefined;
    throw await notWritable(target, path.dirname(target), error);
  }
}
