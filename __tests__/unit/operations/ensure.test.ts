import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { EnsureRequest } from '../../../src/inputs/request.ts';
import { ensure } from '../../../src/operations/ensure.ts';
import { tagKeys } from '../../../src/ownership.ts';
import { ec2Errors } from '../../lib/aws-errors.ts';
import { fileAt, output, plainEnsure } from './plain-requests.ts';
import { managedTags, openTestStep, otherStepsTags, type TestStep } from './test-step.ts';

async function run(step: TestStep, request: Partial<EnsureRequest> = {}) {
  return ensure.execute(await ensure.plan({ ...plainEnsure, ...request }, step), step);
}

describe('a missing key pair', () => {
  test('is created, as RSA by default', async () => {
    await using step = await openTestStep();
    await run(step);
    expect(step.outputs).toMatchObject({ created: 'true', 'key-type': 'rsa', 'key-name': 'deploy' });
    expect(step.logged).toEqual([
      'info: Key pair "deploy" does not exist in eu-west-1 yet.',
      'info: Creating rsa key pair "deploy" in eu-west-1.',
    ]);
  });

  test('is created with the type that was set', async () => {
    await using step = await openTestStep();
    await run(step, { keyType: 'ed25519' });
    expect(step.outputs).toMatchObject({ created: 'true', 'key-type': 'ed25519' });
  });
});

describe('an existing key pair', () => {
  test('is used as it is, and nothing is written, claimed, or changed', async () => {
    await using step = await openTestStep();
    const before = step.snapshot();
    step.ec2.put({ KeyName: 'deploy', KeyPairId: 'key-0aaa' });
    const { lines } = await run(step, { tags: [{ key: 'a', value: 'b' }], expiresAfter: 1 });
    expect(step.outputs).toMatchObject({
      created: 'false',
      changed: 'false',
      'key-pair-id': 'key-0aaa',
      'private-key-path': '',
    });
    expect(step.events).toEqual(['ec2 describe', 'set outputs']);
    expect([step.snapshot(), step.leftToPost()]).toEqual([before, []]);
    expect(lines).toEqual([
      'Found key pair "deploy" (key-0aaa) in eu-west-1, fingerprint aa:bb.',
      'Not applied: tags (a), expires-after. This action did not create the key pair in this repository.',
    ]);
    expect(step.logged).toEqual([
      'info: Key pair "deploy" was not created by this action in this repository, so its private key is with whoever created it.',
    ]);
  });

  test('of an unknown type is an error if a type was set', async () => {
    await using step = await openTestStep();
    step.ec2.put({ KeyName: 'deploy', KeyType: undefined });
    await expect(run(step, { keyType: 'rsa' })).rejects.toMatchObject({
      code: 'KEY_TYPE_DIFFERS',
      message: 'Key pair "deploy" in eu-west-1 has type unknown, not rsa.',
    });
  });

  test('of another type is an error', async () => {
    await using step = await openTestStep();
    step.ec2.put({ KeyName: 'deploy', KeyType: 'ed25519' });
    await expect(run(step, { keyType: 'rsa' })).rejects.toMatchObject({
      code: 'KEY_TYPE_DIFFERS',
      message: 'Key pair "deploy" in eu-west-1 has type ed25519, not rsa.',
    });
    await run(step, { keyType: 'ed25519' });
    expect(step.outputs).toMatchObject({ created: 'false' });
  });

  test('that is managed here gets the tags that it lacks, and a new expiry, by its ID', async () => {
    await using step = await openTestStep();
    const { KeyPairId } = step.ec2.put({
      KeyName: 'deploy',
      Tags: [...managedTags, { Key: 'a', Value: 'b' }, { Key: 'c', Value: 'old' }],
    });
    const tags = [
      { key: 'a', value: 'b' },
      { key: 'c', value: 'new' },
    ];
    const { lines } = await run(step, { tags, expiresAfter: 60_000 });
    expect(lines.slice(1)).toEqual([`Set tags: c=new, ${tagKeys.expiresAt}=2026-11-24T12:01:00.000Z.`]);
    expect(step.ec2.journal).toEqual(['describe deploy', `tag ${KeyPairId}`]);
    expect(step.ec2.pairs.get(KeyPairId)?.Tags).toEqual([
      ...managedTags,
      { Key: 'a', Value: 'b' },
      { Key: 'c', Value: 'new' },
      { Key: tagKeys.expiresAt, Value: '2026-11-24T12:01:00.000Z' },
    ]);
    expect(step.logged).toEqual([]);
  });

  test('that is managed here and has all its tags is not changed', async () => {
    await using step = await openTestStep();
    step.ec2.put({ KeyName: 'deploy', Tags: managedTags });
    const { lines } = await run(step);
    expect(step.ec2.journal).toEqual(['describe deploy']);
    expect(lines).toHaveLength(1);
  });

  test('keeps the lifetime that it was created with, and the step says so', async () => {
    await using step = await openTestStep();
    const Tags = [
      ...managedTags,
      { Key: tagKeys.run, Value: '1658821493/1' },
      { Key: tagKeys.lifetime, Value: 'persistent' },
    ];
    step.ec2.put({ KeyName: 'deploy', Tags });
    expect((await run(step)).lines.slice(1)).toEqual([
      'Created by run 1658821493 of this repository, kept until it is deleted.',
    ]);
    expect((await run(step, { lifetime: 'run' })).lines.slice(1)).toEqual([
      'Created by run 1658821493 of this repository, kept until it is deleted.',
      'Not applied: lifetime: run. The lifetime of a key pair is set when it is created.',
    ]);
  });

  test('that will be deleted with the job that created it gets a warning', async () => {
    await using step = await openTestStep();
    step.ec2.put({ KeyName: 'deploy', Tags: [...managedTags, { Key: tagKeys.lifetime, Value: 'job' }] });
    const { lines, warnings } = await run(step);
    expect(warnings).toEqual([
      'Key pair "deploy" is not kept: it is deleted when the job that created it ends.',
    ]);
    expect(lines.slice(1)).toEqual([
      'Not applied: lifetime: persistent. The lifetime of a key pair is set when it is created.',
    ]);
  });

  test.each([
    ['a file', fileAt('key.pem')],
    ['an output', output],
  ])('is an error if its private key is required as %s and is nowhere', async (__, destination) => {
    await using step = await openTestStep();
    const before = step.snapshot();
    step.ec2.put({ KeyName: 'deploy' });
    await expect(run(step, { destinations: [destination] })).rejects.toMatchObject({
      code: 'PRIVATE_KEY_NOT_HERE',
    });
    expect(step.snapshot()).toEqual(before);
  });

  test('that cannot be tagged is an error that names the missing permission', async () => {
    await using step = await openTestStep();
    step.ec2.put({ KeyName: 'deploy', Tags: managedTags });
    step.ec2.faults.tag.push({ instead: ec2Errors.denied() });
    await expect(run(step, { tags: [{ key: 'a', value: 'b' }] })).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
      message: expect.stringMatching(/^Could not tag key pair "deploy" \(key-\S+\) in eu-west-1: /),
      hint: expect.stringContaining('ec2:CreateTags'),
    });
    expect(step.outputs).toEqual({});
  });
});

