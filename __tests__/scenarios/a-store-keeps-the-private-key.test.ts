import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { LocalAws, StoredParameter, StoredSecret } from '../../local/aws/server.ts';
import {
  annotated,
  copyKeyStep,
  keyLeaks,
  keyPairStep,
  openScenario,
  postOf,
  type Scenario,
  stepOf,
  tagsOf,
} from '../lib/scenario.ts';

const region = 'eu-west-1';

/** The stores, and how a test sees what each has. */
const stores = [
  {
    store: 'ssm',
    reference: (name: string) => `ssm:/ec2/keypair/${name}`,
    values: (aws: LocalAws): readonly (StoredParameter | StoredSecret)[] => aws.parameters(region),
    put: 'PutParameter',
    read: 'GetParameter',
    look: 'ListTagsForResource',
    delete: 'DeleteParameter',
  },
  {
    store: 'secrets-manager',
    reference: (name: string) => `secrets-manager:ec2-ssh-key/${name}/private`,
    values: (aws: LocalAws): readonly (StoredParameter | StoredSecret)[] => aws.secrets(region),
    put: 'CreateSecret',
    read: 'GetSecretValue',
    look: 'DescribeSecret',
    delete: 'DeleteSecret',
  },
] as const;

/** The operations that the action sent to a store, in order. */
function sentToStores({ requests }: LocalAws, since = 0): string[] {
  return requests
    .slice(since)
    .filter(({ service }) => service === 'ssm' || service === 'secretsmanager')
    .map(({ operation }) => operation);
}

function kept(scenario: Scenario): string {
  return path.join(scenario.aside, 'copy.pem');
}

