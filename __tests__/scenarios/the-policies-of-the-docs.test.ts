import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { startLocalGitHub } from '../../local/github/server.ts';
import { actionFolder, keyPairStep, openScenario, stepOf, tagsOf, thisRun } from '../lib/scenario.ts';
import { age, loseRotation, rotatingRun } from './parts/lost-rotation.ts';
import {
  elsewhere,
  isAllowed,
  mayAssume,
  type NeededPermission,
  type Policy,
  permissionsOf,
} from './parts/policy-simulation.ts';
import { hoursAgo } from './parts/swept-key-pairs.ts';

const page = readFileSync(path.join(actionFolder, 'docs/permissions.md'), 'utf8');

/** For the repository of the scenarios. */
function forThisRepository(text: string): string {
  return text
    .replaceAll('ORG/REPO', 'octo/widgets')
    .replaceAll('ORG@ORG_ID/REPO@REPO_ID', 'octo@1/widgets@2')
    .replaceAll('ACCOUNT_ID', '123456789012')
    .replaceAll('REGION', 'eu-west-1');
}

function policyIn(file: string): Policy {
  return JSON.parse(forThisRepository(readFileSync(path.join(actionFolder, 'docs/iam', file), 'utf8')));
}

/** The policy to attach, which is the first one on the page. */
function policyToAttach(): Policy {
  const [, json = ''] = /```json\n(\{\n {2}"Version"[\s\S]*?)```/.exec(page) ?? [];
  return JSON.parse(forThisRepository(json));
}

const otherRegion = { from: 'eu-west-1', to: 'us-east-1' };
const otherAccount = { from: '123456789012', to: '210987654321' };
const otherName = { from: 'gha-', to: 'other-' };

/** Calls that IAM can limit by name only when the key pair is created: later, its resource is the ID. */
const limitedByName = ['ec2:CreateKeyPair', 'ec2:ImportKeyPair'];

/** What the policies must deny of a call that they allow, each with a name. */
function deniedVariants(needed: NeededPermission): readonly (readonly [string, NeededPermission])[] {
  const { action, context } = needed;
  const inOtherRegion = ['another Region', elsewhere(needed, otherRegion)] as const;
  if (action === 'ec2:DescribeKeyPairs') return [inOtherRegion];
  const isNamed = !action.startsWith('ec2:') || limitedByName.includes(action);
  // The call that creates what is tagged is denied instead.
  const isLimitedByTag = action !== 'ec2:CreateTags' || context['ec2:CreateAction'] === undefined;
  return [
    inOtherRegion,
    ['another account', elsewhere(needed, otherAccount)],
    ...(isNamed ? [['another name', elsewhere(needed, otherName)] as const] : []),
    ...(isLimitedByTag
      ? [['another repository', { ...needed, context: withTags(context, otherTags) }] as const]
      : []),
  ];
}

async function expectLimits(
  needed: readonly NeededPermission[],
  allows: (one: NeededPermission) => Promise<boolean>,
): Promise<void> {
  for (const one of needed) {
    expect([one, await allows(one)]).toEqual([one, true]);
    for (const [name, variant] of deniedVariants(one)) {
      expect([name, variant, await allows(variant)]).toEqual([name, variant, false]);
    }
  }
}

const otherTags = { 'ec2-key-pair-action:repository': 'github.com/octo/other' };

