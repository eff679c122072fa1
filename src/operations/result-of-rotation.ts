import type { Imported } from '../ec2/import-key-pair.ts';
import { sha256Fingerprint } from '../keys/fingerprint.ts';
import type { PublicKey } from '../keys/public-key.ts';
import type { WorkflowRun } from '../ownership.ts';
import { type InstancesResult, linesOfInstances, rowsOfInstances } from '../results/instances.ts';
import type { Delivered, KeyPairResult } from '../results/key-pair-result.ts';
import { warningsOfPlan } from './instances/plan-instances.ts';
import type { RotationPlan } from './plan-rotation.ts';

/** The new key pair; its ID and its fingerprint are empty as long as it does not exist. */
export interface NewKey {
  readonly imported: Pick<Imported, 'keyPairId' | 'fingerprint'>;
  /** Undefined if it is not known yet. */
  readonly publicKey: PublicKey | undefined;
  readonly delivered: readonly Delivered[] | undefined;
  /** What was done on instances; undefined if that is nothing, or not known yet. */
  readonly instances?: InstancesResult | undefined;
}

export function resultOfRotation(
  { old, newKey, identity, oldCopy, instances: plan }: RotationPlan,
  { imported, publicKey, delivered, instances }: NewKey,
  { runId }: WorkflowRun,
): KeyPairResult {
  const { keyName, region, fingerprint: previousFingerprint } = old;
  const { keyPairId, fingerprint } = imported;
  const { lifetime, expiresAt } = identity;
  return {
    ...{ keyName, keyPairId, region, fingerprint, delivered, lifetime, expiresAt, previousFingerprint },
    keyType: publicKey?.type ?? ('keyType' in newKey ? newKey.keyType : newKey.publicKey.type),
    sha256Fingerprint: publicKey === undefined ? '' : sha256Fingerprint(publicKey),
    publicKey: publicKey?.openSshLine(keyName) ?? '',
    change: 'rotated',
    creatingRunId: runId,
    runUrl: undefined,
    remarks: [
      `Its old key had the fingerprint ${previousFingerprint}.`,
      ...(plan === undefined
        ? ['Instances that were launched with it still accept the old key, and not the new one.']
        : []),
      ...(instances === undefined ? [] : linesOfInstances(instances)),
    ],
    rows: instances === undefined ? [] : rowsOfInstances(instances),
    warnings: [
      ...(oldCopy === undefined
        ? []
        : [
            `The old private key is still in ${oldCopy}: key pair "${keyName}" no longer references it. Delete it when no instance needs it.`,
          ]),
      ...warningsOfPlan(plan, old),
    ],
    fingerprintDiffers: false,
  };
}
