import type { ImportKeyPairCommandInput } from '@aws-sdk/client-ec2';
import { describe, expect, test } from '@jest/globals';
import { AwsError } from '../../../src/aws/errors.ts';
import type { Outcome } from '../../../src/instances/outcome.ts';
import { PublicKey } from '../../../src/keys/public-key.ts';
import { rotate } from '../../../src/operations/rotate.ts';
import { isYoungRotation } from '../../../src/operations/young.ts';
import { awsError, ec2Errors } from '../../lib/aws-errors.ts';
import { publicKeyLine } from '../../lib/fake-ec2.ts';
import { freshEd25519 } from '../../lib/keys.ts';
import { fileAt } from './plain-requests.ts';
import { oldKey, plainRotation, publicKeyNow, putOld, runRotation, tagsNow } from './rotation-case.ts';
import { noon, openTestStep, type TestStep } from './test-step.ts';

const old = PublicKey.parseOpenSsh(publicKeyLine(oldKey));
const strict = { by: 'ssm', policy: 'fail' } as const;
const lenient = { by: 'ssm', policy: 'warn' } as const;
const refused = { instead: ec2Errors.denied() };
const denied = {
  instead: new AwsError('NOT_ALLOWED', 'Could not run a command: denied', {
    cause: awsError('AccessDeniedException', { status: 400 }),
  }),
};
const failed: Outcome = { is: 'failed', why: 'failed to run the command' };
const notRun: Outcome = { is: 'not-run', why: 'could not be reached' };

/** The public key of the key pair. */
function current(step: TestStep): PublicKey {
  return PublicKey.parseOpenSsh(publicKeyNow(step) ?? '');
}

/** A key of the user, so that a test knows the new key also if it never gets the name. */
const given = freshEd25519();
const givenKey = PublicKey.parseOpenSsh(publicKeyLine(given));
const ofGiven = { publicKey: { text: publicKeyLine(given) }, destinations: [] };

/** Which of the old and the new key each machine accepts. */
function accepted(step: TestStep): Record<string, number[]> {
  return step.fleet.accepted(old, givenKey);
}

async function openCase(...ids: readonly string[]): Promise<TestStep> {
  const step = await openTestStep();
  putOld(step);
  step.fleet.launch(old, ...ids);
  return step;
}

