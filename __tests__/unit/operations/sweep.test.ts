import { describe, expect, test } from '@jest/globals';
import { KeyPairError } from '../../../src/errors.ts';
import type { RunStatus } from '../../../src/github/run-status.ts';
import type { SweepRequest } from '../../../src/inputs/request.ts';
import { sweep } from '../../../src/operations/sweep.ts';
import { tagKeys } from '../../../src/ownership.ts';
import { awsError, ec2Errors } from '../../lib/aws-errors.ts';
import { managedTags, noon, openTestStep, type TestStep } from './test-step.ts';

const request: SweepRequest = {
  operation: 'sweep',
  region: undefined,
  dryRun: false,
  repositories: ['github.com/octo/widgets'],
  tags: [],
  olderThan: undefined,
  ifInUse: 'ignore',
  githubToken: 'token',
};

const over: RunStatus = { is: 'over', attempt: 1, since: new Date(noon.getTime() - 2 * 3_600_000) };

/** A step whose Region has so many key pairs of run 42, which is over: `a`, `b`, and so on. */
async function openWith(count: number, more: Readonly<Record<string, string>> = {}): Promise<TestStep> {
  const step = await openTestStep();
  step.runs.set('42', over);
  for (let index = 0; index < count; index += 1) put(step, String.fromCodePoint(97 + index), more);
  return step;
}

function put({ ec2 }: TestStep, keyName: string, more: Readonly<Record<string, string>> = {}): void {
  const own = { lifetime: 'run', run: '42/1', nonce: keyName, ...more };
  const tags = Object.entries(own).map(([name, Value]) => ({ Key: `ec2-key-pair-action:${name}`, Value }));
  const KeyPairId = `key-0${keyName.repeat(3)}`;
  ec2.put({ KeyName: keyName, KeyPairId, Tags: [...managedTags, ...tags] });
}

async function run(step: TestStep, asked: Partial<SweepRequest> = {}) {
  return sweep.execute(await sweep.plan({ ...request, ...asked }, step), step);
}

const deletions = ({ ec2 }: TestStep): string[] => ec2.journal.filter((call) => call.startsWith('delete'));
const waits = ({ events }: TestStep): string[] => events.filter((event) => event.startsWith('waited'));

test('each key pair is looked at again, and deleted by its ID when it is its turn', async () => {
  await using step = await openWith(2);
  const { lines, failure } = await run(step);
  expect(step.ec2.journal).toEqual([
    'describe',
    'describe key-0aaa',
    'delete key-0aaa',
    'describe key-0bbb',
    'delete key-0bbb',
  ]);
  expect(waits(step)).toEqual(['waited for 1', 'waited for 1']);
  expect(step.outputs).toMatchObject({ deleted: '2', changed: 'true', 'aws-region': 'eu-west-1' });
  expect(lines).toEqual(['Key pairs found: 2, kept: 0, deleted: 2, failed: 0.']);
  expect(failure).toBeUndefined();
});

test('each run is asked for once, however many key pairs it has, and only if that matters', async () => {
  await using step = await openWith(3);
  put(step, 'x', { run: '43/1' });
  put(step, 'y', { run: '44/1', lifetime: 'persistent' });
  await run(step);
  expect(step.events.filter((event) => event.startsWith('asked'))).toEqual([
    'asked for run 42',
    'asked for run 43',
  ]);
});

describe('A key pair that has changed since it was found is kept:', () => {
  test.each([
    ['it was created again', { nonce: 'another' }, 'its tags have changed'],
    ['its owner is another', { repository: 'github.com/octo/other' }, 'its tags have changed'],
    ['it is persistent now', { lifetime: 'persistent' }, 'it is persistent'],
    [
      'its run has another attempt, which GitHub showed as over before',
      { run: '42/2' },
      'its run is not over',
    ],
  ])('%s', async (_, changes, why) => {
    await using step = await openWith(1);
    const plan = await sweep.plan(request, step);
    step.ec2.pairs.clear();
    put(step, 'a', changes);
    if ('repository' in changes) {
      const pair = step.ec2.pairs.get('key-0aaa');
      const others = pair?.Tags?.filter(({ Key }) => Key !== tagKeys.repository) ?? [];
      step.ec2.put({
        ...pair,
        Tags: [...others, { Key: tagKeys.repository, Value: changes.repository ?? '' }],
      });
    }
    const { lines } = await sweep.execute(plan, step);
    expect(deletions(step)).toEqual([]);
    expect(lines[0]).toBe(`Kept, because ${why}: 1 (a).`);
  });

  test('ensure has renewed its expiry', async () => {
    await using step = await openTestStep();
    put(step, 'a', { lifetime: 'persistent', 'expires-at': '2026-11-24T11:00:00Z' });
    const plan = await sweep.plan(request, step);
    put(step, 'a', { lifetime: 'persistent', 'expires-at': '2026-11-24T13:00:00Z' });
    const { lines } = await sweep.execute(plan, step);
    expect(deletions(step)).toEqual([]);
    expect(lines[0]).toBe('Kept, because it is persistent, and has not expired: 1 (a).');
  });
});

