import type { KeyPairs } from '../ec2/key-pairs.ts';
import { referenceText } from '../inputs/store-reference.ts';
import { sha256Fingerprint } from '../keys/fingerprint.ts';
import { isManaged, type WorkflowRun } from '../ownership.ts';
import { countInstances, listIds } from '../results/instances.ts';
import { keptAt, outputsOf, reportOf } from '../results/key-pair-result.ts';
import { takesPart } from './instances/plan-instances.ts';
import type { PlannedAction, Preview } from './operation.ts';
import type { RotationPlan } from './plan-rotation.ts';
import { previewOfCleanup } from './preview-new-pair.ts';
import { resultOfRotation } from './result-of-rotation.ts';
import { moveIn, requireMayName, requireMayReplace } from './rotation-permissions.ts';

interface PreviewStep {
  readonly keyPairs: KeyPairs;
  readonly run: WorkflowRun;
}

export async function previewRotation(plan: RotationPlan, { keyPairs, run }: PreviewStep): Promise<Preview> {
  const { old, newKey, journal, destinations, identity } = plan;
  const { keyName, publicKey: oldKey } = old;
  const publicKey = 'publicKey' in newKey ? newKey.publicKey : undefined;
  const move = moveIn(plan);
  const expected = async (destination: (typeof destinations)[number]) => {
    const one = await destination.expected();
    return move === undefined ? one : keptAt(one, referenceText(move.to));
  };
  const delivered = publicKey === undefined ? await Promise.all(destinations.map(expected)) : undefined;
  const imported = { keyPairId: '', fingerprint: '' };
  const result = resultOfRotation(plan, { imported, publicKey, delivered }, run);
  const source =
    'keyType' in newKey
      ? `a new ${newKey.keyType} key, generated on this runner`
      : `the ${newKey.publicKey.type} key ${sha256Fingerprint(newKey.publicKey)}`;
  const inRegion = `in ${old.region}`;
  return {
    actions: [
      {
        text: `keep the old public key in key pair "${journal.keyName}" ${inRegion}, until the rotation is complete`,
        checkPermission: () =>
          keyPairs.checkPermission({
            call: 'ImportKeyPair',
            pair: { keyName: journal.keyName, publicKey: oldKey, tags: journal.tags },
          }),
      },
      ...destinations.map(({ intent }) => ({ text: intent })),
      ...previewOfInstances(plan, 'put the new public key beside the old one on'),
      {
        text: `delete key pair "${keyName}" (${old.keyPairId}) ${inRegion}`,
        checkPermission: () => keyPairs.checkPermission({ call: 'DeleteKeyPair', pair: old }),
      },
      {
        text: `import key pair "${keyName}" ${inRegion} with ${source}`,
        checkPermission: () => requireMayReplace(plan, keyPairs),
      },
      ...(move === undefined
        ? []
        : [
            {
              text: `move the private key from ${referenceText(move.from)} to ${referenceText(move.to)}, as a new version`,
              ...(isManaged(old.tags, run)
                ? { checkPermission: () => requireMayName(plan, old, keyPairs) }
                : {}),
            },
          ]),
      ...previewOfInstances(plan, 'remove the old public key from'),
      { text: `delete key pair "${journal.keyName}" ${inRegion}` },
      ...previewOfCleanup(identity.lifetime),
    ],
    remarks: [...(result.remarks ?? []), ...(takesPart(plan.instances) ? [unchecked] : [])],
    warnings: reportOf(result).warnings,
    outputs: outputsOf(result),
  };
}

const unchecked =
  'Systems Manager has no dry runs, so it is not known whether the role may send commands to these instances.';

/** What would be done on instances. Systems Manager has no dry runs. */
function previewOfInstances({ instances, old }: RotationPlan, doing: string): PlannedAction[] {
  if (!takesPart(instances)) return [];
  const { reachable } = instances;
  return [{ text: `${doing} ${countInstances(reachable.length)} in ${old.region}: ${listIds(reachable)}` }];
}
