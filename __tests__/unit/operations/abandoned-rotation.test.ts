import { describe, expect, test } from '@jest/globals';
import type { DestinationRequest } from '../../../src/inputs/request.ts';
import { ensure } from '../../../src/operations/ensure.ts';
import { rotate } from '../../../src/operations/rotate.ts';
import { settleCopy } from '../../../src/operations/settle-copy.ts';
import { tagKeys } from '../../../src/ownership.ts';
import { publicKeyLine } from '../../lib/fake-ec2.ts';
import { freshEd25519 } from '../../lib/keys.ts';
import { plainEnsure } from './plain-requests.ts';
import {
  newNonce,
  oldKey,
  oldNonce,
  oldTags,
  plainRotation,
  publicKeyNow,
  putJournal,
  putOld,
  runRotation,
  tagsNow,
} from './rotation-case.ts';
import { managedTags, noon, openTestStep, type TestStep } from './test-step.ts';

async function runEnsure(step: TestStep) {
  return ensure.execute(await ensure.plan(plainEnsure, step), step);
}

describe('ensure, of a key pair that is absent because a rotation is not complete,', () => {
  test('puts it back with its tags if the rotation began long ago, and uses it', async () => {
    await using step = await openTestStep();
    putJournal(step, 6);
    await runEnsure(step);
    expect([step.ec2.names(), publicKeyNow(step)]).toEqual([['deploy'], publicKeyLine(oldKey)]);
    expect(tagsNow(step)).toEqual(Object.fromEntries(oldTags.map(({ Key, Value }) => [Key, Value])));
    expect(step.outputs).toMatchObject({ created: 'false' });
  });

  test('waits for a rotation that is young, and uses its key pair', async () => {
    await using step = await openTestStep();
    const journal = putJournal(step, 1);
    let looks = 0;
    step.breakAt = (event) => {
      if (event === 'ec2 describe') looks += 1;
      if (looks === 6) step.ec2.pairs.delete(journal.KeyPairId);
      if (event === 'ec2 describe' && looks === 5) putOld(step, { KeyPairId: 'key-0bbb' });
      return false;
    };
    await runEnsure(step);
    expect(step.outputs).toMatchObject({ created: 'false', 'key-pair-id': 'key-0bbb' });
    expect(step.ec2.journal.every((call) => call.startsWith('describe'))).toBe(true);
  });

  test('gives up if the rotation does not end in time, and changes nothing', async () => {
    await using step = await openTestStep({ total: 0, pause: 1 });
    putJournal(step, 1);
    const before = [...step.ec2.pairs];
    await expect(runEnsure(step)).rejects.toMatchObject({ code: 'ROTATION_IN_PROGRESS' });
    expect([...step.ec2.pairs]).toEqual(before);
  });

  test('says in a dry run what it would do, and changes nothing', async () => {
    await using step = await openTestStep();
    putJournal(step, 6);
    const before = [...step.ec2.pairs];
    const { actions } = await ensure.preview(await ensure.plan(plainEnsure, step), step);
    expect(actions.map(({ text }) => text)).toEqual([
      'end an earlier rotation of key pair "deploy" in eu-west-1, which a step left unfinished, and use it',
    ]);
    expect([...step.ec2.pairs]).toEqual(before);
  });

  test('creates the key pair if what has the name of the journal is none', async () => {
    await using step = await openTestStep();
    step.ec2.put({ KeyName: 'deploy.rotating', Tags: managedTags });
    await runEnsure(step);
    expect(step.outputs).toMatchObject({ created: 'true' });
    expect(step.ec2.names()).toEqual(['deploy.rotating', 'deploy']);
  });
});

describe('A rotation that may still be running', () => {
  test.each([
    [
      'because it is young for EC2, whatever the clock of this runner says',
      -10,
      { CreateTime: new Date(noon.getTime() - 11 * 60_000) },
    ],
    ['because EC2 does not say how old it is', 0, { CreateTime: undefined }],
  ])('is not ended: %s', async (_, minutes, changes) => {
    await using step = await openTestStep({ total: 0, pause: 1 });
    step.ec2Time = new Date(noon.getTime() + minutes * 60_000);
    step.ec2.put({ ...putJournal(step, 6), ...changes });
    const before = [...step.ec2.pairs];
    await expect(runEnsure(step)).rejects.toMatchObject({ code: 'ROTATION_IN_PROGRESS' });
    await expect(rotate.plan(plainRotation, step)).rejects.toMatchObject({ code: 'ROTATION_IN_PROGRESS' });
    const { actions } = await ensure.preview(await ensure.plan(plainEnsure, step), step);
    expect(actions[0]?.text).toContain('wait until another step has rotated key pair "deploy"');
    expect([...step.ec2.pairs]).toEqual(before);
  });
});