describe.each([
  ['ssm', 'store-ssm.json'],
  ['secrets-manager', 'store-secrets-manager.json'],
])('with store: %s, the policy and docs/iam/%s', (store, file) => {
  test('allow what three jobs send, and nothing of it in another Region or account, or for another name or repository', async () => {
    await using scenario = await openScenario();
    const { aws } = scenario;
    const { accountId } = aws.account;
    const created = await scenario.run([keyPairStep({ 'key-type': 'ed25519', store })]);
    const { 'key-name': keyName = '' } = stepOf(created).outputs;
    expect(keyName).toMatch(/^gha-/);
    const tags = tagsOf(aws, keyName);
    await scenario.run([keyPairStep({ operation: 'fetch', 'key-name': keyName })]);
    await scenario.run([keyPairStep({ operation: 'delete', 'run-id': '4242' })]);
    expect(aws.keyPairs('eu-west-1')).toEqual([]);

    const policies = [policyToAttach(), policyIn(file)];
    const allows = (needed: NeededPermission) => isAllowed(needed, accountId, policies);
    const subject = { keyName, accountId, region: 'eu-west-1', tags };
    const needed = aws.requests.flatMap((request) => permissionsOf(request, subject));
    expect(new Set(needed.map(({ action }) => action)).size).toBeGreaterThanOrEqual(9);
    await expectLimits(needed, allows);
    const alone = needed.filter(({ action }) => !action.startsWith('ec2:'));
    for (const one of alone) expect(await isAllowed(one, accountId, [policyToAttach()])).toBe(false);
  });

  test('are on the page as they are in the file', () => {
    const [statement] = policyIn(file).Statement;
    const fences = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map(([, json = '']) =>
      JSON.parse(forThisRepository(json)),
    );
    expect(fences).toContainEqual(statement);
  });
});

describe('the policy to attach', () => {
  const generated = { 'generate-on': 'runner', 'key-type': 'ed25519' };

  /** The permissions that every operation without a store needs. */
  async function neededByOperations(): Promise<NeededPermission[]> {
    await using scenario = await openScenario();
    const { aws } = scenario;
    const { accountId } = aws.account;
    const keyName = 'gha-fleet';
    const named = { 'key-name': keyName };
    const tagged: Record<string, string>[] = [];
    for (const inputs of [
      { operation: 'create', ...named, 'key-type': 'ed25519', lifetime: 'run' },
      { operation: 'ensure', ...named, tags: 'a=b' },
      { operation: 'describe', ...named },
      { operation: 'delete', ...named },
      { operation: 'create', ...named, ...generated, lifetime: 'run' },
      { operation: 'delete', 'run-id': '4242' },
    ]) {
      const run = await scenario.run([keyPairStep(inputs)]);
      expect(run.conclusion).toBe('success');
      tagged.push(tagsOf(aws, keyName));
    }
    const [tags = {}] = tagged;
    const subject = { keyName, accountId, region: 'eu-west-1', tags };
    return aws.requests.flatMap((request) => permissionsOf(request, subject));
  }

  test('allows what the operations send, and nothing of it in another Region or account, or for another name or repository', async () => {
    const needed = await neededByOperations();
    const actions = new Set(needed.map(({ action }) => action));
    expect([...actions].sort()).toEqual([
      'ec2:CreateKeyPair',
      'ec2:CreateTags',
      'ec2:DeleteKeyPair',
      'ec2:DescribeKeyPairs',
      'ec2:ImportKeyPair',
    ]);
    await expectLimits(needed, (one) => isAllowed(one, '123456789012', [policyToAttach()]));
  });

  test('does not allow the tags by which the action recognizes its key pairs to be changed', async () => {
    const tagging = (await neededByOperations()).find(
      ({ action, context }) => action === 'ec2:CreateTags' && context['ec2:CreateAction'] === undefined,
    );
    if (tagging === undefined) throw new Error('nothing was tagged');
    for (const key of ['managed-by', 'ec2-key-pair-action:repository']) {
      const taking = { ...tagging, context: { ...tagging.context, 'aws:TagKeys': ['a', key] } };
      expect([key, await isAllowed(taking, '123456789012', [policyToAttach()])]).toEqual([key, false]);
    }
  });
});

