import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { Step } from '../../local/runner/job.ts';
import { annotated, keyPairStep, openScenario, type Scenario, stepOf, tagsOf } from '../lib/scenario.ts';
import { publicHalfOf, sshKeygen } from './parts/ssh-keygen.ts';

const region = 'eu-west-1';

/** A temporary key pair, and its rotation in the same job. */
function steps(create: Record<string, string> = {}, rotate: Record<string, string> = {}): Step[] {
  return [
    keyPairStep({ 'key-type': 'ed25519', ...create }),
    keyPairStep(
      { operation: 'rotate', 'key-name': '${{ steps.key.outputs.key-name }}', ...rotate },
      { id: 'rotated', name: 'rotation' },
    ),
  ];
}

function leftIn({ aws }: Scenario): string[] {
  return [
    ...aws.keyPairs(region).map(({ name }) => name),
    ...aws.parameters(region).map(({ name }) => name),
    ...aws.secrets(region).map(({ name }) => name),
  ];
}

describe('a temporary key pair that is rotated in its job', () => {
  test.each([
    ['with a file', {}, {}],
    ['with a file that is replaced', {}, { 'private-key-path': '${{ steps.key.outputs.private-key-path }}' }],
    ['with a copy in Parameter Store', { store: 'ssm', lifetime: 'job' }, {}],
    ['with a copy in Secrets Manager', { store: 'secrets-manager', lifetime: 'job' }, {}],
  ])('is deleted when the job ends, and nothing else is left (%s)', async (_, create, rotate) => {
    await using scenario = await openScenario();
    const run = await scenario.run(steps(create, rotate));
    const problems = run.annotations.filter(({ level }) => level !== 'notice');
    expect([run.conclusion, problems]).toEqual(['success', []]);
    expect(annotated(stepOf(run, 'rotation'), 'notice')).toEqual([]);
    expect(stepOf(run, 'rotation').outputs['key-pair-id']).not.toBe(stepOf(run).outputs['key-pair-id']);
    expect(leftIn(scenario)).toEqual([]);
    expect(run.files.temp.filter(({ path: file }) => /pem|ec2-key-pair/.test(file))).toEqual([]);
  });

  test.each(Array.from({ length: 14 }, (_, index) => index + 1))(
    'is also deleted if the rotation is killed after its request %i',
    async (after) => {
      await using scenario = await openScenario();
      const job = scenario.start(steps({ store: 'ssm', lifetime: 'job' }));
      let isRotating = false;
      let count = 0;
      const stop = scenario.aws.onExecuted(({ operation, dryRun }) => {
        isRotating ||= operation === 'DeleteKeyPair' && dryRun;
        if (isRotating) count += 1;
        if (count !== after) return;
        stop();
        job.killStep();
      });
      await job.finished;
      expect(leftIn(scenario)).toEqual([]);
    },
  );

  test('is also deleted if the rotation fails and puts it back', async () => {
    await using scenario = await openScenario();
    scenario.aws.faults.add({
      ...{ on: 'ImportKeyPair', after: 1, when: ({ dryRun }) => !dryRun },
      effect: { kind: 'deny' },
    });
    const run = await scenario.run(steps({ store: 'ssm', lifetime: 'job' }));
    expect(run.conclusion).toBe('failure');
    expect(annotated(stepOf(run, 'rotation'), 'error').join('\n')).toContain('was put back');
    expect(leftIn(scenario)).toEqual([]);
  });
});

test('rotate keeps the KMS key of the copy, if no other one is set', async () => {
  await using scenario = await openScenario();
  for (const store of ['ssm', 'secrets-manager']) {
    await scenario.run([
      keyPairStep({
        ...{ operation: 'ensure', 'key-name': `gha-${store}`, 'key-type': 'ed25519' },
        ...{ store, 'store-kms-key-id': 'alias/local' },
      }),
    ]);
    const run = await scenario.run([keyPairStep({ operation: 'rotate', 'key-name': `gha-${store}` })]);
    expect([run.conclusion, annotated(stepOf(run), 'notice')]).toEqual(['success', []]);
  }
  const kept = [...scenario.aws.parameters(region), ...scenario.aws.secrets(region)];
  expect(kept.map(({ keyId, earlier }) => [keyId, earlier.length])).toEqual([
    ['alias/local', 1],
    ['alias/local', 1],
  ]);
});

test('rotate finds the key pair by its ID, and replaces an encrypted file by one with the same passphrase', async () => {
  await using scenario = await openScenario();
  const file = path.join(scenario.aside, 'keys', 'fleet.pem');
  const passphrase = 'correct horse battery';
  const common = { 'private-key-path': file, passphrase };
  const first = await scenario.run([
    keyPairStep({ operation: 'ensure', 'key-name': 'gha-fleet', 'key-type': 'ed25519', ...common }),
  ]);
  const { 'key-pair-id': id = '' } = stepOf(first).outputs;
  const run = await scenario.run([keyPairStep({ operation: 'rotate', 'key-pair-id': id, ...common })]);
  expect([run.conclusion, annotated(stepOf(run), 'error')]).toEqual(['success', []]);
  const [pair] = scenario.aws.keyPairs(region);
  expect(pair?.id).not.toBe(id);
  const shown = await sshKeygen('-y', '-P', passphrase, '-f', file);
  expect(shown.split(' ', 2).join(' ').trim()).toBe(pair?.publicKey);
});

test('rotate takes a public key of your own, and says that the old private key is still in the store', async () => {
  await using scenario = await openScenario();
  await scenario.run([
    keyPairStep({ operation: 'ensure', 'key-name': 'gha-fleet', 'key-type': 'ed25519', store: 'ssm' }),
  ]);
  const own = path.join(scenario.aside, 'own');
  await sshKeygen('-q', '-t', 'ed25519', '-N', '', '-f', own);
  const publicKey = await publicHalfOf(own);
  const run = await scenario.run([
    keyPairStep({ operation: 'rotate', 'key-name': 'gha-fleet', 'public-key': publicKey }),
  ]);
  expect(run.conclusion).toBe('success');
  expect(scenario.aws.keyPairs(region).map((pair) => pair.publicKey)).toEqual([publicKey]);
  expect(tagsOf(scenario.aws, 'gha-fleet')).not.toHaveProperty('ec2-key-pair-action:store');
  expect(annotated(stepOf(run), 'warning')).toEqual([
    'The old private key is still in ssm:/ec2/keypair/gha-fleet: key pair "gha-fleet" no longer references it. Delete it when no instance needs it.',
  ]);
});
