import type { Claims } from '../contract/claim.ts';
import type { PairChoice, WorkflowRun } from '../contract/request.ts';
import type { KeyPairResult } from '../contract/result.ts';
import { isOurs } from '../contract/tags.ts';
import type { Destination } from '../delivery/destination.ts';
import type { KeptPrivateKey } from '../delivery/kept-file.ts';
import type { OutputRecord } from '../delivery/output-claim.ts';
import type { KeyPair } from '../ec2/key-pair-answers.ts';
import { KeyPairError } from '../errors.ts';
import { ec2FingerprintOfCreated, sameFingerprint, sha256Fingerprint } from '../keys/fingerprint.ts';
import { MaskedPrivateKey, type RegisterMasks } from '../keys/private-key.ts';

/** The private key that a step asks for, of a pair that is there already. */
export interface AskedPrivateKey {
  /** Where this job has it, when it was said. */
  readonly path: string | undefined;
  readonly output: boolean;
}

/** A pair that is there, with the private key that goes with it, if one was asked for. */
export interface ExistingPair {
  readonly pair: KeyPair;
  readonly region: string;
  /** Whether this action made it, in this repository. */
  readonly ours: boolean;
  readonly kept: KeptPrivateKey | undefined;
  readonly output: boolean;
}

export interface ExistingPairLook {
  readonly run: WorkflowRun;
  readonly region: string;
  /** The private key in a file, or undefined where there is no file. */
  keptPrivateKey(path: string): Promise<KeptPrivateKey | undefined>;
}

export interface ExistingPairParts {
  readonly registerMasks: RegisterMasks;
  readonly claims: Claims<OutputRecord>;
  outputDestination(claims: Claims<OutputRecord>): Destination;
  announce(result: KeyPairResult): void;
}

/**
 * Makes sure that what was asked of an existing pair can be had.
 *
 * @throws KeyPairError `PRIVATE_KEY_NOT_HERE`, `PRIVATE_KEY_OF_ANOTHER_PAIR`.
 */
export async function verifyExisting(
  pair: KeyPair,
  asked: AskedPrivateKey,
  look: ExistingPairLook,
): Promise<ExistingPair> {
  const { path, output } = asked;
  const kept = path === undefined ? undefined : await look.keptPrivateKey(path);
  if (kept === undefined && (path !== undefined || output)) throw notHere(pair, asked, look.region);
  if (kept !== undefined && !belongTogether(kept, pair)) throw ofAnotherPair(kept, pair, look.region);
  return { pair, region: look.region, ours: isOurs(pair.tags, look.run), kept, output };
}

/** Delivers the private key that was found for an existing pair, and says what the pair is. */
export async function useExisting(
  existing: ExistingPair,
  { registerMasks, claims, outputDestination, announce }: ExistingPairParts,
): Promise<KeyPairResult> {
  const { pair, region, kept, output } = existing;
  if (kept !== undefined) {
    const key = await MaskedPrivateKey.mask(kept.key, registerMasks);
    if (output) await (await outputDestination(claims).reserve()).deliver(key);
  }
  const result: KeyPairResult = {
    keyName: pair.keyName,
    keyPairId: pair.keyPairId,
    keyType: pair.keyType,
    fingerprint: pair.fingerprint,
    sha256Fingerprint: pair.publicKey === undefined ? '' : sha256Fingerprint(pair.publicKey),
    publicKey: pair.publicKey?.openSshLine(pair.keyName) ?? '',
    region,
    created: false,
    lifetime: undefined,
    expiresAt: undefined,
    file: kept === undefined ? undefined : { path: kept.path, stays: true },
    output: output && kept !== undefined,
  };
  announce(result);
  return result;
}

/** No pair where one was meant to be. */
export function pairNotFound(choice: PairChoice, region: string): KeyPairError {
  const which = 'keyName' in choice ? `named "${choice.keyName}"` : `with the id ${choice.keyPairId}`;
  return new KeyPairError('PAIR_NOT_FOUND', `There is no key pair ${which} in ${region}.`, {
    hint: 'Key pairs belong to one region of one account: look at aws-region, and at the account of the AWS credentials. To make the pair where it is missing, use `operation: ensure`.',
  });
}

/** By the public key; where EC2 does not show one, by the fingerprint of a pair that EC2 made. */
function belongTogether({ key }: KeptPrivateKey, { publicKey, fingerprint }: KeyPair): boolean {
  return publicKey?.equals(key.publicKey) ?? sameFingerprint(ec2FingerprintOfCreated(key), fingerprint);
}

function notHere({ keyName }: KeyPair, { path }: AskedPrivateKey, region: string): KeyPairError {
  const looked =
    path === undefined ? 'no private-key-path was given' : `private-key-path ${path}: no such file`;
  return new KeyPairError(
    'PRIVATE_KEY_NOT_HERE',
    `The key pair "${keyName}" exists in ${region}, but its private key is in none of the places you asked for (${looked}).`,
    {
      hint: 'EC2 shows a private key only once, when it is made. Give a private-key-path where this job has the key, leave out what asks for it if the pair alone will do, or delete the pair and make it again.',
    },
  );
}

function ofAnotherPair({ key, path }: KeptPrivateKey, pair: KeyPair, region: string): KeyPairError {
  const expected = pair.publicKey === undefined ? pair.fingerprint : sha256Fingerprint(pair.publicKey);
  return new KeyPairError(
    'PRIVATE_KEY_OF_ANOTHER_PAIR',
    `The private key in ${path} (${sha256Fingerprint(key.publicKey)}) is not that of the key pair "${pair.keyName}" in ${region} (${expected}).`,
    { hint: 'The file was not touched. Give the path of the right key, or another key-name.' },
  );
}
