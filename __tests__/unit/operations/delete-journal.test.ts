import { describe, expect, test } from '@jest/globals';
import { findJournal } from '../../../src/ec2/journal.ts';
import type { DeleteRequest } from '../../../src/inputs/request.ts';
import { deleteOperation } from '../../../src/operations/delete.ts';
import { deleteJournal } from '../../../src/operations/delete-journal.ts';
import { tagKeys } from '../../../src/ownership.ts';
import { ec2Errors } from '../../lib/aws-errors.ts';
import { newNonce, oldNonce, oldTags, putJournal, putOld } from './rotation-case.ts';
import { openTestStep, type TestStep } from './test-step.ts';

const lasting = 'ssm:/ec2/keypair/deploy';
const temporary = `${lasting}.rotating-c3c3c3c3`;

async function run(step: TestStep, pairs: DeleteRequest['pairs'], changes: Partial<DeleteRequest> = {}) {
  const request: DeleteRequest = {
    ...{ operation: 'delete', region: undefined, dryRun: false, ifInUse: 'ignore', force: false },
    pairs,
    ...changes,
  };
  return deleteOperation.execute(await deleteOperation.plan(request, step), step);
}

const copyOf = (nonce: string) => ({
  text: 'a key',
  tags: [
    ['managed-by', 'ec2-key-pair-action'],
    [tagKeys.nonce, nonce],
  ] as const,
});

