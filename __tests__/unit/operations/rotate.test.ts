import { describe, expect, test } from '@jest/globals';
import { tagKeys } from '../../../src/ownership.ts';
import { ec2Errors } from '../../lib/aws-errors.ts';
import { publicKeyLine } from '../../lib/fake-ec2.ts';
import { freshEd25519 } from '../../lib/keys.ts';
import { defaultFile, output } from './plain-requests.ts';
import {
  newNonce,
  oldKey,
  oldNonce,
  oldTags,
  publicKeyNow,
  putOld,
  runRotation,
  tagsNow,
} from './rotation-case.ts';
import { noon, openTestStep, type TestStep } from './test-step.ts';

const oldLine = publicKeyLine(oldKey);

function idOf({ ec2 }: TestStep, keyName: string): string | undefined {
  return [...ec2.pairs.values()].find(({ KeyName }) => KeyName === keyName)?.KeyPairId;
}

describe('a rotation', () => {
  test('keeps the old public key in a journal, delivers the new key, and only then deletes the old key pair', async () => {
    await using step = await openTestStep();
    const old = putOld(step);
    let journal = '';
    step.breakAt = (event) => {
      if (event === 'set output private-key') journal = idOf(step, 'deploy.rotating') ?? '';
      return false;
    };
    await runRotation(step);
    expect(step.ec2.journal).toEqual([
      'describe deploy',
      'describe deploy.rotating',
      `may delete ${old.KeyPairId}`,
      'may import deploy',
      'may import deploy',
      'import deploy.rotating',
      // No other step has rotated it since then, and none may be ending this rotation.
      `describe ${old.KeyPairId}`,
      `may delete ${old.KeyPairId}`,
      `describe ${journal}`,
      `delete ${old.KeyPairId}`,
      'import deploy',
      `describe ${journal}`,
      `delete ${journal}`,
    ]);
    const [delivered, deleted] = ['set output private-key', 'ec2 delete'].map((event) =>
      step.events.lastIndexOf(event, step.events.indexOf('set outputs')),
    );
    expect(delivered).toBeLessThan(deleted ?? -1);
    expect(step.ec2.names()).toEqual(['deploy']);
    expect(step.leftToPost()).toEqual(['output']);
  });

  test('gives the name to a new key pair with the same tags, and a nonce, run, and job of its own', async () => {
    await using step = await openTestStep();
    putOld(step);
    await runRotation(step, { tags: [{ key: 'stage', value: 'live' }] });
    expect(tagsNow(step)).toEqual({
      'managed-by': 'ec2-key-pair-action',
      [tagKeys.repository]: 'github.com/octo/widgets',
      [tagKeys.run]: '4242/1',
      [tagKeys.job]: expect.any(String),
      [tagKeys.lifetime]: 'persistent',
      [tagKeys.nonce]: expect.not.stringMatching(oldNonce),
      team: 'web',
      stage: 'live',
    });
    expect(step.outputs).toMatchObject({
      'key-name': 'deploy',
      changed: 'true',
      'previous-key-fingerprint': 'old',
    });
    expect(publicKeyNow(step)).not.toBe(oldLine);
  });

  test('of a persistent key pair whose new private key would be lost is rejected, and changes nothing', async () => {
    await using step = await openTestStep();
    putOld(step);
    const before = [...step.ec2.pairs];
    await expect(runRotation(step, { destinations: [defaultFile] })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      message: 'Key pair "deploy" is persistent, but its new private key would be lost when the job ends.',
    });
    expect([...step.ec2.pairs]).toEqual(before);
  });

  test('puts a public key that was set in place of the old one, and delivers no private key', async () => {
    await using step = await openTestStep();
    putOld(step);
    const key = freshEd25519();
    await runRotation(step, { publicKey: { text: publicKeyLine(key) }, destinations: [] });
    expect(publicKeyNow(step)).toBe(publicKeyLine(key));
    expect([step.privateKeyOutput, step.masks]).toEqual([undefined, []]);
  });

  test('with the public key that the key pair has changes nothing', async () => {
    await using step = await openTestStep();
    putOld(step);
    await runRotation(step, { publicKey: { text: oldLine }, destinations: [] });
    expect(step.outputs).toMatchObject({ changed: 'false', created: 'false' });
    expect(step.ec2.journal).toEqual(['describe deploy', 'describe deploy.rotating']);
  });

  test.each([
    ['keeps the expiry', undefined, '2026-11-27T12:00:00.000Z'],
    ['sets the expiry if that was asked for', 60_000, '2026-11-24T12:01:00.000Z'],
  ])('%s', async (_, expiresAfter, expected) => {
    await using step = await openTestStep();
    putOld(step, {
      CreateTime: new Date('2026-11-20T12:00:00Z'),
      Tags: [...oldTags, { Key: tagKeys.expiresAt, Value: '2026-11-27T12:00:00.000Z' }],
    });
    await runRotation(step, { expiresAfter });
    expect(tagsNow(step)?.[tagKeys.expiresAt]).toBe(expected);
  });
});

