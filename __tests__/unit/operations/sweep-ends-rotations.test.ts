import { describe, expect, test } from '@jest/globals';
import type { RunStatus } from '../../../src/github/run-status.ts';
import type { SweepRequest } from '../../../src/inputs/request.ts';
import { PublicKey } from '../../../src/keys/public-key.ts';
import { sweep } from '../../../src/operations/sweep.ts';
import { tagKeys } from '../../../src/ownership.ts';
import { ec2Errors } from '../../lib/aws-errors.ts';
import { publicKeyLine } from '../../lib/fake-ec2.ts';
import { freshEd25519 } from '../../lib/keys.ts';
import { oldKey, oldNonce, oldTags, publicKeyNow, putJournal, putOld, tagsNow } from './rotation-case.ts';
import { managedTags, noon, openTestStep, type TestStep } from './test-step.ts';

const request: SweepRequest = {
  ...{ operation: 'sweep', region: undefined, dryRun: false, tags: [], olderThan: undefined },
  ...{ repositories: ['github.com/octo/widgets'], ifInUse: 'ignore', githubToken: 'token' },
};

const over: RunStatus = { is: 'over', attempt: 1, since: new Date(noon.getTime() - 2 * 3_600_000) };
const lasting = 'ssm:/ec2/keypair/deploy';
const temporary = `${lasting}.rotating-c3c3c3c3`;
const newNonce = 'c3'.repeat(16);

/** A step of a run that is over. */
async function open(): Promise<TestStep> {
  const step = await openTestStep();
  step.runs.set(step.run.runId, over);
  return step;
}

async function run(step: TestStep, asked: Partial<SweepRequest> = {}) {
  return sweep.execute(await sweep.plan({ ...request, ...asked }, step), step);
}

const changes = ({ ec2 }: TestStep): string[] => ec2.journal.filter((call) => !call.startsWith('describe'));

/** An expired key pair of a run that is over. */
const expiredTags = [...oldTags, { Key: tagKeys.expiresAt, Value: '2026-11-24T11:00:00Z' }];

/** The key pair after its rotation, except that its copy has the temporary name. */
function putRotated(step: TestStep, tags = managedTags): void {
  const own = { [tagKeys.nonce]: newNonce, [tagKeys.lifetime]: 'persistent', [tagKeys.store]: temporary };
  putOld(step, { Tags: [...tags, ...Object.entries(own).map(([Key, Value]) => ({ Key, Value }))] });
  const copyOf = (nonce: string, text: string) => ({
    text,
    tags: [
      ['managed-by', 'ec2-key-pair-action'],
      [tagKeys.nonce, nonce],
    ] as const,
  });
  step.stores.set(lasting, copyOf(oldNonce, 'old'));
  step.stores.set(temporary, copyOf(newNonce, freshEd25519().pem));
}