describe('a step that another process overtakes', () => {
  const ofOtherStep = { KeyName: 'deploy', KeyPairId: 'key-0aaa', Tags: otherStepsTags };

  test('never uses a key pair with its own nonce, whose private key is lost', async () => {
    await using step = await openTestStep();
    step.ec2.faults.create.push({ afterwards: ec2Errors.duplicate() });
    await run(step);
    expect(step.outputs).toMatchObject({ created: 'true' });
    expect(step.ec2.pairs.size).toBe(1);
  });

  test('uses no key pair whose tags do not show whose it is, and leaves the claim to post', async () => {
    await using step = await openTestStep();
    step.breakAt = (event) => {
      if (event === 'ec2 create') step.ec2.put({ ...ofOtherStep, Tags: [] });
      return false;
    };
    await expect(run(step)).rejects.toMatchObject({ code: 'NAME_TAKEN_MAYBE_BY_THIS_STEP' });
    expect(step.leftToPost()).toEqual(['key-pair']);
  });

  test('uses the key pair of the other process, and leaves nothing of its own', async () => {
    await using step = await openTestStep();
    const before = step.snapshot();
    step.breakAt = (event) => {
      if (event === 'ec2 create') step.ec2.put(ofOtherStep);
      return false;
    };
    await run(step);
    expect(step.outputs).toMatchObject({ created: 'false', 'key-pair-id': 'key-0aaa' });
    expect(step.logged).toContain('info: Another process created key pair "deploy" first. Checking again.');
    expect(step.events.filter((event) => event === 'ec2 create')).toHaveLength(1);
    expect([...step.ec2.pairs.keys()]).toEqual(['key-0aaa']);
    expect([step.leftToPost(), step.snapshot()]).toEqual([[], before]);
  });

  test('fails at once with any other error', async () => {
    await using step = await openTestStep();
    step.ec2.faults.create.push({ instead: ec2Errors.denied() });
    await expect(run(step)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    expect(step.ec2.journal).toEqual(['describe deploy', 'describe deploy.rotating', 'create deploy']);
  });
});

describe('a key pair that another process deletes before it is tagged', () => {
  const found = { KeyName: 'deploy', KeyPairId: 'key-0aaa', Tags: managedTags };
  const tags = [{ key: 'a', value: 'b' }];

  /** Deletes the key pair before so many attempts to tag it, and puts another one in its place. */
  function deleteBeforeTags(step: TestStep, times: number, next?: typeof found): void {
    step.ec2.put(found);
    let left = times;
    step.breakAt = (event) => {
      if (event !== 'ec2 tag' || left === 0) return false;
      left -= 1;
      step.ec2.pairs.clear();
      if (next !== undefined) step.ec2.put({ ...next, KeyPairId: `key-0bb${left}` });
      return false;
    };
  }

  test('is created again', async () => {
    await using step = await openTestStep();
    deleteBeforeTags(step, 1);
    await run(step, { tags });
    expect(step.outputs).toMatchObject({ created: 'true' });
    expect(step.logged).toContain('info: Another process deleted key pair "deploy". Checking again.');
  });

  test('is replaced by the one that has the name by then', async () => {
    await using step = await openTestStep();
    deleteBeforeTags(step, 1, found);
    await run(step, { tags });
    expect(step.outputs).toMatchObject({ created: 'false', 'key-pair-id': 'key-0bb0' });
    expect(step.ec2.pairs.get('key-0bb0')?.Tags).toContainEqual({ Key: 'a', Value: 'b' });
  });
});

describe('a preview', () => {
  test('of a missing key pair is that of create', async () => {
    await using step = await openTestStep();
    const { actions } = await ensure.preview(await ensure.plan(plainEnsure, step), step);
    expect(actions.map(({ text }) => text)).toEqual([
      'create rsa key pair "deploy" in eu-west-1',
      expect.stringMatching(/^write the private key to .*\.pem \(pem\)$/),
    ]);
    expect(actions[1]?.text).toContain(path.join(step.folders.temp, 'deploy-'));
    expect(actions.map((action) => 'checkPermission' in action)).toEqual([true, false]);
  });

  test('of an existing key pair asks only about the tags that would be set', async () => {
    await using step = await openTestStep();
    step.ec2.put({ KeyName: 'deploy', KeyPairId: 'key-0aaa', Tags: managedTags });
    const tags = [{ key: 'a', value: 'b' }];
    const { actions, outputs } = await ensure.preview(
      await ensure.plan({ ...plainEnsure, tags }, step),
      step,
    );
    expect(outputs).toMatchObject({ created: 'false', changed: 'true', 'key-pair-id': 'key-0aaa' });
    expect(actions).toEqual([
      { text: 'use key pair "deploy" (key-0aaa) in eu-west-1' },
      { text: 'set tag a on key pair "deploy" in eu-west-1', checkPermission: expect.any(Function) },
    ]);
  });

  test('of an existing key pair that another job will delete has the warning of the real run', async () => {
    await using step = await openTestStep();
    step.ec2.put({ KeyName: 'deploy', Tags: [...managedTags, { Key: tagKeys.lifetime, Value: 'job' }] });
    const planned = await ensure.plan(plainEnsure, step);
    const { warnings } = await ensure.preview(planned, step);
    expect(warnings).toEqual([expect.stringContaining('Key pair "deploy" is not kept')]);
    expect((await ensure.execute(planned, step)).warnings).toEqual(warnings);
  });

  test('of an existing key pair with all its tags asks nothing', async () => {
    await using step = await openTestStep();
    step.ec2.put({ KeyName: 'deploy', KeyPairId: 'key-0aaa', Tags: managedTags });
    const { actions, outputs } = await ensure.preview(await ensure.plan(plainEnsure, step), step);
    expect(actions).toEqual([{ text: 'use key pair "deploy" (key-0aaa) in eu-west-1' }]);
    expect(outputs).toMatchObject({ created: 'false', changed: 'false', 'key-pair-id': 'key-0aaa' });
  });
});