test('A journal that another step has just deleted does not put anything back', async () => {
  await using step = await openTestStep();
  const { KeyPairId } = putJournal(step, 6);
  // Asked whether it would delete the journal, EC2 does not know it; reads still show it.
  step.breakAt = (event) => {
    if (event === 'ec2 may delete') {
      step.ec2.pairs.delete(KeyPairId);
      putOld(step, { KeyPairId: 'key-0bbb' });
    }
    return false;
  };
  await runEnsure(step);
  expect(step.outputs).toMatchObject({ created: 'false', 'key-pair-id': 'key-0bbb' });
  expect(step.ec2.journal.filter((call) => call.startsWith('import'))).toEqual([]);
});

describe('The end of an old rotation', () => {
  const temporary = 'ssm:/ec2/keypair/deploy.rotating-c3c3c3c3';
  const tagsOfNew = [
    ...oldTags.filter(({ Key }) => Key !== tagKeys.nonce),
    { Key: tagKeys.nonce, Value: newNonce },
  ];

  test('deletes the copy of the new private key if there is no new key pair', async () => {
    await using step = await openTestStep();
    putJournal(step, 6, { store: temporary });
    const tags = [
      ['managed-by', 'ec2-key-pair-action'],
      [tagKeys.nonce, newNonce],
    ] as const;
    step.stores.set(temporary, { text: 'the new key', tags });
    await runEnsure(step);
    expect([step.ec2.names(), step.stores.get(temporary)]).toEqual([['deploy'], undefined]);
  });

  test('leaves what someone else has put at the name of that copy', async () => {
    await using step = await openTestStep();
    putJournal(step, 6, { store: temporary });
    step.stores.set(temporary, { text: 'not yours', tags: [] });
    await runEnsure(step);
    expect(step.stores.get(temporary)?.text).toBe('not yours');
  });

  test('keeps the journal if the name belongs to neither the old nor the new key pair, and says so', async () => {
    await using step = await openTestStep();
    putJournal(step, 6);
    putOld(step, { PublicKey: publicKeyLine(freshEd25519()), Tags: managedTags });
    const before = [...step.ec2.pairs];
    await expect(rotate.execute(await rotate.plan(plainRotation, step), step)).rejects.toMatchObject({
      code: 'NAME_TAKEN',
      message: expect.stringContaining('holds the old public key of an earlier rotation'),
    });
    expect([...step.ec2.pairs]).toEqual(before);
  });

  test.each([
    ['nothing', undefined],
    ['something else', { text: 'not yours', tags: [] }],
  ] as const)(
    'does not wait for the copy of the new private key if %s is in its place, and says so',
    async (_, there) => {
      await using step = await openTestStep();
      const { KeyPairId } = putOld(step, {
        PublicKey: publicKeyLine(freshEd25519()),
        Tags: [...tagsOfNew, { Key: tagKeys.store, Value: temporary }],
      });
      putJournal(step, 6, { store: temporary });
      if (there !== undefined) step.stores.set(temporary, there);
      await runRotation(step, { publicKey: { text: publicKeyLine(freshEd25519()) }, destinations: [] });
      expect(step.ec2.names()).toEqual(['deploy']);
      expect(step.logged).toContainEqual(
        expect.stringContaining(
          `completed except for its journal. Parameter Store does not have the new private key of key pair "deploy" (${KeyPairId}) in ${temporary} in eu-west-1.`,
        ),
      );
      expect(step.stores.get(temporary)).toEqual(there);
    },
  );

  test('moves the copy that the tag of the key pair names, before the next rotation looks for a place', async () => {
    await using step = await openTestStep();
    const lasting = 'ssm:/ec2/keypair/deploy';
    const copyOf = (nonce: string) =>
      [
        ['managed-by', 'ec2-key-pair-action'],
        [tagKeys.nonce, nonce],
      ] as const;
    const { pem } = freshEd25519();
    putJournal(step, 6, { store: temporary });
    putOld(step, {
      PublicKey: publicKeyLine(freshEd25519()),
      Tags: [...tagsOfNew, { Key: tagKeys.store, Value: temporary }],
    });
    step.stores.set(lasting, { text: freshEd25519().pem, tags: copyOf(oldNonce) });
    step.stores.set(temporary, { text: pem, tags: copyOf(newNonce) });
    const destinations: DestinationRequest[] = [
      { kind: 'store', store: 'ssm', kmsKeyId: undefined, required: true },
    ];
    await runRotation(step, { destinations });
    expect(step.ec2.names()).toEqual(['deploy']);
    expect(tagsNow(step)?.[tagKeys.store]).toBe(lasting);
    expect(step.stores.get(temporary)).toBeUndefined();
    expect(step.stores.get(lasting)?.text).toContain('BEGIN');
    expect(step.stores.get(lasting)?.text).not.toBe(pem);
  });
});