describe.each(stores)('with store: $store,', ({ store, reference, values, ...calls }) => {
  const create = { 'key-type': 'ed25519', store };

  test('one job creates the key pair, another one gets its private key, and a third one deletes both', async () => {
    await using scenario = await openScenario();
    const { aws } = scenario;

    const first = await scenario.run([keyPairStep(create), copyKeyStep(kept(scenario))]);
    expect(first.conclusion).toBe('success');
    const { 'key-name': name = '', 'private-key-store': where } = stepOf(first).outputs;
    expect(where).toBe(reference(name));
    const created = readFileSync(kept(scenario), 'utf8');
    expect(values(aws)).toEqual([expect.objectContaining({ value: created })]);
    expect(sentToStores(aws)).toEqual([calls.look, calls.put, calls.read]);

    const second = await scenario.run([
      keyPairStep({ operation: 'fetch', 'key-name': name }),
      copyKeyStep(kept(scenario)),
    ]);
    expect(second.conclusion).toBe('success');
    expect(readFileSync(kept(scenario), 'utf8')).toBe(created);
    expect(stepOf(second).outputs['private-key-store']).toBe(where);

    const third = await scenario.run([keyPairStep({ operation: 'delete', 'run-id': '4242' })]);
    expect(third.conclusion).toBe('success');
    expect([aws.keyPairs(region), values(aws)]).toEqual([[], []]);
    expect([first, second, third].flatMap((run) => keyLeaks(run, scenario))).toEqual([]);
  });

  test('the key pair names the copy, and the copy names the key pair and the repository', async () => {
    await using scenario = await openScenario();
    await scenario.run([keyPairStep({ ...create, 'key-name': 'deploy' })]);

    const tags = tagsOf(scenario.aws, 'deploy');
    expect(tags['ec2-key-pair-action:store']).toBe(reference('deploy'));
    expect(tags['ec2-key-pair-action:lifetime']).toBe('persistent');
    const [copy] = values(scenario.aws);
    const [pair] = scenario.aws.keyPairs(region);
    expect(Object.fromEntries((copy?.tags ?? []).map(({ key, value }) => [key, value]))).toEqual({
      'managed-by': 'ec2-key-pair-action',
      'ec2-key-pair-action:repository': 'github.com/octo/widgets',
      'ec2-key-pair-action:key-pair-id': pair?.id,
      'ec2-key-pair-action:nonce': tags['ec2-key-pair-action:nonce'],
    });
  });

  test('the copy of a temporary key pair is deleted before the key pair when the job ends', async () => {
    await using scenario = await openScenario();
    const run = await scenario.run([keyPairStep({ ...create, lifetime: 'job' })]);
    expect(run.conclusion).toBe('success');
    expect([scenario.aws.keyPairs(region), values(scenario.aws)]).toEqual([[], []]);
    const deletions = scenario.aws.requests.filter(({ operation }) => operation.startsWith('Delete'));
    expect(deletions.map(({ operation }) => operation)).toEqual([calls.delete, 'DeleteKeyPair']);
    expect(postOf(run).log.join('\n')).toMatch(/Deleted the private key in \S+ in eu-west-1\./);
  });

  test('a key pair that is used in another run has its private key there, and gets no second copy', async () => {
    await using scenario = await openScenario();
    const ensure = { operation: 'ensure', 'key-name': 'fleet', 'key-type': 'ed25519', store };
    const first = await scenario.run([keyPairStep(ensure), copyKeyStep(kept(scenario))]);
    const created = readFileSync(kept(scenario), 'utf8');
    const copies = values(scenario.aws);
    const second = await scenario.run([keyPairStep(ensure), copyKeyStep(kept(scenario))], {
      github: { repository: 'octo/widgets', runId: '4243', runAttempt: '1', job: 'deploy' },
    });
    expect([first.conclusion, second.conclusion]).toEqual(['success', 'success']);
    expect(stepOf(second).outputs['created']).toBe('false');
    expect(readFileSync(kept(scenario), 'utf8')).toBe(created);
    expect(values(scenario.aws)).toEqual(copies);
    expect(annotated(stepOf(second), 'warning')).toEqual([]);
    expect(keyLeaks(second, scenario)).toEqual([]);
  });

  test.each([
    ['execute-then-drop', { kind: 'execute-then-drop' }],
    ['execute-then-error', { kind: 'execute-then-error', code: 'InternalServerError', status: 500 }],
    ['execute-twice', { kind: 'execute-twice' }],
    ['throttle', { kind: 'throttle' }],
    ['drop', { kind: 'drop' }],
  ] as const)('a request that keeps the copy succeeds in the end (%s)', async (_, effect) => {
    await using scenario = await openScenario();
    scenario.aws.faults.add({ on: calls.put, effect });
    const run = await scenario.run([keyPairStep({ ...create, 'key-name': 'deploy' })]);
    expect(run.conclusion).toBe('success');
    expect(values(scenario.aws)).toHaveLength(1);
    expect(scenario.aws.keyPairs(region)).toHaveLength(1);
  });

  test('stale reads delay the check of the copy, and a denied read does not fail the step', async () => {
    await using scenario = await openScenario();
    scenario.aws.faults.staleReadsOfStores = 3;
    const stale = await scenario.run([keyPairStep({ ...create, 'key-name': 'stale' })]);
    expect(stale.conclusion).toBe('success');
    scenario.aws.faults.add({ on: calls.read, times: Infinity, effect: { kind: 'deny' } });
    const denied = await scenario.run([keyPairStep({ ...create, 'key-name': 'denied' })]);
    expect(denied.conclusion).toBe('success');
    expect(denied.log).toMatch(/not checked: the role lacks (?:ssm|secretsmanager):Get/);
    expect(values(scenario.aws)).toHaveLength(2);
  });

  test('if the copy cannot be written, the step fails, says why, and leaves nothing', async () => {
    await using scenario = await openScenario();
    scenario.aws.faults.add({ on: calls.put, times: Infinity, effect: { kind: 'deny' } });
    const run = await scenario.run([keyPairStep({ ...create, 'key-name': 'deploy' })]);
    expect(run.conclusion).toBe('failure');
    const [error = ''] = annotated(stepOf(run), 'error');
    expect(error).toContain(
      `Could not keep a private key in ${reference('deploy')} in eu-west-1: AccessDenied`,
    );
    expect(error).toMatch(
      /The role needs (?:ssm:PutParameter and ssm:AddTags|secretsmanager:CreateSecret and )/,
    );
    expect([scenario.aws.keyPairs(region), values(scenario.aws)]).toEqual([[], []]);
    expect(annotated(postOf(run), 'warning')).toEqual([]);
  });

  test('a value of others under the name is left untouched, and nothing is created', async () => {
    await using scenario = await openScenario();
    const job = keyPairStep({ ...create, 'key-name': 'first', store: reference('shared') });
    await scenario.run([job]);
    const before = values(scenario.aws);
    const run = await scenario.run([
      keyPairStep({ ...create, 'key-name': 'second', store: reference('shared') }),
    ]);
    expect(run.conclusion).toBe('failure');
    expect(annotated(stepOf(run), 'error').join()).toMatch(
      new RegExp(
        `^${reference('shared')} already exists in eu-west-1, with the private key of another key pair`,
      ),
    );
    expect(values(scenario.aws)).toEqual(before);
    expect(scenario.aws.keyPairs(region).map(({ name }) => name)).toEqual(['first']);
  });

  test('delete leaves a copy that does not name the key pair, and a key pair that EC2 would not delete keeps its copy', async () => {
    await using scenario = await openScenario();
    const { aws } = scenario;
    await scenario.run([keyPairStep({ ...create, 'key-name': 'deploy' })]);
    aws.faults.add({ on: 'DeleteKeyPair', times: Infinity, effect: { kind: 'deny' } });
    const remove = keyPairStep({ operation: 'delete', 'key-name': 'deploy' });
    const denied = await scenario.run([remove]);
    expect(denied.conclusion).toBe('failure');
    expect([aws.keyPairs(region).length, values(aws).length]).toEqual([1, 1]);
    aws.faults.clear();

    aws.faults.add({ on: calls.delete, times: Infinity, effect: { kind: 'deny' } });
    const stays = await scenario.run([remove]);
    expect(stays.conclusion).toBe('failure');
    expect([aws.keyPairs(region).length, values(aws).length]).toEqual([1, 1]);
    aws.faults.clear();
    expect((await scenario.run([remove])).conclusion).toBe('success');
    expect([aws.keyPairs(region), values(aws)]).toEqual([[], []]);
  });

  test('a copy of another key is an error, and is masked all the same', async () => {
    await using scenario = await openScenario();
    const { aws } = scenario;
    await scenario.run([keyPairStep({ ...create, 'key-name': 'one', store: reference('one') })]);
    const other = { 'ec2-key-pair-action:store': reference('one') };
    await aws.seedKeyPairs(region, [{ keyName: 'two', tags: other, createTime: new Date(0) }]);
    const run = await scenario.run([keyPairStep({ operation: 'fetch', 'key-name': 'two' })]);
    expect(run.conclusion).toBe('failure');
    expect(annotated(stepOf(run), 'error').join()).toContain(
      `The private key in ${reference('one')} (SHA256:`,
    );
    expect(run.log).toContain('does not belong to key pair "two" in eu-west-1');
    expect(keyLeaks(run, scenario)).toEqual([]);
    expect(stepOf(run).raw.filter(({ text }) => text.includes('::add-mask::')).length).toBeGreaterThan(0);
  });

  test('a dry run says where the copy would be, and keeps nothing', async () => {
    await using scenario = await openScenario();
    const run = await scenario.run([keyPairStep({ ...create, 'key-name': 'deploy', 'dry-run': true })]);
    expect(run.conclusion).toBe('success');
    expect(run.log).toContain(`Dry run: would keep the private key in ${reference('deploy')}`);
    expect(stepOf(run).outputs['private-key-store']).toBe(reference('deploy'));
    expect([scenario.aws.keyPairs(region), values(scenario.aws)]).toEqual([[], []]);
  });
});
