import { KeyPairError } from '../errors.ts';
import { sha256Fingerprint } from '../keys/fingerprint.ts';
import type { PrivateKey } from '../keys/private-key.ts';

/** A private key that was found. It is not masked yet. */
export interface FoundPrivateKey {
  readonly privateKey: PrivateKey;
  /** Where it was found, as users read it. */
  readonly where: string;
  /** What to do if it is the key of another key pair, as a sentence. */
  readonly advice?: string;
}

/** A place where the private key of an existing key pair may be. */
export interface PrivateKeySource {
  /** Says that nothing was found, as in `private-key-path: key.pem does not exist`. */
  readonly notFound: string;
  /** Undefined if there is none. */
  find(): Promise<FoundPrivateKey | undefined>;
}

/** @param keyPair - As users read it: `"deploy" in eu-west-1 (SHA256:…)`. */
export function keyOfAnotherPair(
  { privateKey, where, advice = 'Set the path of the right key, or another key-name.' }: FoundPrivateKey,
  keyPair: string,
): KeyPairError {
  const found = sha256Fingerprint(privateKey.publicKey);
  return new KeyPairError(
    'PRIVATE_KEY_OF_ANOTHER_PAIR',
    `The private key in ${where} (${found}) does not belong to key pair ${keyPair}.`,
    { hint: `Nothing was changed. ${advice}` },
  );
}
