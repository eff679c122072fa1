import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { LocalAws, StoredParameter, StoredSecret } from '../../local/aws/server.ts';
import { leaksOf } from '../../test-support/leaks.ts';
import { SecretPieces } from '../../test-support/secret-pieces.ts';
import {
  annotated,
  copyKeyStep,
  keyPairStep,
  openScenario,
  operationsSent,
  type Scenario,
  stepOf,
  tagsOf,
} from '../lib/scenario.ts';

const region = 'eu-west-1';
const ensure = {
  operation: 'ensure',
  'key-name': 'gha-fleet',
  'key-type': 'ed25519',
  tags: 'team=web',
};
const rotate = { operation: 'rotate', 'key-name': 'gha-fleet' };

/** The run of a later day. */
const laterRun = { repository: 'octo/widgets', runId: '5000', runAttempt: '1', job: 'rotate' };

function keyNow({ aws }: Scenario, name = 'gha-fleet') {
  const pair = aws.keyPairs(region).find((one) => one.name === name);
  return pair && { id: pair.id, publicKey: pair.publicKey };
}

/** The operations of the last step, from a number of requests on. */
function sentSince(scenario: Scenario, before: number): string[] {
  return operationsSent(scenario.aws).slice(before);
}

/** Creates the key pair, and keeps a copy of its private key aside. */
async function created(scenario: Scenario, inputs: Record<string, string> = {}): Promise<string> {
  const run = await scenario.run([
    keyPairStep({ ...ensure, ...inputs }),
    copyKeyStep(path.join(scenario.aside, 'old.pem')),
  ]);
  expect(run.conclusion).toBe('success');
  return readFileSync(path.join(scenario.aside, 'old.pem'), 'utf8');
}

test('rotate gives the name to a new key, with the tags of the old one, and leaves nothing else', async () => {
  await using scenario = await openScenario();
  await created(scenario);
  const before = keyNow(scenario);
  const tags = tagsOf(scenario.aws, 'gha-fleet');
  const sent = operationsSent(scenario.aws).length;
  const file = path.join(scenario.aside, 'new.pem');
  const run = await scenario.run(
    [
      keyPairStep({ ...rotate, 'key-type': 'rsa', 'output-private-key': true }),
      copyKeyStep(file),
      { run: `cat '${file}'` },
    ],
    { github: laterRun },
  );
  expect([run.conclusion, annotated(stepOf(run), 'error')]).toEqual(['success', []]);
  const pem = readFileSync(file, 'utf8');
  const privateKey = createPrivateKey(pem);
  const pieces = SecretPieces.ofKeys([{ type: 'rsa', privateKey, publicBlob: Buffer.alloc(0) }]);
  expect(pieces.countIn(pem)).toBeGreaterThan(1000);
  expect(leaksOf(run, pieces)).toEqual([]);
  expect(sentSince(scenario, sent)).toEqual([
    'DescribeKeyPairs',
    'DescribeKeyPairs',
    'DeleteKeyPair (dry run)',
    'ImportKeyPair (dry run)',
    'ImportKeyPair (dry run)',
    'ImportKeyPair',
    'DescribeKeyPairs',
    'DeleteKeyPair (dry run)',
    'DescribeKeyPairs',
    'DeleteKeyPair',
    'ImportKeyPair',
    'DescribeKeyPairs',
    'DeleteKeyPair',
  ]);
  expect(scenario.aws.keyPairs(region)).toHaveLength(1);
  expect(keyNow(scenario)?.id).not.toBe(before?.id);
  expect(keyNow(scenario)?.publicKey).not.toBe(before?.publicKey);
  expect(tagsOf(scenario.aws, 'gha-fleet')).toEqual({
    ...tags,
    'ec2-key-pair-action:run': '5000/1',
    'ec2-key-pair-action:job': 'rotate',
    'ec2-key-pair-action:nonce': expect.not.stringContaining(tags['ec2-key-pair-action:nonce'] ?? ''),
  });
  expect(stepOf(run).outputs).toMatchObject({
    'key-name': 'gha-fleet',
    changed: 'true',
    'key-type': 'rsa',
  });
  expect(stepOf(run).outputs['previous-key-fingerprint']).toMatch(/^[A-Za-z0-9+/]{43}=$/);
});

const stores = [
  {
    store: 'ssm',
    values: (aws: LocalAws): readonly (StoredParameter | StoredSecret)[] => aws.parameters(region),
  },
  {
    store: 'secrets-manager',
    values: (aws: LocalAws): readonly (StoredParameter | StoredSecret)[] => aws.secrets(region),
  },
] as const;

