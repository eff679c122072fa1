import { describe, expect, test } from '@jest/globals';
import type { Machine } from '../../local/aws/server.ts';
import type { JobRun } from '../../local/runner/job.ts';
import { annotated, keyPairStep, openScenario, type Scenario, stepOf } from '../lib/scenario.ts';

const region = 'eu-west-1';
const keyName = 'gha-fleet';
const file = '/root/.ssh/authorized_keys';
const ensure = { operation: 'ensure', 'key-name': keyName, 'key-type': 'ed25519', lifetime: 'persistent' };
const rotate = {
  ...{ operation: 'rotate', 'key-name': keyName, 'output-private-key': true },
  'update-instances': 'ssm',
};
const laterRun = { repository: 'octo/widgets', runId: '5000', runAttempt: '1', job: 'rotate' };

function keyOf({ aws }: Scenario, name = keyName): string {
  return (
    aws
      .keyPairs(region)
      .find((one) => one.name === name)
      ?.publicKey.split(' ', 2)
      .join(' ') ?? ''
  );
}

function launch({ aws }: Scenario, ...keys: readonly string[]): Machine {
  return aws.machines.add({ region, keyName, files: { [file]: keys.map((key) => `${key} me\n`).join('') } });
}

async function created(scenario: Scenario, inputs: Record<string, string> = {}): Promise<void> {
  const { conclusion } = await scenario.run([keyPairStep({ ...ensure, ...inputs })]);
  expect(conclusion).toBe('success');
}

/**
 * Runs the rotation, and interrupts it once so many of its requests were executed, or have arrived. Undefined if the runner is
 * gone.
 */
async function interrupted(
  scenario: Scenario,
  after: (operation: string) => boolean,
  how: 'killStep' | 'loseWorker',
  moment: 'onExecuted' | 'onRequest' = 'onExecuted',
): Promise<JobRun | undefined> {
  const job = scenario.start([keyPairStep(rotate)], { github: laterRun });
  const stop = scenario.aws[moment](({ operation, dryRun }) => {
    if (dryRun || !after(operation)) return;
    stop();
    job[how]();
  });
  const run = await job.finished.catch(() => undefined);
  await scenario.aws.settled();
  return run;
}

/** Kills the step when it sends the command that removes the old key, which never runs. */
function killedBeforeRevoking(scenario: Scenario): Promise<JobRun | undefined> {
  scenario.aws.faults.add({ on: 'SendCommand', after: 1, effect: { kind: 'silence' } });
  return interrupted(scenario, nth('SendCommand', 2), 'killStep', 'onRequest');
}

/** True for the nth request with this operation. */
function nth(wanted: string, n: number): (operation: string) => boolean {
  let seen = 0;
  return (operation) => {
    if (operation === wanted) seen += 1;
    return seen === n;
  };
}

describe('a rotation that is killed while it updates instances', () => {
  test.each([
    ['after the first command, which is undone', nth('SendCommand', 1), 'old'],
    ['after the old key pair was deleted, and all is undone', nth('DeleteKeyPair', 1), 'old'],
    [
      'after the command that removes the old key, and the post step completes it',
      nth('SendCommand', 2),
      'new',
    ],
  ] as const)('%s', async (_, after, expected) => {
    await using scenario = await openScenario();
    // So that the new private key is kept.
    await created(scenario, { store: 'ssm' });
    const old = keyOf(scenario);
    const machines = [launch(scenario, old), launch(scenario, old)];
    const run = await interrupted(scenario, after, 'killStep');
    expectCompleted(scenario, run, { old, expected, machines });
  });

  test('before the command that removes the old key, and the post step completes it', async () => {
    await using scenario = await openScenario();
    await created(scenario, { store: 'ssm' });
    const old = keyOf(scenario);
    const machines = [launch(scenario, old), launch(scenario, old)];
    const run = await killedBeforeRevoking(scenario);
    expectCompleted(scenario, run, { old, expected: 'new', machines });
  });

  function expectCompleted(
    scenario: Scenario,
    run: JobRun | undefined,
    {
      old,
      expected,
      machines,
    }: { readonly old: string; readonly expected: 'old' | 'new'; readonly machines: readonly Machine[] },
  ): void {
    expect(run?.annotations.filter(({ message }) => message.startsWith('Not cleaned up'))).toEqual([]);
    expect(scenario.aws.keyPairs(region).map(({ name }) => name)).toEqual([keyName]);
    const key = keyOf(scenario);
    expect(key === old ? 'old' : 'new').toBe(expected);
    expect(machines.map(({ files }) => files.get(file))).toEqual([`${key} me\n`, `${key} me\n`]);
  }
});