describe('docs/iam/sweep.json', () => {
  test.each([
    ['ssm', 6],
    ['secrets-manager', 6],
  ])(
    'allows what a sweep of key pairs with a store sends, and nothing of it for another repository: %s',
    async (store, kinds) => {
      await using scenario = await openScenario();
      const github = await startLocalGitHub();
      const { aws } = scenario;
      const { accountId } = aws.account;
      github.setRun(thisRun.repository, thisRun.runId, [{ status: 'completed', updatedAt: hoursAgo(2) }]);
      const created = await scenario.run([keyPairStep({ 'key-type': 'ed25519', store })]);
      const { 'key-name': keyName = '' } = stepOf(created).outputs;
      const tags = tagsOf(aws, keyName);
      const before = aws.requests.length;

      const run = await scenario.run([keyPairStep({ operation: 'sweep' })], {
        github: { ...thisRun, apiUrl: github.url, token: github.token },
      });
      await github.close();

      expect(stepOf(run).outputs['deleted']).toBe('1');
      const subject = { keyName, accountId, region: 'eu-west-1', tags };
      const needed = aws.requests.slice(before).flatMap((request) => permissionsOf(request, subject));
      expect(needed).toHaveLength(kinds);
      const policy = [policyIn('sweep.json')];
      for (const one of needed) expect([one, await isAllowed(one, accountId, policy)]).toEqual([one, true]);
      const deletions = needed.filter(({ action }) => /:Delete/.test(action));
      expect(new Set(deletions.map(({ action }) => action)).size).toBe(2);
      for (const one of deletions) {
        const ofOthers = { ...one, context: withTags(one.context, otherTags) };
        expect([ofOthers, await isAllowed(ofOthers, accountId, policy)]).toEqual([ofOthers, false]);
        const withoutTags = { ...one, context: {} };
        expect([withoutTags, await isAllowed(withoutTags, accountId, policy)]).toEqual([withoutTags, false]);
      }
    },
  );

  test.each([
    'ec2:CreateKeyPair',
    'ec2:ImportKeyPair',
    'ec2:CreateTags',
    'ssm:GetParameter',
    'secretsmanager:GetSecretValue',
  ])('does not allow %s', async (action) => {
    const resource = {
      ec2: 'arn:aws:ec2:eu-west-1:123456789012:key-pair/gha-x',
      ssm: 'arn:aws:ssm:eu-west-1:123456789012:parameter/ec2/keypair/gha-x',
      secretsmanager: 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:ec2-ssh-key/gha-x/private-a1B2c3',
    }[action.split(':')[0] as 'ec2'];
    const context = {
      'aws:ResourceTag/managed-by': 'ec2-key-pair-action',
      'aws:ResourceTag/ec2-key-pair-action:repository': 'github.com/octo/widgets',
    };
    expect(await isAllowed({ action, resource, context }, '123456789012', [policyIn('sweep.json')])).toBe(
      false,
    );
  });

  test('is on the page as it is in the file', () => {
    const fences = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map(([, json = '']) =>
      JSON.parse(forThisRepository(json)),
    );
    expect(fences).toContainEqual(policyIn('sweep.json'));
  });
});