describe('a rotation that updates instances', () => {
  test('adds the new key after it is delivered, swaps the key pairs, and only then removes the old key', async () => {
    await using step = await openCase('i-a', 'i-b');
    await runRotation(step, { instances: strict });
    const commands = step.events.filter((event) =>
      /^(?:set output |add|remove|ec2 delete|set outputs)/.test(event),
    );
    expect(commands).toEqual([
      'set output private-key',
      'add on i-a i-b',
      'ec2 delete',
      'set outputs',
      'remove on i-a i-b',
      'ec2 delete',
      'set outputs',
    ]);
    expect(step.fleet.accepted(old, current(step))).toEqual({ 'i-a': [1], 'i-b': [1] });
    expect([step.ec2.names(), step.leftToPost()]).toEqual([['deploy'], ['output']]);
  });

  test('says which instances it updated, in the log, the summary, and an output', async () => {
    await using step = await openCase('i-a', 'i-b');
    step.fleet.launch(PublicKey.parseOpenSsh(publicKeyLine(freshEd25519())), 'i-0c');
    const { lines, summary } = await runRotation(step, { instances: strict });
    expect(lines).toContain('Updated 2 instances, which now accept only the new key: i-a, i-b.');
    expect(lines).toContainEqual(expect.stringContaining('nothing was changed there: i-0c.'));
    expect(summary.rows).toContainEqual(['Instances updated', 'i-a, i-b']);
    expect(JSON.parse(step.outputs['instances'] ?? '')).toEqual([
      { instanceId: 'i-a', result: 'updated' },
      { instanceId: 'i-b', result: 'updated' },
      { instanceId: 'i-0c', result: 'without-key' },
    ]);
  });

  test('records which instances may have the new key before the first command', async () => {
    await using step = await openCase('i-a');
    await runRotation(step, { instances: strict });
    const added = step.events.indexOf('add on i-a');
    expect(step.events.slice(0, added).filter((event) => event === 'held rotation')).toHaveLength(2);
  });

  test('has the digest of the new key and the policy in the journal from its beginning', async () => {
    await using step = await openCase('i-a');
    await runRotation(step, { ...ofGiven, instances: lenient });
    const journal = step.sent.find(
      ({ command, input }) =>
        command === 'ImportKeyPairCommand' && 'KeyName' in input && input.KeyName === 'deploy.rotating',
    );
    expect(journal?.input).toMatchObject({
      TagSpecifications: [
        {
          Tags: expect.arrayContaining([
            {
              Key: 'ec2-key-pair-action:rotation-instances',
              Value: `${step.fleet.digestOf(givenKey)} warn kept`,
            },
          ]),
        },
      ],
    });
    expect(tagsNow(step)).not.toHaveProperty(['ec2-key-pair-action:rotation-instances']);
  });

  test('of a key pair without instances looks for them before and after, and does nothing else', async () => {
    await using step = await openCase();
    await runRotation(step, { instances: strict });
    expect(step.events.filter((event) => /instances|commands|^add|^remove/.test(event))).toEqual([
      'find instances',
      'find instances',
    ]);
    expect(step.outputs['instances']).toBe('[]');
  });

  test('of a key pair without instances counts as running as long as one with instances: it has as much time', async () => {
    await using step = await openCase();
    await runRotation(step, { instances: strict });
    const inputs = step.sent.map(({ input }) => input as ImportKeyPairCommandInput);
    const opened = inputs.find(({ KeyName }) => KeyName === 'deploy.rotating');
    const tags = opened?.TagSpecifications?.[0]?.Tags ?? [];
    const journal = {
      keyName: 'deploy.rotating',
      tags: new Map(tags.map(({ Key = '', Value = '' }) => [Key, Value])),
      createdAt: noon,
    };
    const isYoungAfter = (minutes: number) =>
      isYoungRotation(journal, new Date(noon.getTime() + minutes * 60_000));
    expect([isYoungAfter(14), isYoungAfter(15)]).toEqual([true, false]);
  });

  test('checks that it may see what commands have done before it changes anything', async () => {
    await using step = await openCase('i-a');
    step.breakAt = (event) => event === 'look for commands';
    await expect(runRotation(step, { instances: strict })).rejects.toThrow('broken at look for commands');
    expect(step.ec2.names()).toEqual(['deploy']);
    expect(step.ec2.journal.every((call) => call.startsWith('describe'))).toBe(true);
  });

  test('is the only one that looks for instances', async () => {
    await using step = await openCase('i-a');
    await runRotation(step);
    expect(step.events).not.toContain('find instances');
    expect(step.fleet.accepted(old)).toEqual({ 'i-a': [0] });
  });

  test('says in a dry run what it would do on them, and changes nothing', async () => {
    await using step = await openCase('i-a');
    const request = { ...plainRotation, instances: strict };
    const { actions, remarks } = await rotate.preview(await rotate.plan(request, step), step);
    expect(actions.map(({ text }) => text).filter((text) => text.includes('i-a'))).toEqual([
      'put the new public key beside the old one on 1 instance in eu-west-1: i-a',
      'remove the old public key from 1 instance in eu-west-1: i-a',
    ]);
    expect(remarks).toContainEqual(expect.stringContaining('Systems Manager has no dry runs'));
    expect(accepted(step)).toEqual({ 'i-a': [0] });
  });
});

describe('an instance that cannot be reached', () => {
  test('fails the rotation before anything is changed, with its ID, the reason, and what to do', async () => {
    await using step = await openCase('i-a', 'i-b');
    Object.assign(step.fleet.machines.get('i-b') ?? {}, { unreachable: 'is stopped' });
    const before = [...step.ec2.pairs];
    await expect(runRotation(step, { instances: strict })).rejects.toMatchObject({
      code: 'INSTANCES_NOT_REACHABLE',
      message: 'Key pair "deploy" in eu-west-1: 1 of 2 instances cannot be updated: i-b is stopped.',
      hint: expect.stringContaining('set update-instances-policy: warn'),
    });
    expect([...step.ec2.pairs]).toEqual(before);
    expect(step.events).not.toContain('add on i-a');
  });

  test('is told with the policy warn, and the others are updated', async () => {
    await using step = await openCase('i-a', 'i-b');
    Object.assign(step.fleet.machines.get('i-b') ?? {}, { unreachable: 'is stopped' });
    const { warnings, failure } = await runRotation(step, { ...ofGiven, instances: lenient });
    expect(warnings).toContainEqual(expect.stringContaining('will accept the old key only: i-b is stopped.'));
    expect([failure, accepted(step)]).toEqual([undefined, { 'i-a': [1], 'i-b': [0] }]);
    expect(step.outputs['instances']).toContain('"reason":"is stopped"');
  });

  test('is told with the policy warn, too, if it is the only one; then no command is sent', async () => {
    await using step = await openCase('i-b');
    Object.assign(step.fleet.machines.get('i-b') ?? {}, { unreachable: 'is stopped' });
    const { warnings } = await runRotation(step, { ...ofGiven, instances: lenient });
    expect(warnings).toContainEqual(expect.stringContaining('i-b is stopped'));
    expect(step.events.filter((event) => /^(?:add|remove)/.test(event))).toEqual([]);
  });
});