describe('rotate', () => {
  const runRotate = async (step: TestStep) => rotate.execute(await rotate.plan(plainRotation, step), step);

  test('ends an old rotation of a key pair that exists, and then rotates it', async () => {
    await using step = await openTestStep();
    const { KeyPairId } = putOld(step);
    putJournal(step, 6);
    await runRotate(step);
    expect(step.ec2.names()).toEqual(['deploy']);
    expect(step.outputs['key-pair-id']).not.toBe(KeyPairId);
  });

  test('stops before it changes anything if a young rotation of the key pair exists', async () => {
    await using step = await openTestStep();
    putOld(step);
    putJournal(step, 1);
    const before = [[...step.ec2.pairs], step.snapshot()];
    await expect(runRotate(step)).rejects.toMatchObject({
      code: 'ROTATION_IN_PROGRESS',
      message: expect.stringContaining(
        'since 2026-11-24T11:59:00Z. Its journal is key pair "deploy.rotating"',
      ),
    });
    expect([[...step.ec2.pairs], step.snapshot()]).toEqual(before);
    expect(step.leftToPost()).toEqual([]);
  });

  test('does not take another key pair for a journal because of its name', async () => {
    await using step = await openTestStep();
    putOld(step);
    step.ec2.put({ KeyName: 'deploy.rotating', PublicKey: publicKeyLine(freshEd25519()) });
    await expect(runRotate(step)).rejects.toMatchObject({ code: 'NAME_TAKEN' });
    expect(step.ec2.names()).toEqual(['deploy', 'deploy.rotating']);
  });

  test('rejects a journal as the key pair to rotate', async () => {
    await using step = await openTestStep();
    putJournal(step, 6);
    await expect(
      rotate.plan({ ...plainRotation, pair: { keyName: 'deploy.rotating' } }, step),
    ).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });
});

describe('the copy of a rotated key pair', () => {
  const nonce = 'c3'.repeat(16);
  const lasting = 'ssm:/ec2/keypair/deploy';
  const temporary = `${lasting}.rotating-c3c3c3c3`;
  const tagsOf = (its: string) =>
    [
      ['managed-by', 'ec2-key-pair-action'],
      [tagKeys.nonce, its],
    ] as const;

  async function settled(step: TestStep, tagsOfLasting: readonly (readonly [string, string])[]) {
    const tags = [
      ...managedTags,
      { Key: tagKeys.nonce, Value: nonce },
      { Key: tagKeys.lifetime, Value: 'persistent' },
      { Key: tagKeys.store, Value: temporary },
    ];
    const { KeyPairId: keyPairId } = step.ec2.put({ KeyName: 'deploy', Tags: tags });
    step.stores.set(lasting, { text: 'old', tags: tagsOfLasting });
    step.stores.set(temporary, { text: freshEd25519().pem, tags: tagsOf(nonce) });
    const pair = { keyPairId, keyName: 'deploy', tags: new Map(tags.map(({ Key, Value }) => [Key, Value])) };
    return settleCopy(pair, 'a1', step);
  }

  test('takes the place of the old copy', async () => {
    await using step = await openTestStep();
    expect(await settled(step, tagsOf('a1'))).toBe(lasting);
    expect(step.stores.get(temporary)).toBeUndefined();
    expect(step.stores.get(lasting)?.text).toContain('BEGIN');
    expect(tagsNow(step)?.[tagKeys.store]).toBe(lasting);
    expect(step.masks.length).toBeGreaterThan(0);
  });

  test('stays where it is if something else has the name by now, which is left untouched', async () => {
    await using step = await openTestStep();
    const others = tagsOf('of someone else');
    expect(await settled(step, others)).toBe(temporary);
    expect(step.stores.get(lasting)).toEqual({ text: 'old', tags: others });
    expect(tagsNow(step)?.[tagKeys.store]).toBe(temporary);
  });
});
