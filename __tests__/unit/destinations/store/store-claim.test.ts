import { describe, expect, test } from '@jest/globals';
import { releaseCopy } from '../../../../src/destinations/store/store-claim.ts';
import { parseStoreRecord, type StoreRecord } from '../../../../src/destinations/store/store-record.ts';
import { type ErrorCode, KeyPairError } from '../../../../src/errors.ts';
import { awsError, responseText } from '../../../lib/aws-errors.ts';
import { storeErrors } from '../../../lib/fake-stores.ts';
import { neverSent } from '../../aws/never-sent.ts';
import { createTestJob, type TestJob } from '../test-job.ts';

const reference = 'ssm:/ec2/keypair/deploy';
const record: StoreRecord = {
  kind: 'store',
  reference,
  region: 'eu-west-1',
  endpoint: 'ssm.eu-west-1.amazonaws.com',
  keyPairId: 'key-0a',
  nonce: 'a nonce',
  credentials: '0123456789abcdef',
  account: 'abcdef0123456789',
};
const confirmed: StoreRecord = { ...record, confirmed: true };
const what = 'the private key in ssm:/ec2/keypair/deploy in eu-west-1';
const command = 'aws ssm delete-parameter --name /ec2/keypair/deploy --region eu-west-1';
const ownTags = [
  ['managed-by', 'ec2-key-pair-action'],
  ['ec2-key-pair-action:key-pair-id', 'key-0a'],
  ['ec2-key-pair-action:nonce', 'a nonce'],
] as const;

function release(job: TestJob, its: StoreRecord, isSameAccount = true) {
  return releaseCopy(its, {
    openStore: async (parsed) => ({
      store: await job.stores.open(parsed),
      isSameAccount: async () => isSameAccount,
    }),
  });
}