describe.each(['ssm', 'secrets-manager'])('with a copy in %s, docs/iam/sweep-rotations.json', (store) => {
  test('and sweep.json allow what a sweep that ends rotations sends, and nothing of it for another repository', async () => {
    await using scenario = await openScenario();
    const github = await startLocalGitHub();
    const { aws } = scenario;
    const { accountId } = aws.account;
    const { repository } = thisRun;
    github.setRun(repository, thisRun.runId, [{ status: 'in_progress', updatedAt: hoursAgo(0) }]);
    github.setRun(repository, rotatingRun.runId, [{ status: 'completed', updatedAt: hoursAgo(1) }]);
    const keyName = 'gha-fleet';
    await scenario.run([
      keyPairStep({ operation: 'ensure', 'key-name': keyName, 'key-type': 'ed25519', store }),
    ]);
    const tags = tagsOf(aws, keyName);
    const needed: NeededPermission[] = [];
    // The first one is completed, the second one is undone.
    for (const after of [
      { operation: 'ImportKeyPair', imports: 2 },
      { operation: 'DeleteKeyPair', imports: 1 },
    ] as const) {
      await loseRotation(scenario, { 'key-name': keyName }, after);
      age(scenario, 60);
      const before = aws.requests.length;
      const run = await scenario.run([keyPairStep({ operation: 'sweep' })], {
        github: { ...thisRun, apiUrl: github.url, token: github.token },
      });
      expect([run.conclusion, aws.keyPairs('eu-west-1').map(({ name }) => name)]).toEqual([
        'success',
        [keyName],
      ]);
      const subject = { keyName, accountId, region: 'eu-west-1', tags };
      needed.push(...aws.requests.slice(before).flatMap((request) => permissionsOf(request, subject)));
    }
    await github.close();

    const both = [policyIn('sweep.json'), policyIn('sweep-rotations.json')];
    for (const one of needed) expect([one, await isAllowed(one, accountId, both)]).toEqual([one, true]);
    const readsOnly = ['ec2:DescribeKeyPairs', 'ssm:ListTagsForResource', 'secretsmanager:DescribeSecret'];
    for (const one of needed.filter(({ action }) => !readsOnly.includes(action))) {
      if (one.action === 'ec2:CreateTags' && 'ec2:CreateAction' in one.context) continue;
      const ofOthers = { ...one, context: withTags(one.context, otherTags) };
      expect([ofOthers, await isAllowed(ofOthers, accountId, both)]).toEqual([ofOthers, false]);
    }
    const actions = [...new Set(needed.map(({ action }) => action))];
    const granted = policyIn('sweep-rotations.json').Statement.flatMap((statement) =>
      'Action' in statement ? statement.Action : [],
    );
    const ofStore = granted.filter((action) =>
      new RegExp(`^(?:ec2|${store.replace('-', '')}):`).test(String(action)),
    );
    expect(actions).toEqual(expect.arrayContaining([...new Set(ofStore)]));
  });
});

describe.each(['ssm', 'secrets-manager'])('with a copy in %s, docs/iam/rotate.json', (store) => {
  test('alone allows what rotate sends, and nothing of it for another repository', async () => {
    await using scenario = await openScenario();
    const { aws } = scenario;
    const { accountId } = aws.account;
    const keyName = 'gha-fleet';
    await scenario.run([
      keyPairStep({ operation: 'ensure', 'key-name': keyName, 'key-type': 'ed25519', store }),
    ]);
    const tags = tagsOf(aws, keyName);
    const before = aws.requests.length;
    const run = await scenario.run([keyPairStep({ operation: 'rotate', 'key-name': keyName })]);
    expect(run.conclusion).toBe('success');

    const subject = { keyName, accountId, region: 'eu-west-1', tags };
    const needed = aws.requests.slice(before).flatMap((request) => permissionsOf(request, subject));
    const actions = new Set(needed.map(({ action }) => action));
    expect(actions).toContain('ec2:ImportKeyPair');
    expect(actions).toContain(store === 'ssm' ? 'ssm:GetParameterHistory' : 'secretsmanager:PutSecretValue');
    const policy = [policyIn('rotate.json')];
    for (const one of needed) expect([one, await isAllowed(one, accountId, policy)]).toEqual([one, true]);
    for (const one of needed.filter(({ action }) => action !== 'ec2:DescribeKeyPairs')) {
      if (one.action === 'ec2:CreateTags' && 'ec2:CreateAction' in one.context) continue;
      const ofOthers = { ...one, context: withTags(one.context, otherTags) };
      expect([ofOthers, await isAllowed(ofOthers, accountId, policy)]).toEqual([ofOthers, false]);
    }
  });
});

