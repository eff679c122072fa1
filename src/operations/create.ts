import type { Claims, Lasts, UndoableClaims } from '../contract/claim.ts';
import type { CreateRequest, FileRequest, KeyFormat } from '../contract/request.ts';
import type { KeyPairResult } from '../contract/result.ts';
import type { Delivered, Destination, Reservation } from '../delivery/destination.ts';
import { type FileParts, fileDestination } from '../delivery/file.ts';
import type { FileRecord } from '../delivery/file-claim.ts';
import type { FreePath } from '../delivery/file-path.ts';
import type { OutputRecord } from '../delivery/output-claim.ts';
import type { MadeKeyPair } from '../ec2/key-pair-answers.ts';
import type { NewKeyPair } from '../ec2/key-pair-calls.ts';
import type { KeyPairRecord } from '../ec2/key-pair-record.ts';
import type { KeyPairs } from '../ec2/key-pairs.ts';
import { makeKeyPair } from '../ec2/make-key-pair.ts';
import { sha256Fingerprint } from '../keys/fingerprint.ts';
import { MaskedPrivateKey, type RegisterMasks } from '../keys/private-key.ts';
import type { Intention } from './intention.ts';
import { chosenName, lastsOf, marksOfNewPair, type NewPairLook, type NewPairMarks } from './new-pair.ts';

/** What `plan` reads; nothing here changes anything. */
export interface CreateLook extends NewPairLook {
  /** The free path that a given one means; without one, a path in the runner's temp folder. */
  freePath(given: string | undefined, suggestedName: string): Promise<FreePath>;
}

/** Everything decided, nothing done. */
export interface CreatePlan {
  readonly region: string;
  readonly pair: NewKeyPair;
  readonly marks: NewPairMarks;
  readonly file: PlannedFile | undefined;
  readonly output: boolean;
}

export interface PlannedFile {
  readonly free: FreePath;
  readonly format: KeyFormat;
  readonly lasts: Lasts;
}

export interface CreateParts {
  readonly keyPairs: KeyPairs;
  readonly claims: UndoableClaims<KeyPairRecord | FileRecord | OutputRecord>;
  readonly registerMasks: RegisterMasks;
  readonly takeFromOthers: FileParts['takeFromOthers'];
  outputDestination(claims: Claims<OutputRecord>): Destination;
  /** Sets the outputs: a pair whose name nobody learns is a pair not delivered. */
  announce(result: KeyPairResult): void;
}

/** Decides on name, tags and path, and makes sure of all that can be known before EC2 is asked. */
export async function plan(request: Omit<CreateRequest, 'operation'>, look: CreateLook): Promise<CreatePlan> {
  const keyName = chosenName(request.name, look);
  const marks = marksOfNewPair(keyName, request, look);
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
export function intentions({ pair, region, marks, file, output }: CreatePlan): Intention[] {
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
export async function carryOut(plan: CreatePlan, parts: CreateParts): Promise<KeyPairResult> {
  const { keyPairs, claims, registerMasks, announce } = parts;
  return claims.undoUnless(async () => {
    const places: Reservation[] = [];
    try {
      for (const destination of destinationsOf(plan, parts)) places.push(await destination.reserve());
      const { record, lifetime } = plan.marks;
      const claim = claims.intend(record, lastsOf(lifetime));
      const made = await makeKeyPair(plan.pair, keyPairs, { record, claim });
      const privateKey = await MaskedPrivateKey.mask(made.privateKey, registerMasks);
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
  { lifetime, record }: NewPairMarks,
  { freePath, randomHex }: CreateLook,
): Promise<PlannedFile> {
  const suggestedName = `${record.keyName.replace(/[^\w.-]/g, '_').slice(0, 100)}-${randomHex(4)}.${format}`;
  return {
    free: await freePath(path, suggestedName),
    format,
    lasts: lifetime === 'persistent' && path !== undefined ? 'beyond' : 'job',
  };
}

/** The output before the file: what is on a disk is the hardest to take back. */
function destinationsOf({ file, output, pair }: CreatePlan, parts: CreateParts): Destination[] {
  const { claims, takeFromOthers, outputDestination } = parts;
  const fileParts: FileParts | undefined = file && {
    ...file,
    keyName: pair.keyName,
    claims,
    takeFromOthers,
  };
  return [...(output ? [outputDestination(claims)] : []), ...(fileParts ? [fileDestination(fileParts)] : [])];
}

function resultOf(plan: CreatePlan, made: MadeKeyPair, delivered: readonly Delivered[]): KeyPairResult {
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
    file: path === undefined ? undefined : { path, stays: plan.file?.lasts === 'beyond' },
    output: plan.output,
  };
}
