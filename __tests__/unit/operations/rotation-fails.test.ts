import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { KeyPairInfo } from '@aws-sdk/client-ec2';
import { describe, expect, test } from '@jest/globals';
import { tagKeys } from '../../../src/ownership.ts';
import { ec2Errors } from '../../lib/aws-errors.ts';
import { publicKeyLine } from '../../lib/fake-ec2.ts';
import { freshEd25519 } from '../../lib/keys.ts';
import { fileAt } from './plain-requests.ts';
import { oldKey, oldTags, publicKeyNow, putOld, runRotation, tagsNow } from './rotation-case.ts';
import { noon, openTestStep, type TestStep } from './test-step.ts';

const oldLine = publicKeyLine(oldKey);
const refused = { instead: ec2Errors.denied() };

function isJournal({ KeyName }: KeyPairInfo): boolean {
  return KeyName === 'deploy.rotating';
}

/** Calls a function before the import with this number. */
function beforeImport(step: TestStep, number: number, work: () => void): void {
  let imports = 0;
  step.breakAt = (event) => {
    if (event === 'ec2 import') imports += 1;
    if (event === 'ec2 import' && imports === number) work();
    return false;
  };
}

/** The new key pair, as a request that is executed late creates it. */
function putNew(step: TestStep): void {
  const { input } = step.sent.filter(
    ({ command, input }) =>
      command === 'ImportKeyPairCommand' &&
      'KeyName' in input &&
      input.KeyName === 'deploy' &&
      !('DryRun' in input && input.DryRun),
  )[0] as { input: { TagSpecifications: [{ Tags: [] }] } };
  step.ec2.put({
    KeyName: 'deploy',
    PublicKey: publicKeyLine(freshEd25519()),
    Tags: input.TagSpecifications[0].Tags,
  });
}

function expectOldBack(step: TestStep): void {
  expect([step.ec2.names(), publicKeyNow(step)]).toEqual([['deploy'], oldLine]);
  expect(tagsNow(step)).toEqual(Object.fromEntries(oldTags.map(({ Key, Value }) => [Key, Value])));
}

const toldUnfinished = expect.stringContaining(
  'Not cleaned up: the rotation of key pair "deploy" in eu-west-1, whose old public key is in key pair "deploy.rotating"',
);