describe('an instance that is not updated', () => {
  test.each([
    ['because the command fails on it', { outcomes: { 'i-b': failed } }],
    ['because the command never runs on it', { outcomes: { 'i-b': notRun } }],
  ])(
    '%s undoes the rotation: the new key is removed from the others, and the old key pair stays',
    async (_, fault) => {
      await using step = await openCase('i-a', 'i-b');
      const before = [...step.ec2.pairs];
      step.fleet.faults.add.push(fault);
      await expect(runRotation(step, { ...ofGiven, instances: strict })).rejects.toMatchObject({
        code: 'INSTANCES_NOT_UPDATED',
        message: expect.stringMatching(
          /^The new public key could not be added on 1 of 2 instances in eu-west-1: i-b .*\nRemoved the new public key from 1 instance: i-a\./,
        ),
      });
      expect([...step.ec2.pairs]).toEqual(before);
      expect(accepted(step)).toEqual({ 'i-a': [0], 'i-b': [0] });
      expect(step.leftToPost()).toEqual([]);
    },
  );

  test('with the policy warn is told, keeps its old key, and is not asked to remove it', async () => {
    await using step = await openCase('i-a', 'i-b');
    step.fleet.faults.add.push({ outcomes: { 'i-b': notRun } });
    const { warnings } = await runRotation(step, { ...ofGiven, instances: lenient });
    expect(warnings).toContain('Not updated, and may accept the old key only: i-b could not be reached.');
    expect(step.events).toContain('remove on i-a');
    expect(accepted(step)).toEqual({ 'i-a': [1], 'i-b': [0] });
  });
});

test('An instance that is launched during the rotation is told, and the others are updated', async () => {
  await using step = await openCase('i-a');
  step.breakAt = (event) => {
    if (event === 'add on i-a') step.fleet.launch(old, 'i-b');
    return false;
  };
  const { warnings } = await runRotation(step, { ...ofGiven, instances: strict });
  expect(warnings).toContain(
    'Not updated, and may accept the old key only: i-b was launched during the rotation.',
  );
  expect(accepted(step)).toEqual({ 'i-a': [1], 'i-b': [0] });
});

test('An instance that EC2 shows only while the old key is being removed is told, too', async () => {
  await using step = await openCase('i-a');
  step.breakAt = (event) => {
    if (event === 'remove on i-a') step.fleet.launch(old, 'i-b');
    return false;
  };
  const { warnings } = await runRotation(step, { ...ofGiven, instances: strict });
  expect(warnings).toContain(
    'Not updated, and may accept the old key only: i-b was launched during the rotation.',
  );
});

test('An instance that is launched during the rotation is told also if it is the first one', async () => {
  await using step = await openCase();
  step.breakAt = (event) => {
    if (event === 'ec2 import' && step.fleet.machines.size === 0) step.fleet.launch(old, 'i-b');
    return false;
  };
  const { warnings } = await runRotation(step, { ...ofGiven, instances: strict });
  expect(warnings).toContain(
    'Not updated, and may accept the old key only: i-b was launched during the rotation.',
  );
  expect(JSON.parse(step.outputs['instances'] ?? '')).toEqual([
    { instanceId: 'i-b', result: 'not-updated', reason: 'was launched during the rotation' },
  ]);
});

describe('a command whose response is lost', () => {
  test('undoes the rotation, and the new key is removed from every instance that may have it', async () => {
    await using step = await openCase('i-a', 'i-b');
    step.fleet.faults.add.push({ afterwards: ec2Errors.reset() });
    await expect(runRotation(step, { ...ofGiven, instances: strict })).rejects.toThrow();
    expect(accepted(step)).toEqual({ 'i-a': [0], 'i-b': [0] });
    expect(step.events.indexOf('stop commands')).toBeLessThan(step.events.indexOf('remove on i-a i-b'));
    expect([step.ec2.names(), step.leftToPost()]).toEqual([['deploy'], []]);
  });
});