describe('a key pair that cannot be rotated', () => {
  test.each([
    ['that another repository created', { Tags: [{ Key: 'managed-by', Value: 'terraform' }] }, 'NOT_OURS'],
    [
      'that CloudFormation created',
      { Tags: [...oldTags, { Key: 'aws:cloudformation:stack-id', Value: 'x' }] },
      'NOT_OURS',
    ],
    ['whose public key EC2 does not show', { PublicKey: undefined }, 'PUBLIC_KEY_UNREADABLE'],
    [
      'with too many tags',
      { Tags: [...oldTags, ...Array.from({ length: 43 }, (_, index) => ({ Key: `k${index}`, Value: 'v' }))] },
      'INVALID_INPUT',
    ],
  ])('is one %s, and nothing is changed', async (_, changes, code) => {
    await using step = await openTestStep();
    putOld(step, changes);
    await expect(runRotation(step)).rejects.toMatchObject({ code });
    expect(step.ec2.journal).toEqual(['describe deploy', 'describe deploy.rotating']);
  });

  test('is one with tags that leave no room for the note of a rotation that is lost on its instances', async () => {
    await using step = await openTestStep();
    const fill = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ Key: `k${index}`, Value: 'v' }));
    // The journal of a rotation that updates instances has three tags of its own.
    putOld(step, { Tags: [...oldTags, ...fill(50 - 3 - oldTags.length)] });
    const instances = { by: 'ssm', policy: 'fail' } as const;
    await expect(runRotation(step, { instances })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    step.ec2.pairs.clear();
    putOld(step, { Tags: [...oldTags, ...fill(50 - 4 - oldTags.length)] });
    await runRotation(step, { instances });
    expect(step.ec2.names()).toEqual(['deploy']);
  });

  test('is one with a name that leaves no room for that of the journal', async () => {
    await using step = await openTestStep();
    putOld(step, { KeyName: 'n'.repeat(247) });
    await expect(runRotation(step, { pair: { keyName: 'n'.repeat(247) } })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      message: expect.stringContaining('is longer than 246 characters'),
    });
  });

  test('of another repository is rotated with force, and put back with its own tags if that fails', async () => {
    await using step = await openTestStep();
    const Tags = [
      { Key: 'managed-by', Value: 'Terraform and hands' },
      { Key: 'team', Value: 'web' },
    ];
    putOld(step, { Tags });
    step.ec2.faults.import.push(undefined, { instead: ec2Errors.denied() });
    await expect(runRotation(step, { force: true })).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    expect(step.ec2.names()).toEqual(['deploy']);
    expect([publicKeyNow(step), tagsNow(step)]).toEqual([
      oldLine,
      { 'managed-by': 'Terraform and hands', team: 'web' },
    ]);
  });
});

