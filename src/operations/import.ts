import { explainSize, type Imported, importKeyPair, refuseOtherKey } from '../ec2/import-key-pair.ts';
import type { KeyPairs } from '../ec2/key-pairs.ts';
import type { ImportedKeyPair } from '../ec2/requests.ts';
import type { KeyPair } from '../ec2/responses.ts';
import type { ImportRequest, NameChoice } from '../inputs/request.ts';
import { sha256Fingerprint } from '../keys/fingerprint.ts';
import type { Claims, UndoableWork } from '../ledger/claim.ts';
import { type KeyPairResult, outputsOf, reportOf } from '../results/key-pair-result.ts';
import type { Outputs } from '../results/outputs.ts';
import {
  chosenName,
  identifyNewPair,
  type NewPairIdentity,
  type NewPairOptions,
  type NewPairStep,
  retentionOf,
} from './new-pair.ts';
import { notApplied } from './not-applied.ts';
import type { Log, Operation, PlannedAction, Preview, StepRecord } from './operation.ts';
import { originOf } from './origin.ts';
import { expectedReport, previewOfCleanup } from './preview-new-pair.ts';
import { type PublicKeyStep, readPublicKey } from './read-public-key.ts';

const neverChanges = 'An import never changes an existing key pair.';

export interface ImportStep extends NewPairStep, PublicKeyStep {
  readonly keyPairs: KeyPairs;
  readonly claims: UndoableWork<StepRecord>;
  readonly log: Log;
  setOutputs(outputs: Outputs): void;
}

export interface ImportPlan {
  readonly pair: ImportedKeyPair;
  readonly name: NameChoice;
  readonly options: NewPairOptions;
  readonly identity: NewPairIdentity;
  /** The key pair with this name, if it already contains this key. */
  readonly existing: KeyPair | undefined;
}

export const importOperation = {
  /** Reads the key. Rejects if the name belongs to a different key. */
  async plan(request: ImportRequest, step: ImportStep): Promise<ImportPlan> {
    const publicKey = await readPublicKey(request.publicKey, step);
    const keyName = chosenName(request.name, step);
    const existing = 'exact' in request.name ? await step.keyPairs.find({ keyName }) : undefined;
    if (existing !== undefined) refuseOtherKey(existing, publicKey);
    const identity = identifyNewPair(keyName, request, step);
    return {
      pair: { keyName, publicKey, tags: identity.tags },
      name: request.name,
      options: request,
      identity,
      existing,
    };
  },

  async preview(plan: ImportPlan, step: ImportStep): Promise<Preview> {
    const { existing } = plan;
    const imported =
      existing === undefined
        ? { keyPairId: '', fingerprint: '', holder: undefined }
        : { ...existing, holder: existing };
    return {
      actions: actionsOf(plan, step.keyPairs),
      ...expectedReport(resultOf(imported, plan, step), plan.name),
    };
  },

  /** Imports the key, unless the key pair already contains it. */
  async execute(plan: ImportPlan, step: ImportStep) {
    return step.claims.undoOnFailure(async (claims) => {
      const result = await importPlanned(plan, step, claims);
      step.setOutputs(outputsOf(result));
      return reportOf(result);
    });
  },
} satisfies Operation<ImportRequest, ImportPlan, ImportStep>;

/** Imports the key, unless the key pair already contains it. */
export async function importPlanned(
  plan: ImportPlan,
  step: ImportStep,
  claims: Claims<StepRecord>,
): Promise<KeyPairResult> {
  const { pair, identity, existing } = plan;
  if (existing !== undefined) return resultOf({ ...existing, holder: existing }, plan, step);
  step.log.info(`Importing ${pair.publicKey.type} key pair "${pair.keyName}" in ${step.region}.`);
  const { record, lifetime } = identity;
  const claim = claims.intend(record, retentionOf(lifetime));
  return resultOf(await importKeyPair(pair, step.keyPairs, { record, claim }), plan, step);
}

function actionsOf({ pair, identity, existing }: ImportPlan, keyPairs: KeyPairs): PlannedAction[] {
  const which = `key pair "${pair.keyName}" in ${keyPairs.region}`;
  if (existing !== undefined) return [{ text: `leave ${which} as it is: it already contains this key` }];
  const { type } = pair.publicKey;
  return [
    {
      text: `import ${which} (${type}, ${sha256Fingerprint(pair.publicKey)})`,
      checkPermission: () =>
        keyPairs.checkPermission({ call: 'ImportKeyPair', pair }).catch((error: unknown) => {
          throw explainSize(error, pair.publicKey);
        }),
    },
    ...previewOfCleanup(identity.lifetime),
  ];
}

function resultOf(imported: Imported, plan: ImportPlan, { region, run }: ImportStep): KeyPairResult {
  const { keyPairId, fingerprint, holder } = imported;
  const { keyName, publicKey } = plan.pair;
  const { lifetime, expiresAt } = plan.identity;
  return {
    keyName,
    keyPairId,
    region,
    keyType: publicKey.type,
    fingerprint,
    sha256Fingerprint: sha256Fingerprint(publicKey),
    publicKey: publicKey.openSshLine(keyName),
    delivered: undefined,
    fingerprintDiffers: false,
    ...(holder === undefined
      ? { change: 'imported', lifetime, expiresAt, creatingRunId: run.runId, runUrl: undefined }
      : { change: 'none', ...originOf(holder, run), ...notApplied(holder, plan.options, neverChanges) }),
  };
}
