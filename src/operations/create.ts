import type { Claims, Retention, UndoableClaims } from '../ledger/claim.ts';
import type { CreateRequest, FileRequest, KeyFormat } from '../inputs/request.ts';
import type { KeyPairResult } from '../results/result.ts';
import type { Delivered, Destination, Reservation } from '../destinations/destination.ts';
import { type FileDependencies, fileDestination } from '../destinations/file/file.ts';
import type { FileRecord } from '../destinations/file/file-claim.ts';
import type { FreePath } from '../destinations/file/file-path.ts';
import type { OutputRecord } from '../destinations/output-claim.ts';
import type { CreatedKeyPair } from '../ec2/responses.ts';
import type { NewKeyPair } from '../ec2/requests.ts';
import type { KeyPairRecord } from '../ec2/key-pair-record.ts';
import type { KeyPairs } from '../ec2/key-pairs.ts';
import { createKeyPair } from '../ec2/create-key-pair.ts';
import { sha256Fingerprint } from '../keys/fingerprint.ts';
import { MaskedPrivateKey, type RegisterMasks } from '../keys/private-key.ts';
import type { PlannedAction } from './preview.ts';
import { chosenName, retentionOf, identifyNewPair, type NewPairReads, type NewPairIdentity } from './new-pair.ts';

/** What `plan` reads; nothing here changes anything. */
export interface CreateReads extends NewPairReads {
  /** The free path that a given one means; without one, a path in the runner's temp folder. */
  freePath(given: string | undefined, suggestedName: string): Promise<FreePath>;
}

/** Everything decided, nothing done. */
export interface CreatePlan {
  readonly region: string;
  readonly pair: NewKeyPair;
  readonly marks: NewPairIdentity;
  readonly file: PlannedFile | undefined;
  readonly output: boolean;
}

export interface PlannedFile {
  readonly free: FreePath;
  readonly format: KeyFormat;
  readonly retention: Retention;
}

export interface CreateDependencies {
  readonly keyPairs: KeyPairs;
  readonly claims: UndoableClaims<KeyPairRecord | FileRecord | OutputRecord>;
  readonly registerMasks: RegisterMasks;
  readonly restrictToOwner: FileDependencies['restrictToOwner'];
  outputDestination(claims: Claims<OutputRecord>): Destination;
  /** Sets the outputs: a pair whose name nobody learns is a pair not delivered. */
  announce(result: KeyPairResult): void;
}

/** Decides on name, tags and path, and makes sure of all that can be known before EC2 is asked. */
export async function plan(request: Omit<CreateRequest, 'operation'>, look: CreateReads): Promise<CreatePlan> {
  const keyName = chosenName(request.name, look);
  const marks = identifyNewPair(keyName, request, look);
  const { file, output } = request.destinations;
  return {
    region: look.region,
    pair: { keyName, keyType: request.keyType, tags: marks.tags },
    marks,
    file: file && (await planFile(file, marks, look)),
    output,
  };
}

/** What `carryOut` would do. */
export function preview({ pair, region, marks, file, output }: CreatePlan): PlannedAction[] {
  return [
    {
      text: `create the ${pair.keyType} key pair "${pair.keyName}" in ${region}`,
      call: { call: 'CreateKeyPair', pair },
    },
    ...(output ? [{ text: 'set the output private-key' }] : []),
    ...(file ? [{ text: `write the private key to ${file.free.path} (${file.format})` }] : []),
    ...(marks.lifetime === 'job' ? [{ text: 'delete the pair when the job ends' }] : []),
  ];
}

/** Makes a pair and delivers its private key; a pair whose key cannot be delivered is removed again. */
export async function execute(plan: CreatePlan, parts: CreateDependencies): Promise<KeyPairResult> {
  const { keyPairs, claims, registerMasks, announce } = parts;
  return claims.undoUnless(async () => {
    const places: Reservation[] = [];
    try {
      for (const destination of destinationsOf(plan, parts)) places.push(await destination.reserve());
      const { record, lifetime } = plan.marks;
      const claim = claims.intend(record, retentionOf(lifetime));
      const made = await createKeyPair(plan.pair, keyPairs, { record, claim });
      const privateKey = await MaskedPrivateKey.cover(made.privateKey, registerMasks);
      const delivered: Delivered[] = [];
      for (const place of places) delivered.push(await place.deliver(privateKey));
      const result = resultOf(plan, made, delivered);
      announce(result);
      return result;
    } finally {
      for (const place of places) await place.close();
    }
  });
}

/** A file goes with the job; only a persistent pair's file at a path that was given stays. */
async function planFile(
  { path, format }: FileRequest,
  { lifetime, record }: NewPairIdentity,
  { freePath, randomHex }: CreateReads,
): Promise<PlannedFile> {
  const suggestedName = `${record.keyName.replace(/[^\w.-]/g, '_').slice(0, 100)}-${randomHex(4)}.${format}`;
  return {
    free: await freePath(path, suggestedName),
    format,
    retention: lifetime === 'persistent' && path !== undefined ? 'beyond' : 'job',
  };
}

/** The output before the file: what is on a disk is the hardest to take back. */
function destinationsOf({ file, output, pair }: CreatePlan, parts: CreateDependencies): Destination[] {
  const { claims, registerMasks, restrictToOwner, outputDestination } = parts;
  const fileParts: FileDependencies | undefined = file && {
    ...file,
    keyName: pair.keyName,
    claims,
    registerMasks,
    restrictToOwner,
  };
  return [...(output ? [outputDestination(claims)] : []), ...(fileParts ? [fileDestination(fileParts)] : [])];
}

function resultOf(plan: CreatePlan, made: CreatedKeyPair, delivered: readonly Delivered[]): KeyPairResult {
  const { publicKey, type } = made.privateKey;
  const path = delivered.find((place) => place.path !== undefined)?.path;
  return {
    keyName: made.keyName,
    keyPairId: made.keyPairId,
    keyType: type,
    fingerprint: made.fingerprint,
    sha256Fingerprint: sha256Fingerprint(publicKey),
    publicKey: publicKey.openSshLine(made.keyName),
    region: plan.region,
    created: true,
    lifetime: plan.marks.lifetime,
    expiresAt: plan.marks.expiresAt,
    file: path === undefined ? undefined : { path, stays: plan.file?.retention === 'beyond' },
    output: plan.output,
  };
}
