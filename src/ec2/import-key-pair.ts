import { answeredAt } from '../aws/clock.ts';
import { AwsError, failureOf, isNamed } from '../aws/errors.ts';
import { KeyPairError } from '../errors.ts';
import { ec2FingerprintOfImported, sha256Fingerprint } from '../keys/fingerprint.ts';
import type { PublicKey } from '../keys/public-key.ts';
import type { IntendedKeyPair } from './create-key-pair.ts';
import { findHolder, isFreeAgain, type ProvedHolder } from './holder.ts';
import type { KeyPairs } from './key-pairs.ts';
import { maybeOwn } from './name-taken.ts';
import type { ImportedKeyPair } from './requests.ts';
import type { KeyPair } from './responses.ts';
import { ec2ErrorNames } from './responses.ts';

/** Bits of the RSA keys that EC2 documents for an import (EC2 user guide, create key pairs). */
const documentedBits = [1024, 2048, 4096];

/** The result of an import: this step's own key pair, or the same key that someone else had imported. */
export interface Imported {
  readonly keyPairId: string;
  readonly fingerprint: string;
  /** Someone else's key pair that already contains the key; undefined if this step imported it. */
  readonly holder: KeyPair | undefined;
}

/**
 * Imports a public key. Repeating an import is harmless: the nonce shows whether this step imported the key pair, and
 * the public key whether it is the same key. While others take the name and free it again, it is requested as long as the
 * step's time lasts.
 *
 * @param refuse - Throws for a key pair of someone else that must not be used.
 * @throws KeyPairError `KEY_DIFFERS` if the name belongs to another key, `NAME_TAKEN_MAYBE_BY_THIS_STEP` if whose it is
 * is not proved, and the codes of `explain`.
 */
export async function importKeyPair(
  pair: ImportedKeyPair,
  keyPairs: KeyPairs,
  { record, claim }: IntendedKeyPair,
  refuse: (holder: KeyPair, publicKey: PublicKey) => void = refuseOtherKey,
): Promise<Imported> {
  const next = keyPairs.tries();
  let unanswered = 0;
  for (;;) {
    const { imported, error } = await attemptToImport(pair, keyPairs, () => {
      unanswered += 1;
    });
    if (imported !== undefined) {
      claim.held({ ...record, keyPairId: imported.keyPairId, unanswered });
      return { ...imported, holder: undefined };
    }
    if (!isNamed(error, ec2ErrorNames.duplicate)) {
      // Proof that nothing was created: EC2 itself refused every request.
      if (unanswered === 0 && failureOf(error) !== 'uncertain') claim.cancelled();
      throw error;
    }
    const { publicKey } = pair;
    const holder = await findHolder(record, keyPairs, { takenAt: answeredAt(error), publicKey });
    if (holder.whose !== 'unknown') {
      const used = useHolder(holder, { record, claim }, unanswered);
      refuse(holder.pair, publicKey);
      return used;
    }
    unanswered += 1;
    if (!isFreeAgain(holder)) throw maybeOwn(record, holder, error);
    if (!(await next('all'))) throw error;
  }
}

type Attempted =
  | { readonly imported: Omit<Imported, 'holder'>; readonly error?: never }
  | { readonly imported?: never; readonly error: unknown };

/** Catches only errors of the request: an error of the ledger after it does not mean that EC2 rejected the request. */
async function attemptToImport(
  pair: ImportedKeyPair,
  keyPairs: KeyPairs,
  onResponseLost: () => void,
): Promise<Attempted> {
  try {
    return { imported: await keyPairs.import(pair, onResponseLost) };
  } catch (error) {
    return { error: explainSize(error, pair.publicKey) };
  }
}

/** Names the size of an RSA key that EC2 does not document: EC2's own text only calls it invalid. */
export function explainSize(error: unknown, { type, bits }: PublicKey): unknown {
  const isOfKey = isNamed(error, 'InvalidKey.Format', 'InvalidKeyPair.Format');
  if (!(error instanceof AwsError) || !isOfKey || type !== 'rsa' || documentedBits.includes(bits))
    return error;
  const hint = `This RSA key has ${bits} bits; EC2 documents 1024, 2048 and 4096. Create another key: \`ssh-keygen -t rsa -b 4096\`, or \`ssh-keygen -t ed25519\` (not for Windows instances).`;
  return new AwsError(error.code, error.message, { hint, cause: error.cause });
}

/** Uses the key pair that has the name: this step imported it after all, or someone else imported the same key. */
function useHolder(
  { whose, pair }: ProvedHolder,
  { record, claim }: IntendedKeyPair,
  unanswered: number,
): Imported {
  const { keyPairId, fingerprint } = pair;
  const isOwn = whose === 'own';
  // Another delivery of a request may have created it, and an unanswered one may still be out.
  if (isOwn) claim.held({ ...record, keyPairId, unanswered });
  // Proof that nothing was created: EC2 shows their key pair under the name.
  else claim.cancelled();
  return { keyPairId, fingerprint, holder: isOwn ? undefined : pair };
}

/** @throws KeyPairError `KEY_DIFFERS` unless the key pair holds this public key. */
export function refuseOtherKey(pair: KeyPair, publicKey: PublicKey): void {
  if (pair.publicKey?.equals(publicKey)) return;
  const { keyName, region, keyPairId, fingerprint } = pair;
  const theirs =
    pair.publicKey === undefined ? fingerprint : `${fingerprint}, ${sha256Fingerprint(pair.publicKey)}`;
  const ours = `${ec2FingerprintOfImported(publicKey)}, ${sha256Fingerprint(publicKey)}`;
  throw new KeyPairError(
    'KEY_DIFFERS',
    `Key pair "${keyName}" in ${region} (${keyPairId}) contains a different key (fingerprint ${theirs}; yours is ${ours}).`,
    {
      hint: 'An import never replaces a key. Set another key-name, or delete the key pair first if no one needs it.',
    },
  );
}
