import { describe, expect, test } from '@jest/globals';
import type { ReferencesFound } from '../../../src/ec2/references.ts';
import type { DeleteRequest } from '../../../src/inputs/request.ts';
import { deleteOperation } from '../../../src/operations/delete.ts';
import { tagKeys } from '../../../src/ownership.ts';
import { ec2Errors } from '../../lib/aws-errors.ts';
import { managedTags, openTestStep, type TestStep } from './test-step.ts';

const request: DeleteRequest = {
  operation: 'delete',
  region: undefined,
  dryRun: false,
  pairs: { keyName: 'deploy' },
  ifInUse: 'ignore',
  force: false,
};

/** The tag of a key pair that a run leaves to its last job. */
const ofRun = { Key: tagKeys.lifetime, Value: 'run' };

function planFor(step: TestStep, asked: Partial<DeleteRequest> = {}) {
  return deleteOperation.plan({ ...request, ...asked }, step);
}

async function run(step: TestStep, asked: Partial<DeleteRequest> = {}) {
  return deleteOperation.execute(await planFor(step, asked), step);
}

/** A step in whose Region the key pair exists, and was created by this action in this repository. */
async function openWithPair(): Promise<TestStep> {
  const step = await openTestStep();
  step.ec2.put({ KeyName: 'deploy', KeyPairId: 'key-0aaa', Tags: managedTags });
  return step;
}

const deletions = ({ ec2 }: TestStep): string[] => ec2.journal.filter((call) => call.startsWith('delete'));

test('a managed key pair is deleted by its ID', async () => {
  await using step = await openWithPair();
  step.ec2.put({ KeyName: 'deploy2', KeyPairId: 'key-0bbb', Tags: managedTags });
  const { lines, summary } = await run(step);
  expect(deletions(step)).toEqual(['delete key-0aaa']);
  expect(step.outputs).toEqual({ 'aws-region': 'eu-west-1', changed: 'true', deleted: '1' });
  expect(step.logged).toEqual(['info: Deleted key pair "deploy" (key-0aaa) in eu-west-1.']);
  expect(lines).toEqual([]);
  expect(summary.rows).toEqual([[{ value: 'deploy' }, { value: 'key-0aaa' }]]);
});

test.each([
  [{ keyName: 'deploy' }, 'Key pair "deploy" does not exist in eu-west-1: nothing to delete.'],
  [{ keyPairId: 'key-0a' }, 'Key pair key-0a does not exist in eu-west-1: nothing to delete.'],
  [
    { runId: '77' },
    'Workflow run 77 of github.com/octo/widgets has no key pair in eu-west-1: nothing to delete.',
  ],
  [
    { keyName: 'key-0123456789abcdef0' },
    'Key pair "key-0123456789abcdef0" does not exist in eu-west-1: nothing to delete. To delete the key pair with this ID, set key-pair-id.',
  ],
  ...['gha-*', 'gha-?'].map(
    (keyName) =>
      [
        { keyName },
        `Key pair "${keyName}" does not exist in eu-west-1: nothing to delete. key-name is taken literally: to delete what a workflow run created, set run-id.`,
      ] as const,
  ),
])('if nothing exists for %j, the step succeeds and says what does not exist', async (pairs, notice) => {
  await using step = await openTestStep();
  await run(step, { pairs });
  expect(step.outputs).toEqual({ 'aws-region': 'eu-west-1', changed: 'false', deleted: '0' });
  expect(step.logged).toEqual([`notice: ${notice}`]);
});

describe('a key pair that this action did not create in this repository', () => {
  test.each([
    ['it has no tags of this action', []],
    ['it has no tags of this action', [{ Key: 'team', Value: 'web' }]],
    [
      'its tags name github.com/octo/other',
      [managedTags[0], { Key: tagKeys.repository, Value: 'github.com/octo/other' }],
    ],
    ['it lacks some of the tags of this action', [managedTags[1]]],
    ['it lacks some of the tags of this action', [managedTags[0]]],
  ])('is deleted only with force, and the error says why: %s', async (why, tags) => {
    await using step = await openTestStep();
    step.ec2.put({ KeyName: 'deploy', KeyPairId: 'key-0aaa', Tags: tags.flatMap((tag) => tag ?? []) });
    await expect(planFor(step)).rejects.toMatchObject({
      code: 'NOT_OURS',
      message: `Key pair "deploy" (key-0aaa) in eu-west-1 was not created by this action in this repository: ${why}.\nNothing was deleted.`,
      hint: expect.stringContaining('force: true'),
    });
    expect(step.ec2.pairs.size).toBe(1);
    await run(step, { force: true });
    expect(step.ec2.pairs.size).toBe(0);
  });

  test('is named in one error with all others', async () => {
    await using step = await openTestStep();
    step.ec2.put({ KeyName: 'a', KeyPairId: 'key-0aaa', Tags: [ofRun] });
    step.ec2.put({ KeyName: 'b', KeyPairId: 'key-0bbb', Tags: [...managedTags, ofRun] });
    step.ec2.put({ KeyName: 'c', KeyPairId: 'key-0ccc', Tags: [ofRun] });
    await expect(planFor(step, { pairs: { runId: '4242' } })).rejects.toMatchObject({
      message: expect.stringMatching(
        /^Key pair "a" \(key-0aaa\) .* was not created .*\nKey pair "c" \(key-0ccc\) .* was not created .*\nNothing was deleted\.$/,
      ),
    });
    expect(step.ec2.pairs.size).toBe(3);
  });
});