describe('A key pair that someone else deletes first is no failure:', () => {
  test('before it is looked at again', async () => {
    await using step = await openWith(2);
    const plan = await sweep.plan(request, step);
    step.ec2.pairs.delete('key-0aaa');
    const { lines, failure } = await sweep.execute(plan, step);
    expect(lines[0]).toBe('Already gone: 1 (a).');
    expect(step.outputs['deleted']).toBe('1');
    expect(failure).toBeUndefined();
  });

  test.each([
    ['EC2 no longer finds it', ec2Errors.notFound()],
    ['IAM no longer finds the tags that a policy asks for', ec2Errors.denied()],
  ])('%s', async (_, error) => {
    await using step = await openWith(1);
    step.ec2.faults.delete.push({ instead: error });
    step.ec2.onCall = (call) => {
      if (call === 'delete') step.ec2.pairs.delete('key-0aaa');
    };
    const { failure, lines } = await run(step);
    expect(lines[0]).toBe('Already gone: 1 (a).');
    expect(failure).toBeUndefined();
  });
});

describe('A key pair that cannot be deleted', () => {
  test('fails the step after all others were tried, and is named', async () => {
    await using step = await openWith(4);
    step.ec2.faults.delete.push(undefined, { instead: ec2Errors.denied() });
    const { failure, lines, summary } = await run(step);
    expect(deletions(step)).toHaveLength(4);
    expect(step.outputs['deleted']).toBe('3');
    expect(lines.at(-1)).toBe('Key pairs found: 4, kept: 0, deleted: 3, failed: 1.');
    expect(failure).toMatchObject({ code: 'NOT_ALLOWED', details: 'b (key-0bbb)' });
    expect(failure?.message).toContain('Key pairs that could not be deleted: 1.');
    expect(failure?.message).toContain('key pair "b" (key-0bbb)');
    expect(summary.heading).toContain('3 deleted');
  });

  test('because the credentials have expired ends the sweep', async () => {
    await using step = await openWith(4);
    step.ec2.faults.delete.push(undefined, { instead: awsError('ExpiredToken', { status: 400 }) });
    const { failure } = await run(step);
    expect(deletions(step)).toHaveLength(2);
    expect(failure).toMatchObject({ code: 'CREDENTIALS_REFUSED' });
    expect(failure?.message).toContain('Key pairs that could not be deleted: 3.');
    expect(failure?.message).toContain('Not tried after that: 2.');
  });

  test('because EC2 does not answer ends the sweep only after five in a row', async () => {
    await using step = await openWith(12);
    const silent = step.ec2.keyPairs({ total: 0, pause: 5 });
    Object.assign(step, { keyPairs: silent });
    const silence = { instead: ec2Errors.silence() };
    step.ec2.faults.delete.push(...Array(4).fill(silence), undefined, ...Array(5).fill(silence));
    const { failure } = await run(step);
    expect(deletions(step)).toHaveLength(10);
    expect(failure?.message).toContain('Not tried after that: 2.');
    expect(step.outputs['deleted']).toBe('1');
  });
});

