import { closeSync, constants, fstatSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { KeyPairError } from '../../errors.ts';
import { PrivateKey } from '../../keys/private-key.ts';
import { hasCode } from './file-claim.ts';
import { type Folders, stayInside } from './file-path.ts';
import { openNoLink } from './no-link.ts';

/** A private key that a file holds already, unmasked still. */
export interface FoundPrivateKey {
  readonly key: PrivateKey;
  /** Absolute, with forward slashes. */
  readonly path: string;
}

/** Bytes. An RSA-4096 key takes about 3 KB; more than this is no private key. */
const mostBytes = 64 * 1024;

/**
 * Reads a private key from a regular file, following no link; undefined where there is no file.
 *
 * @throws KeyPairError `NOT_A_KEY_FILE`, `PATH_LEADS_OUT`, and those of `PrivateKey.parse`.
 */
export async function readKeyFile(target: string, folders: Folders): Promise<FoundPrivateKey | undefined> {
  const text = await readSmallFile(target, folders);
  if (text === undefined) return undefined;
  return { key: PrivateKey.parse(text), path: target.replaceAll(path.sep, '/') };
}

/**
 * Reads a small regular file as text, following no link; undefined where there is no file.
 *
 * @throws KeyPairError `NOT_A_KEY_FILE`, `PATH_LEADS_OUT`.
 */
export async function readSmallFile(target: string, folders: Folders): Promise<string | undefined> {
  try {
    stayInside(target, realpathSync.native(path.dirname(target)), folders);
    const file = openNoLink(target, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const standing = fstatSync(file);
      if (!standing.isFile()) throw notAKeyFile(target, 'is not a regular file');
      if (standing.size > mostBytes) throw notAKeyFile(target, 'is larger than 64 KB');
      return readFileSync(file, 'utf8');
    } finally {
      closeSync(file);
    }
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    if (error instanceof KeyPairError) throw error;
    throw notAKeyFile(target, 'cannot be read, or is a link', error);
  }
}

function notAKeyFile(target: string, why: string, cause?: unknown): KeyPairError {
  return new KeyPairError('NOT_A_KEY_FILE', `${target} ${why}.`, {
    hint: 'Give the path of a regular file of at most 64 KB that this job may read. Links are not followed.',
    cause,
  });
}
