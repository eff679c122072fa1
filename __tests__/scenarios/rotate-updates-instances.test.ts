import { describe, expect, test } from '@jest/globals';
import type { Machine, MachineSeed } from '../../local/aws/server.ts';
import type { JobRun } from '../../local/runner/job.ts';
import {
  annotated,
  keyLeaks,
  keyPairStep,
  openScenario,
  postOf,
  type Scenario,
  stepOf,
} from '../lib/scenario.ts';

const region = 'eu-west-1';
const keyName = 'gha-fleet';
const file = '/home/ec2-user/.ssh/authorized_keys';
const ensure = { operation: 'ensure', 'key-name': keyName, 'key-type': 'ed25519', store: 'ssm' };
const rotate = { operation: 'rotate', 'key-name': keyName, 'update-instances': 'ssm' };
const laterRun = { repository: 'octo/widgets', runId: '5000', runAttempt: '1', job: 'rotate' };

/** The public key of the key pair as in authorized_keys, without a comment. */
function publicKey({ aws }: Scenario, name = keyName): string {
  const pair = aws.keyPairs(region).find((one) => one.name === name);
  return pair?.publicKey.split(' ', 2).join(' ') ?? '';
}

/** Creates the key pair, and launches instances with it. */
async function launched(scenario: Scenario, ...seeds: readonly MachineSeed[]): Promise<Machine[]> {
  await scenario.run([keyPairStep(ensure)]);
  return seeds.map((seed) =>
    scenario.aws.machines.add({
      ...{ region, keyName, files: { [file]: `${publicKey(scenario)} gha-fleet\n` } },
      ...seed,
    }),
  );
}

function accepted({ files }: Machine): string | undefined {
  return files.get(file);
}

function operations({ aws }: Scenario, since: number): string[] {
  return aws.requests
    .slice(since)
    .map(({ service, operation, dryRun }) =>
      dryRun ? `${service}:${operation} (dry run)` : `${service}:${operation}`,
    );
}

function commandsIn(operationsSent: readonly string[]): number {
  return operationsSent.filter((one) => one === 'ssm:SendCommand').length;
}

describe('rotate with update-instances: ssm', () => {
  test('replaces the key on all instances, with its options, and lists them', async () => {
    await using scenario = await openScenario();
    const machines = await launched(scenario, {}, {}, {});
    const old = publicKey(scenario);
    const restricted = scenario.aws.machines.add({
      ...{ region, keyName },
      files: { [file]: `# CI\ncommand="echo hi",no-pty ${old} ci\n` },
    });
    const others = await otherMachines(scenario);
    const before = scenario.aws.requests.length;
    const run = await scenario.run([keyPairStep(rotate)], { github: laterRun });
    expect(run.conclusion).toBe('success');
    const key = publicKey(scenario);
    expect(key).not.toBe(old);
    expect(machines.map(accepted)).toEqual(machines.map(() => `${key} gha-fleet\n`));
    expect(accepted(restricted)).toBe(`# CI\ncommand="echo hi",no-pty ${key} ci\n`);
    expect(others.map(accepted)).toEqual(others.map(() => `${old} other\n`));
    expect(JSON.parse(stepOf(run).outputs['instances'] ?? '')).toEqual(
      [...machines, restricted].map(({ instanceId }) => ({ instanceId, result: 'updated' })),
    );
    expect(stepOf(run).summary).toContain(machines[0]?.instanceId);
    expect(commandsIn(operations(scenario, before))).toBe(2);
    expect(scenario.aws.keyPairs(region).map(({ name }) => name)).toEqual([keyName]);
    expect(keyLeaks(run, scenario)).toEqual([]);
  });

  test('sends nothing to Systems Manager if no instance has the key pair', async () => {
    await using scenario = await openScenario();
    await launched(scenario);
    const before = scenario.aws.requests.length;
    const run = await scenario.run([keyPairStep(rotate)]);
    expect(run.conclusion).toBe('success');
    const sent = operations(scenario, before).filter(
      (one) => one === 'ec2:DescribeInstances' || /^ssm:.*(?:Command|Instance)/.test(one),
    );
    // At the end again: one may have been launched in the meantime.
    expect(sent).toEqual(['ec2:DescribeInstances', 'ec2:DescribeInstances']);
  });

  test('finds all instances, however many pages there are, and sends each command to 50 at a time', async () => {
    await using scenario = await openScenario();
    const machines = await launched(scenario, ...Array.from({ length: 120 }, () => ({})));
    const before = scenario.aws.requests.length;
    const run = await scenario.run([keyPairStep(rotate)]);
    expect(run.conclusion).toBe('success');
    expect(commandsIn(operations(scenario, before))).toBe(6);
    expect(new Set(machines.map(accepted))).toEqual(new Set([`${publicKey(scenario)} gha-fleet\n`]));
  });

  test('fails before it changes anything if one cannot be reached, and names each with its reason', async () => {
    await using scenario = await openScenario();
    const [, stopped, lost, unmanaged, windows] = await launched(
      scenario,
      {},
      { state: 'stopped' },
      { managed: 'lost' },
      { managed: 'no' },
      { platform: 'Windows' },
    );
    const old = publicKey(scenario);
    const run = await scenario.run([keyPairStep(rotate)]);
    const [error = ''] = annotated(stepOf(run), 'error');
    expect(error).toContain('Key pair "gha-fleet" in eu-west-1: 4 of 5 instances cannot be updated: ');
    expect(error).toContain(`${stopped?.instanceId} is stopped`);
    expect(error).toContain(`${lost?.instanceId} has lost its connection to Systems Manager`);
    expect(error).toContain(`${unmanaged?.instanceId} is not managed by Systems Manager`);
    expect(error).toContain(`${windows?.instanceId} runs Windows`);
    expect([publicKey(scenario), scenario.aws.machines.commands()]).toEqual([old, []]);
  });

  test('leaves those with the old key if the policy is warn, and warns', async () => {
    await using scenario = await openScenario();
    const [running, stopped] = await launched(scenario, {}, { state: 'stopped' });
    const old = publicKey(scenario);
    const run = await scenario.run([keyPairStep({ ...rotate, 'update-instances-policy': 'warn' })]);
    expect(run.conclusion).toBe('success');
    expect(annotated(stepOf(run), 'warning').join()).toContain(`${stopped?.instanceId} is stopped`);
    expect([running, stopped].map((machine) => machine && accepted(machine))).toEqual([
      `${publicKey(scenario)} gha-fleet\n`,
      `${old} gha-fleet\n`,
    ]);
  });

  test('says in a dry run which instances it would change, and changes nothing', async () => {
    await using scenario = await openScenario();
    const [machine] = await launched(scenario, {});
    const run = await scenario.run([keyPairStep({ ...rotate, 'dry-run': true })]);
    expect(run.log).toContain(
      `Dry run: would put the new public key beside the old one on 1 instance in eu-west-1: ${machine?.instanceId}.`,
    );
    expect(scenario.aws.machines.commands()).toEqual([]);
  });
});

