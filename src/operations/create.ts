import type { Destination } from '../destinations/destination.ts';
import type { DestinationRecord } from '../destinations/kinds.ts';
import { createKeyPair } from '../ec2/create-key-pair.ts';
import type { KeyPairs } from '../ec2/key-pairs.ts';
import type { NewKeyPair } from '../ec2/requests.ts';
import type { CreatedKeyPair } from '../ec2/responses.ts';
import { KeyPairError } from '../errors.ts';
import type { CreateRequest, DestinationRequest, Generator, NameChoice } from '../inputs/request.ts';
import { sha256Fingerprint } from '../keys/fingerprint.ts';
import type { FileFormat } from '../keys/formats.ts';
import type { RegisterMasks } from '../keys/private-key.ts';
import type { UndoableWork } from '../ledger/claim.ts';
import { type Delivered, type KeyPairResult, outputsOf, reportOf } from '../results/key-pair-result.ts';
import type { Outputs } from '../results/outputs.ts';
import { deliver, type OpensDestinations, openAll } from './deliver.ts';
import {
  chosenName,
  identifyNewPair,
  type NewPairIdentity,
  type NewPairStep,
  retentionOf,
} from './new-pair.ts';
import type { Log, Operation, StepRecord } from './operation.ts';

export interface CreateStep extends NewPairStep, OpensDestinations {
  readonly keyPairs: KeyPairs;
  readonly claims: UndoableWork<StepRecord>;
  readonly log: Log;
  readonly registerMasks: RegisterMasks;
  setOutputs(outputs: Outputs): void;
}

/** All decisions; nothing was created yet. */
export interface CreatePlan {
  readonly pair: NewKeyPair;
  readonly name: NameChoice;
  readonly generateOn: Generator;
  readonly identity: NewPairIdentity;
  readonly destinations: readonly Destination<DestinationRecord>[];
}

/** @throws KeyPairError the codes of the destinations. */
export async function planNewPair(
  request: Omit<CreateRequest, 'operation'>,
  step: CreateStep,
): Promise<CreatePlan> {
  const keyName = chosenName(request.name, step);
  const { keyType, lifetime, generateOn } = request;
  const identity = identifyNewPair(keyName, request, step);
  const destinations = await openAll(
    request.destinations,
    { keyName, lifetime, publicKey: undefined, nonce: identity.record.nonce },
    step,
  );
  const tags = [...identity.tags, ...destinations.flatMap((destination) => destination.tags)];
  const pair = { keyName, keyType, keyFormat: formatOfEc2(request.destinations), tags };
  return { pair, name: request.name, generateOn, identity, destinations };
}

export const create = {
  async plan(request: Omit<CreateRequest, 'operation'>, step: CreateStep): Promise<CreatePlan> {
    try {
      return await planNewPair(request, step);
    } catch (error) {
      throw (await nameTaken(error, request, step)) ?? error;
    }
  },

  async preview(plan: CreatePlan, step: CreateStep) {
    return (await import('./preview-create.ts')).previewCreate(plan, step);
  },

  /** Creates a key pair and delivers its private key. If delivery fails, the key pair is deleted. */
  async execute(plan: CreatePlan, step: CreateStep) {
    const { pair, identity, destinations } = plan;
    const { keyPairs, registerMasks, log } = step;
    log.info(
      `${plan.generateOn === 'ec2' ? 'Creating' : 'Generating'} ${pair.keyType} key pair "${pair.keyName}" in ${keyPairs.region}.`,
    );
    return step.claims.undoOnFailure(async (claims) => {
      const { record, lifetime } = identity;
      const intend = () => ({ record, claim: claims.intend(record, retentionOf(lifetime)) });
      const { obtained, delivered } = await deliver(destinations, { claims, registerMasks }, async () => {
        if (plan.generateOn === 'ec2') return createKeyPair(pair, keyPairs, intend());
        const { importGenerated } = await import('../ec2/import-generated.ts');
        return importGenerated(pair, keyPairs, intend);
      });
      const result = resultOfCreated(obtained, plan, { delivered, creatingRunId: step.run.runId });
      // Part of the work: without its outputs, no later step could use the key pair.
      step.setOutputs(outputsOf(result));
      return reportOf(result);
    });
  },
} satisfies Operation<Omit<CreateRequest, 'operation'>, CreatePlan, CreateStep>;

/** The error in place of one about a copy in a store: the key pair that it belongs to may have the name already. */
export async function nameTaken(
  error: unknown,
  request: Pick<CreateRequest, 'name' | 'tags' | 'lifetime' | 'expiresAfter'>,
  step: CreateStep,
): Promise<KeyPairError | undefined> {
  if (!(error instanceof KeyPairError) || error.code !== 'STORE_TAKEN') return undefined;
  const keyName = chosenName(request.name, step);
  const holder = await step.keyPairs.findEventually({ keyName });
  if (holder === undefined) return undefined;
  const { NameTakenError } = await import('../ec2/name-taken.ts');
  return new NameTakenError(holder, identifyNewPair(keyName, request, step), error);
}

/** A PPK file without a passphrase is EC2's own. Everything else is written here. */
function formatOfEc2(destinations: readonly DestinationRequest[]): FileFormat {
  const file = destinations.find((request) => request.kind === 'file');
  return file?.format === 'ppk' && file.passphrase === undefined ? 'ppk' : 'pem';
}

export function resultOfCreated(
  created: CreatedKeyPair,
  { identity }: CreatePlan,
  known: { readonly delivered: readonly Delivered[]; readonly creatingRunId: string },
): KeyPairResult {
  const { keyName, keyPairId, region, fingerprint, privateKey } = created;
  const { publicKey, type } = privateKey;
  const { lifetime, expiresAt } = identity;
  return {
    keyName,
    keyPairId,
    region,
    keyType: type,
    fingerprint,
    sha256Fingerprint: sha256Fingerprint(publicKey),
    publicKey: publicKey.openSshLine(keyName),
    change: 'created',
    lifetime,
    expiresAt,
    runUrl: undefined,
    ...known,
    fingerprintDiffers: !created.fingerprintFits,
  };
}