describe('a rotation that fails', () => {
  test('puts the old public key back under its name, with its tags, and takes the new private key back', async () => {
    await using step = await openTestStep();
    putOld(step);
    step.ec2.faults.import.push(undefined, { instead: ec2Errors.denied() });
    await expect(runRotation(step, { destinations: [output] })).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
      message: expect.stringMatching(
        /Because the step failed, the old public key of key pair "deploy" in eu-west-1 was put back \(key-/,
      ),
    });
    expect(step.ec2.names()).toEqual(['deploy']);
    expect(publicKeyNow(step)).toBe(oldLine);
    expect(tagsNow(step)).toEqual(Object.fromEntries(oldTags.map(({ Key, Value }) => [Key, Value])));
    expect([step.privateKeyOutput, step.leftToPost()]).toEqual([undefined, []]);
  });

  test.each([
    ['the journal', 0],
    ['the new key pair', 1],
  ])('after a lost response about %s goes on', async (_, before) => {
    await using step = await openTestStep();
    putOld(step);
    step.ec2.faults.import.push(...Array.from({ length: before }, () => undefined), {
      afterwards: ec2Errors.reset(),
    });
    await runRotation(step);
    expect(step.ec2.names()).toEqual(['deploy']);
    expect(publicKeyNow(step)).not.toBe(oldLine);
  });

  test('is none if a device on the way sent the deletion twice, so that EC2 no longer knows the key pair', async () => {
    await using step = await openTestStep();
    const { KeyPairId } = putOld(step);
    step.breakAt = (event) => {
      if (event === 'ec2 delete') step.ec2.pairs.delete(KeyPairId);
      return false;
    };
    await runRotation(step);
    expect(step.ec2.names()).toEqual(['deploy']);
    expect(publicKeyNow(step)).not.toBe(oldLine);
  });

  test('because another step has rotated the key pair meanwhile leaves nothing, although EC2 still shows the old one', async () => {
    await using step = await openTestStep();
    const { KeyPairId } = putOld(step);
    const shown = await step.keyPairs.find({ keyName: 'deploy' });
    step.breakAt = (event) => {
      if (event !== 'ec2 import' || !step.ec2.pairs.delete(KeyPairId)) return false;
      putOld(step, {
        PublicKey: publicKeyLine(freshEd25519()),
        Tags: [{ Key: tagKeys.nonce, Value: newNonce }],
      });
      const find = step.keyPairs.find.bind(step.keyPairs);
      step.keyPairs.find = async (choice) =>
        'keyPairId' in choice && choice.keyPairId === KeyPairId ? shown : find(choice);
      return false;
    };
    await expect(runRotation(step)).rejects.toMatchObject({ code: 'PAIR_NOT_FOUND' });
    expect([step.ec2.names(), step.leftToPost()]).toEqual([['deploy'], []]);
    expect(tagsNow(step)?.[tagKeys.nonce]).toBe(newNonce);
  });

  test.each([
    ['the machine was suspended, so that another step may have ended it', 4.1],
    ['its journal is gone', undefined],
  ])('because %s changes nothing', async (_, minutes) => {
    await using step = await openTestStep();
    const { KeyPairId } = putOld(step);
    step.breakAt = (event) => {
      const journal = step.ec2.pairs.get(idOf(step, 'deploy.rotating') ?? '');
      if (event !== 'set output private-key' || journal === undefined) return false;
      if (minutes === undefined) step.ec2.pairs.delete(journal.KeyPairId ?? '');
      else journal.CreateTime = new Date(noon.getTime() - minutes * 60_000);
      return false;
    };
    await expect(runRotation(step)).rejects.toMatchObject({
      code: 'ROTATION_IN_PROGRESS',
      message: expect.stringContaining('has taken so long that another step may have ended it'),
    });
    expect([step.ec2.names(), idOf(step, 'deploy')]).toEqual([['deploy'], KeyPairId]);
    expect([step.privateKeyOutput, step.leftToPost()]).toEqual([undefined, []]);
  });

  test('because another process deleted the key pair does not put it back', async () => {
    await using step = await openTestStep();
    const { KeyPairId } = putOld(step);
    step.breakAt = (event) => {
      if (event === 'ec2 import') step.ec2.pairs.delete(KeyPairId);
      return false;
    };
    await expect(runRotation(step)).rejects.toMatchObject({ code: 'PAIR_NOT_FOUND' });
    expect(step.ec2.names()).toEqual([]);
  });
});
