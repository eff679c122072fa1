import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import {
  CreateSecretCommand,
  DeleteSecretCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { describe, expect, test } from '@jest/globals';
import {
  annotated,
  copyKeyStep,
  keyLeaks,
  keyPairStep,
  openScenario,
  postOf,
  stepOf,
  tagsOf,
} from '../lib/scenario.ts';

const region = 'eu-west-1';
const ensure = { operation: 'ensure', 'key-name': 'fleet', 'key-type': 'ed25519', store: 'ssm' };
const reference = 'ssm:/ec2/keypair/fleet';

describe('jobs that ensure the same key pair at the same time', () => {
  test('end with one key pair, one copy, and the same private key, also those that come before the copy', async () => {
    await using scenario = await openScenario();
    const { aws } = scenario;
    // The winner's copy comes late: the others must wait for it.
    aws.faults.add({ on: 'PutParameter', effect: { kind: 'delay', ms: 1_500 } });
    const files = [1, 2, 3, 4].map((number) => path.join(scenario.aside, `${number}.pem`));
    const runs = await Promise.all(
      files.map((file) => scenario.run([keyPairStep(ensure), copyKeyStep(file)])),
    );

    expect(runs.map(({ conclusion }) => conclusion)).toEqual(runs.map(() => 'success'));
    expect(aws.keyPairs(region)).toHaveLength(1);
    const [copy, ...others] = aws.parameters(region);
    expect(others).toEqual([]);
    expect(files.map((file) => readFileSync(file, 'utf8'))).toEqual(files.map(() => copy?.value));
    expect(runs.filter((run) => stepOf(run).outputs['created'] === 'true')).toHaveLength(1);
    expect(runs.flatMap((run) => keyLeaks(run, scenario))).toEqual([]);
  });

  test('do not wait if the key pair is old and its copy is gone, and say so', async () => {
    await using scenario = await openScenario();
    await scenario.aws.seedKeyPairs(region, [
      { keyName: 'fleet', tags: { 'ec2-key-pair-action:store': reference }, createTime: new Date(0) },
    ]);
    const run = await scenario.run([keyPairStep(ensure)]);
    expect(run.conclusion).toBe('failure');
    expect(annotated(stepOf(run), 'error').join()).toContain(
      `this job does not have its private key (${reference} does not exist)`,
    );
  });

  test('decide again if the copy of the winner is there before its key pair is seen', async () => {
    await using scenario = await openScenario();
    await scenario.run([keyPairStep(ensure)]);
    scenario.aws.faults.add({
      on: 'DescribeKeyPairs',
      effect: { kind: 'show', view: () => [] },
    });
    const run = await scenario.run([keyPairStep(ensure)]);
    expect(run.conclusion).toBe('success');
    expect(stepOf(run).outputs['created']).toBe('false');
  });
});

describe('a key pair that exists without a copy', () => {
  test('gets one if a file has its private key: the tag first, then the copy', async () => {
    await using scenario = await openScenario();
    const file = path.join(scenario.aside, 'fleet.pem');
    const { store: _, ...without } = ensure;
    await scenario.run([keyPairStep(without), copyKeyStep(file)]);
    const pem = readFileSync(file, 'utf8');
    const seen = scenario.aws.requests.length;

    const run = await scenario.run([keyPairStep({ ...ensure, 'private-key-path': file })]);
    expect(run.conclusion).toBe('success');
    expect(tagsOf(scenario.aws, 'fleet')['ec2-key-pair-action:store']).toBe(reference);
    expect(scenario.aws.parameters(region)).toEqual([expect.objectContaining({ value: pem })]);
    const writes = scenario.aws.requests.slice(seen).map(({ operation }) => operation);
    expect(writes.filter((operation) => /^(?:Create|Put)/.test(operation))).toEqual([
      'CreateTags',
      'PutParameter',
    ]);

    const again = await scenario.run([keyPairStep({ ...ensure, 'private-key-path': file })]);
    expect(again.conclusion).toBe('success');
    expect(scenario.aws.parameters(region)).toHaveLength(1);
  });

  test('is an error if its private key is nowhere', async () => {
    await using scenario = await openScenario();
    const { store: _, ...without } = ensure;
    await scenario.run([keyPairStep(without)]);
    const run = await scenario.run([keyPairStep(ensure)]);
    expect(run.conclusion).toBe('failure');
    expect(annotated(stepOf(run), 'error').join()).toContain('this job does not have its private key');
    expect(scenario.aws.parameters(region)).toEqual([]);
  });
});

describe('fetch', () => {
  test('of a role that may not read the copy succeeds without it, unless the private key was asked for', async () => {
    await using scenario = await openScenario();
    await scenario.run([keyPairStep(ensure)]);
    scenario.aws.faults.add({ on: 'GetParameter', times: Infinity, effect: { kind: 'deny' } });
    const fetch = { operation: 'fetch', 'key-name': 'fleet' };
    const run = await scenario.run([keyPairStep(fetch)]);
    expect(run.conclusion).toBe('success');
    expect(stepOf(run).outputs['private-key-path']).toBe('');
    expect(run.log).toContain('Private key not available: Could not read the private key in');
    const asked = await scenario.run([keyPairStep({ ...fetch, 'output-private-key': true })]);
    expect(asked.conclusion).toBe('failure');
    expect(annotated(stepOf(asked), 'error').join()).toContain('The role needs ssm:GetParameter.');
  });

  test('masks and refuses a value that is no private key, and quotes nothing of it', async () => {
    await using scenario = await openScenario();
    await scenario.run([keyPairStep({ ...ensure, store: 'secrets-manager:fleet' })]);
    const client = new SecretsManagerClient({
      region,
      endpoint: scenario.aws.url,
      credentials: scenario.aws.account,
    });
    const secret = { SecretId: 'fleet', ForceDeleteWithoutRecovery: true };
    await client.send(new DeleteSecretCommand(secret));
    const value =
      '-----BEGIN RSA PRIVATE KEY-----\nc29tZXRoaW5nIGVsc2UgdGhhdCBpcyBzZWNyZXQ=\n-----END RSA PRIVATE KEY-----';
    await client.send(new CreateSecretCommand({ Name: 'fleet', SecretString: value }));
    const run = await scenario.run([
      keyPairStep({ operation: 'fetch', 'key-name': 'fleet' }),
      { name: 'print', run: 'echo c29tZXRoaW5nIGVsc2UgdGhhdCBpcyBzZWNyZXQ=' },
    ]);
    expect(annotated(stepOf(run), 'error').join()).toMatch(/^secrets-manager:fleet: The private key /);
    expect(stepOf(run).log.join('\n')).not.toContain('c29tZXRoaW5n');
  });
});

test('a secret that is scheduled for deletion is said, with the commands that restore or delete it', async () => {
  await using scenario = await openScenario();
  const create = { 'key-name': 'deploy', 'key-type': 'ed25519', store: 'secrets-manager:team/{key-name}' };
  await scenario.run([keyPairStep(create)]);
  const client = new SecretsManagerClient({
    region,
    endpoint: scenario.aws.url,
    credentials: scenario.aws.account,
  });
  await client.send(new DeleteSecretCommand({ SecretId: 'team/deploy' }));
  const commands = [
    'aws secretsmanager restore-secret --secret-id team/deploy --region eu-west-1',
    'aws secretsmanager delete-secret --force-delete-without-recovery --secret-id team/deploy --region eu-west-1',
  ].join('\n');
  const fetched = await scenario.run([keyPairStep({ operation: 'fetch', 'key-name': 'deploy' })]);
  expect(annotated(stepOf(fetched), 'error').join()).toContain(commands);

  const other = await scenario.run([
    keyPairStep({ ...create, 'key-name': 'other', store: 'secrets-manager:team/deploy' }),
  ]);
  expect(annotated(stepOf(other), 'error').join()).toContain(
    `secrets-manager:team/deploy in eu-west-1 is scheduled for deletion, so its name is taken.\n`,
  );
  expect(annotated(stepOf(other), 'error').join()).toContain(commands);

  await scenario.run([keyPairStep({ operation: 'delete', 'key-name': 'deploy' })]);
  expect([scenario.aws.keyPairs(region), scenario.aws.secrets(region)]).toEqual([[], []]);
});

describe('the post step', () => {
  test('deletes a copy whose request was executed when main was killed, before its key pair', async () => {
    await using scenario = await openScenario();
    const { aws } = scenario;
    const job = scenario.start([keyPairStep({ 'key-name': 'deploy', 'key-type': 'ed25519', store: 'ssm' })]);
    const stop = aws.onExecuted(async ({ operation }) => {
      if (operation !== 'PutParameter') return;
      stop();
      job.killStep();
      await wait(200);
    });
    const run = await job.finished;
    expect([aws.keyPairs(region), aws.parameters(region)]).toEqual([[], []]);
    expect(annotated(postOf(run), 'warning')).toEqual([]);
    const deletions = aws.requests
      .map(({ operation }) => operation)
      .filter((name) => name.startsWith('Delete'));
    expect(deletions).toEqual(['DeleteParameter', 'DeleteKeyPair']);
  });

  test('leaves a value that someone else wrote under the name in the meantime', async () => {
    await using scenario = await openScenario();
    const { aws } = scenario;
    const file = path.join(scenario.aside, 'never');
    writeFileSync(file, '');
    const job = scenario.start([
      keyPairStep({ 'key-name': 'deploy', 'key-type': 'ed25519', store: 'secrets-manager:shared' }),
    ]);
    const client = new SecretsManagerClient({ region, endpoint: aws.url, credentials: aws.account });
    const stop = aws.onRequest(async ({ operation }) => {
      if (operation !== 'CreateSecret') return;
      stop();
      job.killStep();
      await client.send(new CreateSecretCommand({ Name: 'shared', SecretString: 'not ours' }));
    });
    await job.finished;
    expect(aws.secrets(region).map(({ value }) => value)).toEqual(['not ours']);
    expect(aws.keyPairs(region)).toEqual([]);
  });

  test('says that a copy is left, with the command, if it may not delete it', async () => {
    await using scenario = await openScenario();
    scenario.aws.faults.add({ on: 'DeleteParameter', times: Infinity, effect: { kind: 'deny' } });
    const run = await scenario.run([
      keyPairStep({ 'key-name': 'deploy', 'key-type': 'ed25519', lifetime: 'job', store: 'ssm' }),
    ]);
    const warning = annotated(postOf(run), 'warning').join('\n');
    expect(warning).toContain('the private key in ssm:/ec2/keypair/deploy in eu-west-1');
    expect(warning).toContain(
      'The role needs ssm:ListTagsForResource and ssm:DeleteParameter for the cleanup.',
    );
    expect(postOf(run).log.join('\n')).toContain(
      'aws ssm delete-parameter --name /ec2/keypair/deploy --region eu-west-1',
    );
  });
});

test.each([
  ['store', 'vault', 'store: "vault" must be ssm, secrets-manager, ssm:/path, or secrets-manager:name.'],
  ['store', 'ssm:/aws/x', 'store: "ssm:/aws/x" starts with aws or ssm, which is reserved by AWS.'],
  [
    'key-name',
    'my key',
    'store: "ssm" with key-name "my key" has characters that a parameter name cannot have.',
  ],
  ['store-kms-key-id', 'my key', 'store-kms-key-id: "my key" is not the ID, the ARN, or the alias (alias/…)'],
])('an invalid %s (%s) is an error before any request', async (name, value, problem) => {
  await using scenario = await openScenario();
  const run = await scenario.run([keyPairStep({ store: 'ssm', [name]: value })]);
  expect(annotated(stepOf(run), 'error').join()).toContain(problem);
  expect(scenario.aws.requests).toEqual([]);
});

test.each([{}, { 'dry-run': true }])(
  'a KMS key for a private key that a store has already is said not to be used (%j)',
  async (more) => {
    await using scenario = await openScenario();
    const ensureInStore = { operation: 'ensure', 'key-name': 'deploy', 'key-type': 'ed25519', store: 'ssm' };
    await scenario.run([keyPairStep(ensureInStore)]);
    const same = await scenario.run([keyPairStep({ ...ensureInStore, ...more })]);
    expect(same.log).not.toContain('Not applied');
    const run = await scenario.run([
      keyPairStep({ ...ensureInStore, ...more, 'store-kms-key-id': 'alias/local' }),
    ]);
    expect(run.log).toContain(
      'Not applied: store-kms-key-id. It applies only when the private key is written: ssm:/ec2/keypair/deploy stays encrypted as it is.',
    );
  },
);

test('an own KMS key encrypts the copy, and only without one there is a notice', async () => {
  await using scenario = await openScenario();
  const create = { 'key-name': 'deploy', 'key-type': 'ed25519', store: 'ssm' };
  const own = await scenario.run([keyPairStep({ ...create, 'store-kms-key-id': 'alias/local' })]);
  expect(scenario.aws.parameters(region)).toEqual([expect.objectContaining({ keyId: 'alias/local' })]);
  expect(annotated(stepOf(own), 'notice')).toEqual([]);
  const open = await scenario.run([keyPairStep({ ...create, 'key-name': 'other' })]);
  expect(annotated(stepOf(open), 'notice').join()).toMatch(/^ssm:\/ec2\/keypair\/other is encrypted with /);
});