describe('sweep, of a journal whose step no longer runs,', () => {
  test('puts the old key pair back with its tags, and deletes the journal', async () => {
    await using step = await open();
    putJournal(step, 60);
    const { lines, failure, summary } = await run(step);
    expect([step.ec2.names(), publicKeyNow(step)]).toEqual([['deploy'], publicKeyLine(oldKey)]);
    expect(tagsNow(step)).toEqual(Object.fromEntries(oldTags.map(({ Key, Value }) => [Key, Value])));
    expect(step.events).toContain('waited for 3');
    expect(step.outputs).toMatchObject({ deleted: '0', changed: 'true' });
    expect(lines).toEqual(['Key pairs found: 1, kept: 0, deleted: 0, failed: 0, rotations ended: 1.']);
    expect(summary.notes).toEqual(lines);
    expect(failure).toBeUndefined();
  });

  test('moves the copy of the new private key to its place if the key pair exists, and puts nothing back', async () => {
    await using step = await open();
    putRotated(step);
    putJournal(step, 60);
    await run(step);
    expect(step.ec2.names()).toEqual(['deploy']);
    expect(tagsNow(step)).toMatchObject({ [tagKeys.nonce]: newNonce, [tagKeys.store]: lasting });
    expect(step.stores.get(temporary)).toBeUndefined();
    expect(step.stores.get(lasting)?.text).toContain('BEGIN');
    expect(step.masks.length).toBeGreaterThan(0);
  });

  test('removes the new key from the instances that got it before the rotation ended, once their commands are over', async () => {
    await using step = await open();
    const [old, added] = [oldKey, freshEd25519()].map((key) => PublicKey.parseOpenSsh(publicKeyLine(key)));
    if (old === undefined || added === undefined) throw new Error('no keys');
    step.fleet.launch(old, 'i-0a');
    const newKeyDigest = step.fleet.digestOf(added);
    step.fleet.machines.get('i-0a')?.keys.add(newKeyDigest);
    putJournal(step, 14, { instances: { newKeyDigest, policy: 'fail', isNewKeyKept: true } });
    expect((await run(step)).lines.join()).toContain('its step may still be running');
    expect(step.fleet.accepted(old, added)).toEqual({ 'i-0a': [0, 1] });
    step.ec2Time = new Date(noon.getTime() + 60_000);
    await run(step);
    expect(step.events).toContain('waited for 3, with time for instances');
    expect(step.fleet.accepted(old, added)).toEqual({ 'i-0a': [0] });
    expect(step.ec2.names()).toEqual(['deploy']);
  });

  test('does so for another repository, whose copy stays its own', async () => {
    await using step = await open();
    const repository = 'github.com/octo/other';
    const ofOther = managedTags.map(({ Key, Value }) => ({
      Key,
      Value: Key === tagKeys.repository ? repository : Value,
    }));
    putRotated(step, ofOther);
    putJournal(step, 60, { rotating: { ...step.run, repository } });
    await run(step, { repositories: 'any' });
    expect(new Map(step.stores.get(lasting)?.tags).get(tagKeys.repository)).toBe(repository);
    expect(tagsNow(step)?.[tagKeys.store]).toBe(lasting);
  });

  test('neither deletes what it puts back nor a key pair that has a journal: the next sweep does', async () => {
    for (const exists of [false, true]) {
      await using step = await open();
      if (exists) putOld(step, { Tags: expiredTags });
      putJournal(step, 60, { before: expiredTags });
      await run(step);
      expect(step.ec2.names()).toEqual(['deploy']);
      expect(step.outputs['deleted']).toBe('0');
      await run(step);
      expect(step.ec2.names()).toEqual([]);
    }
  });

  test('looks for journals of the key pairs with the tags that were asked for, even if these lack them', async () => {
    await using step = await open();
    putOld(step, { Tags: [...expiredTags, { Key: 'tier', Value: 'new' }] });
    putJournal(step, 60, { before: expiredTags });
    const { lines } = await run(step, { tags: [{ key: 'tier', value: 'new' }] });
    expect(lines[0]).toBe('Kept, because a rotation of it is not over: 1 (deploy).');
    expect(changes(step)).toEqual([]);
    expect(step.sent[0]?.input).toMatchObject({
      Filters: [{ Name: 'tag:managed-by', Values: ['ec2-key-pair-action'] }],
    });
  });

  test('changes nothing in a dry run, and lists it', async () => {
    await using step = await open();
    putJournal(step, 60);
    const { actions, outputs } = await sweep.preview(await sweep.plan(request, step), step);
    expect(actions.map(({ text }) => text)).toEqual([
      expect.stringMatching(
        /^end the unfinished rotation of key pair "deploy" in eu-west-1, and delete its journal \(key-\w+\)$/,
      ),
    ]);
    expect(outputs).toMatchObject({ deleted: '0', changed: 'true' });
    expect(changes(step)).toEqual([]);
  });
});

describe('sweep leaves a journal and its key pair as they are', () => {
  const expectKept = async (step: TestStep, why: string): Promise<void> => {
    const before = [...step.ec2.pairs];
    const { lines, failure } = await run(step);
    expect(lines[0]).toBe(`Kept, because ${why}: 1 (deploy.rotating).`);
    expect(failure).toBeUndefined();
    expect([...step.ec2.pairs]).toEqual(before);
  };

  test('if it is young by the clock of EC2, whatever this machine says', async () => {
    await using step = await open();
    putJournal(step, 60);
    step.ec2Time = new Date(noon.getTime() - 56 * 60_000);
    await expectKept(step, 'its step may still be running');
  });

  test('if the run that rotates is not over, although the one that created the key pair is', async () => {
    await using step = await open();
    step.runs.set('17', over);
    step.runs.set(step.run.runId, { is: 'live', attempt: 1 });
    putJournal(step, 60);
    await expectKept(step, 'the run that rotates is not over');
  });

  test('if another repository rotates', async () => {
    await using step = await open();
    putJournal(step, 60, { rotating: { ...step.run, repository: 'github.com/octo/other' } });
    const { lines } = await run(step);
    expect(lines).toEqual(['Key pairs found: 0, kept: 0, deleted: 0, failed: 0.']);
    expect(changes(step)).toEqual([]);
  });

  test('if another process ended the rotation first, and began another one', async () => {
    await using step = await open();
    const { KeyPairId } = putJournal(step, 60);
    const plan = await sweep.plan(request, step);
    step.ec2.pairs.delete(KeyPairId);
    putJournal(step, 1);
    const { lines } = await sweep.execute(plan, step);
    expect(lines[0]).toBe('Already gone: 1 (deploy.rotating).');
    expect(changes(step)).toEqual([]);
  });
});

test('a rotation that cannot be ended fails the step after the rest was done, and keeps its journal', async () => {
  await using step = await open();
  putJournal(step, 60);
  putOld(step, { KeyName: 'expired', Tags: expiredTags });
  step.ec2.faults.import.push({ instead: ec2Errors.denied() });
  const { failure } = await run(step);
  expect(step.ec2.names()).toEqual(['deploy.rotating']);
  expect(step.outputs['deleted']).toBe('1');
  expect(failure).toMatchObject({ code: 'NOT_ALLOWED', details: expect.stringContaining('deploy.rotating') });
  expect(failure?.message).toMatch(/^Rotations that could not be ended: 1\.\n/);
});