test('a key pair that was created again after the plan is deleted, too', async () => {
  await using step = await openWithPair();
  const planned = await planFor(step);
  step.ec2.pairs.clear();
  step.ec2.put({ KeyName: 'deploy', KeyPairId: 'key-0bbb', Tags: managedTags });
  await deleteOperation.execute(planned, step);
  expect(step.ec2.pairs.size).toBe(0);
  expect(step.outputs).toMatchObject({ deleted: '1' });
});

test('a key pair is looked up again after a lost response: it may be an older one that EC2 did not know any more', async () => {
  await using step = await openWithPair();
  const planned = await planFor(step);
  step.ec2.faults.delete.push({ afterwards: ec2Errors.reset() });
  step.ec2.put({ KeyName: 'deploy', KeyPairId: 'key-0bbb', Tags: managedTags });
  await deleteOperation.execute(planned, step);
  expect(deletions(step)).toEqual(['delete key-0aaa', 'delete key-0aaa', 'delete key-0bbb']);
});

test('a key pair of someone else that has the name after the plan is not deleted, and the error says so', async () => {
  await using step = await openWithPair();
  const planned = await planFor(step);
  step.ec2.pairs.clear();
  step.ec2.put({ KeyName: 'deploy', KeyPairId: 'key-0bbb' });
  await expect(deleteOperation.execute(planned, step)).rejects.toMatchObject({ code: 'NOT_OURS' });
  expect([...step.ec2.pairs.keys()]).toEqual(['key-0bbb']);
});

describe('if a key pair cannot be deleted', () => {
  test('the others are deleted and reported, and one error names each that is left', async () => {
    await using step = await openTestStep();
    for (const name of ['a', 'b', 'c']) {
      step.ec2.put({ KeyName: name, KeyPairId: `key-0${name}`, Tags: [...managedTags, ofRun] });
    }
    step.ec2.faults.delete.push({ instead: ec2Errors.denied() }, undefined, { instead: ec2Errors.denied() });
    await expect(run(step, { pairs: { runId: '4242' } })).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
      message: expect.stringMatching(/^Could not delete key pair "a" .*\nCould not delete key pair "c" /),
      hint: expect.stringMatching(/^The role needs ec2:DeleteKeyPair\.[^\n]*$/),
    });
    expect(deletions(step)).toHaveLength(3);
    expect([...step.ec2.pairs.values()].map(({ KeyName }) => KeyName)).toEqual(['a', 'c']);
    expect(step.outputs).toMatchObject({ deleted: '1' });
    expect(step.logged).toEqual(['info: Deleted key pair "b" (key-0b) in eu-west-1.']);
  });

  test('because of a bug in this action, the step ends at once', async () => {
    await using step = await openWithPair();
    const info = () => {
      throw new TypeError('a bug');
    };
    const broken = { ...step, log: { ...step.log, info } };
    await expect(deleteOperation.execute(await planFor(step), broken)).rejects.toThrow(TypeError);
    expect(step.outputs).toEqual({});
  });
});

