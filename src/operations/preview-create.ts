import type { KeyPairs } from '../ec2/key-pairs.ts';
import { NameTakenError } from '../ec2/name-taken.ts';
import type { NewKeyPair } from '../ec2/requests.ts';
import { generatePrivateKey } from '../keys/generate.ts';
import type { WorkflowRun } from '../ownership.ts';
import type { KeyPairResult } from '../results/key-pair-result.ts';
import type { CreatePlan } from './create.ts';
import type { Preview } from './operation.ts';
import { expectedReport, previewOfCleanup } from './preview-new-pair.ts';

interface PreviewStep {
  readonly keyPairs: KeyPairs;
  readonly run: WorkflowRun;
}

/**
 * Looks for a key pair that has the name: EC2 does not say in a dry run whether a name is taken.
 *
 * @throws KeyPairError `NAME_TAKEN`, like the execution.
 */
export async function previewCreate(plan: CreatePlan, step: PreviewStep): Promise<Preview> {
  const holder = 'exact' in plan.name ? await step.keyPairs.find({ keyName: plan.name.exact }) : undefined;
  if (holder !== undefined) throw new NameTakenError(holder, plan.pair, undefined);
  return previewFreeName(plan, step);
}

/** For a name that no key pair has. */
export async function previewFreeName(
  { pair, name, generateOn, identity, destinations }: CreatePlan,
  { keyPairs, run }: PreviewStep,
): Promise<Preview> {
  const { keyType, keyName } = pair;
  const { lifetime, expiresAt } = identity;
  const result: KeyPairResult = {
    keyName,
    keyPairId: '',
    region: keyPairs.region,
    keyType,
    fingerprint: '',
    sha256Fingerprint: '',
    publicKey: '',
    change: 'created',
    lifetime,
    expiresAt,
    creatingRunId: run.runId,
    runUrl: undefined,
    delivered: await Promise.all(destinations.map((destination) => destination.expected())),
    fingerprintDiffers: false,
  };
  const which = `${keyType} key pair "${keyName}" in ${keyPairs.region}`;
  const actions = [
    ...(generateOn === 'ec2'
      ? [
          {
            text: `create ${which}`,
            checkPermission: () => keyPairs.checkPermission({ call: 'CreateKeyPair', pair }),
          },
        ]
      : [
          { text: 'generate a private key on this runner' },
          { text: `import its public key as ${which}`, checkPermission: () => checkImport(pair, keyPairs) },
        ]),
    ...destinations.map(({ intent }) => ({ text: intent })),
    ...previewOfCleanup(lifetime),
  ];
  return { actions, ...expectedReport(result, name) };
}

/** With a key of its own: what it is does not matter for the permission. */
async function checkImport({ keyName, tags }: NewKeyPair, keyPairs: KeyPairs): Promise<void> {
  const { publicKey } = await generatePrivateKey('ed25519');
  await keyPairs.checkPermission({ call: 'ImportKeyPair', pair: { keyName, publicKey, tags } });
}
