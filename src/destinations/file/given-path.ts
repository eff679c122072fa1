import { realpathSync } from 'node:fs';
import type { FileRequest } from '../../inputs/request.ts';
import type { DeliveredPair, DeliveryContext } from '../destination.ts';
import { fileWithKey } from './existing-key-file.ts';
import { type FreePath, resolvePath } from './file-path.ts';
import { fitnessWarnings } from './fitness.ts';
import { inspectGivenPath } from './untracked-path.ts';

/** An existing file with the private key. */
export interface ExistingFile {
  readonly path: string;
  /** Absolute, without links. */
  readonly realPath: string;
  /** Why the program that it is meant for would refuse it. */
  readonly warnings: readonly string[];
}

/**
 * What is at a path that the user set: a file with the private key, if that is known, or nothing.
 *
 * @throws KeyPairError the codes of `inspectGivenPath` and `fileWithKey`.
 */
export async function lookAtGivenPath(
  given: string,
  { format, passphrase }: Pick<FileRequest, 'format' | 'passphrase'>,
  { keyName, publicKey }: DeliveredPair,
  { folders, userId }: Pick<DeliveryContext, 'folders' | 'userId'>,
): Promise<ExistingFile | FreePath> {
  if (publicKey === undefined) return inspectGivenPath(given, folders);
  const target = resolvePath(given, folders);
  const file = await fileWithKey(target, { keyName, publicKey, passphrase }, folders);
  if (file === undefined) return inspectGivenPath(given, folders);
  return {
    path: target,
    realPath: realpathSync.native(target),
    warnings: fitnessWarnings({ ...file, path: target, format, userId }),
  };
}