describe('delete, of a key pair whose rotation no step will end,', () => {
  test.each([
    ['by name', { keyName: 'deploy' }],
    ['by ID', { keyPairId: 'key-0aaa' }],
    ['with its run', { runId: '17' }],
  ])('also deletes its journal (%s): no ensure puts the key back', async (_, pairs) => {
    await using step = await openTestStep();
    putOld(step, { KeyPairId: 'key-0aaa' });
    putJournal(step, 6);
    await run(step, pairs, 'runId' in pairs ? { force: true } : {});
    expect(step.ec2.names()).toEqual([]);
    expect(step.outputs).toMatchObject({ deleted: '2' });
  });

  test('says that instances may accept either key if the rotation was updating them', async () => {
    await using step = await openTestStep();
    putOld(step);
    putJournal(step, 16, {
      instances: { newKeyDigest: '5e'.repeat(32), policy: 'fail', isNewKeyKept: true },
    });
    await run(step, { keyName: 'deploy' });
    expect(step.ec2.names()).toEqual([]);
    expect(step.logged).toContainEqual(
      expect.stringContaining('may accept its old key, its new key, or both.'),
    );
  });

  test('deletes the journal, and the copies that no key pair has, if it is all that is left', async () => {
    await using step = await openTestStep();
    const { Tags = [] } = putJournal(step, 6, { store: temporary });
    const [journal] = step.ec2.pairs.values();
    step.ec2.put({ ...journal, Tags: [...Tags, { Key: tagKeys.store, Value: lasting }] });
    step.stores.set(lasting, copyOf(oldNonce));
    step.stores.set(temporary, copyOf(newNonce));
    await run(step, { keyName: 'deploy' });
    expect([step.ec2.names(), step.stores.get(lasting), step.stores.get(temporary)]).toEqual([
      [],
      undefined,
      undefined,
    ]);
  });

  test('deletes these copies although EC2 still shows the key pair that was deleted', async () => {
    await using step = await openTestStep();
    putOld(step);
    putJournal(step, 6, { store: temporary });
    step.stores.set(temporary, copyOf(newNonce));
    const shown = await step.keyPairs.find({ keyName: 'deploy' });
    const find = step.keyPairs.find.bind(step.keyPairs);
    step.keyPairs.find = async (choice) =>
      'keyName' in choice && choice.keyName === 'deploy' ? shown : find(choice);
    await run(step, { keyName: 'deploy' });
    expect([step.ec2.names(), step.stores.get(temporary)]).toEqual([[], undefined]);
  });

  test.each([
    ['the new key pair', newNonce, { old: undefined, new: 'a key' }],
    ['the old one', oldNonce, { old: 'a key', new: undefined }],
    ['another one', 'd4'.repeat(16), { old: undefined, new: undefined }],
    ['one without tags, which says nothing', undefined, { old: 'a key', new: 'a key' }],
  ])('keeps the copy of %s, if that has the name by then', async (_, nonce, kept) => {
    await using step = await openTestStep();
    const { Tags = [] } = putJournal(step, 6, { store: temporary });
    const [one] = step.ec2.pairs.values();
    step.ec2.put({ ...one, Tags: [...Tags, { Key: tagKeys.store, Value: lasting }] });
    step.stores.set(lasting, copyOf(oldNonce));
    step.stores.set(temporary, copyOf(newNonce));
    const journal = await findJournal('deploy', step.keyPairs);
    putOld(step, { Tags: nonce === undefined ? [] : [{ Key: tagKeys.nonce, Value: nonce }] });
    expect(journal && (await deleteJournal(journal, [], step))).toBe(true);
    expect({ old: step.stores.get(lasting)?.text, new: step.stores.get(temporary)?.text }).toEqual(kept);
    expect(step.logged.join().includes(`What is in ${lasting} and ${temporary} was not deleted`)).toBe(
      nonce === undefined,
    );
  });

  test('keeps the journal if the key pair could not be deleted', async () => {
    await using step = await openTestStep();
    putOld(step);
    putJournal(step, 6);
    step.ec2.faults.delete.push({ instead: ec2Errors.denied() });
    await expect(run(step, { keyName: 'deploy' })).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    expect(step.ec2.names()).toEqual(['deploy', 'deploy.rotating']);
  });

  test('says in a dry run that it would delete the journal', async () => {
    await using step = await openTestStep();
    putJournal(step, 6);
    const request: DeleteRequest = {
      ...{ operation: 'delete', region: undefined, dryRun: true, ifInUse: 'ignore', force: false },
      pairs: { keyName: 'deploy' },
    };
    const { actions } = await deleteOperation.preview(await deleteOperation.plan(request, step), step);
    expect(actions.map(({ text }) => text)).toEqual([
      expect.stringMatching(
        /^delete key pair "deploy\.rotating" \(key-.* the journal of an earlier rotation$/,
      ),
    ]);
  });
});

describe('delete, of the key pairs of a run in which a rotation was left unfinished,', () => {
  const ofRun = oldTags.map((tag) => (tag.Key === tagKeys.lifetime ? { ...tag, Value: 'run' } : tag));

  test.each([
    ['no key pair has the name', () => undefined],
    ['the old one still has it', putOld],
  ])('keeps the journal of a persistent key pair, with both private keys, if %s', async (_, put) => {
    await using step = await openTestStep();
    put(step);
    putJournal(step, 6, { store: temporary });
    step.stores.set(lasting, copyOf(oldNonce));
    step.stores.set(temporary, copyOf(newNonce));
    const before = [...step.ec2.pairs];
    await run(step, { runId: '17' });
    expect([...step.ec2.pairs]).toEqual(before);
    expect([step.stores.get(lasting), step.stores.get(temporary)]).not.toContain(undefined);
    expect(step.logged.join('\n')).toContain(
      'Kept: key pair "deploy.rotating". It is the journal of a rotation of a key pair that is not deleted with its run.',
    );
  });

  test('deletes the journal of a key pair that is deleted with the run', async () => {
    await using step = await openTestStep();
    putJournal(step, 6, { before: ofRun });
    await run(step, { runId: '17' });
    expect(step.ec2.names()).toEqual([]);
  });

  test('keeps the journal of a key pair of another run', async () => {
    await using step = await openTestStep();
    putOld(step, { Tags: ofRun });
    putJournal(step, 6, { before: ofRun });
    // This EC2 does not filter by run.
    const list = step.keyPairs.list.bind(step.keyPairs);
    step.keyPairs.list = async (filters) =>
      (await list(filters)).filter(({ keyName }) => keyName === 'deploy.rotating');
    await run(step, { runId: '17' });
    expect(step.ec2.names()).toEqual(['deploy', 'deploy.rotating']);
  });
});

describe('delete, of a key pair whose rotation may still be running,', () => {
  test('fails, and changes nothing', async () => {
    await using step = await openTestStep();
    putOld(step);
    putJournal(step, 1);
    const before = [...step.ec2.pairs];
    await expect(run(step, { keyName: 'deploy' })).rejects.toMatchObject({ code: 'ROTATION_IN_PROGRESS' });
    expect([...step.ec2.pairs]).toEqual(before);
  });

  test('leaves its journal if all key pairs of a run are deleted, and says so', async () => {
    await using step = await openTestStep();
    putOld(step, {
      Tags: oldTags.map((tag) => (tag.Key === tagKeys.lifetime ? { ...tag, Value: 'run' } : tag)),
    });
    putJournal(step, 1);
    await run(step, { runId: '17' });
    expect(step.ec2.names()).toEqual(['deploy.rotating']);
    expect(step.logged.join('\n')).toContain('the journal of a rotation that may still be running');
  });
});

test('A key pair that only has the name of a journal is left as it is', async () => {
  await using step = await openTestStep();
  putOld(step);
  step.ec2.put({ KeyName: 'deploy.rotating', Tags: oldTags });
  await run(step, { keyName: 'deploy' });
  expect(step.ec2.names()).toEqual(['deploy.rotating']);
});
