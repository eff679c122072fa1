import { describe, expect, test } from '@jest/globals';
import { PublicKey } from '../../../src/keys/public-key.ts';
import { ensure } from '../../../src/operations/ensure.ts';
import { rotate } from '../../../src/operations/rotate.ts';
import { tagKeys } from '../../../src/ownership.ts';
import { publicKeyLine } from '../../lib/fake-ec2.ts';
import { freshEd25519 } from '../../lib/keys.ts';
import { plainEnsure } from './plain-requests.ts';
import {
  newNonce,
  oldKey,
  oldTags,
  plainRotation,
  publicKeyNow,
  putJournal,
  putOld,
  runRotation,
  tagsNow,
} from './rotation-case.ts';
import { openTestStep, type TestStep } from './test-step.ts';

const old = PublicKey.parseOpenSsh(publicKeyLine(oldKey));
const fresh = freshEd25519();
/** The new key of the rotation that was abandoned. */
const planned = PublicKey.parseOpenSsh(publicKeyLine(fresh));
const tagsOfNew = [
  ...oldTags.filter(({ Key }) => Key !== tagKeys.nonce),
  { Key: tagKeys.nonce, Value: newNonce },
];
/** A rotation that began so many minutes ago, and two machines that accept both of its keys. */
async function openAbandoned(
  minutes = 16,
  policy: 'fail' | 'warn' = 'fail',
  isNewKeyKept = true,
): Promise<TestStep> {
  const step = await openTestStep();
  step.fleet.launch(old, 'i-0a', 'i-0b');
  const newKeyDigest = step.fleet.digestOf(planned);
  for (const { keys } of step.fleet.machines.values()) keys.add(newKeyDigest);
  putJournal(step, minutes, { instances: { newKeyDigest, policy, isNewKeyKept } });
  return step;
}

function putNew(step: TestStep): void {
  putOld(step, { PublicKey: publicKeyLine(fresh), Tags: tagsOfNew });
}

async function runEnsure(step: TestStep) {
  return ensure.execute(await ensure.plan(plainEnsure, step), step);
}

function accepted(step: TestStep): Record<string, number[]> {
  return step.fleet.accepted(old, planned);
}