describe('The old key pair is put back', () => {
  test('if the first reads show its journal without its tags', async () => {
    await using step = await openTestStep();
    putOld(step);
    step.ec2.faults.import.push(undefined, refused);
    let reads = 0;
    step.ec2.show = (pair) => {
      if (!isJournal(pair)) return pair;
      reads += 1;
      return reads <= 2 ? { ...pair, Tags: [] } : pair;
    };
    await expect(runRotation(step)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    expectOldBack(step);
    expect(step.leftToPost()).toEqual([]);
  });

  test.each([
    ['show nothing', () => undefined],
    ['show it without its tags', (pair: KeyPairInfo) => ({ ...pair, Tags: [] })],
    ['show it without its public key', ({ PublicKey: _, ...pair }: KeyPairInfo) => pair],
  ])(
    'by the post step if all reads of the journal %s; until then, it stays, and everything else',
    async (_, show) => {
      await using step = await openTestStep();
      putOld(step);
      step.ec2.faults.import.push(undefined, refused);
      step.breakAt = (event) => {
        if (event === 'ec2 delete') step.ec2.show = (pair) => (isJournal(pair) ? show(pair) : pair);
        return false;
      };
      const rotation = runRotation(step, { destinations: [fileAt('key.pem')] });
      await expect(rotation).rejects.toMatchObject({
        message: toldUnfinished,
        hint: expect.stringContaining('To end it, run `operation: rotate`'),
      });
      expect(step.ec2.names()).toEqual(['deploy.rotating']);
      expect(Object.keys(step.snapshot()).join()).toContain('key.pem');
      step.ec2.show = (pair) => pair;
      await step.post();
      expectOldBack(step);
      expect(Object.keys(step.snapshot()).join()).not.toContain('key.pem');
    },
  );

  test('by the post step if the new key pair could not be deleted after the outputs failed', async () => {
    await using step = await openTestStep();
    putOld(step);
    // The old key pair is deleted, and then the new one.
    step.ec2.faults.delete.push(undefined, refused);
    step.breakAt = (event) => event === 'set outputs';
    await expect(runRotation(step)).rejects.toMatchObject({ message: toldUnfinished });
    expect(step.ec2.names()).toEqual(['deploy.rotating', 'deploy']);
    await step.post();
    expectOldBack(step);
  });

  /** A rotation whose new key pair stays because its outputs failed, and whose journal is then so many minutes old. */
  async function leftWithNew(step: TestStep, minutes: number): Promise<void> {
    putOld(step);
    step.ec2.faults.delete.push(undefined, refused);
    step.breakAt = (event) => event === 'set outputs';
    await expect(runRotation(step, { destinations: [fileAt('key.pem')] })).rejects.toThrow();
    const journal = [...step.ec2.pairs.values()].find(isJournal);
    if (journal !== undefined) journal.CreateTime = new Date(noon.getTime() - minutes * 60_000);
  }

  test('by the post step up to a minute before another step may end the rotation', async () => {
    await using step = await openTestStep();
    await leftWithNew(step, 3.9);
    await step.post();
    expectOldBack(step);
  });

  test('no longer by a later post step: another step may have given the new key to instances', async () => {
    await using step = await openTestStep();
    await leftWithNew(step, 4.1);
    const [outcome, ...others] = await step.post();
    expect(outcome).toMatchObject({
      outcome: 'left',
      why: 'it began so long ago that another step may be ending it',
    });
    expect(others).toEqual([]);
    expect(step.ec2.names()).toEqual(['deploy.rotating', 'deploy']);
    expect(publicKeyNow(step)).not.toBe(oldLine);
    expect(Object.keys(step.snapshot()).join()).toContain('key.pem');
  });

  test('also by a later post step if no key pair has the name: another step would do the same', async () => {
    await using step = await openTestStep();
    await leftWithNew(step, 600);
    for (const [id, pair] of step.ec2.pairs) if (!isJournal(pair)) step.ec2.pairs.delete(id);
    await step.post();
    expectOldBack(step);
  });

  test('if the request to import the new one is executed late, in between', async () => {
    await using step = await openTestStep();
    putOld(step);
    step.ec2.faults.import.push(undefined, refused);
    beforeImport(step, 3, () => putNew(step));
    await expect(runRotation(step)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    expectOldBack(step);
  });

  test('with an ID of its own if its deletion got no answer: a late request deletes the ID that it had', async () => {
    await using step = await openTestStep();
    const { KeyPairId } = putOld(step);
    step.ec2.faults.delete.push({ instead: ec2Errors.reset() }, refused);
    await expect(runRotation(step)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    expectOldBack(step);
    expect([...step.ec2.pairs.keys()]).not.toContain(KeyPairId);
  });

  test('and told with its ID if the response about that was lost', async () => {
    await using step = await openTestStep();
    putOld(step);
    step.ec2.faults.import.push(undefined, refused, { afterwards: ec2Errors.reset() });
    await expect(runRotation(step)).rejects.toMatchObject({
      message: expect.stringMatching(
        /the old public key of key pair "deploy" in eu-west-1 was put back \(key-/,
      ),
    });
    expectOldBack(step);
  });
});

test('The old key pair keeps its ID if EC2 refuses to delete it', async () => {
  await using step = await openTestStep();
  const { KeyPairId } = putOld(step);
  step.ec2.faults.delete.push(refused);
  await expect(runRotation(step)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
  expectOldBack(step);
  expect([...step.ec2.pairs.keys()]).toEqual([KeyPairId]);
  expect(step.leftToPost()).toEqual([]);
});

describe('The journal stays', () => {
  test('if another process creates a key pair with the name, and that is said', async () => {
    await using step = await openTestStep();
    putOld(step);
    const PublicKey = publicKeyLine(freshEd25519());
    const Tags = [{ Key: tagKeys.nonce, Value: 'of another step' }];
    beforeImport(step, 2, () => step.ec2.put({ KeyName: 'deploy', PublicKey, Tags }));
    await expect(runRotation(step)).rejects.toMatchObject({
      code: 'NAME_TAKEN',
      message: expect.stringContaining('another process created a key pair with this name (key-'),
      hint: expect.stringContaining('If no one needs the old key, delete "deploy.rotating".'),
    });
    expect([step.ec2.names(), publicKeyNow(step)]).toEqual([['deploy.rotating', 'deploy'], PublicKey]);
    expect(publicKeyNow(step, 'deploy.rotating')).toBe(oldLine);
  });

  test('and the new key pair, if another step has completed the rotation by the time of the post step', async () => {
    await using step = await openTestStep();
    putOld(step);
    step.ec2.faults.delete.push(undefined, refused);
    step.breakAt = (event) => event === 'set outputs';
    await expect(runRotation(step, { destinations: [fileAt('key.pem')] })).rejects.toThrow();
    const journal = [...step.ec2.pairs.values()].find(isJournal);
    step.ec2.pairs.delete(journal?.KeyPairId ?? '');
    const outcomes = await step.post();
    expect(step.ec2.names()).toEqual(['deploy']);
    expect(publicKeyNow(step)).not.toBe(oldLine);
    expect(Object.keys(step.snapshot()).join()).toContain('key.pem');
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['already-gone']);
  });
});

describe('Nothing is changed', () => {
  test.each([
    ['import the new key pair', [refused]],
    ['put the old one back', [undefined, refused]],
  ])('if EC2 would not allow the role to %s', async (_, faults) => {
    await using step = await openTestStep();
    putOld(step);
    const before = [...step.ec2.pairs];
    step.ec2.faults['may import'].push(...faults);
    await expect(runRotation(step)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    expect([...step.ec2.pairs]).toEqual(before);
    expect(step.ec2.journal).not.toContain('import deploy.rotating');
  });

  test('if EC2 would not allow the role to tag the new key pair with the place of its private key', async () => {
    await using step = await openTestStep();
    const store = 'ssm:/ec2/keypair/deploy';
    const { KeyPairId } = putOld(step, { Tags: [...oldTags, { Key: tagKeys.store, Value: store }] });
    const copy = {
      text: 'old',
      tags: [
        ['managed-by', 'ec2-key-pair-action'],
        [tagKeys.nonce, 'a1'.repeat(16)],
      ] as const,
    };
    step.stores.set(store, copy);
    step.ec2.faults['may tag'].push(refused);
    await expect(runRotation(step)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    expect([...step.ec2.pairs.keys()]).toEqual([KeyPairId]);
    expect(step.stores.get(store)).toEqual(copy);
  });
});

test.each([
  ['persistent', []],
  ['job', ['file', 'key-pair']],
])(
  'The file with the new private key of a key pair of lifetime %s is kept as long as that',
  async (lifetime, left) => {
    await using step = await openTestStep();
    const file = path.join(step.folders.workspace, 'key.pem');
    writeFileSync(file, oldKey.pem, { mode: 0o600 });
    putOld(step, {
      Tags: oldTags.map((tag) => (tag.Key === tagKeys.lifetime ? { ...tag, Value: lifetime } : tag)),
    });
    await runRotation(step, { destinations: [fileAt('key.pem')] });
    expect(step.leftToPost()).toEqual(left);
  },
);