test('An instance that Systems Manager loses before the command keeps no other one from it, and the rotation is undone', async () => {
  await using scenario = await openScenario();
  const machines = await launched(scenario, {}, {}, {});
  const [, lost] = machines;
  const old = publicKey(scenario);
  const stop = scenario.aws.onExecuted(({ operation, dryRun }) => {
    if (operation !== 'ImportKeyPair' || dryRun || lost === undefined) return;
    stop();
    lost.managed = 'no';
  });
  const run = await scenario.run([keyPairStep(rotate)]);
  const [error = ''] = annotated(stepOf(run), 'error');
  expect(error).toContain('The new public key could not be added on 1 of 3 instances in eu-west-1:');
  expect(error).toContain(`${lost?.instanceId} cannot be reached by Systems Manager any more`);
  expect(error).toContain('Removed the new public key from 2 instances:');
  expect(publicKey(scenario)).toBe(old);
  expect(new Set(machines.map(accepted))).toEqual(new Set([`${old} gha-fleet\n`]));
  expect(scenario.aws.keyPairs(region)).toHaveLength(1);
});

describe('a role without a permission', () => {
  test.each([
    ['DescribeInstances', 'ec2:DescribeInstances'],
    ['DescribeInstanceInformation', 'ssm:DescribeInstanceInformation'],
    ['SendCommand', 'ssm:SendCommand on document/AWS-RunShellScript and on the instances'],
    ['ListCommandInvocations', 'ssm:ListCommandInvocations'],
  ])('fails the step, which names it: %s', async (operation, named) => {
    await using scenario = await openScenario();
    const [machine] = await launched(scenario, {});
    const old = publicKey(scenario);
    const remove = scenario.aws.faults.add({ on: operation, times: 1, effect: { kind: 'deny' } });
    const run = await scenario.run([keyPairStep(rotate)]);
    remove();
    const [error = ''] = annotated(stepOf(run), 'error');
    expect(error).toContain(`The role needs ${named}.`);
    expect([publicKey(scenario), machine && accepted(machine)]).toEqual([old, `${old} gha-fleet\n`]);
    expect(scenario.aws.keyPairs(region).map(({ name }) => name)).toEqual([keyName]);
  });
});

describe('an old key that cannot be removed', () => {
  async function notRevoked(scenario: Scenario): Promise<{ machine: Machine; old: string; run: JobRun }> {
    const [machine] = await launched(scenario, {});
    if (machine === undefined) throw new TypeError('no machine');
    const old = publicKey(scenario);
    // By the step, and by the post step.
    scenario.aws.machines.faults.add({ after: 1, times: 2, effect: { kind: 'fail', executed: false } });
    const run = await scenario.run([keyPairStep(rotate)], { github: laterRun });
    return { machine, old, run };
  }

  test('fails the step, which says that the key pair has its new key, and the journal stays', async () => {
    await using scenario = await openScenario();
    const { machine, old, run } = await notRevoked(scenario);
    const [error = ''] = annotated(stepOf(run), 'error');
    expect(error).toContain('has its new key, but 1 instance may still accept the old one:');
    expect(error).toContain(machine.instanceId);
    expect(annotated(postOf(run), 'warning').join()).toContain('To end it, run `operation: rotate`');
    expect(accepted(machine)).toBe(`${old} gha-fleet\n${publicKey(scenario)} gha-fleet\n`);
    expect(scenario.aws.keyPairs(region).map(({ name }) => name)).toEqual(
      expect.arrayContaining([keyName, `${keyName}.rotating`]),
    );
    expect(stepOf(run).outputs['key-name']).toBe(keyName);
  });
});

/** Machines with the same key that were launched with another key pair, or with none. */
async function otherMachines(scenario: Scenario): Promise<Machine[]> {
  const files = { [file]: `${publicKey(scenario)} other\n` };
  return [
    scenario.aws.machines.add({ region, keyName: 'gha-fleet2', files }),
    scenario.aws.machines.add({ region, files }),
  ];
}
