import { describe, expect, test } from '@jest/globals';
import type { FaultRule } from '../../local/aws/server.ts';
import { annotated, keyPairStep, openScenario, operationsSent, postOf, stepOf } from '../lib/scenario.ts';

const noCredentials = {
  AWS_ACCESS_KEY_ID: undefined,
  AWS_SECRET_ACCESS_KEY: undefined,
  AWS_SESSION_TOKEN: undefined,
};

describe('create explains what to do about', () => {
  test.concurrent.each<{
    what: string;
    host: Record<string, string | undefined>;
    says: string;
    hints: string[];
  }>([
    {
      what: 'no credentials',
      host: noCredentials,
      says: 'No AWS credentials were found.',
      hints: [
        'id-token: write',
        'uses: aws-actions/configure-aws-credentials',
        'role-to-assume:',
        'aws-region:',
      ],
    },
    {
      what: 'no region',
      host: { AWS_REGION: undefined, AWS_DEFAULT_REGION: undefined },
      says: 'No AWS Region is set.',
      hints: ['aws-region', 'aws-actions/configure-aws-credentials'],
    },
    {
      what: 'an endpoint on another machine without https',
      host: { AWS_ENDPOINT_URL: 'http://aws.invalid' },
      says: 'The endpoint http://aws.invalid does not use https.',
      hints: ['AWS_ENDPOINT_URL'],
    },
    {
      what: 'a secret that was pasted with its newline',
      host: { AWS_SESSION_TOKEN: 'of-a-session\n' },
      says: 'The AWS credentials are malformed: the session token may only contain printable ASCII characters, without spaces.',
      hints: ['Usually the secret was saved with a trailing newline.'],
    },
    {
      what: 'several such secrets',
      host: { AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE ', AWS_SECRET_ACCESS_KEY: 'example\r\n' },
      says: 'the access key ID and the secret access key may only contain printable ASCII characters, without spaces.',
      hints: ['Save it again without one.'],
    },
    {
      what: 'credentials that AWS does not know',
      host: { AWS_SECRET_ACCESS_KEY: 'of-another-key' },
      says: 'AuthFailure: AWS was not able to validate the provided access credentials',
      hints: ['The AWS credentials are invalid, expired, or for another partition'],
    },
  ])('$what', async ({ host, says, hints }) => {
    await using scenario = await openScenario();

    const run = await scenario.run([keyPairStep({ 'key-type': 'ed25519' })], { host: scenario.host(host) });

    expect(run.conclusion).toBe('failure');
    expect(annotated(stepOf(run), 'error').join('\n')).toContain(says);
    for (const hint of hints) expect(run.log).toContain(hint);
    expectNothingCreated(scenario, run);
  });
});

describe('create explains a rejection by EC2:', () => {
  test.concurrent.each<{ what: string; faults: FaultRule[]; says: string; hint: string }>([
    {
      what: 'credentials that have expired',
      faults: [{ on: 'CreateKeyPair', effect: { kind: 'expired-credentials' } }],
      says: 'Could not create key pair "deploy" in eu-west-1: RequestExpired: Request has expired (request ',
      hint: 'Check the step that sets them, and the session duration.',
    },
    {
      what: 'no permission to create',
      faults: [{ on: 'CreateKeyPair', effect: { kind: 'deny' } }],
      says: 'not authorized to perform: ec2:CreateKeyPair on resource:',
      hint: 'The role needs ec2:CreateKeyPair and ec2:CreateTags',
    },
    {
      what: 'no permission to tag',
      faults: [{ on: 'CreateTags', effect: { kind: 'deny' } }],
      says: 'not authorized to perform: ec2:CreateTags on resource:',
      hint: 'The role needs ec2:CreateKeyPair and ec2:CreateTags',
    },
    {
      what: 'a page of a proxy instead of a response',
      faults: [{ on: 'CreateKeyPair', times: Infinity, effect: { kind: 'proxy-page', executed: false } }],
      says: 'Could not create key pair "deploy" in eu-west-1:',
      hint: 'Check the network, any proxy, and AWS_ENDPOINT_URL',
    },
    {
      what: 'a message that contains runner commands',
      faults: [
        {
          on: 'CreateKeyPair',
          effect: {
            kind: 'error',
            code: 'Blocked',
            status: 403,
            message: 'x\n::stop-commands::y\n##[add-mask]deploy',
          },
        },
      ],
      says: 'Could not create key pair "deploy" in eu-west-1: Blocked: x\n',
      hint: 'AWS does not let this account use the service, for the reason above.',
    },
  ])('$what', async ({ faults, says, hint }) => {
    await using scenario = await openScenario();
    for (const fault of faults) scenario.aws.faults.add(fault);

    const run = await scenario.run([
      keyPairStep({ 'key-type': 'ed25519', 'key-name': 'deploy', 'private-key-path': 'deploy.pem' }),
    ]);

    expect(run.conclusion).toBe('failure');
    expect(annotated(stepOf(run), 'error').join('\n')).toContain(says);
    expect(run.log).toContain(hint);
    expect(run.log).not.toMatch(/<html|<head/);
    expect(run.masks).toEqual([]);
    expectNothingCreated(scenario, run, !hint.includes('Check the network'));
  });

  test('the quota for key pairs is reached', async () => {
    await using scenario = await openScenario();
    scenario.aws.faults.keyPairQuota = 0;

    const run = await scenario.run([keyPairStep({ 'key-type': 'ed25519' })]);

    expect(annotated(stepOf(run), 'error').join('\n')).toContain(
      'KeyPairLimitExceeded: Maximum of 0 keypairs',
    );
    expect(run.log).toContain('ask AWS for a higher quota');
    expectNothingCreated(scenario, run);
  });
});

test('create retries while EC2 throttles requests, and prints that once', async () => {
  await using scenario = await openScenario();
  scenario.aws.faults.add({ on: '*', times: 3, effect: { kind: 'throttle' } });

  const run = await scenario.run([keyPairStep({ 'key-type': 'ed25519' })]);

  expect(run.conclusion).toBe('success');
  expect(operationsSent(scenario.aws).filter((name) => name === 'CreateKeyPair')).toHaveLength(4);
  const said = stepOf(run).log.filter((line) => line.includes('throttling'));
  expect(said).toEqual(['EC2 is throttling requests. Retrying for up to 60 s.']);
  expect(scenario.aws.keyPairs('eu-west-1')).toEqual([]);
});

function expectNothingCreated(
  { aws }: Awaited<ReturnType<typeof openScenario>>,
  run: Awaited<ReturnType<Awaited<ReturnType<typeof openScenario>>['run']>>,
  isRefused = true,
): void {
  expect(aws.keyPairs('eu-west-1')).toEqual([]);
  expect(run.files.workspace).toEqual([]);
  expect(run.files.temp.filter(({ path }) => /pem$|^\.ec2/.test(path))).toEqual([]);
  expect(postOf(run).outcome).toBe('success');
  // Only what EC2 itself refused was certainly not created. Post reports anything else.
  const says = annotated(postOf(run), 'notice').map((message) => message.replace(/\. .*/s, ''));
  expect(says).toEqual(isRefused ? [] : ['Not found: key pair "deploy" of this step in eu-west-1']);
}
