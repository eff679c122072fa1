import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { create } from '../../../src/operations/create.ts';
import { defaultFile, fileAt, output, plainCreate } from './plain-requests.ts';
import { noon, openTestStep, otherStepsTags } from './test-step.ts';

describe('a plan', () => {
  test('changes nothing and sends nothing to EC2', async () => {
    await using step = await openTestStep();
    const before = step.snapshot();
    await create.plan(plainCreate, step);
    expect([step.events, step.sent, step.snapshot()]).toEqual([[], [], before]);
  });

  test('fails if something exists at the path, before there is a key pair', async () => {
    await using step = await openTestStep();
    mkdirSync(path.join(step.folders.workspace, 'key.pem'));
    await expect(create.plan(plainCreate, step)).rejects.toMatchObject({ code: 'PATH_TAKEN' });
    expect(step.events).toEqual([]);
  });

  test('generates a name from the prefix, run ID, attempt, and 8 hex digits', async () => {
    await using step = await openTestStep();
    const planned = await create.plan({ ...plainCreate, name: { prefix: 'gha-widgets-' } }, step);
    expect(planned.pair.keyName).toMatch(/^gha-widgets-4242-1-[0-9a-f]{8}$/);
  });

  test('uses one nonce for EC2 and the ledger, and another one every time', async () => {
    await using step = await openTestStep();
    const plans = [await create.plan(plainCreate, step), await create.plan(plainCreate, step)] as const;
    for (const { identity, pair } of plans) {
      const tag = pair.tags.find(({ key }) => key === 'ec2-key-pair-action:nonce');
      expect(tag?.value).toBe(identity.record.nonce);
      expect(identity.record.nonce).toMatch(/^[0-9a-f]{32}$/);
    }
    expect(plans[0].identity.record.nonce).not.toBe(plans[1].identity.record.nonce);
  });

  test('tags the key pair with when it expires, and with the tags that a destination needs', async () => {
    await using step = await openTestStep();
    const storeTag = { key: 'ec2-key-pair-action:store', value: 'ssm:/deploy' };
    const opens = async () => ({
      intent: 'store the private key',
      tags: [storeTag],
      expected: () => Promise.reject(new Error('never asked')),
      reserve: () => Promise.reject(new Error('never reserved')),
    });
    const { identity, pair } = await create.plan(
      { ...plainCreate, expiresAfter: 60_000 },
      { ...step, openDestination: opens },
    );
    expect(identity.expiresAt?.getTime()).toBe(noon.getTime() + 60_000);
    expect(pair.tags).toContainEqual({
      key: 'ec2-key-pair-action:expires-at',
      value: '2026-11-24T12:01:00.000Z',
    });
    expect(pair.tags).toContainEqual(storeTag);
  });
});

test.each([
  ['a PPK file', [fileAt('key.ppk', { format: 'ppk' })], 'ppk'],
  ['a PPK file and the output', [output, fileAt('key.ppk', { format: 'ppk' })], 'ppk'],
  [
    'a PPK file with a passphrase',
    [fileAt('key.ppk', { format: 'ppk', passphrase: 'correct horse' })],
    'pem',
  ],
  ['a PEM file', [defaultFile], 'pem'],
  ['the output', [output], 'pem'],
])('for %s, EC2 is asked for the private key in the right format', async (_, destinations, keyFormat) => {
  await using step = await openTestStep();
  const { pair } = await create.plan({ ...plainCreate, destinations }, step);
  expect(pair.keyFormat).toBe(keyFormat);
});

describe('a preview', () => {
  test('says everything that would be done, and asks only about the key pair', async () => {
    await using step = await openTestStep();
    const planned = await create.plan({ ...plainCreate, lifetime: 'job' }, step);
    const { actions } = await create.preview(planned, step);
    expect(actions.map(({ text }) => text)).toEqual([
      'create ed25519 key pair "deploy" in eu-west-1',
      'set the output private-key',
      `write the private key to ${path.join(step.folders.workspace, 'key.pem')} (pem)`,
      'delete the key pair when the job ends',
    ]);
    expect(actions.map((action) => 'checkPermission' in action)).toEqual([true, false, false, false]);
  });

  test('fails if the name is taken, as the step itself would', async () => {
    await using step = await openTestStep();
    step.ec2.put({ KeyName: 'deploy', KeyPairId: 'key-0aaa', Tags: otherStepsTags });
    const planned = await create.plan(plainCreate, step);
    const real = await create.execute(planned, step).catch((error: unknown) => error);
    await expect(create.preview(planned, step)).rejects.toMatchObject({
      code: 'NAME_TAKEN',
      message: (real as Error).message,
    });
  });

  test('does not look for a key pair with a generated name, and does not say which name it would be', async () => {
    await using step = await openTestStep();
    const planned = await create.plan({ ...plainCreate, name: { prefix: 'gha-' } }, step);
    const { outputs } = await create.preview(planned, step);
    expect(outputs).toMatchObject({ 'key-name': '', created: 'true', changed: 'true' });
    expect(step.ec2.journal).toEqual([]);
  });

  test.each([
    ['a file in the workspace', { lifetime: 'run', destinations: [fileAt('key.pem')] }],
    ['a lost private key', { lifetime: 'persistent', destinations: [output] }],
  ] as const)(
    'warns of %s like the step itself, and has its outputs as far as they are known',
    async (_, its) => {
      await using step = await openTestStep();
      const request = { ...plainCreate, ...its };
      const planned = await create.plan(request, step);
      const { warnings, outputs } = await create.preview(planned, step);
      expect(warnings).toHaveLength(1);
      expect(step.outputs).toEqual({});
      expect(warnings).toEqual((await create.execute(planned, step)).warnings);
      expect(outputs).toEqual({
        ...step.outputs,
        'key-pair-id': '',
        'key-fingerprint': '',
        'public-key': '',
      });
    },
  );

  test('does not say which file it would be if no one named it', async () => {
    await using step = await openTestStep();
    const planned = await create.plan({ ...plainCreate, destinations: [defaultFile] }, step);
    expect((await create.preview(planned, step)).outputs).toMatchObject({ 'private-key-path': '' });
  });

  test.each(['run', 'persistent'] as const)(
    'does not mention a deletion with lifetime %s',
    async (lifetime) => {
      await using step = await openTestStep();
      const planned = await create.plan({ ...plainCreate, lifetime, destinations: [output] }, step);
      const { actions } = await create.preview(planned, step);
      expect(actions.map(({ text }) => text)).toEqual([
        'create ed25519 key pair "deploy" in eu-west-1',
        'set the output private-key',
      ]);
    },
  );
});
