import { describe, expect, test } from '@jest/globals';
import { tokenLeaks } from '../../test-support/token-leaks.ts';
import { annotated, keyPairStep, postOf, stepOf } from '../lib/scenario.ts';
import { openRoleScenario, roleArn } from './parts/role-scenario.ts';

const region = 'eu-west-1';
const ofRole = '111111111111';

const inputs = { 'key-name': 'temporary', 'key-type': 'ed25519' };
const withRole = keyPairStep({ ...inputs, 'role-to-assume': roleArn });

describe('with role-to-assume, a job whose sessions expired before post', () => {
  test('needs no sign-in step, and post deletes the key pair', async () => {
    await using opened = await openRoleScenario();
    const { scenario, tokens } = opened;
    let exists = 0;
    const run = await opened.runUntilPost([withRole], () => {
      exists = scenario.aws.keyPairs(region, ofRole).length;
      scenario.aws.expireSessions();
    });

    expect(run.conclusion).toBe('success');
    expect(exists).toBe(1);
    expect(scenario.aws.keyPairs(region, ofRole)).toEqual([]);
    expect(run.annotations).toEqual([]);
    const assumed = scenario.aws.requests.filter(
      ({ operation }) => operation === 'AssumeRoleWithWebIdentity',
    );
    expect(assumed.map(({ params }) => [params['RoleArn'], params['RoleSessionName']])).toEqual([
      [roleArn, 'widgets.4242-1.build'],
      [roleArn, 'widgets.4242-1.build'],
    ]);
    expect(new Set(tokens.issued).size).toBe(2);
    expect(stepOf(run).outputs['key-pair-arn']).toMatch(/^arn:aws:ec2:eu-west-1:111111111111:key-pair\//);
  });

  test('prints, saves and outputs nothing of the tokens, also with debug logging', async () => {
    await using opened = await openRoleScenario();
    const run = await opened.run([withRole], undefined, { debug: true });

    expect(opened.tokens.issued).toHaveLength(2);
    expect(tokenLeaks(run, opened.tokens)).toEqual([]);
    for (const step of [stepOf(run), postOf(run)]) {
      const commands = step.raw.map(({ text }) => text).join('');
      const masked = opened.tokens.issued.some((token) => commands.includes(`::add-mask::${token}`));
      expect([step.name, masked]).toEqual([step.name, true]);
    }
  });

  test('uses the role also if the environment has credentials of another account', async () => {
    await using opened = await openRoleScenario();
    const { aws } = opened.scenario;
    const run = await opened.run([withRole], opened.other);

    expect(run.conclusion).toBe('success');
    expect(aws.requests.filter(({ accountId }) => accountId === opened.other.accountId)).toEqual([]);
    expect(aws.keyPairs(region, ofRole)).toEqual([]);
  });

  test('deletes a copy in Parameter Store, too, with one session for both', async () => {
    await using opened = await openRoleScenario();
    const { aws } = opened.scenario;
    const step = keyPairStep({
      ...inputs,
      'role-to-assume': roleArn,
      store: 'ssm',
      lifetime: 'job',
    });
    await opened.runUntilPost([step], () => aws.expireSessions());

    expect(aws.keyPairs(region, ofRole)).toEqual([]);
    expect(aws.parameters(region, ofRole)).toEqual([]);
    expect(opened.tokens.issued).toHaveLength(2);
  });
});

describe('without role-to-assume, a job whose session expired before post', () => {
  test('is told that the key pair is left, and what would delete it', async () => {
    await using opened = await openRoleScenario();
    const { aws } = opened.scenario;
    const run = await opened.runUntilPost([keyPairStep(inputs)], () => aws.expireSessions(), opened.session);

    expect(run.conclusion).toBe('success');
    expect(aws.keyPairs(region, ofRole)).toHaveLength(1);
    const [warning = ''] = annotated(postOf(run), 'warning');
    expect(warning).toContain('aws ec2 delete-key-pair --key-pair-id key-');
    expect(warning).toContain('The AWS session ended before the job. Set role-to-assume');
    expect(opened.tokens.requests).toBe(0);
  });
});

describe('if post cannot assume the role again', () => {
  test.each([
    ['GitHub refuses a token', { kind: 'answer', status: 403, body: '{}' }],
    ['GitHub does not answer', { kind: 'silence' }],
    ['the connection to GitHub is lost each time', { kind: 'drop' }],
  ] as const)('since %s, it uses credentials of the same account', async (_case, fault) => {
    await using opened = await openRoleScenario();
    const { aws } = opened.scenario;
    const run = await opened.runUntilPost([withRole], () => opened.tokens.fail(fault), opened.session);

    expect(aws.keyPairs(region, ofRole)).toEqual([]);
    expect(annotated(postOf(run), 'warning')).toEqual([]);
    expect(postOf(run).log.join('\n')).toContain(
      'Using the AWS credentials of the environment, which belong to the same account.',
    );
  });

  test('and the environment has credentials of another account, it uses none, and says why', async () => {
    await using opened = await openRoleScenario();
    const { aws } = opened.scenario;
    const refuse = () => opened.tokens.fail({ kind: 'answer', status: 403, body: '{}' });
    const run = await opened.runUntilPost([withRole], refuse, opened.other);

    expect(aws.keyPairs(region, ofRole)).toHaveLength(1);
    const ec2 = aws.requests.filter(({ service, accountId }) => service === 'ec2' && accountId !== ofRole);
    expect(ec2).toEqual([]);
    const [warning = ''] = annotated(postOf(run), 'warning');
    expect(warning).toContain('aws ec2 delete-key-pair --key-pair-id key-');
    expect(warning).toContain('GitHub did not issue an OIDC token. GitHub answered with HTTP 403.');
    expect(warning).toContain('The environment has no valid AWS credentials of the same account.');
    expect(run.conclusion).toBe('success');
  });

  test('a later step cannot aim it at another role', async () => {
    await using opened = await openRoleScenario();
    const { aws } = opened.scenario;
    const forge = {
      name: 'forge',
      run: 'echo "INPUT_ROLE-TO-ASSUME=arn:aws:iam::222222222222:role/evil" >> "$GITHUB_ENV"\necho "AWS_ROLE_ARN=arn:aws:iam::222222222222:role/evil" >> "$GITHUB_ENV"\necho "STATE_role=arn:aws:iam::222222222222:role/evil" >> "$GITHUB_ENV"',
    };
    await opened.run([withRole, forge]);

    const roles = aws.requests.flatMap(({ params }) => params['RoleArn'] ?? []);
    expect(new Set(roles)).toEqual(new Set([roleArn]));
    expect(aws.keyPairs(region, ofRole)).toEqual([]);
  });
});

describe('a step that cannot assume the role', () => {
  test('names the permission that the job lacks', async () => {
    await using opened = await openRoleScenario();
    const run = await opened.run([withRole], opened.session, { idTokens: undefined });

    expect(run.conclusion).toBe('failure');
    const [error = ''] = annotated(stepOf(run), 'error');
    expect(error).toContain('role-to-assume needs an OIDC token from GitHub');
    expect(error).toContain('id-token: write');
    expect(opened.scenario.aws.requests).toEqual([]);
  });

  test.each([
    ['another subject', { subjects: ['repo:octo/widgets:environment:prod'] }, 'AccessDenied'],
    ['no such role', { arn: 'arn:aws:iam::111111111111:role/other' }, 'AccessDenied'],
  ])('says what the trust policy must allow: %s', async (_case, changes, name) => {
    await using opened = await openRoleScenario(changes);
    const run = await opened.run([withRole], opened.session);

    const [error = ''] = annotated(stepOf(run), 'error');
    expect(error).toContain(`Could not assume the role ${roleArn} in eu-west-1: ${name}`);
    expect(error).toContain(
      'token.actions.githubusercontent.com:sub is "repo:octo/widgets:ref:refs/heads/main"',
    );
    expect(error).toContain('token.actions.githubusercontent.com:aud is "sts.amazonaws.com"');
    expect(tokenLeaks(run, opened.tokens)).toEqual([]);
    expect(opened.scenario.aws.requests.map(({ service }) => service)).toEqual(['sts']);
  });

  test('says which identity provider the account needs', async () => {
    await using opened = await openRoleScenario();
    await using others = await openRoleScenario();
    const run = await opened.run([withRole], undefined, { idTokens: others.tokens });

    const [error = ''] = annotated(stepOf(run), 'error');
    expect(error).toContain('InvalidIdentityToken');
    expect(error).toContain('identity provider in IAM for https://token.actions.githubusercontent.com');
    expect(tokenLeaks(run, others.tokens)).toEqual([]);
  });

  test.each([
    ['ci', 'role-to-assume: "ci" is not the ARN of an IAM role'],
    ['arn:aws:sts::111111111111:assumed-role/ci/session', 'is not the ARN of an IAM role'],
    ['arn:aws:iam::1:role/ci', 'is not the ARN of an IAM role'],
  ])('rejects what is no role before any request: %s', async (value, message) => {
    await using opened = await openRoleScenario();
    const run = await opened.run([keyPairStep({ ...inputs, 'role-to-assume': value })], opened.session);

    expect(annotated(stepOf(run), 'error').join()).toContain(message);
    expect([opened.tokens.requests, opened.scenario.aws.requests.length]).toEqual([0, 0]);
  });

  test('rejects the input under another name', async () => {
    await using opened = await openRoleScenario();
    const run = await opened.run([keyPairStep({ ...inputs, 'role-arn': roleArn })], opened.session);

    expect(annotated(stepOf(run), 'error').join()).toContain(
      'role-arn is not an input. Did you mean role-to-assume?',
    );
  });
});

describe('a step whose session ends soon', () => {
  const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
  const notice = /^The AWS session of this job ends in 20 min\. .* Set role-to-assume/;

  test.each([
    ['20 minutes left', {}, 20.4, true],
    ['59 minutes left', {}, 59, false],
    ['a session that ended, according to a variable that is out of date', {}, -5, false],
    ['a key pair that is kept anyway', { lifetime: 'persistent' }, 20.4, false],
    ['a dry run', { 'dry-run': 'true' }, 20.4, false],
    ['role-to-assume', { 'role-to-assume': roleArn }, 20.4, false],
  ])('%s: says so once, or not', async (_case, more, minutes, isTold) => {
    await using opened = await openRoleScenario();
    const { scenario, session, tokens } = opened;
    const variables = {
      ...scenario.aws.environment(region, session),
      AWS_CREDENTIAL_EXPIRATION: inMinutes(minutes),
    };
    const host = scenario.host(variables);
    const run = await opened.run([keyPairStep({ ...inputs, ...more })], session, { host, idTokens: tokens });

    expect(annotated(stepOf(run), 'notice')).toEqual(isTold ? [expect.stringMatching(notice)] : []);
    expect(run.conclusion).toBe('success');
  });
});

test('delete finds with the role what another job created with it', async () => {
  await using opened = await openRoleScenario();
  const { aws } = opened.scenario;
  const step = keyPairStep({ ...inputs, 'role-to-assume': roleArn, lifetime: 'persistent' });
  await opened.run([step]);
  expect(aws.keyPairs(region, ofRole)).toHaveLength(1);
  const run = await opened.run([
    keyPairStep({ operation: 'delete', 'key-name': 'temporary', 'role-to-assume': roleArn }),
  ]);
  expect(stepOf(run).outputs['deleted']).toBe('1');
  expect(aws.keyPairs(region, ofRole)).toEqual([]);
});