describe('if-in-use', () => {
  const used: ReferencesFound = { references: ['instance i-1 (running)', 'launch template web'] };
  const unknown: ReferencesFound = { unknown: 'TimeoutError: no' };
  const denied: ReferencesFound = {
    unknown: 'UnauthorizedOperation: no.',
    missingPermission: 'ec2:DescribeInstances',
  };
  const unused: ReferencesFound = { references: [] };
  const inUse = 'Key pair "deploy" is in use by instance i-1 (running), launch template web.';
  const notChecked = 'Could not check whether key pair "deploy" is in use: TimeoutError: no';
  const lookups = ({ events }: TestStep) =>
    events.filter((event) => event.startsWith('looked up references'));

  test.each<[ReferencesFound, string]>([
    [used, inUse],
    [unknown, notChecked],
  ])('warn deletes a key pair with the references %j, and warns', async (references, sentence) => {
    await using step = await openWithPair();
    step.references.set('deploy', references);
    await run(step, { ifInUse: 'warn' });
    expect(step.logged).toEqual([
      `warning: ${sentence}`,
      'info: Deleted key pair "deploy" (key-0aaa) in eu-west-1.',
    ]);
  });

  test('warn names the permission that is missing to check', async () => {
    await using step = await openWithPair();
    step.references.set('deploy', denied);
    await run(step, { ifInUse: 'warn' });
    expect(step.logged[0]).toBe(
      'warning: Could not check whether key pair "deploy" is in use: UnauthorizedOperation: no. The role needs ec2:DescribeInstances.',
    );
  });

  test('fail names the permission that is missing to check, instead of what to do about a use', async () => {
    await using step = await openWithPair();
    step.references.set('deploy', denied);
    await expect(planFor(step, { ifInUse: 'fail' })).rejects.toMatchObject({
      code: 'IN_USE',
      hint: 'The role needs ec2:DescribeInstances. docs/permissions.md lists all permissions for if-in-use.',
    });
  });

  test('a dry run says what warn would warn of', async () => {
    await using step = await openWithPair();
    step.references.set('deploy', used);
    const planned = await planFor(step, { ifInUse: 'warn' });
    expect((await deleteOperation.preview(planned, step)).warnings).toEqual([inUse]);
    expect(step.logged).toEqual([]);
  });

  test.each<[ReferencesFound, string]>([
    [used, inUse],
    [unknown, notChecked],
  ])('fail does not delete a key pair with the references %j', async (references, sentence) => {
    await using step = await openWithPair();
    step.references.set('deploy', references);
    await expect(planFor(step, { ifInUse: 'fail' })).rejects.toMatchObject({
      code: 'IN_USE',
      message: `${sentence}\nNothing was deleted.`,
      hint: expect.stringContaining('if-in-use: warn'),
    });
    expect([step.ec2.pairs.size, step.logged]).toEqual([1, []]);
  });

  test.each(['warn', 'fail'] as const)('%s deletes an unused key pair without a warning', async (ifInUse) => {
    await using step = await openWithPair();
    step.references.set('deploy', unused);
    await run(step, { ifInUse });
    expect(step.logged).toEqual(['info: Deleted key pair "deploy" (key-0aaa) in eu-west-1.']);
  });

  test('ignore does not look up what uses a key pair', async () => {
    await using step = await openWithPair();
    step.references.set('deploy', used);
    await planFor(step);
    expect(lookups(step)).toEqual([]);
  });

  test('fail does not look up anything if there is no key pair', async () => {
    await using step = await openWithPair();
    await planFor(step, { pairs: { keyName: 'other' }, ifInUse: 'fail' });
    expect(lookups(step)).toEqual([]);
  });

  test('warn looks up all key pairs in one call', async () => {
    await using step = await openTestStep();
    for (const name of ['deploy', 'b']) step.ec2.put({ KeyName: name, Tags: [...managedTags, ofRun] });
    await planFor(step, { pairs: { runId: '4242' }, ifInUse: 'warn' });
    expect(lookups(step)).toEqual(['looked up references to deploy b']);
  });
});

describe('a preview', () => {
  test('says which key pairs would be deleted, by ID, and deletes none', async () => {
    await using step = await openWithPair();
    const { actions, outputs } = await deleteOperation.preview(await planFor(step), step);
    expect(outputs).toEqual({ 'aws-region': 'eu-west-1', changed: 'true', deleted: '1' });
    expect(actions).toEqual([
      { text: 'delete key pair "deploy" (key-0aaa) in eu-west-1', checkPermission: expect.any(Function) },
    ]);
    for (const { checkPermission } of actions) await checkPermission?.();
    expect([deletions(step), step.ec2.pairs.size]).toEqual([[], 1]);
  });

  test('fails with the missing permission if EC2 would not allow it', async () => {
    await using step = await openWithPair();
    step.ec2.faults['may delete'].push({ instead: ec2Errors.denied() });
    const { actions } = await deleteOperation.preview(await planFor(step), step);
    await expect(actions[0]?.checkPermission?.()).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
      message: expect.stringMatching(/^EC2 would not allow this: UnauthorizedOperation: /),
      hint: expect.stringContaining('ec2:DeleteKeyPair'),
    });
  });

  test('asks nothing if there is nothing to delete', async () => {
    await using step = await openTestStep();
    const { actions, outputs } = await deleteOperation.preview(await planFor(step), step);
    expect(actions).toEqual([{ text: 'delete nothing. Key pair "deploy" does not exist in eu-west-1' }]);
    const planned = await planFor(step, { pairs: { keyName: 'gha-*' } });
    expect((await deleteOperation.preview(planned, step)).actions).toEqual([
      {
        text: 'delete nothing. Key pair "gha-*" does not exist in eu-west-1. key-name is taken literally: to delete what a workflow run created, set run-id',
      },
    ]);
    expect(outputs).toEqual({ 'aws-region': 'eu-west-1', changed: 'false', deleted: '0' });
  });
});

