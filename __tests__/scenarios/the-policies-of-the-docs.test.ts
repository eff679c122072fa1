import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { actionFolder, keyPairStep, openScenario, stepOf, tagsOf } from '../lib/scenario.ts';
import { isAllowed, type NeededPermission, type Policy, permissionsOf } from './parts/policy-simulation.ts';

const page = readFileSync(path.join(actionFolder, 'docs/permissions.md'), 'utf8');

/** For the repository of the scenarios. */
function forThisRepository(text: string): string {
  return text.replaceAll('ORG/REPO', 'octo/widgets').replaceAll('ACCOUNT_ID', '123456789012');
}

function policyIn(file: string): Policy {
  return JSON.parse(forThisRepository(readFileSync(path.join(actionFolder, 'docs/iam', file), 'utf8')));
}

/** The policy to attach, which is the first one on the page. */
function policyToAttach(): Policy {
  const [, json = ''] = /```json\n(\{\n {2}"Version"[\s\S]*?)```/.exec(page) ?? [];
  return JSON.parse(forThisRepository(json));
}

const otherTags = { 'ec2-key-pair-action:repository': 'github.com/octo/other' };

describe.each([
  ['ssm', 'store-ssm.json'],
  ['secrets-manager', 'store-secrets-manager.json'],
])('with store: %s, the policy and docs/iam/%s', (store, file) => {
  test('allow what three jobs send, and nothing of it for another name or repository', async () => {
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
    for (const one of needed) expect([one, await allows(one)]).toEqual([one, true]);

    for (const one of needed.filter(({ action }) => action !== 'ec2:DescribeKeyPairs')) {
      const ofOthers = { ...one, context: withTags(one.context, otherTags) };
      const mayTag = one.action === 'ec2:CreateTags';
      if (!mayTag) expect([ofOthers, await allows(ofOthers)]).toEqual([ofOthers, false]);
      const isByTag = one.action.startsWith('ec2:') && one.action !== 'ec2:CreateKeyPair';
      const otherName = { ...one, resource: one.resource.replace('gha-', 'other-') };
      if (!isByTag) expect([otherName, await allows(otherName)]).toEqual([otherName, false]);
    }
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

describe('docs/iam/store-kms.json', () => {
  const resource = 'arn:aws:kms:eu-west-1:123456789012:key/KEY_ID';

  test.each([
    ['ssm.eu-west-1.amazonaws.com', true],
    ['secretsmanager.us-east-1.amazonaws.com', true],
    ['s3.eu-west-1.amazonaws.com', false],
  ])('allows the key through %s: %s', async (viaService, expected) => {
    for (const action of ['kms:Encrypt', 'kms:GenerateDataKey', 'kms:Decrypt']) {
      const needed = { action, resource, context: { 'kms:ViaService': viaService } };
      expect(await isAllowed(needed, '123456789012', [policyIn('store-kms.json')])).toBe(expected);
    }
  });

  test('does not allow the key directly', async () => {
    const needed = { action: 'kms:Decrypt', resource, context: {} };
    expect(await isAllowed(needed, '123456789012', [policyIn('store-kms.json')])).toBe(false);
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
