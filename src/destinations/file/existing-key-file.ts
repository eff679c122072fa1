import path from 'node:path';
import { sha256Fingerprint } from '../../keys/fingerprint.ts';
import { PrivateKey } from '../../keys/private-key.ts';
import type { PublicKey } from '../../keys/public-key.ts';
import { keyOfAnotherPair, type PrivateKeySource } from '../source.ts';
import { type JobFolders, resolvePath } from './file-path.ts';
import { readSmallFile } from './small-file.ts';

/**
 * The private key in a file that the job already has.
 *
 * @throws KeyPairError `find` throws `NOT_A_KEY_FILE`, `PATH_LEADS_OUT`, and the codes of `PrivateKey.parse`.
 */
export function keyFileSource(given: string, folders: JobFolders): PrivateKeySource {
  const target = resolvePath(given, folders);
  return {
    notFound: `private-key-path: ${given} does not exist`,
    async find() {
      const privateKey = await readKeyFile(target, folders);
      return privateKey && { privateKey, where: target.replaceAll(path.sep, '/') };
    },
  };
}

/**
 * Whether a file exists and holds the private key of this public key.
 *
 * @throws KeyPairError `PRIVATE_KEY_OF_ANOTHER_PAIR`, and the codes of `keyFileSource`.
 */
export async function holdsKey(
  target: string,
  { keyName, publicKey }: { readonly keyName: string; readonly publicKey: PublicKey },
  folders: JobFolders,
): Promise<boolean> {
  const privateKey = await readKeyFile(target, folders);
  if (privateKey === undefined || privateKey.publicKey.equals(publicKey)) return privateKey !== undefined;
  throw keyOfAnotherPair({ privateKey, where: target }, `"${keyName}" (${sha256Fingerprint(publicKey)})`);
}

async function readKeyFile(target: string, folders: JobFolders): Promise<PrivateKey | undefined> {
  const text = await readSmallFile(target, folders);
  return text === undefined ? undefined : PrivateKey.parse(text);
}
