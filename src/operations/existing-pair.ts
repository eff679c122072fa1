import type { Destination } from '../destinations/destination.ts';
import type { DestinationRecord } from '../destinations/kinds.ts';
import type { FoundPrivateKey } from '../destinations/source.ts';
import type { KeyPair } from '../ec2/responses.ts';
import { storeOf } from '../ec2/store-of.ts';
import { KeyPairError } from '../errors.ts';
import type { DestinationRequest, PairChoice, SourceRequest } from '../inputs/request.ts';
import { referenceFor, referenceText, type StoreReference } from '../inputs/store-reference.ts';
import { isFingerprintOf, sha256Fingerprint } from '../keys/fingerprint.ts';
import type { RegisterMasks } from '../keys/private-key.ts';
import type { Claims, UndoableWork } from '../ledger/claim.ts';
import { isManaged, tagKeys, type WorkflowRun } from '../ownership.ts';
import { type Delivered, type KeyPairResult, outputsOf, reportOf } from '../results/key-pair-result.ts';
import type { Outputs } from '../results/outputs.ts';
import type { Report } from '../results/report.ts';
import { deliver, type OpensDestinations, openAll } from './deliver.ts';
import { looksLikeId } from './looks-like-id.ts';
import type { Notes } from './not-applied.ts';
import type { Preview, StepRecord } from './operation.ts';
import { originOf } from './origin.ts';
import { type FindsPrivateKeys, findPrivateKey, notHere } from './private-key-of-pair.ts';

/** What `planExisting` uses of a step. */
export interface ExistingPairReads extends OpensDestinations, FindsPrivateKeys {
  readonly run: WorkflowRun;
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
  const managed = isManaged(pair.tags, step.run);
  if (places.destinations.length === 0) {
    return { pair, managed, found: undefined, destinations: [] };
  }
  const isRequired = places.destinations.some(({ required }) => required);
  const { found, isFromStore, missing } = await findPrivateKey(
    pair,
    { sources: places.sources, isRequired },
    step,
  );
  if (found === undefined) {
    if (isRequired) throw notHere(pair, missing, places.destinations);
    const remarks = storeOf(pair) === undefined ? [] : [`Private key not available: ${missing.join('; ')}.`];
    return { pair, managed, found, destinations: [], remarks };
  }
  const { keyName, tags } = pair;
  const { publicKey } = found.privateKey;
  const nonce = tags.get(tagKeys.nonce);
  // A copy needs a nonce. Its key pair belongs to others if it has none, and what the store has is kept there already.
  const canKeep = managed && nonce !== undefined && !isFromStore;
  const requests = places.destinations
    .filter(({ kind }) => kind !== 'store' || canKeep)
    .map((request) => whereItsTagSays(request, pair));
  const destinations = await openAll(requests, { keyName, lifetime: undefined, publicKey, nonce }, step);
  const remarks = [
    ...(isFromStore ? [`The private key was read from ${found.where}.`] : []),
    ...otherStore(pair, places.destinations),
  ];
  return { pair, managed, found, destinations, remarks };
}

/** A key pair has one copy, where its tag says. No step would find a second one. */
function whereItsTagSays(request: DestinationRequest, pair: KeyPair): DestinationRequest {
  const reference = storeOf(pair);
  return request.kind === 'store' && reference !== undefined
    ? { ...request, store: referenceText(reference) }
    : request;
}

/** Says that the private key is, and stays, in another place than the one that was asked for. */
function otherStore(pair: KeyPair, requests: readonly DestinationRequest[]): string[] {
  const reference = storeOf(pair);
  const asked = requests.find((request) => request.kind === 'store');
  if (reference === undefined || asked === undefined) return [];
  const wanted = referenceFor(asked.store, pair.keyName);
  if (wanted === undefined || referenceText(wanted) === referenceText(reference))
    return asked.kmsKeyId === undefined ? [] : [keptKmsKey(reference)];
  return [`Not applied: store. The private key of this key pair is kept in ${referenceText(reference)}.`];
}

function keptKmsKey(reference: StoreReference): string {
  return `Not applied: store-kms-key-id. It applies only when the private key is written: ${referenceText(reference)} stays encrypted as it is.`;
}

export async function previewExisting(
  { pair, found, destinations, remarks = [], warnings = [] }: ExistingPair,
  { run }: Pick<ExistingPairReads, 'run'>,
  change: ChangeOfExisting = 'none',
): Promise<Preview> {
  const delivered = await Promise.all(destinations.map((destination) => destination.expected()));
  const result = { ...resultOf(pair, { found, delivered, change }, run), warnings };
  const actions = [
    { text: `use key pair "${pair.keyName}" (${pair.keyPairId}) in ${pair.region}` },
    ...destinations.map(({ intent }) => ({ text: intent })),
  ];
  return { actions, remarks, warnings: reportOf(result).warnings, outputs: outputsWithStore(result, pair) };
}

/** Delivers the private key that was found, and reports the key pair. */
export async function executeExisting(
  existing: ExistingPair,
  step: ExistingPairStep,
  change: ChangeOfExisting = 'none',
): Promise<Report> {
  return step.claims.undoOnFailure(async (claims) => {
    const result = await deliverExisting(existing, step, { change, claims });
    step.setOutputs(outputsWithStore(result, existing.pair));
    return reportOf(result);
  });
}

/** Delivers the private key that was found. */
export async function deliverExisting(
  existing: ExistingPair,
  { registerMasks, run }: Pick<ExistingPairStep, 'registerMasks' | 'run'>,
  { change, claims }: { readonly change: ChangeOfExisting; readonly claims: Claims<DestinationRecord> },
): Promise<KeyPairResult> {
  const { pair, found, destinations, remarks = [], warnings = [] } = existing;
  const { delivered } =
    found === undefined
      ? { delivered: [] }
      : await deliver(destinations, { claims, registerMasks }, async () => ({
          privateKey: found.privateKey,
          keyPairId: pair.keyPairId,
        }));
  return { ...resultOf(pair, { found, delivered, change }, run), remarks, warnings };
}

/** Also where AWS keeps the private key, if the tag of the key pair says so. */
export function outputsWithStore(result: KeyPairResult, pair: KeyPair): Outputs {
  const reference = storeOf(pair);
  const ofStore = reference === undefined ? {} : { 'private-key-store': referenceText(reference) };
  return { ...ofStore, ...outputsOf(result) };
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

function resultOf(
  pair: KeyPair,
  {
    found,
    delivered,
    change,
  }: Pick<ExistingPair, 'found'> & {
    readonly delivered: readonly Delivered[];
    readonly change: ChangeOfExisting;
  },
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
    fingerprintDiffers: found !== undefined && !isFingerprintOf(found.privateKey, fingerprint),
  };
}