describe('Systems Manager', () => {
  test('refuses the first command: the rotation is undone, and no other one is sent', async () => {
    await using step = await openCase('i-a');
    step.fleet.faults.add.push(denied);
    await expect(runRotation(step, { ...ofGiven, instances: strict })).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
    });
    expect(step.events.filter((event) => /stop commands|^remove/.test(event))).toEqual([]);
    expect([step.ec2.names(), step.leftToPost()]).toEqual([['deploy'], []]);
  });
});

describe('a rotation that fails after the new key was added', () => {
  test('removes it again, after the old key pair is back and the private key file holds the old key', async () => {
    await using step = await openCase('i-a');
    step.ec2.faults.import.push(undefined, refused);
    const rotation = runRotation(step, { destinations: [fileAt('key.pem')], instances: strict });
    await expect(rotation).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
      message: expect.stringContaining('Removed the new public key from 1 instance: i-a.'),
    });
    expect(step.fleet.accepted(old)).toEqual({ 'i-a': [0] });
    expect(step.fleet.machines.get('i-a')?.keys.size).toBe(1);
    expect(step.events.indexOf('releasing swap')).toBeLessThan(step.events.indexOf('remove on i-a'));
    expect([step.ec2.names(), publicKeyNow(step)]).toEqual([['deploy'], publicKeyLine(oldKey)]);
    expect(Object.keys(step.snapshot()).join()).not.toContain('key.pem');
  });

  test.each([
    ['Systems Manager refuses that', (step: TestStep) => void step.fleet.faults.remove.push(denied)],
    [
      'the command fails',
      (step: TestStep) => void step.fleet.faults.remove.push({ outcomes: { 'i-a': failed } }),
    ],
    [
      'the first command cannot be stopped',
      (step: TestStep) => {
        step.fleet.busy = ['i-a'];
      },
    ],
  ])('keeps its journal if %s, until the post step has removed the key', async (_, prepare) => {
    await using step = await openCase('i-a');
    step.ec2.faults.import.push(undefined, refused);
    prepare(step);
    await expect(runRotation(step, { ...ofGiven, instances: strict })).rejects.toMatchObject({
      message: expect.stringContaining('Not cleaned up: the rotation of key pair "deploy" in eu-west-1'),
      hint: expect.stringContaining('in fifteen minutes'),
    });
    expect(step.ec2.names().sort()).toEqual(['deploy', 'deploy.rotating']);
    step.fleet.busy = [];
    const outcomes = await step.post();
    expect(outcomes).toMatchObject([
      { outcome: 'done', said: expect.stringContaining('Removed the new public key') },
    ]);
    expect([step.ec2.names(), accepted(step)]).toEqual([['deploy'], { 'i-a': [0] }]);
  });
});

test('A file that could not be read did not get the new key, so the rotation is undone without it', async () => {
  await using step = await openCase('i-a');
  const unreadable: Outcome = { is: 'failed', why: 'could not change a file', onlyUnreadable: true };
  step.fleet.faults.add.push({ outcomes: { 'i-a': unreadable } });
  step.fleet.faults.remove.push({ outcomes: { 'i-a': unreadable } });
  await expect(runRotation(step, { ...ofGiven, instances: strict })).rejects.toMatchObject({
    code: 'INSTANCES_NOT_UPDATED',
  });
  expect([step.ec2.names(), step.leftToPost()]).toEqual([['deploy'], []]);
});

test('A file that could not be read may still have the old key', async () => {
  await using step = await openCase('i-a');
  const unreadable: Outcome = { is: 'failed', why: 'could not change a file', onlyUnreadable: true };
  step.fleet.faults.remove.push({ outcomes: { 'i-a': unreadable } }, { outcomes: { 'i-a': unreadable } });
  const { failure } = await runRotation(step, { ...ofGiven, instances: strict });
  expect(failure).toMatchObject({ code: 'OLD_KEY_NOT_REVOKED' });
  await step.post();
  expect(step.ec2.names()).toContain('deploy.rotating');
});