describe('docs/iam/rotate-instances.json', () => {
  test('allows what rotate also sends to update instances, and no command on other instances or of another document', async () => {
    await using scenario = await openScenario();
    const { aws } = scenario;
    const { accountId } = aws.account;
    const keyName = 'gha-fleet';
    await scenario.run([keyPairStep({ operation: 'ensure', 'key-name': keyName, 'key-type': 'ed25519' })]);
    const key = aws.keyPairs('eu-west-1')[0]?.publicKey ?? '';
    aws.machines.add({ keyName, files: { '/root/.ssh/authorized_keys': `${key}\n` } });
    const tags = tagsOf(aws, keyName);
    const before = aws.requests.length;
    // The second command fails, so that the post step stops and repeats it.
    aws.machines.faults.add({ after: 1, effect: { kind: 'fail', executed: false } });
    await scenario.run([
      keyPairStep({
        ...{ operation: 'rotate', 'key-name': keyName, 'update-instances': 'ssm' },
        'output-private-key': true,
      }),
    ]);
    const tagsOfInstances = { TAG_KEY: 'TAG_VALUE' };
    const subject = { keyName, accountId, region: 'eu-west-1', tags, tagsOfInstances };
    const needed = aws.requests.slice(before).flatMap((request) => permissionsOf(request, subject));
    const own = [policyIn('rotate-instances.json')];
    const both = [policyIn('rotate.json'), ...own];
    for (const one of needed) expect([one, await isAllowed(one, accountId, both)]).toEqual([one, true]);

    const ofInstances = needed.filter(
      ({ action }) => action === 'ec2:DescribeInstances' || /^ssm:.*(?:Command|Instance)/.test(action),
    );
    expect([...new Set(ofInstances.map(({ action }) => action))].sort()).toEqual([
      'ec2:DescribeInstances',
      'ssm:DescribeInstanceInformation',
      'ssm:ListCommandInvocations',
      'ssm:SendCommand',
    ]);
    for (const one of ofInstances) {
      expect([one, await isAllowed(one, accountId, [policyIn('rotate.json')])]).toEqual([one, false]);
    }
    const commands = ofInstances.filter(({ action }) => action === 'ssm:SendCommand');
    for (const one of commands) {
      const isOnInstance = one.resource.includes(':instance/');
      const other = isOnInstance
        ? { ...one, context: withTags(one.context, { TAG_KEY: 'other' }) }
        : elsewhere(one, { from: 'AWS-RunShellScript', to: 'AWS-RunRemoteScript' });
      expect([other, await isAllowed(other, accountId, both)]).toEqual([other, false]);
    }
  });

  test('allows what rotate sends to end a rotation that was lost, with its new key', async () => {
    await using scenario = await openScenario();
    const { aws } = scenario;
    const { accountId } = aws.account;
    const keyName = 'gha-fleet';
    await scenario.run([
      keyPairStep({
        ...{ operation: 'ensure', 'key-name': keyName, 'key-type': 'ed25519', lifetime: 'persistent' },
      }),
    ]);
    const key = aws.keyPairs('eu-west-1')[0]?.publicKey ?? '';
    aws.machines.add({ keyName, files: { '/root/.ssh/authorized_keys': `${key}\n` } });
    const inputs = { 'key-name': keyName, 'update-instances': 'ssm', 'output-private-key': 'true' };
    await loseRotation(scenario, inputs, { operation: 'ImportKeyPair', imports: 2 });
    age(scenario, 16);
    const tags = tagsOf(aws, keyName);
    const before = aws.requests.length;
    await scenario.run([keyPairStep({ operation: 'rotate', ...inputs })]);
    const subject = {
      ...{ keyName, accountId, region: 'eu-west-1', tags },
      tagsOfInstances: { TAG_KEY: 'TAG_VALUE' },
    };
    const needed = aws.requests.slice(before).flatMap((request) => permissionsOf(request, subject));
    const notes = needed.filter(
      ({ action, context }) => action === 'ec2:CreateTags' && !('ec2:CreateAction' in context),
    );
    expect(notes.map(({ context }) => context['aws:TagKeys'])).toEqual([['ec2-key-pair-action:unrevoked']]);
    const both = [policyIn('rotate.json'), policyIn('rotate-instances.json')];
    for (const one of needed) expect([one, await isAllowed(one, accountId, both)]).toEqual([one, true]);
    for (const one of notes) {
      const ofOthers = { ...one, context: withTags(one.context, otherTags) };
      expect(await isAllowed(ofOthers, accountId, both)).toBe(false);
    }
  });

  test('allows commands to be canceled', async () => {
    const needed = { action: 'ssm:CancelCommand', resource: '*', context: {} };
    expect(await isAllowed(needed, '123456789012', [policyIn('rotate-instances.json')])).toBe(true);
  });
});

