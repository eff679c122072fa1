import type { Claims, Lasts } from '../contract/claim.ts';
import type {
  CreateRequest,
  KeyFormat,
  Lifetime,
  NameChoice,
  Tag,
  WorkflowRun,
} from '../contract/request.ts';
import type { KeyPairResult } from '../contract/result.ts';
import { tagsOfNewPair } from '../contract/tags.ts';
import type { Delivered, Destination } from '../delivery/destination.ts';
import { type FileParts, fileDestination } from '../delivery/file.ts';
import type { FileRecord } from '../delivery/file-claim.ts';
import type { FreePath } from '../delivery/file-path.ts';
import type { KeyPairRecord } from '../ec2/key-pair-record.ts';
import type { KeyPairs, MadeKeyPair, NewKeyPair } from '../ec2/key-pairs.ts';
import { makeKeyPair } from '../ec2/make-key-pair.ts';
import { sha256Fingerprint } from '../keys/fingerprint.ts';
import { MaskedPrivateKey, type RegisterMasks } from '../keys/private-key.ts';

/** What `plan` reads; nothing here changes anything. */
export interface CreateLook {
  readonly run: WorkflowRun;
  readonly region: string;
  /** The hash that the ledger keeps of the credentials. */
  readonly credentials: string;
  now(): Date;
  /** So many random bytes, in hex. */
  randomHex(bytes: number): string;
  /** The free path that a given one means; without one, a path in the runner's temp folder. */
  freePath(given: string | undefined, suggestedName: string): Promise<FreePath>;
}

/** Everything decided, nothing done. */
export interface CreatePlan {
  readonly region: string;
  readonly pair: NewKeyPair;
  readonly lifetime: Lifetime;
  readonly expiresAt: Date | undefined;
  readonly nonce: string;
  readonly credentials: string;
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
  readonly claims: Claims<KeyPairRecord | FileRecord> & {
    undoUnless<Result>(work: () => Promise<Result>): Promise<Result>;
  };
  readonly registerMasks: RegisterMasks;
  readonly outputDestination: Destination;
  /** Sets the outputs: a pair whose name nobody learns is a pair not delivered. */
  announce(result: KeyPairResult): void;
}

/** Decides on name, tags and path, and makes sure of all that can be known before EC2 is asked. */
export async function plan(request: CreateRequest, look: CreateLook): Promise<CreatePlan> {
  const { lifetime, keyType, expiresAfter, destinations } = request;
  const { run, region, credentials } = look;
  const keyName = chosenName(request.name, look);
  const nonce = look.randomHex(16);
  const expiresAt = expiresAfter === undefined ? undefined : new Date(look.now().getTime() + expiresAfter);
  const tags: readonly Tag[] = tagsOfNewPair({ run, lifetime, nonce, expiresAt }, request.tags);
  return {
    region,
    pair: { keyName, keyType, tags },
    lifetime,
    expiresAt,
    nonce,
    credentials,
    file: destinations.file && (await planFile(destinations.file, request, keyName, look)),
    output: destinations.output,
  };
}

/** Makes a pair and delivers its private key; a pair whose key cannot be delivered is removed again. */
export async function carryOut(plan: CreatePlan, parts: CreateParts): Promise<KeyPairResult> {
  const { keyPairs, claims, registerMasks, announce } = parts;
  return claims.undoUnless(async () => {
    const places = await Promise.all(destinationsOf(plan, parts).map((destination) => destination.reserve()));
    const { nonce, credentials, region, pair, lifetime } = plan;
    const record: KeyPairRecord = { kind: 'key-pair', region, keyName: pair.keyName, nonce, credentials };
    const claim = claims.intend(record, lifetime === 'job' ? 'job' : 'beyond');
    const made = await makeKeyPair(pair, keyPairs, { record, claim });
    const privateKey = await MaskedPrivateKey.cover(made.privateKey, registerMasks);
    const delivered: Delivered[] = [];
    for (const place of places) delivered.push(await place.deliver(privateKey));
    const result = resultOf(plan, made, delivered);
    announce(result);
    return result;
  });
}

function chosenName(name: NameChoice, { run, randomHex }: CreateLook): string {
  return 'exact' in name ? name.exact : `${name.prefix}${run.runId}-${run.attempt}-${randomHex(4)}`;
}

/** A file goes with the job; only a persistent pair's file at a path that was given stays. */
async function planFile(
  { path, format }: { readonly path: string | undefined; readonly format: KeyFormat },
  { lifetime }: CreateRequest,
  keyName: string,
  { freePath, randomHex }: CreateLook,
): Promise<PlannedFile> {
  const suggestedName = `${keyName.replace(/[^\w.-]/g, '_').slice(0, 100)}-${randomHex(4)}.${format}`;
  return {
    free: await freePath(path, suggestedName),
    format,
    lasts: lifetime === 'persistent' && path !== undefined ? 'beyond' : 'job',
  };
}

/** The output before the file: what is on a disk is the hardest to take back. */
function destinationsOf({ file, output, pair }: CreatePlan, parts: CreateParts): Destination[] {
  const { claims, registerMasks, outputDestination } = parts;
  const fileParts: FileParts | undefined = file && { ...file, keyName: pair.keyName, claims, registerMasks };
  return [...(output ? [outputDestination] : []), ...(fileParts ? [fileDestination(fileParts)] : [])];
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
    lifetime: plan.lifetime,
    expiresAt: plan.expiresAt,
    file: path === undefined ? undefined : { path, stays: plan.file?.lasts === 'beyond' },
    output: plan.output,
  };
}
