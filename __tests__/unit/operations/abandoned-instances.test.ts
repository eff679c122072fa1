import { describe, expect, test } from '@jest/globals';
import { PublicKey } from '../../../src/keys/public-key.ts';
import { ensure } from '../../../src/operations/ensure.ts';
import { rotate } from '../../../src/operations/rotate.ts';
import { tagKeys } from '../../../src/ownership.ts';
import { ec2Errors } from '../../lib/aws-errors.ts';
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
  /** Two digits each of keys that earlier rotations left on the machines. */
  earlier: readonly string[] = [],
): Promise<TestStep> {
  const step = await openTestStep();
  step.fleet.launch(old, 'i-0a', 'i-0b');
  const newKeyDigest = step.fleet.digestOf(planned);
  const left = earlier.map((digits) => digits.repeat(32));
  for (const { keys } of step.fleet.machines.values())
    for (const key of [newKeyDigest, ...left]) keys.add(key);
  const tag = { Key: 'ec2-key-pair-action:unrevoked', Value: left.join(' ') };
  const before = left.length === 0 ? oldTags : [...oldTags, tag];
  putJournal(step, minutes, { instances: { newKeyDigest, policy, isNewKeyKept }, before });
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

  test.each(['fail', 'warn'] as const)(
    'leaves the old key if the new private key is no longer in its store, and says so (policy %s)',
    async (policy) => {
      await using step = await openAbandoned(16, policy);
      const store = { Key: tagKeys.store, Value: 'ssm:/ec2/keypair/deploy.rotating-c3c3c3c3' };
      putOld(step, { PublicKey: publicKeyLine(fresh), Tags: [...tagsOfNew, store] });
      await expect(runRotation(step)).rejects.toMatchObject({
        code: 'INSTANCES_NOT_UPDATED',
        message: expect.stringContaining('possibly no one has the new private key'),
      });
      expect(accepted(step)).toEqual({ 'i-0a': [0, 1], 'i-0b': [0, 1] });
    },
  );

  test('also removes the old keys that earlier rotations left there', async () => {
    await using step = await openAbandoned(16, 'fail', true, ['e1', 'e2']);
    putNew(step);
    await runRotation(step);
    expect([...step.fleet.machines.values()].map(({ keys }) => [...keys])).toEqual(
      Array(2).fill([step.fleet.digestOf(planned)]),
    );
  });

  test('puts the old key pair back with the note of the keys that earlier rotations left there', async () => {
    await using step = await openAbandoned(16, 'fail', true, ['e1']);
    await runEnsure(step);
    expect(tagsNow(step)).toMatchObject({ 'ec2-key-pair-action:unrevoked': 'e1'.repeat(32) });
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

  test.each(['fail', 'warn'] as const)(
    'leaves the old key if no one may have the new private key, and says so (policy %s)',
    async (policy) => {
      await using step = await openAbandoned(16, policy, false);
      putNew(step);
      const before = [...step.ec2.pairs];
      await expect(runRotation(step)).rejects.toMatchObject({
        code: 'INSTANCES_NOT_UPDATED',
        message: expect.stringContaining('possibly no one has the new private key'),
      });
      expect([...step.ec2.pairs]).toEqual(before);
      expect(accepted(step)).toEqual({ 'i-0a': [0, 1], 'i-0b': [0, 1] });
    },
  );

  describe('and whose new private key no one may have', () => {
    const byInstances = { instances: { by: 'ssm', policy: 'fail' } } as const;

    async function openLost(earlier: readonly string[] = []): Promise<TestStep> {
      const step = await openAbandoned(16, 'fail', false, earlier);
      putNew(step);
      return step;
    }

    test('keeps the old key on them, the only way in, until the next rotation has added its own', async () => {
      await using step = await openLost();
      await runRotation(step, byInstances);
      const current = PublicKey.parseOpenSsh(publicKeyNow(step) ?? '');
      expect(step.fleet.accepted(old, planned, current)).toEqual({ 'i-0a': [2], 'i-0b': [2] });
      const commands = step.events.filter((event) => /^(add|remove) on/.test(event));
      expect(commands).toEqual([
        ...Array(2).fill('add on i-0a i-0b'),
        ...Array(2).fill('remove on i-0a i-0b'),
      ]);
      expect(step.logged).toContainEqual(
        expect.stringContaining(
          '2 instances may accept its old key until another rotation has added a new one: i-0a, i-0b.',
        ),
      );
      expect(Object.keys(tagsNow(step) ?? {}).toSorted()).toEqual(oldTags.map(({ Key }) => Key).toSorted());
    });

    test.each([
      [
        'because it cannot put a key on an instance',
        'INSTANCES_NOT_UPDATED',
        (step: TestStep) =>
          step.fleet.faults.add.push({ outcomes: { 'i-0b': { is: 'failed', why: 'has a full disk' } } }),
      ],
      [
        'because EC2 refuses its key pair',
        'NOT_ALLOWED',
        (step: TestStep) =>
          step.ec2.faults.import.push(undefined, undefined, { instead: ec2Errors.denied() }),
      ],
      [
        'because an instance cannot be reached',
        'INSTANCES_NOT_REACHABLE',
        (step: TestStep) =>
          Object.assign(step.fleet.machines.get('i-0b') ?? {}, { unreachable: 'is stopped' }),
      ],
    ] as const)(
      'keeps it if the next rotation fails %s, and the one after that removes it',
      async (_, code, fail) => {
        await using step = await openLost();
        fail(step);
        await expect(runRotation(step, byInstances)).rejects.toMatchObject({ code });
        expect(accepted(step)).toEqual({ 'i-0a': [0, 1], 'i-0b': [0, 1] });
        expect([step.ec2.names(), publicKeyNow(step)]).toEqual([['deploy'], publicKeyLine(fresh)]);
        Object.assign(step.fleet.machines.get('i-0b') ?? {}, { unreachable: undefined });
        await runRotation(step, byInstances);
        const current = PublicKey.parseOpenSsh(publicKeyNow(step) ?? '');
        expect(step.fleet.accepted(old, planned, current)).toEqual({ 'i-0a': [2], 'i-0b': [2] });
      },
    );

    test('remembers the old key although EC2 still shows the key pair without its new tag', async () => {
      await using step = await openLost();
      const { tag } = step.keyPairs;
      step.keyPairs.tag = async (pair, tags) => {
        const before = [...step.ec2.pairs];
        const outcome = await tag.call(step.keyPairs, pair, tags);
        for (const [id, shown] of before) if (id === pair.keyPairId) step.ec2.pairs.set(id, shown);
        return outcome;
      };
      await runRotation(step, byInstances);
      const current = PublicKey.parseOpenSsh(publicKeyNow(step) ?? '');
      expect(step.fleet.accepted(old, planned, current)).toEqual({ 'i-0a': [2], 'i-0b': [2] });
    });

    test('fails if the old key stays on an instance, and keeps the journal', async () => {
      await using step = await openLost();
      step.fleet.faults.remove.push(undefined, {
        outcomes: { 'i-0b': { is: 'failed', why: 'has a full disk' } },
      });
      await expect(runRotation(step, byInstances)).resolves.toMatchObject({
        failure: { code: 'OLD_KEY_NOT_REVOKED', message: expect.stringContaining('i-0b: has a full disk') },
      });
      expect(step.ec2.names().toSorted()).toEqual(['deploy', 'deploy.rotating']);
    });

    test('waits for a command of the earlier rotation that cannot be stopped', async () => {
      await using step = await openLost();
      step.fleet.busy = ['i-0b'];
      await expect(runRotation(step, byInstances)).rejects.toMatchObject({
        code: 'INSTANCES_NOT_UPDATED',
        message: expect.stringContaining('i-0b is still running an earlier command'),
      });
      expect(step.ec2.names().toSorted()).toEqual(['deploy', 'deploy.rotating']);
    });

    test('keeps the oldest key, too, if more old keys are on them than a tag can name', async () => {
      await using step = await openLost(['e1', 'e2', 'e3']);
      step.fleet.faults.add.push({ outcomes: { 'i-0b': { is: 'failed', why: 'has a full disk' } } });
      await expect(runRotation(step, byInstances)).rejects.toMatchObject({ code: 'INSTANCES_NOT_UPDATED' });
      const { keys } = step.fleet.machines.get('i-0a') ?? {};
      expect([...(keys ?? [])]).toContain('e3'.repeat(32));
      expect(tagsNow(step)?.['ec2-key-pair-action:unrevoked']?.split(' ')).toEqual([
        step.fleet.digestOf(old),
        'e1'.repeat(32),
        'e3'.repeat(32),
      ]);
    });

    describe('if the next rotation goes back to the old key', () => {
      const back = { ...byInstances, publicKey: { text: publicKeyLine(oldKey) }, destinations: [] };

      test('removes the other one', async () => {
        await using step = await openLost();
        const { failure } = await runRotation(step, back);
        expect(failure).toBeUndefined();
        expect(accepted(step)).toEqual({ 'i-0a': [0], 'i-0b': [0] });
        expect(step.ec2.names()).toEqual(['deploy']);
      });

      test('and is undone, keeps the old key', async () => {
        await using step = await openLost();
        step.ec2.faults.import.push(undefined, undefined, { instead: ec2Errors.denied() });
        await expect(runRotation(step, back)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
        expect(accepted(step)).toEqual({ 'i-0a': [0, 1], 'i-0b': [0, 1] });
        expect(step.ec2.names()).toEqual(['deploy']);
      });
    });

    test('also puts the key of the next rotation on an instance that has only the old one', async () => {
      await using step = await openLost();
      step.fleet.machines.get('i-0b')?.keys.delete(step.fleet.digestOf(planned));
      await runRotation(step, byInstances);
      const current = PublicKey.parseOpenSsh(publicKeyNow(step) ?? '');
      expect(step.fleet.accepted(old, planned, current)).toEqual({ 'i-0a': [2], 'i-0b': [2] });
    });

    test('takes that key off such an instance again if the next rotation is undone', async () => {
      await using step = await openLost();
      step.fleet.machines.get('i-0b')?.keys.delete(step.fleet.digestOf(planned));
      step.ec2.faults.import.push(undefined, undefined, { instead: ec2Errors.denied() });
      await expect(runRotation(step, byInstances)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
      expect([...step.fleet.machines.values()].map(({ keys }) => keys.size)).toEqual([2, 1]);
      expect(step.ec2.names()).toEqual(['deploy']);
    });

    test('is remembered by a rotation that leaves instances as they are, for the one after that', async () => {
      await using step = await openLost();
      step.fleet.faults.add.push({ outcomes: { 'i-0b': { is: 'failed', why: 'has a full disk' } } });
      await expect(runRotation(step, byInstances)).rejects.toMatchObject({ code: 'INSTANCES_NOT_UPDATED' });
      await runRotation(step);
      expect(accepted(step)).toEqual({ 'i-0a': [0, 1], 'i-0b': [0, 1] });
      await runRotation(step, byInstances);
      const current = PublicKey.parseOpenSsh(publicKeyNow(step) ?? '');
      expect(step.fleet.accepted(old, planned, current)).toEqual({ 'i-0a': [2], 'i-0b': [2] });
      expect(tagsNow(step)).not.toHaveProperty('ec2-key-pair-action:unrevoked');
    });

    test('is remembered although EC2 still shows the journal, too', async () => {
      await using step = await openLost();
      const { find } = step.keyPairs;
      const shown = await step.keyPairs.find({ keyName: 'deploy' });
      const journal = await step.keyPairs.find({ keyName: 'deploy.rotating' });
      let stale = 0;
      step.breakAt = (event) => {
        if (event === 'ec2 delete' && stale === 0) stale = 6;
        return false;
      };
      step.keyPairs.find = async (choice) => {
        const isOfJournal =
          'keyName' in choice
            ? choice.keyName === 'deploy.rotating'
            : choice.keyPairId === journal?.keyPairId;
        if (stale === 0) return find.call(step.keyPairs, choice);
        stale -= 1;
        return isOfJournal ? journal : shown;
      };
      await runRotation(step, byInstances);
      const current = PublicKey.parseOpenSsh(publicKeyNow(step) ?? '');
      expect(step.fleet.accepted(old, planned, current)).toEqual({ 'i-0a': [2], 'i-0b': [2] });
    });

    test('stops the next rotation if another step has noted it meanwhile', async () => {
      await using step = await openTestStep();
      const { KeyPairId } = putOld(step, { PublicKey: publicKeyLine(fresh), Tags: tagsOfNew });
      step.fleet.launch(planned, 'i-0a');
      step.breakAt = (event) => {
        const pair = step.ec2.pairs.get(KeyPairId);
        const tag = { Key: 'ec2-key-pair-action:unrevoked', Value: 'e1'.repeat(32) };
        if (event === 'ec2 import') step.ec2.put({ ...pair, Tags: [...tagsOfNew, tag] });
        return false;
      };
      await expect(runRotation(step, byInstances)).rejects.toMatchObject({ code: 'ROTATION_IN_PROGRESS' });
      expect(step.ec2.names()).toEqual(['deploy']);
    });

    test('changes nothing if the key pair with the new key is gone when its tag is set', async () => {
      await using step = await openLost();
      step.keyPairs.tag = async () => 'not-found';
      await expect(runRotation(step, byInstances)).rejects.toMatchObject({ code: 'ROTATION_IN_PROGRESS' });
      expect(accepted(step)).toEqual({ 'i-0a': [0, 1], 'i-0b': [0, 1] });
    });
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