describe('a claimed copy', () => {
  test.each([
    ['confirmed', confirmed],
    ['not confirmed', record],
  ])('is deleted if its own tags name its key pair (%s)', async (_, its) => {
    await using job = await createTestJob();
    job.stores.set(reference, { text: 'x', tags: ownTags });
    expect(await release(job, its)).toEqual({ outcome: 'done', said: `Deleted ${what}.` });
    expect(job.stores.get(reference)).toBeUndefined();
  });

  test.each([
    ['another nonce', [...ownTags.slice(0, 2), ['ec2-key-pair-action:nonce', 'another']] as const],
    ['no tag of this action', ownTags.slice(1)],
    ['no tags', []],
  ])('is gone, and what is there stays, if that has %s', async (_, tags) => {
    await using job = await createTestJob();
    job.stores.set(reference, { text: 'x', tags });
    expect(await release(job, confirmed)).toEqual({ outcome: 'already-gone', what });
    expect(job.stores.get(reference)).toEqual({ text: 'x', tags });
  });

  test('is deleted if a failed rotation put its key pair back, which has another ID since then', async () => {
    await using job = await createTestJob();
    const tags = [ownTags[0], ['ec2-key-pair-action:key-pair-id', 'key-0b'], ownTags[2]] as const;
    job.stores.set(reference, { text: 'x', tags });
    expect(await release(job, confirmed)).toMatchObject({ outcome: 'done' });
  });

  test('that the store had is gone if nothing is there; one that it may not have had yet may still come', async () => {
    await using job = await createTestJob();
    expect(await release(job, confirmed)).toEqual({ outcome: 'already-gone', what });
    expect(await release(job, record)).toEqual({ outcome: 'not-found', what, command });
  });

  test('that is written late is found', async () => {
    await using job = await createTestJob();
    job.stores.set(reference, { text: 'x', tags: ownTags });
    job.stores.staleReads = 7;
    expect(await release(job, record)).toMatchObject({ outcome: 'done' });
  });

  test('is not called gone if another account or endpoint was asked', async () => {
    await using job = await createTestJob();
    expect(await release(job, confirmed, false)).toMatchObject({
      outcome: 'left',
      why: 'it was not found, but the current AWS credentials may belong to another account',
      command,
    });
    job.stores.endpoint = 'localhost:4566';
    expect(await release(job, confirmed)).toMatchObject({
      outcome: 'left',
      why: 'it was not found, but the current AWS endpoint is not the one that has it',
    });
  });

  test('is left, with what the role needs, if it may not be deleted', async () => {
    await using job = await createTestJob();
    job.stores.set(reference, { text: 'x', tags: ownTags });
    job.stores.faults.delete.push({ instead: storeErrors.denied() });
    expect(await release(job, confirmed)).toMatchObject({
      outcome: 'left',
      what,
      hint: 'The role needs x:Look and x:Delete for the cleanup.',
      command,
    });
  });

  test.each<[what: string, error: () => Error, hint: string | undefined]>([
    ['the service has an internal error', () => awsError('InternalServerError', { status: 500 }), undefined],
    ['the service throttles', () => awsError('ThrottlingException', { status: 400 }), undefined],
    ['there is no response', storeErrors.reset, undefined],
    ['the session ended', () => awsError('ExpiredTokenException', { status: 400 }), 'The AWS session ended'],
  ])('is left, and no permission is asked for, if %s', async (_, error, hint) => {
    await using job = await createTestJob();
    for (const call of ['look', 'delete'] as const) {
      job.stores.set(reference, { text: 'x', tags: ownTags });
      job.stores.faults[call].push(...Array.from({ length: 50 }, () => ({ instead: error() })));
      const outcome = await release(job, confirmed);
      job.stores.faults[call].length = 0;
      expect(outcome).toMatchObject({ outcome: 'left', what, command });
      expect('hint' in outcome ? outcome.hint : undefined).toEqual(hint && expect.stringContaining(hint));
    }
  });

  test('is left, and no permission is asked for, if the connection is refused', async () => {
    await using job = await createTestJob();
    const refused = await neverSent(
      awsError('Error', { message: 'connect ECONNREFUSED 127.0.0.1:1', code: 'ECONNREFUSED' }),
    );
    job.stores.faults.look.push(...Array.from({ length: 50 }, () => ({ instead: refused })));
    const outcome = await release(job, confirmed);
    expect(outcome).toMatchObject({
      why: expect.stringMatching(/ECONNREFUSED 127\.0\.0\.1:1\. Nothing was sent to Parameter Store$/),
    });
    expect(outcome).not.toHaveProperty('hint');
  });

  test.each<[code: ErrorCode, its: string, hint: string]>([
    ['NO_CREDENTIALS', 'Add a step before this one.', 'A later step removed them'],
    ['ROLE_NOT_ASSUMED', 'The trust policy must allow it.', 'The trust policy must allow it.'],
    ['ENVIRONMENT_INVALID', 'Use true or false.', 'Use true or false.'],
  ])(
    'is left, with what helps after the job, if its Region cannot be opened (%s)',
    async (code, its, hint) => {
      const error = new KeyPairError(code, 'It cannot be opened.', { hint: its });
      expect(await releaseCopy(confirmed, { openStore: () => Promise.reject(error) })).toEqual({
        ...{ outcome: 'left', what, why: 'It cannot be opened', command },
        hint: expect.stringContaining(hint),
      });
    },
  );

  test('is left without quoting a response', async () => {
    const error = new SyntaxError(`Unexpected token in "${responseText}"`);
    const outcome = await releaseCopy(confirmed, { openStore: () => Promise.reject(error) });
    expect(JSON.stringify(outcome)).not.toContain(responseText);
  });

  test('with a name that no store takes is left, and nothing is sent', async () => {
    await using job = await createTestJob();
    const forged = { ...record, reference: 'ssm:/aws/x' };
    expect(await release(job, forged)).toMatchObject({ outcome: 'left', why: 'its name is not valid' });
    expect(job.stores.journal).toEqual([]);
  });
});

test('A record is read back only if it is complete', () => {
  expect(parseStoreRecord(JSON.parse(JSON.stringify(confirmed)))).toEqual(confirmed);
  for (const field of Object.keys(record)) {
    expect(parseStoreRecord({ ...record, [field]: undefined })).toBeUndefined();
  }
  expect(parseStoreRecord({ ...record, confirmed: false })).toBeUndefined();
});
