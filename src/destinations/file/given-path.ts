import { realpathSync } from 'node:fs';
import type { FileRequest } from '../../inputs/request.ts';
import { isPpk, PrivateKey } from '../../keys/private-key.ts';
import { shellWord } from '../../ledger/shell-word.ts';
import type { DeliveredPair, DeliveryContext } from '../destination.ts';
import { fileWithKey } from './existing-key-file.ts';
import { type FreePath, resolvePath } from './file-path.ts';
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
  // Only for a file that exists.
  const { fitnessWarnings } = await import('./fitness.ts');
  const isPlain = passphrase !== undefined && (await isReadWithoutPassphrase(file.text));
  return {
    path: target,
    realPath: realpathSync.native(target),
    warnings: [
      ...fitnessWarnings({ ...file, path: target, keyType: publicKey.type, format, userId }),
      ...(isPlain ? [unencryptedWarning(target, isPpk(file.text))] : []),
    ],
  };
}

async function isReadWithoutPassphrase(text: string): Promise<boolean> {
  try {
    await PrivateKey.read(text);
    return true;
  } catch {
    return false;
  }
}

function unencryptedWarning(path: string, isOfPutty: boolean): string {
  const remedy = isOfPutty ? `puttygen ${shellWord(path)} -P` : `ssh-keygen -p -f ${shellWord(path)}`;
  return `The private key file ${path} is not encrypted, although passphrase is set. Existing files are left untouched. To encrypt it, at a terminal, where the program asks for the passphrase: ${remedy}`;
}
