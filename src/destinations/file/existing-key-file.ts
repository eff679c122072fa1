import path from 'node:path';
import { KeyPairError } from '../../errors.ts';
import type { SourceRequest } from '../../inputs/request.ts';
import { sha256Fingerprint } from '../../keys/fingerprint.ts';
import { PrivateKey } from '../../keys/private-key.ts';
import type { PublicKey } from '../../keys/public-key.ts';
import { keyOfAnotherPair, type PrivateKeySource } from '../source.ts';
import { type JobFolders, resolvePath } from './file-path.ts';
import { readSmallFile, type SmallText } from './small-file.ts';

/**
 * The private key in a file that the job already has.
 *
 * @throws KeyPairError `find` throws `NOT_A_KEY_FILE`, `PATH_LEADS_OUT`, and the codes of `PrivateKey.read`.
 */
export function keyFileSource(
  { path: given, passphrase }: SourceRequest,
  folders: JobFolders,
): PrivateKeySource {
  const target = resolvePath(given, folders);
  return {
    notFound: `private-key-path: ${given} does not exist`,
    async find() {
      const privateKey = await readKeyFile(target, passphrase, folders);
      return privateKey && { privateKey, where: forwardSlashes(target) };
    },
  };
}

/**
 * The file at a path, if there is one: it must hold the private key of this public key.
 *
 * @throws KeyPairError `PRIVATE_KEY_OF_ANOTHER_PAIR`, and the codes of `keyFileSource`.
 */
export async function fileWithKey(
  target: string,
  {
    keyName,
    publicKey,
    passphrase,
  }: { readonly keyName: string; readonly publicKey: PublicKey; readonly passphrase?: string | undefined },
  folders: JobFolders,
): Promise<SmallText | undefined> {
  const file = await readSmallFile(target, folders);
  if (file === undefined) return undefined;
  const privateKey = await readKey(file, passphrase, target);
  if (privateKey.publicKey.equals(publicKey)) return file;
  throw keyOfAnotherPair(
    { privateKey, where: forwardSlashes(target) },
    `"${keyName}" (${sha256Fingerprint(publicKey)})`,
  );
}

async function readKeyFile(
  target: string,
  passphrase: string | undefined,
  folders: JobFolders,
): Promise<PrivateKey | undefined> {
  const file = await readSmallFile(target, folders);
  return file && readKey(file, passphrase, target);
}

/** The room of the keys knows no files: its errors get the path here. */
async function readKey(
  { text }: SmallText,
  passphrase: string | undefined,
  target: string,
): Promise<PrivateKey> {
  try {
    return await PrivateKey.read(text, passphrase);
  } catch (error) {
    if (!(error instanceof KeyPairError)) throw error;
    const { code, hint, details } = error;
    const message = error.message.replace(
      /\b(the private key)(?: file)?\b/i,
      `$1 file ${forwardSlashes(target)}`,
    );
    throw new KeyPairError(code, message, { hint, details });
  }
}

function forwardSlashes(target: string): string {
  return target.replaceAll(path.sep, '/');
}
