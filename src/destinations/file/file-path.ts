import { accessSync, constants, lstatSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { KeyPairError } from '../../errors.ts';
import { hasCode } from './file-claim.ts';

/** The folders of a job that a private key's file may be in. All absolute. */
export interface Folders {
  readonly workspace: string;
  readonly temp: string;
  readonly home: string;
}

/** A path at which nothing stands and a file can be made. */
export interface FreePath {
  /** Absolute, as it was given. */
  readonly path: string;
  /** The real path of its folder, or of that folder's nearest ancestor that exists. */
  readonly realParent: string;
  /** Folders still to be made below `realParent`, outermost first, as plain names. */
  readonly missing: readonly string[];
}

/** The absolute path that a given one means: relative to the workspace, `~/` to the home folder. */
export function resolvePath(given: string, { workspace, home }: Folders): string {
  return given.startsWith('~/') ? path.join(home, given.slice(2)) : path.resolve(workspace, given);
}

/**
 * Looks at a path without changing anything.
 *
 * @throws KeyPairError `PATH_TAKEN` (a file, folder, socket or link stands there), `PATH_LEADS_OUT` (a
 * link on the way leaves the workspace, temp or home folder it started in), `PATH_NOT_WRITABLE`.
 */
export async function inspectPath(target: string, folders: Folders): Promise<FreePath> {
  const standing = lstatOrNothing(target);
  if (standing)
    throw pathTaken(
      target,
      standing.isDirectory() ? 'A folder' : standing.isFile() ? 'A file' : 'A link or device',
    );
  const { parent, missing } = nearestFolder(path.dirname(target), target);
  const realParent = realFolder(parent, target);
  stayInside(target, realParent, folders);
  try {
    accessSync(realParent, constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw notWritable(target, realParent, cause);
  }
  return { path: target, realParent, missing };
}

/**
 * As `lookAtPath`, for a path that a person gave, which may be in a repository.
 *
 * @throws KeyPairError also `PATH_TRACKED`: a file there would go into the next commit.
 */
export async function inspectGivenPath(given: string, folders: Folders): Promise<FreePath> {
  const target = resolvePath(given, folders);
  const free = await inspectPath(target, folders);
  const { isTracked } = await import('./git-index.ts');
  if (!(await isTracked(path.join(free.realParent, ...free.missing, path.basename(target))))) return free;
  throw new KeyPairError(
    'PATH_TRACKED',
    `${target} is tracked by git: the next commit would hold the private key.`,
    {
      hint: "Give a private-key-path outside the repository, or leave it out for a file in the runner's temp folder.",
    },
  );
}

export function pathTaken(target: string, what: string): KeyPairError {
  return new KeyPairError('PATH_TAKEN', `${what} stands at ${target} already; it was not touched.`, {
    hint: 'Give another private-key-path, or remove what stands there in a step before.',
  });
}

export function notWritable(target: string, folder: string, cause: unknown): KeyPairError {
  const code = cause instanceof Error && 'code' in cause ? ` (${String(cause.code)})` : '';
  return new KeyPairError(
    'PATH_NOT_WRITABLE',
    `${target} cannot be written: ${folder} does not allow it${code}.`,
    {
      hint: 'Give a private-key-path in a folder that this job may write to, or leave it out.',
      cause,
    },
  );
}

export function pathEscapes(target: string, real: string): KeyPairError {
  return new KeyPairError(
    'PATH_LEADS_OUT',
    `A link on the way to ${target} leads to ${real}; it was not followed.`,
    {
      hint: 'Give a private-key-path without links to other places. A checked-out repository can hold such links.',
    },
  );
}

function nearestFolder(folder: string, target: string): { parent: string; missing: string[] } {
  const missing: string[] = [];
  for (let parent = folder; ; parent = path.dirname(parent)) {
    const standing = lstatOrNothing(parent);
    if (standing?.isDirectory() || standing?.isSymbolicLink()) return { parent, missing };
    if (standing || parent === path.dirname(parent))
      throw pathTaken(parent, `Not a folder, on the way to ${target},`);
    missing.unshift(path.basename(parent));
  }
}

/**
 * Whether an upload of the workspace as an artifact takes a file along: it leaves out what begins with a dot.
 *
 * @param file - Real path; the workspace itself may be behind a link.
 */
export function isInUploads(file: string, { workspace }: Folders): boolean {
  const root = realOrGiven(workspace);
  const names = path.relative(root, file).split(path.sep);
  return isWithin(root, file) && !names.some((name) => name.startsWith('.'));
}

function realOrGiven(folder: string): string {
  try {
    return realpathSync.native(folder);
  } catch {
    return folder;
  }
}

/**
 * Makes sure that a path in one of the job's own folders stays there. Elsewhere links may lead anywhere:
 * those paths a person wrote, not a repository.
 *
 * @throws KeyPairError `PATH_LEADS_OUT`.
 */
export function stayInside(target: string, realParent: string, { workspace, temp, home }: Folders): void {
  for (const root of [workspace, temp, home]) {
    if (!isWithin(root, path.dirname(target))) continue;
    if (isWithin(realpathSync.native(root), realParent)) return;
    throw pathEscapes(target, realParent);
  }
}

function isWithin(root: string, folder: string): boolean {
  const relative = path.relative(root, folder);
  return (
    relative === '' ||
    !(relative === '..' || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative))
  );
}

/** @throws KeyPairError `PATH_LEADS_OUT` for a link that leads nowhere. */
function realFolder(folder: string, target: string): string {
  try {
    return realpathSync.native(folder);
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ELOOP')) throw pathEscapes(target, 'a place that is not there');
    throw notWritable(target, folder, error);
  }
}

function lstatOrNothing(target: string) {
  try {
    return lstatSync(target);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw notWritable(target, path.dirname(target), error);
  }
}