describe.each(stores)('with a copy in $store,', ({ store, values }) => {
  test('rotate replaces the copy under the same name, and other jobs get the new key', async () => {
    await using scenario = await openScenario();
    const old = await created(scenario, { store });
    const [before] = values(scenario.aws);
    const run = await scenario.run([keyPairStep(rotate), copyKeyStep(path.join(scenario.aside, 'new.pem'))], {
      github: laterRun,
    });
    expect([run.conclusion, annotated(stepOf(run), 'warning')]).toEqual(['success', []]);
    const key = readFileSync(path.join(scenario.aside, 'new.pem'), 'utf8');
    expect(key).not.toBe(old);

    const [after, ...others] = values(scenario.aws);
    expect([after?.name, after?.value, others]).toEqual([before?.name, key, []]);
    expect(after?.earlier.map(({ value }) => value)).toEqual([old]);
    expect(stepOf(run).outputs['private-key-store']).toBe(`${store}:${before?.name}`);
    const tags = tagsOf(scenario.aws, 'gha-fleet');
    expect(tags['ec2-key-pair-action:store']).toBe(`${store}:${before?.name}`);
    expect(after?.tags).toContainEqual({
      key: 'ec2-key-pair-action:nonce',
      value: tags['ec2-key-pair-action:nonce'],
    });
    expect(after?.tags).toContainEqual({
      key: 'ec2-key-pair-action:key-pair-id',
      value: keyNow(scenario)?.id,
    });

    const fetched = await scenario.run([
      keyPairStep({ operation: 'fetch', 'key-name': 'gha-fleet' }),
      copyKeyStep(path.join(scenario.aside, 'fetched.pem')),
    ]);
    expect(fetched.conclusion).toBe('success');
    expect(readFileSync(path.join(scenario.aside, 'fetched.pem'), 'utf8')).toBe(key);

    await scenario.run([keyPairStep({ operation: 'delete', 'key-name': 'gha-fleet' })]);
    expect([scenario.aws.keyPairs(region), values(scenario.aws)]).toEqual([[], []]);
  });

  test('a rotation that fails leaves the old copy, which still fits', async () => {
    await using scenario = await openScenario();
    const old = await created(scenario, { store });
    const { publicKey } = keyNow(scenario) ?? {};
    scenario.aws.faults.add({
      ...{ on: 'ImportKeyPair', after: 1, when: ({ dryRun }) => !dryRun },
      effect: { kind: 'deny' },
    });
    const run = await scenario.run([keyPairStep(rotate)], { github: laterRun });
    expect(run.conclusion).toBe('failure');
    expect(annotated(stepOf(run), 'error').join('\n')).toContain(
      'the old public key of key pair "gha-fleet" in eu-west-1 was put back',
    );
    expect(scenario.aws.keyPairs(region).map(({ name }) => name)).toEqual(['gha-fleet']);
    expect(keyNow(scenario)?.publicKey).toBe(publicKey);
    expect(values(scenario.aws).map(({ value }) => value)).toEqual([old]);
    const fetched = await scenario.run([
      keyPairStep({ operation: 'fetch', 'key-name': 'gha-fleet' }),
      copyKeyStep(path.join(scenario.aside, 'fetched.pem')),
    ]);
    expect(fetched.conclusion).toBe('success');
    await scenario.run([keyPairStep({ operation: 'delete', 'key-name': 'gha-fleet' })]);
    expect(values(scenario.aws)).toEqual([]);
  });
});

test('a key pair without tags, as the console creates it, is rotated with force, and put back without tags', async () => {
  await using scenario = await openScenario();
  await scenario.aws.seedKeyPairs(region, [{ keyName: 'console' }]);
  const before = keyNow(scenario, 'console');
  const step = keyPairStep({ ...rotate, 'key-name': 'console', force: true, 'output-private-key': true });

  const dryRun = await scenario.run([{ ...step, with: { ...step.with, 'dry-run': true } }]);
  expect([dryRun.conclusion, keyNow(scenario, 'console')]).toEqual(['success', before]);

  scenario.aws.faults.add({ on: 'ImportKeyPair', after: 3, effect: { kind: 'deny' } });
  const failed = await scenario.run([step]);
  expect(failed.conclusion).toBe('failure');
  expect(keyNow(scenario, 'console')?.publicKey).toBe(before?.publicKey);
  expect(tagsOf(scenario.aws, 'console')).toEqual({});

  const run = await scenario.run([step]);
  expect(run.conclusion).toBe('success');
  expect(keyNow(scenario, 'console')?.publicKey).not.toBe(before?.publicKey);
});

test('rotate to the public key that the key pair has says which inputs it did not apply', async () => {
  await using scenario = await openScenario();
  await created(scenario);
  const publicKey = keyNow(scenario)?.publicKey ?? '';
  const inputs = { ...rotate, 'public-key': publicKey, tags: 'team=web\nx=y', 'expires-after': '7d' };
  for (const more of [{}, { 'dry-run': true }]) {
    const run = await scenario.run([keyPairStep({ ...inputs, ...more })]);
    expect(run.log).toContain(
      'Not applied: tags (x), expires-after. The key pair has this public key already, so it was not rotated. To set them, use `operation: ensure`.',
    );
  }
});
