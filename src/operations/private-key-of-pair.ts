import { type FoundPrivateKey, keyOfAnotherPair, type PrivateKeySource } from '../destinations/source.ts';
import { storedKeySource } from '../destinations/store/stored-key.ts';
import type { KeyPair } from '../ec2/responses.ts';
import { storeOf } from '../ec2/store-of.ts';
import { KeyPairError } from '../errors.ts';
import type { DestinationRequest, SourceRequest } from '../inputs/request.ts';
import type { StoreReference } from '../inputs/store-reference.ts';
import { isFingerprintOf, sha256Fingerprint } from '../keys/fingerprint.ts';
import type { RegisterMasks } from '../keys/private-key.ts';
import type { Store } from '../stores/store.ts';
import { isYoung } from './young.ts';

/** What `findPrivateKey` uses of a step. */
export interface FindsPrivateKeys {
  now(): Date;
  openSource(request: SourceRequest): Promise<PrivateKeySource>;
  openStore(reference: StoreReference): Promise<Store>;
  readonly registerMasks: RegisterMasks;
}

/** The private key of an existing key pair, or why it is not here. */
export interface Search {
  readonly found: FoundPrivateKey | undefined;
  /** Whether it was found in the store that the key pair's tag names. */
  readonly isFromStore: boolean;
  /** What was looked for in vain, and why, as clauses. */
  readonly missing: readonly string[];
}

/** What was asked for. */
export interface SearchOptions {
  readonly sources: readonly SourceRequest[];
  /** Whether the step needs the private key: then it fails if a store does not let it read the key. */
  readonly isRequired: boolean;
}

/**
 * Looks for the private key: in the files first, then in the store.
 *
 * @throws KeyPairError `PRIVATE_KEY_OF_ANOTHER_PAIR`, and the codes of the sources.
 */
export async function findPrivateKey(
  pair: KeyPair,
  { sources, isRequired }: SearchOptions,
  step: FindsPrivateKeys,
): Promise<Search> {
  const missing: string[] = [];
  for (const request of sources) {
    const source = await step.openSource(request);
    const found = await source.find();
    if (found !== undefined) return { found: checked(found, pair), isFromStore: false, missing };
    missing.push(source.notFound);
  }
  const reference = storeOf(pair);
  if (reference === undefined) return { found: undefined, isFromStore: false, missing };
  const store = await step.openStore(reference);
  const source = storedKeySource(store, isYoung(pair, step.now()), step.registerMasks);
  try {
    const found = await source.find();
    if (found !== undefined) return { found: checked(found, pair), isFromStore: true, missing };
    missing.push(source.notFound);
  } catch (error) {
    if (isRequired || !(error instanceof KeyPairError) || error.code !== 'NOT_ALLOWED') throw error;
    missing.push(error.message.replace(/\.$/, ''));
  }
  return { found: undefined, isFromStore: false, missing };
}

function checked(found: FoundPrivateKey, pair: KeyPair): FoundPrivateKey {
  if (belongsTo(found, pair)) return found;
  const expected = pair.publicKey === undefined ? pair.fingerprint : sha256Fingerprint(pair.publicKey);
  throw keyOfAnotherPair(found, `"${pair.keyName}" in ${pair.region} (${expected})`);
}

/** Compares public keys or, if EC2 returned none, the fingerprint. */
function belongsTo({ privateKey }: FoundPrivateKey, { publicKey, fingerprint }: KeyPair): boolean {
  return publicKey?.equals(privateKey.publicKey) ?? isFingerprintOf(privateKey, fingerprint);
}

/** The inputs that ask for the private key, by kind of destination. */
const askingInputs = {
  store: 'store',
  output: 'output-private-key',
  agent: 'ssh-agent',
  file: 'private-key-path',
} as const;

/** @param asked - What the private key was for. */
export function notHere(
  { keyName, region }: KeyPair,
  missing: readonly string[],
  asked: readonly DestinationRequest[],
): KeyPairError {
  const looked = missing.length === 0 ? 'private-key-path names no file' : missing.join('; ');
  const inputs = asked.filter(({ required }) => required).map(({ kind }) => askingInputs[kind]);
  return new KeyPairError(
    'PRIVATE_KEY_NOT_HERE',
    `Key pair "${keyName}" exists in ${region}, but this job does not have its private key (${looked}).`,
    {
      hint: `EC2 returns a private key only once, at creation. Set private-key-path to a file with the key, or remove ${inputs.join(' and ')} if you only need the key pair, or delete the key pair and create it again. With store, AWS keeps the private key for other jobs.`,
    },
  );
}
