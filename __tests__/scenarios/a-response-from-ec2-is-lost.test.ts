import { describe, expect, test } from '@jest/globals';
import type { Effect } from '../../local/aws/server.ts';
import type { JobRun } from '../../local/runner/job.ts';
import { OtherUser } from '../../test-support/other-user.ts';
import {
  copyKeyStep,
  keyLeaks,
  keyPairStep,
  openScenario,
  operationsSent,
  requestsOfAction,
  type Scenario,
  stepOf,
} from '../lib/scenario.ts';
import { storyOf } from '../lib/story.ts';
import { publicHalfOf } from './parts/ssh-keygen.ts';

const deploy = keyPairStep({
  'key-type': 'ed25519',
  'key-name': 'deploy',
  lifetime: 'persistent',
  'private-key-path': 'deploy.pem',
});

const losses: { when: string; effect: Effect }[] = [
  { when: 'the connection is reset', effect: { kind: 'execute-then-drop' } },
  { when: 'half of the response arrives', effect: { kind: 'execute-then-cut' } },
  { when: 'the response ends within the private key', effect: { kind: 'execute-then-cut', bytes: 500 } },
  {
    when: 'EC2 responds with status 503',
    effect: { kind: 'execute-then-error', code: 'Unavailable', status: 503 },
  },
  {
    when: 'EC2 responds with status 500',
    effect: { kind: 'execute-then-error', code: 'InternalError', status: 500 },
  },
  {
    when: 'EC2 throttles the request and has executed it',
    effect: { kind: 'execute-then-error', code: 'RequestLimitExceeded', status: 503 },
  },
  { when: 'a proxy responds with an error page', effect: { kind: 'proxy-page', executed: true } },
  {
    when: 'a proxy responds with status 200',
    effect: { kind: 'proxy-page', executed: true, status: 200 },
  },
  { when: 'no response arrives', effect: { kind: 'execute-then-silence' } },
  { when: 'the response stalls halfway', effect: { kind: 'execute-then-stall' } },
];

