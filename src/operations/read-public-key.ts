import { KeyPairError } from '../errors.ts';
import type { PublicKeySource } from '../inputs/request.ts';
import { readGivenPublicKey } from '../keys/given-public-key.ts';
import type { RegisterMasks } from '../keys/private-key.ts';
import { maskPrivateKeyIn } from '../keys/private-key-text.ts';
import type { PublicKey } from '../keys/public-key.ts';

/** What reading a public key needs of a step. */
export interface PublicKeyStep {
  readonly registerMasks: RegisterMasks;
  /** The text of a file in the workspace; undefined if it does not exist. */
  readWorkspaceFile(path: string): Promise<string | undefined>;
}

/**
 * Reads the public key to import. A private key in the file is masked.
 *
 * @throws KeyPairError `NO_PUBLIC_KEY_FILE`, and the codes of `readGivenPublicKey`.
 */
export async function readPublicKey(source: PublicKeySource, step: PublicKeyStep): Promise<PublicKey> {
  const text = 'text' in source ? source.text : await textOfFile(source.path, step);
  return readGivenPublicKey(text);
}

async function textOfFile(
  path: string,
  { registerMasks, readWorkspaceFile }: PublicKeyStep,
): Promise<string> {
  if (/^[\w@.-]+\s+AAAA|BEGIN [A-Z0-9 ]{0,40}PUBLIC KEY/.test(path)) throw keyInsteadOfPath();
  const text = await readWorkspaceFile(path);
  if (text === undefined) throw noFile(path);
  const found = await maskPrivateKeyIn(text, registerMasks);
  if (found !== undefined) throw privateKeyInFile(path, found);
  return text;
}

function privateKeyInFile(path: string, found: 'masked' | 'unmasked'): KeyPairError {
  const consequence =
    found === 'masked'
      ? 'It was not printed, and is masked in this job from now on.'
      : 'It was not printed, but it could not be masked: if a step of this job printed it, replace the key.';
  return new KeyPairError('PUBLIC_KEY_UNREADABLE', `public-key-path: ${path} contains a private key.`, {
    hint: `${consequence} Set public-key-path to the file of the public key, which \`ssh-keygen -y -f <private key>\` prints, or for PPK \`puttygen <file> -L\`.`,
  });
}

function keyInsteadOfPath(): KeyPairError {
  return new KeyPairError('NO_PUBLIC_KEY_FILE', 'public-key-path contains a public key instead of a path.', {
    hint: 'Set public-key to the key instead.',
  });
}

function noFile(path: string): KeyPairError {
  const isAbsolute = /^(?:~|[\\/]|[A-Za-z]:)/.test(path);
  return new KeyPairError('NO_PUBLIC_KEY_FILE', `public-key-path: ${path} does not exist.`, {
    hint: isAbsolute
      ? 'Check the path, and that an earlier step of this job created the file.'
      : 'The path is relative to the workspace. Check that the repository is checked out before this step.',
  });
}