test('A rotation that is killed when only its step has the new private key leaves the old key on instances, and says so', async () => {
  await using scenario = await openScenario();
  await created(scenario);
  const old = keyOf(scenario);
  const machine = launch(scenario, old);
  const run = await killedBeforeRevoking(scenario);
  expect(keyOf(scenario)).not.toBe(old);
  expect(run?.annotations.map(({ message }) => message).join()).toContain(
    'possibly no one has the new private key',
  );
  expect(machine.files.get(file)).toBe(`${old} me\n${keyOf(scenario)} me\n`);
  expect(scenario.aws.keyPairs(region)).toHaveLength(2);
});

describe('a rotation whose runner is lost while it updates instances', () => {
  /** An account as it was when the runner was lost, so many minutes ago. */
  async function lostBefore(
    minutes: number,
    after: (operation: string) => boolean,
  ): Promise<{ readonly scenario: Scenario; readonly machine: Machine; readonly old: string }> {
    await using before = await openScenario();
    await created(before);
    const old = keyOf(before);
    const { files } = launch(before, old);
    await interrupted(before, after, 'loseWorker');
    const left = before.aws.keyPairs(region);
    expect(left.map(({ name }) => name)).toContain(`${keyName}.rotating`);
    const scenario = await openScenario();
    const createTime = new Date(Date.now() - minutes * 60_000);
    await scenario.aws.seedKeyPairs(
      region,
      left.map(({ name, publicKey, tags }) => ({
        ...{ keyName: name, publicKey, createTime },
        tags: Object.fromEntries(tags.map(({ key, value }) => [key, value])),
      })),
    );
    return {
      scenario,
      old,
      machine: scenario.aws.machines.add({ region, keyName, files: Object.fromEntries(files) }),
    };
  }

  test('is ended by ensure, which puts the old key pair back and takes the new key off', async () => {
    const { scenario, machine, old } = await lostBefore(16, nth('DeleteKeyPair', 1));
    await using _ = scenario;
    expect(machine.files.get(file)?.split('\n')).toHaveLength(3);
    const run = await scenario.run([keyPairStep({ ...ensure, lifetime: '' })]);
    expect([run.conclusion, keyOf(scenario)]).toEqual(['success', old]);
    expect(machine.files.get(file)).toBe(`${old} me\n`);
    expect(stepOf(run).log.join('\n')).toContain(
      `Removed the new public key from 1 instance: ${machine.instanceId}.`,
    );
    expect(scenario.aws.keyPairs(region)).toHaveLength(1);
  });

  test('is ended by rotate, which takes the old key off once it has added a new one', async () => {
    const { scenario, machine } = await lostBefore(16, nth('SendCommand', 2));
    await using _ = scenario;
    const between = keyOf(scenario);
    const run = await scenario.run([keyPairStep(rotate)]);
    expect(run.conclusion).toBe('success');
    expect(keyOf(scenario)).not.toBe(between);
    expect(machine.files.get(file)).toBe(`${keyOf(scenario)} me\n`);
    expect(scenario.aws.keyPairs(region)).toHaveLength(1);
  });

  test('stops another rotate for fifteen minutes, before it changes anything', async () => {
    const { scenario, machine } = await lostBefore(14, nth('SendCommand', 2));
    await using _ = scenario;
    const before = [scenario.aws.keyPairs(region), machine.files.get(file)];
    const run = await scenario.run([keyPairStep(rotate)]);
    expect(annotated(stepOf(run), 'error').join()).toContain(
      'Another step has been rotating key pair "gha-fleet"',
    );
    expect([scenario.aws.keyPairs(region), machine.files.get(file)]).toEqual(before);
  });

  test('leaves the old key on an instance that the next rotate cannot reach, for the one after that to take off', async () => {
    const { scenario, machine } = await lostBefore(16, nth('SendCommand', 2));
    await using _ = scenario;
    const both = `${keyOf(scenario, `${keyName}.rotating`)} me\n${keyOf(scenario)} me\n`;
    machine.files.set(file, both);
    machine.state = 'stopped';
    const run = await scenario.run([keyPairStep(rotate)]);
    expect(annotated(stepOf(run), 'error').join()).toContain(
      `1 of 1 instance cannot be updated: ${machine.instanceId} is stopped.`,
    );
    expect(machine.files.get(file)).toBe(both);
    expect(scenario.aws.keyPairs(region)).toHaveLength(1);
    machine.state = 'running';
    expect((await scenario.run([keyPairStep(rotate)])).conclusion).toBe('success');
    expect(machine.files.get(file)).toBe(`${keyOf(scenario)} me\n`);
  });
});