describe('The end of an old rotation that had begun to update instances', () => {
  test('removes the new key from them if it puts the old key pair back, and no tag of it stays', async () => {
    await using step = await openAbandoned();
    await runEnsure(step);
    expect([step.ec2.names(), publicKeyNow(step)]).toEqual([['deploy'], publicKeyLine(oldKey)]);
    expect(accepted(step)).toEqual({ 'i-0a': [0], 'i-0b': [0] });
    expect(tagsNow(step)).toEqual(Object.fromEntries(oldTags.map(({ Key, Value }) => [Key, Value])));
    expect(step.logged).toContainEqual(
      expect.stringContaining('Removed the new public key from 2 instances: i-0a, i-0b.'),
    );
    expect(step.events.indexOf('stop commands')).toBeLessThan(step.events.indexOf('remove on i-0a i-0b'));
  });

  test('removes the new key from them if the old key pair was not deleted, and then rotates it', async () => {
    await using step = await openAbandoned();
    putOld(step);
    await runRotation(step);
    expect(accepted(step)).toEqual({ 'i-0a': [0], 'i-0b': [0] });
    expect(step.ec2.names()).toEqual(['deploy']);
  });

  test('removes the old key from them if the new key pair has the name', async () => {
    await using step = await openAbandoned();
    putNew(step);
    await runRotation(step, { instances: { by: 'ssm', policy: 'fail' } });
    const current = PublicKey.parseOpenSsh(publicKeyNow(step) ?? '');
    expect(step.fleet.accepted(old, planned, current)).toEqual({ 'i-0a': [2], 'i-0b': [2] });
  });

  test('keeps the journal if an instance cannot be reached, and says which and why', async () => {
    await using step = await openAbandoned();
    putNew(step);
    Object.assign(step.fleet.machines.get('i-0b') ?? {}, { unreachable: 'is stopped' });
    const before = [...step.ec2.pairs];
    await expect(runRotation(step)).rejects.toMatchObject({
      code: 'INSTANCES_NOT_UPDATED',
      message: expect.stringContaining('because 1 instance may still accept the old key: i-0b is stopped'),
      hint: expect.stringContaining('`update-instances-policy: warn`'),
    });
    expect([...step.ec2.pairs]).toEqual(before);
    expect(accepted(step)).toEqual({ 'i-0a': [1], 'i-0b': [0, 1] });
  });

  test.each([
    ['if the rotation began with the policy warn', 'warn', undefined],
    ['if this step has the policy warn', 'fail', { by: 'ssm', policy: 'warn' }],
  ] as const)(
    'goes on without an instance that cannot be reached %s, and says so',
    async (__, policy, instances) => {
      await using step = await openAbandoned(16, policy);
      putNew(step);
      Object.assign(step.fleet.machines.get('i-0b') ?? {}, { unreachable: 'is stopped' });
      await runRotation(step, { instances });
      expect(step.ec2.names()).toEqual(['deploy']);
      expect(step.logged).toContainEqual(
        expect.stringContaining('1 instance may still accept the old key: i-0b is stopped.'),
      );
    },
  );

  test('leaves the old key if no one may have the new private key, and says so', async () => {
    await using step = await openAbandoned(16, 'fail', false);
    putNew(step);
    const before = [...step.ec2.pairs];
    await expect(runRotation(step)).rejects.toMatchObject({
      code: 'INSTANCES_NOT_UPDATED',
      message: expect.stringContaining('possibly only the stopped step had the new private key'),
    });
    expect([...step.ec2.pairs]).toEqual(before);
    expect(accepted(step)).toEqual({ 'i-0a': [0, 1], 'i-0b': [0, 1] });
  });

  test('removes the old key, although no one may have the new private key, if the next rotation updates instances, too', async () => {
    await using step = await openAbandoned(16, 'fail', false);
    putNew(step);
    await runRotation(step, { instances: { by: 'ssm', policy: 'fail' } });
    const current = PublicKey.parseOpenSsh(publicKeyNow(step) ?? '');
    expect(step.fleet.accepted(old, planned, current)).toEqual({ 'i-0a': [2], 'i-0b': [2] });
  });

  test('does not remove it anywhere if the next rotation will fail, because an instance cannot be reached', async () => {
    await using step = await openAbandoned(16, 'fail', false);
    putNew(step);
    Object.assign(step.fleet.machines.get('i-0b') ?? {}, { unreachable: 'is stopped' });
    await expect(runRotation(step, { instances: { by: 'ssm', policy: 'fail' } })).rejects.toMatchObject({
      code: 'INSTANCES_NOT_UPDATED',
      message: expect.stringContaining('1 instance may still accept the old key: i-0b is stopped'),
    });
    expect(accepted(step)).toEqual({ 'i-0a': [0, 1], 'i-0b': [0, 1] });
    expect(step.ec2.names().toSorted()).toEqual(['deploy', 'deploy.rotating']);
  });

  test('locks no one out of an instance that has only one of the keys', async () => {
    await using step = await openAbandoned();
    putNew(step);
    step.fleet.machines.get('i-0b')?.keys.delete(step.fleet.digestOf(planned));
    await expect(runRotation(step)).rejects.toMatchObject({ code: 'INSTANCES_NOT_UPDATED' });
    expect(accepted(step)).toEqual({ 'i-0a': [1], 'i-0b': [0] });
  });
});

test('A rotation that updates instances may still be running fourteen minutes after it began', async () => {
  await using step = await openAbandoned(14);
  putOld(step);
  await expect(rotate.plan(plainRotation, step)).rejects.toMatchObject({ code: 'ROTATION_IN_PROGRESS' });
});

test('A rotation that had no instance to change sends no command when it is ended', async () => {
  await using step = await openTestStep();
  putJournal(step, 16, { instances: { newKeyDigest: undefined, policy: 'fail', isNewKeyKept: true } });
  putNew(step);
  step.fleet.launch(old, 'i-0a');
  await runRotation(step);
  expect(step.events).not.toContain('find instances');
  expect(step.ec2.names()).toEqual(['deploy']);
});

test('A rotation of which EC2 shows no instances sends no command', async () => {
  await using step = await openTestStep();
  putJournal(step, 6);
  step.fleet.launch(old, 'i-0a');
  await runEnsure(step);
  expect(step.events).not.toContain('find instances');
});
