import { accessSync, constants, lstatSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { hasCode } from '../../errors.ts';
import { notWritable, pathEscapes, pathTaken } from './path-errors.ts';

/** The folders of a job that a private key file may be in, as absolute paths. A getter throws if the job lacks its folder. */
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
export function resolvePath(given: string, folders: JobFolders): string {
  if (given.startsWith('~/')) return path.join(folders.home, given.slice(2));
  // On Windows, an absolute path without a drive is on the drive of the workspace.
  return path.resolve(
    path.isAbsolute(given) ? (known('workspace', folders) ?? '') : folders.workspace,
    given,
  );
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
  const realParent = await realParentOf(parent, target);
  assertInside(target, realParent, folders);
  try {
    accessSync(realParent, constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw await notWritable(target, realParent, cause);
  }
  return { path: target, realParent, missing };
}

/**
 * The real path of the workspace, if it contains a file; otherwise undefined.
 *
 * @param file - Real path; the workspace itself may be behind a link.
 */
export function workspaceAround(file: string, folders: JobFolders): string | undefined {
  const given = known('workspace', folders);
  const workspace = given && (realFolder(given) ?? given);
  return workspace !== undefined && isWithin(workspace, file) ? workspace : undefined;
}

/** Whether a path is in the temp folder, which the runner empties after each job. */
export function isInTemp(target: string, folders: JobFolders): boolean {
  const temp = known('temp', folders);
  return temp !== undefined && isWithin(temp, target);
}

/**
 * Checks that a path in one of the job's folders does not leave it through a link, which a checked-out repository can
 * contain. Other paths may pass through links: the user set them.
 *
 * @throws KeyPairError `PATH_LEADS_OUT`.
 */
export function assertInside(target: string, realParent: string, folders: JobFolders): void {
  for (const name of ['workspace', 'temp', 'home'] as const) {
    const root = known(name, folders);
    if (root === undefined || !isWithin(root, path.dirname(target))) continue;
    if (isWithin(realFolder(root) ?? realParent, realParent)) return;
    throw pathEscapes(target, realParent);
  }
}

/** Undefined if the folder does not exist: nothing in it can be a link. If it cannot be inspected, it counts as no link. */
function realFolder(folder: string): string | undefined {
  try {
    return realpathSync.native(folder);
  } catch (error) {
    return hasCode(error, 'ENOENT', 'ENOTDIR') ? undefined : folder;
  }
}

/** Undefined if the job lacks this folder: then no path is in it. */
function known(name: keyof JobFolders, folders: JobFolders): string | undefined {
  try {
    return folders[name];
  } catch {
    return undefined;
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

function isWithin(root: string, folder: string): boolean {
  const relative = path.relative(root, folder);
  return (
    relative === '' ||
    !(relative === '..' || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative))
  );
}

/** @throws KeyPairError `PATH_LEADS_OUT` for a link whose target is missing. */
async function realParentOf(folder: string, target: string): Promise<string> {
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