describe('A key pair that is in use', () => {
  const reference = { references: ['instance i-0abc (running)'] };

  test('is deleted by default, and nobody is asked', async () => {
    await using step = await openWith(1);
    step.references.set('a', reference);
    await run(step);
    expect(step.outputs['deleted']).toBe('1');
    expect(step.events.filter((event) => event.startsWith('looked up references'))).toEqual([]);
  });

  test('is kept with if-in-use: warn, with a warning', async () => {
    await using step = await openWith(2);
    step.references.set('a', reference);
    const { warnings, failure, lines } = await run(step, { ifInUse: 'warn' });
    expect(warnings).toEqual(['Key pair "a" is in use by instance i-0abc (running).']);
    expect(lines[0]).toBe('Kept, because it is in use: 1 (a).');
    expect(deletions(step)).toEqual(['delete key-0bbb']);
    expect(failure).toBeUndefined();
  });

  test('is kept with if-in-use: fail, which fails the step after all others were deleted', async () => {
    await using step = await openWith(2);
    step.references.set('a', reference);
    const { failure } = await run(step, { ifInUse: 'fail' });
    expect(deletions(step)).toEqual(['delete key-0bbb']);
    expect(failure).toMatchObject({ code: 'IN_USE' });
    expect(failure?.message).toBe('Key pair "a" is in use by instance i-0abc (running).');
  });

  test('is not asked about if it is kept anyway', async () => {
    await using step = await openWith(1);
    put(step, 'z', { lifetime: 'persistent' });
    await run(step, { ifInUse: 'warn' });
    expect(step.events).toContain('looked up references to a');
  });

  test('or may be, for a missing permission, is kept: ten are named, the others counted', async () => {
    await using step = await openWith(12);
    for (const name of step.ec2.names()) {
      step.references.set(name ?? '', { unknown: 'denied', missingPermission: 'ec2:DescribeInstances' });
    }
    const { warnings } = await run(step, { ifInUse: 'warn' });
    expect(deletions(step)).toEqual([]);
    expect(warnings).toHaveLength(11);
    expect(warnings[0]).toContain('The role needs ec2:DescribeInstances.');
    expect(warnings[10]).toBe('Also kept because of if-in-use: 2 more key pairs.');
  });
});

describe('The private key in a store', () => {
  const reference = 'ssm:/ec2/keypair/a';

  function keep(step: TestStep, nonce: string): void {
    const tags = Object.entries({ 'key-pair-id': 'key-0aaa', nonce }).map(
      ([name, value]) => [`ec2-key-pair-action:${name}`, value] as const,
    );
    step.stores.set(reference, { text: 'x', tags: [['managed-by', 'ec2-key-pair-action'], ...tags] });
  }

  test('is deleted first, for two turns', async () => {
    await using step = await openWith(1, { store: reference });
    keep(step, 'a');
    await run(step);
    expect(step.stores.get(reference)).toBeUndefined();
    expect(waits(step)).toEqual(['waited for 2']);
    expect(step.ec2.names()).toEqual([]);
  });

  test('is left alone if it is that of another key pair', async () => {
    await using step = await openWith(1, { store: reference });
    keep(step, 'of another');
    const kept = step.stores.get(reference);
    await run(step);
    expect(kept).toMatchObject({ text: 'x' });
    expect(step.stores.get(reference)).toEqual(kept);
    expect(step.logged.join('\n')).toContain(`warning: Kept: ${reference}.`);
  });

  test('stays together with its key pair if it cannot be deleted', async () => {
    await using step = await openWith(1, { store: reference });
    keep(step, 'a');
    step.stores.faults.delete.push({ instead: awsError('AccessDeniedException', { status: 400 }) });
    const { failure } = await run(step);
    expect(step.ec2.names()).toEqual(['a']);
    expect(failure).toMatchObject({ code: 'NOT_ALLOWED' });
  });
});

test('a token that GitHub refuses fails the plan, so that nothing is deleted', async () => {
  await using step = await openWith(1);
  const refused = new KeyPairError('GITHUB_REFUSED', 'refused');
  step.breakAt = (event) => {
    if (event === 'asked for run 42') throw refused;
    return false;
  };
  await expect(run(step)).rejects.toBe(refused);
  expect(deletions(step)).toEqual([]);
});

test('a dry run asks EC2 for the permission once per repository, and lists 500 key pairs', async () => {
  await using step = await openTestStep();
  step.runs.set('42', over);
  for (let index = 0; index < 502; index += 1) {
    const tags = { lifetime: 'run', run: '42/1', nonce: String(index) };
    step.ec2.put({
      KeyName: `p${index}`,
      Tags: [
        ...managedTags,
        ...Object.entries(tags).map(([name, Value]) => ({ Key: `ec2-key-pair-action:${name}`, Value })),
      ],
    });
  }
  const plan = await sweep.plan(request, step);
  const { actions } = await sweep.preview(plan, step);
  expect(actions).toHaveLength(501);
  expect(actions.at(-1)?.text).toBe('delete 2 more key pairs');
  expect(actions.filter(({ checkPermission }) => checkPermission !== undefined)).toHaveLength(1);
});