describe('a key pair whose response was lost', () => {
  test.concurrent.each(losses)('is deleted by ID and created again when $when', async ({ effect }) => {
    await using scenario = await openScenario();
    const { aws, aside } = scenario;
    const copy = `${aside}/copy.pem`;
    const lost: string[] = [];
    const stop = aws.onExecuted(() => {
      stop();
      lost.push(...aws.keyPairs('eu-west-1').map(({ id }) => id));
    });
    aws.faults.add({ on: 'CreateKeyPair', effect });

    const run = await scenario.run([deploy, copyKeyStep(copy)]);

    expect(run.conclusion).toBe('success');
    await expectOneWorkingPair(scenario, run, copy);
    const deletions = requestsOfAction(aws).filter(({ operation }) => operation === 'DeleteKeyPair');
    expect(deletions.map(({ params }) => params)).toEqual([expect.objectContaining({ KeyPairId: lost[0] })]);
    expect(deletions[0]?.params).not.toHaveProperty('KeyName');
    expect(keyLeaks(run, scenario)).toEqual([]);
  });

  test.concurrent.each([0, 30, 500])(
    'is the only one, even if EC2 executes the request %i ms after the timeout',
    async (ms) => {
      await using scenario = await openScenario();
      const copy = `${scenario.aside}/copy.pem`;
      scenario.aws.faults.add({ on: 'CreateKeyPair', effect: { kind: 'execute-after-disconnect', ms } });

      const run = await scenario.run([deploy, copyKeyStep(copy)]);

      expect(run.conclusion).toBe('success');
      await expectOneWorkingPair(scenario, run, copy);
    },
  );

  test('looks like any other in the job', async () => {
    await using scenario = await openScenario();
    scenario.aws.faults.add({ on: 'CreateKeyPair', effect: { kind: 'execute-then-drop' } });

    const run = await scenario.run([deploy]);

    expect(storyOf(run, scenario)).toMatchSnapshot();
  });

  test.concurrent('is created again even if reads are stale and the next request finds the name in use', async () => {
    await using scenario = await openScenario();
    scenario.aws.faults.staleReads = 2;
    scenario.aws.faults.add({ on: 'CreateKeyPair', effect: { kind: 'execute-then-drop' } });

    const run = await scenario.run([deploy, copyKeyStep(`${scenario.aside}/copy.pem`)]);

    expect(run.conclusion).toBe('success');
    expect(scenario.aws.keyPairs('eu-west-1').map(({ publicKey }) => publicKey)).toEqual([
      await publicHalfOf(`${scenario.aside}/copy.pem`),
    ]);
  });

  test.concurrent('is reported with the command that deletes it if it cannot be described', async () => {
    await using scenario = await openScenario();
    scenario.aws.faults.add({ on: 'CreateKeyPair', effect: { kind: 'execute-then-drop' } });
    scenario.aws.faults.add({ on: 'DescribeKeyPairs', times: Infinity, effect: { kind: 'deny' } });

    const run = await scenario.run([deploy]);

    expect(run.conclusion).toBe('failure');
    expect(run.log).toContain(
      'Key pair "deploy" already exists in eu-west-1, and this step may have created it.',
    );
    expect(run.log).toContain('The role needs ec2:DescribeKeyPairs');
    expect(run.log).toContain('The post step will try again.');
    expect(run.log).toMatch(
      /To delete it yourself:\naws ec2 delete-key-pair --key-pair-id "\$\(aws ec2 describe-key-pairs --region eu-west-1 --filters 'Name=tag:ec2-key-pair-action:nonce,Values=[0-9a-f]{32}' --query/,
    );
    expect(operationsSent(scenario.aws)).not.toContain('DeleteKeyPair');
    expect(scenario.aws.keyPairs('eu-west-1')).toHaveLength(1);
    expect(run.files.workspace).toEqual([]);
  });

  test.concurrent('is deleted when no retry succeeds', async () => {
    await using scenario = await openScenario();
    scenario.aws.faults.add({ on: 'CreateKeyPair', times: Infinity, effect: { kind: 'execute-then-drop' } });

    const run = await scenario.run([deploy]);

    expect(run.conclusion).toBe('failure');
    expect(run.log).toContain('Check the network, any proxy, and AWS_ENDPOINT_URL');
    expect(scenario.aws.keyPairs('eu-west-1')).toEqual([]);
    expect(run.files.workspace).toEqual([]);
  });
});

describe('a key pair with the same name that another user created in the meantime', () => {
  test.each<Effect>([{ kind: 'drop' }, { kind: 'error', code: 'Unavailable', status: 503 }])(
    'is not changed ($kind)',
    async (effect) => {
      await using scenario = await openScenario();
      const { aws } = scenario;
      const otherUser = new OtherUser(aws);
      aws.faults.add({
        on: 'CreateKeyPair',
        when: ({ userAgent }) => userAgent.includes('ec2-key-pair-action'),
        effect,
      });
      const stop = aws.onRequest(async () => {
        stop();
        await otherUser.create('deploy');
      });

      const run = await scenario.run([deploy]);

      expect(run.conclusion).toBe('failure');
      expect(run.log).toContain('Key pair "deploy" already exists in eu-west-1');
      expect(operationsSent(aws)).not.toContain('DeleteKeyPair');
      expect(aws.keyPairs('eu-west-1').map(({ name, tags }) => [name, tags])).toEqual([['deploy', []]]);
      expect(run.files.workspace).toEqual([]);
    },
  );
});

async function expectOneWorkingPair({ aws }: Scenario, run: JobRun, copy: string): Promise<void> {
  const pairs = aws.keyPairs('eu-west-1');
  expect(pairs.map(({ name, publicKey }) => [name, publicKey])).toEqual([
    ['deploy', await publicHalfOf(copy)],
  ]);
  expect(stepOf(run).outputs['key-pair-id']).toBe(pairs[0]?.id);
}