describe('an old key that cannot be removed', () => {
  test('fails the step, which says so, and keeps the journal until the post step has removed it', async () => {
    await using step = await openCase('i-a', 'i-b');
    step.fleet.faults.remove.push({ outcomes: { 'i-b': failed } });
    const { failure, lines } = await runRotation(step, { ...ofGiven, instances: strict });
    expect(failure).toMatchObject({
      code: 'OLD_KEY_NOT_REVOKED',
      message: expect.stringMatching(
        /^Key pair "deploy" \(key-\w+\) in eu-west-1 has its new key, but 1 instance may still accept the old one: i-b: failed/,
      ),
    });
    expect(lines[0]).toContain('Rotated key pair "deploy"');
    expect([accepted(step), current(step).equals(givenKey)]).toEqual([{ 'i-a': [1], 'i-b': [0, 1] }, true]);
    expect(step.leftToPost()).toEqual(['rotation']);
    await step.post();
    expect(step.events.at(-1)).not.toContain('i-a');
    expect(step.events).toContain('remove on i-b');
    expect([accepted(step), step.ec2.names()]).toEqual([{ 'i-a': [1], 'i-b': [1] }, ['deploy']]);
  });

  test('is no matter of the post step any more if another step has ended the rotation by then', async () => {
    await using step = await openCase('i-a');
    step.fleet.faults.remove.push({ outcomes: { 'i-a': failed } });
    await runRotation(step, { ...ofGiven, instances: strict });
    step.ec2Time = new Date(noon.getTime() + 16 * 60_000);
    for (const pair of step.ec2.pairs.values()) pair.CreateTime = noon;
    await runRotation(step, { destinations: [], publicKey: { text: publicKeyLine(freshEd25519()) } });
    expect(step.ec2.names()).toEqual(['deploy']);
    expect(await step.post()).toMatchObject([{ outcome: 'already-gone' }]);
  });

  test('is told with the policy warn, and the rotation is over', async () => {
    await using step = await openCase('i-a');
    step.fleet.faults.remove.push(denied);
    const { failure, warnings } = await runRotation(step, { ...ofGiven, instances: lenient });
    expect(failure).toBeUndefined();
    expect(warnings).toContainEqual(expect.stringContaining('1 instance may still accept the old one: i-a'));
    expect([step.ec2.names(), step.leftToPost()]).toEqual([['deploy'], []]);
  });

  test('stays if the new one is not there: no one is locked out', async () => {
    await using step = await openCase('i-a');
    step.breakAt = (event) => {
      if (event === 'remove on i-a')
        step.fleet.machines.get('i-a')?.keys.delete(step.fleet.digestOf(givenKey));
      return false;
    };
    const { failure } = await runRotation(step, { ...ofGiven, instances: strict });
    expect(failure).toMatchObject({ code: 'OLD_KEY_NOT_REVOKED' });
    expect(accepted(step)).toEqual({ 'i-a': [0] });
  });
});

describe('a rotation with thousands of instances', () => {
  const ids = Array.from({ length: 3_000 }, (_, index) => `i-${String(index).padStart(17, '0')}`);

  /** Characters: a variable of the environment on Windows may have so many, and the post step gets the state in one. */
  const mostOfState = 32_767;

  test('keeps the state so small that the post step can start', async () => {
    await using step = await openCase(...ids);
    await runRotation(step, { ...ofGiven, instances: strict });
    expect(step.state().length).toBeLessThan(mostOfState);
    expect([step.ec2.names(), step.leftToPost()]).toEqual([['deploy'], []]);
  });

  test('removes the old key from each of them in the post step, if it could not', async () => {
    await using step = await openCase(...ids);
    step.fleet.faults.remove.push(denied);
    const { failure } = await runRotation(step, { ...ofGiven, instances: strict });
    expect(failure).toMatchObject({ code: 'OLD_KEY_NOT_REVOKED' });
    expect(step.state().length).toBeLessThan(mostOfState);
    await step.post();
    expect(new Set(Object.values(accepted(step)).map(String))).toEqual(new Set(['1']));
    expect(step.ec2.names()).toEqual(['deploy']);
  });

  test('removes the new key from each of them if it fails', async () => {
    await using step = await openCase(...ids);
    step.fleet.faults.add.push({ outcomes: { [ids[0] ?? '']: failed } });
    await expect(runRotation(step, { ...ofGiven, instances: strict })).rejects.toMatchObject({
      code: 'INSTANCES_NOT_UPDATED',
    });
    expect(new Set(Object.values(accepted(step)).map(String))).toEqual(new Set(['0']));
    expect([step.ec2.names(), step.leftToPost()]).toEqual([['deploy'], []]);
  });
});