describe('docs/iam/store-kms.json', () => {
  const resource = 'arn:aws:kms:eu-west-1:123456789012:key/KEY_ID';

  test.each([
    ['ssm.eu-west-1.amazonaws.com', true],
    ['secretsmanager.eu-west-1.amazonaws.com', true],
    ['secretsmanager.us-east-1.amazonaws.com', false],
    ['s3.eu-west-1.amazonaws.com', false],
  ])('allows the key through %s: %s', async (viaService, expected) => {
    for (const action of ['kms:Encrypt', 'kms:GenerateDataKey', 'kms:Decrypt']) {
      const needed = { action, resource, context: { 'kms:ViaService': viaService } };
      expect(await isAllowed(needed, '123456789012', [policyIn('store-kms.json')])).toBe(expected);
    }
  });

  test.each([
    ['Region', otherRegion],
    ['account', otherAccount],
  ])('does not allow a key of another %s', async (_, change) => {
    const context = { 'kms:ViaService': 'ssm.eu-west-1.amazonaws.com' };
    const needed = elsewhere({ action: 'kms:Decrypt', resource, context }, change);
    expect(await isAllowed(needed, '123456789012', [policyIn('store-kms.json')])).toBe(false);
  });

  test('does not allow the key directly', async () => {
    const needed = { action: 'kms:Decrypt', resource, context: {} };
    expect(await isAllowed(needed, '123456789012', [policyIn('store-kms.json')])).toBe(false);
  });
});

describe('docs/iam/trust-policy.json', () => {
  const aud = 'sts.amazonaws.com';
  const sub = 'repo:octo/widgets:ref:refs/heads/main';
  const policy = policyIn('trust-policy.json');

  test.each([
    ['a job on the branch', { sub, aud }, true],
    ['a job in a newer repository', { sub: 'repo:octo@1/widgets@2:ref:refs/heads/main', aud }, true],
    ['another branch', { sub: 'repo:octo/widgets:ref:refs/heads/other', aud }, false],
    ['a pull request', { sub: 'repo:octo/widgets:pull_request', aud }, false],
    ['another repository', { sub: 'repo:octo/other:ref:refs/heads/main', aud }, false],
    [
      'another repository with the same name',
      { sub: 'repo:octo@1/widgets@3:ref:refs/heads/main', aud },
      false,
    ],
    ['a token for another audience', { sub, aud: 'https://github.com/octo' }, false],
    ['a token without a subject', { aud }, false],
    ['another issuer', { sub, aud, iss: 'tokens.example' }, false],
  ])('allows %s: %j, %s', async (_case, claims, expected) => {
    expect(await mayAssume(policy, claims, '123456789012')).toBe(expected);
  });

  test('is on the page as it is in the file', () => {
    const fences = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map(([, json = '']) =>
      JSON.parse(forThisRepository(json)),
    );
    expect(fences).toContainEqual(policy);
  });
});

function withTags(
  context: NeededPermission['context'],
  tags: Readonly<Record<string, string>>,
): NeededPermission['context'] {
  return Object.fromEntries(
    Object.entries(context).map(([name, value]) => [name, tags[name.replace(/^aws:\w+\//, '')] ?? value]),
  );
}
