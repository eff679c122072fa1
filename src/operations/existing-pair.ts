import type { Destination } from '../destinations/destination.ts';
import type { DestinationRecord } from '../destinations/kinds.ts';
import { type FoundPrivateKey, keyOfAnotherPair, type PrivateKeySource } from '../destinations/source.ts';
import type { KeyPair } from '../ec2/responses.ts';
import { KeyPairError } from '../errors.ts';
import type { DestinationRequest, PairChoice, SourceRequest } from '../inputs/request.ts';
import { isFingerprintOf, sha256Fingerprint } from '../keys/fingerprint.ts';
import type { RegisterMasks } from '../keys/private-key.ts';
import type { UndoableWork } from '../ledger/claim.ts';
import { isManaged, type WorkflowRun } from '../ownership.ts';
import { type Delivered, type KeyPairResult, outputsOf, reportOf } from '../results/key-pair-result.ts';
import type { Outputs } from '../results/outputs.ts';
import type { Report } from '../results/report.ts';
import { deliver, type OpensDestinations, openAll } from './deliver.ts';
import { looksLikeId } from './looks-like-id.ts';
import type { Notes } from './not-applied.ts';
import type { Preview, StepRecord } from './operation.ts';
import { originOf } from './origin.ts';

/** What `planExisting` uses of a step. */
export interface ExistingPairReads extends OpensDestinations {
  readonly run: WorkflowRun;
  openSource(request: SourceRequest): Promise<PrivateKeySource>;
}

export interface ExistingPairStep extends ExistingPairReads {
  readonly claims: UndoableWork<StepRecord>;
  readonly registerMasks: RegisterMasks;
  setOutputs(outputs: Outputs): void;
}

/** What a step did to a key pair that it did not create. */
type ChangeOfExisting = Extract<KeyPairResult['change'], 'tagged' | 'none'>;

/** Where to look for the private key, and where to deliver it. */
export interface KeyPlaces {
  readonly sources: readonly SourceRequest[];
  readonly destinations: readonly DestinationRequest[];
}

/** An existing key pair, with the private key that belongs to it, if it was found. */
export interface ExistingPair extends Partial<Notes> {
  readonly pair: KeyPair;
  /** Whether this action created it in this repository. */
  readonly managed: boolean;
  readonly found: FoundPrivateKey | undefined;
  /** Empty if no private key was found. */
  readonly destinations: readonly Destination<DestinationRecord>[];
}

/**
 * Looks for the private key of an existing key pair, checks that it belongs to the key pair, and opens the destinations.
 *
 * @throws KeyPairError `PRIVATE_KEY_NOT_HERE`, `PRIVATE_KEY_OF_ANOTHER_PAIR`.
 */
export async function planExisting(
  pair: KeyPair,
  places: KeyPlaces,
  step: ExistingPairReads,
): Promise<ExistingPair> {
  const sources: PrivateKeySource[] = [];
  for (const request of places.sources) sources.push(await step.openSource(request));
  const found = await findIn(sources);
  const managed = isManaged(pair.tags, step.run);
  if (found === undefined) {
    if (places.destinations.some(({ required }) => required)) throw notHere(pair, sources);
    return { pair, managed, found, destinations: [] };
  }
  if (!belongsTo(found, pair)) {
    const expected = pair.publicKey === undefined ? pair.fingerprint : sha256Fingerprint(pair.publicKey);
    throw keyOfAnotherPair(found, `"${pair.keyName}" in ${pair.region} (${expected})`);
  }
  const { keyName } = pair;
  const { publicKey } = found.privateKey;
  const destinations = await openAll(places.destinations, { keyName, lifetime: undefined, publicKey }, step);
  return { pair, managed, found, destinations };
}