describe('with run-id, a key pair that outlives the run', () => {
  const lifetimeTag = (value: string) => ({ Key: tagKeys.lifetime, Value: value });
  const ofRunOnly = { pairs: { runId: '4242' } };

  async function openWithFleet(): Promise<TestStep> {
    const step = await openTestStep();
    step.ec2.put({ KeyName: 'job', KeyPairId: 'key-0aaa', Tags: [...managedTags, lifetimeTag('job')] });
    step.ec2.put({ KeyName: 'run', KeyPairId: 'key-0bbb', Tags: [...managedTags, lifetimeTag('run')] });
    step.ec2.put({
      KeyName: 'fleet',
      KeyPairId: 'key-0ccc',
      Tags: [...managedTags, lifetimeTag('persistent')],
    });
    return step;
  }

  test('is kept and listed, and those of lifetimes job and run are deleted', async () => {
    await using step = await openWithFleet();
    const { summary } = await run(step, ofRunOnly);
    expect(deletions(step)).toEqual(['delete key-0aaa', 'delete key-0bbb']);
    expect(step.outputs).toMatchObject({ deleted: '2', changed: 'true' });
    expect(step.logged).toEqual([
      'info: Kept: key pair "fleet" (persistent). Delete it by name, or with force: true.',
      expect.stringContaining('Deleted key pair "job"'),
      expect.stringContaining('Deleted key pair "run"'),
    ]);
    expect(summary.notes).toEqual(['Kept, because they outlive the run: 1. The log lists all of them.']);
  });

  test('is kept if its tags do not say how long it is kept', async () => {
    await using step = await openTestStep();
    step.ec2.put({ KeyName: 'deploy', Tags: managedTags });
    await run(step, ofRunOnly);
    expect(deletions(step)).toEqual([]);
    expect(step.outputs).toMatchObject({ deleted: '0', changed: 'false' });
    expect(step.logged).toEqual([
      'info: Kept: key pair "deploy" (its tags name no lifetime). Delete it by name, or with force: true.',
    ]);
  });

  test('is not looked up by what uses it', async () => {
    await using step = await openWithFleet();
    await planFor(step, { ...ofRunOnly, ifInUse: 'fail' });
    expect(step.events).toContain('looked up references to job run');
  });

  test('is deleted with force', async () => {
    await using step = await openWithFleet();
    await run(step, { ...ofRunOnly, force: true });
    expect(step.ec2.pairs.size).toBe(0);
    expect(step.logged.filter((line) => line.includes('Kept'))).toEqual([]);
  });

  test('is deleted by name and by ID', async () => {
    for (const pairs of [{ keyName: 'fleet' }, { keyPairId: 'key-0ccc' }]) {
      await using step = await openWithFleet();
      await run(step, { pairs });
      expect(deletions(step)).toEqual(['delete key-0ccc']);
    }
  });

  test('is named in a dry run, which does not count it', async () => {
    await using step = await openWithFleet();
    const { actions, outputs } = await deleteOperation.preview(await planFor(step, ofRunOnly), step);
    expect(actions.map(({ text }) => text)).toEqual([
      'delete key pair "job" (key-0aaa) in eu-west-1',
      'delete key pair "run" (key-0bbb) in eu-west-1',
      'keep key pair "fleet" (persistent)',
    ]);
    expect(outputs).toMatchObject({ deleted: '2' });
  });
});

test('with run-id, the step looks several times before it accepts that there are no key pairs', async () => {
  await using step = await openTestStep();
  step.ec2.put({ KeyName: 'deploy', KeyPairId: 'key-0aaa', Tags: [...managedTags, ofRun] });
  step.ec2.staleReads = 1;
  await run(step, { pairs: { runId: '4242' } });
  expect(step.ec2.journal).toEqual(['describe', 'describe', 'delete key-0aaa']);
});
