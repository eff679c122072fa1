import { constants, lstatSync, openSync } from 'node:fs';

/**
 * Opens a file, but not through a symbolic link. Returns its descriptor.
 *
 * @param flags - As of open(2), without O_NOFOLLOW.
 * @param noFollow - O_NOFOLLOW; 0 on Windows, which has no such flag: there the path is inspected first.
 * @throws the file system's error; for a link `ELOOP`, or what the system has in its place.
 */
export function openNoFollow(
  target: string,
  flags: number,
  noFollow: number = constants.O_NOFOLLOW ?? 0,
): number {
  if (noFollow === 0 && lstatSync(target).isSymbolicLink())
    throw Object.assign(new Error(`${target} is a symbolic link`), { code: 'ELOOP' });
  return openSync(target, flags | noFollow);
}