export async function previewExisting(
  { pair, destinations, remarks = [], warnings = [] }: ExistingPair,
  { run }: Pick<ExistingPairReads, 'run'>,
  change: ChangeOfExisting = 'none',
): Promise<Preview> {
  const delivered = await Promise.all(destinations.map((destination) => destination.expected()));
  const result = { ...resultOf(pair, { delivered, change }, run), warnings };
  const actions = [
    { text: `use key pair "${pair.keyName}" (${pair.keyPairId}) in ${pair.region}` },
    ...destinations.map(({ intent }) => ({ text: intent })),
  ];
  return { actions, remarks, warnings: reportOf(result).warnings, outputs: outputsOf(result) };
}

/** Delivers the private key that was found, and reports the key pair. */
export async function executeExisting(
  existing: ExistingPair,
  step: ExistingPairStep,
  change: ChangeOfExisting = 'none',
): Promise<Report> {
  const { pair, found, destinations, remarks = [], warnings = [] } = existing;
  const { registerMasks } = step;
  return step.claims.undoOnFailure(async (claims) => {
    const { delivered } =
      found === undefined
        ? { delivered: [] }
        : await deliver(destinations, { claims, registerMasks }, async () => found);
    const result = { ...resultOf(pair, { delivered, change }, step.run), remarks, warnings };
    step.setOutputs(outputsOf(result));
    return reportOf(result);
  });
}

/** A key pair that should exist does not. */
export function pairNotFound(choice: PairChoice, region: string, { attempt }: WorkflowRun): KeyPairError {
  const which = 'keyName' in choice ? `"${choice.keyName}"` : choice.keyPairId;
  const rerun =
    attempt === '1'
      ? ''
      : `This is attempt ${attempt} of the run: an earlier attempt may have deleted the key pair. Choose "Re-run all jobs" to create it again. `;
  const literal =
    'keyName' in choice && /[*?]/.test(choice.keyName)
      ? 'key-name is taken literally: to list key pairs by a pattern, use `operation: describe` with key-name-pattern. '
      : '';
  const asId =
    'keyName' in choice && looksLikeId(choice.keyName)
      ? 'To look up the key pair with this ID, set key-pair-id. '
      : '';
  return new KeyPairError('PAIR_NOT_FOUND', `Key pair ${which} does not exist in ${region}.`, {
    hint: `${rerun}${literal}${asId}A key pair belongs to one Region of one account. Check aws-region and the account of the credentials. To create missing key pairs, use \`operation: ensure\`.`,
  });
}

async function findIn(sources: readonly PrivateKeySource[]): Promise<FoundPrivateKey | undefined> {
  for (const source of sources) {
    const found = await source.find();
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Compares public keys or, if EC2 returned none, the fingerprint. */
function belongsTo({ privateKey }: FoundPrivateKey, { publicKey, fingerprint }: KeyPair): boolean {
  return publicKey?.equals(privateKey.publicKey) ?? isFingerprintOf(privateKey, fingerprint);
}

function resultOf(
  pair: KeyPair,
  { delivered, change }: { readonly delivered: readonly Delivered[]; readonly change: ChangeOfExisting },
  run: WorkflowRun,
): KeyPairResult {
  const { keyName, keyPairId, region, keyType, fingerprint, publicKey } = pair;
  return {
    keyName,
    keyPairId,
    region,
    keyType,
    fingerprint,
    sha256Fingerprint: publicKey === undefined ? '' : sha256Fingerprint(publicKey),
    publicKey: publicKey?.openSshLine(keyName) ?? '',
    change,
    ...originOf(pair, run),
    delivered,
    fingerprintDiffers: false,
  };
}

function notHere({ keyName, region }: KeyPair, sources: readonly PrivateKeySource[]): KeyPairError {
  const looked =
    sources.length === 0 ? 'private-key-path is not set' : sources.map(({ notFound }) => notFound).join('; ');
  return new KeyPairError(
    'PRIVATE_KEY_NOT_HERE',
    `Key pair "${keyName}" exists in ${region}, but this job does not have its private key (${looked}).`,
    {
      hint: 'EC2 returns a private key only once, at creation. Set private-key-path to a file with the key, or remove private-key-path and output-private-key if you only need the key pair, or delete the key pair and create it again.',
    },
  );
}
