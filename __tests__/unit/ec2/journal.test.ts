import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  findJournal,
  journalNameOf,
  maxRotatableName,
  readJournal,
  tagsOfJournal,
  withNewKeyDigest,
} from '../../../src/ec2/journal.ts';
import { parseRotationRecord, parseSwapRecord } from '../../../src/ec2/rotation-record.ts';
import { tagKeys } from '../../../src/ownership.ts';

const run = { repository: 'github.com/octo/widgets', runId: '5000', attempt: '2' };
const nonce = 'b2'.repeat(16);
const successor = { nonce: 'c3'.repeat(16), store: 'ssm:/ec2/keypair/deploy.rotating-c3c3c3c3' };

/** What a journal says of a key pair with these tags. */
function read(tags: ReadonlyMap<string, string>) {
  const ofJournal = tagsOfJournal({ tags }, nonce, run, successor);
  return readJournal({
    keyName: journalNameOf('deploy'),
    tags: new Map(ofJournal.map(({ key, value }) => [key, value])),
  });
}

function tagsIn(journal: ReturnType<typeof read>): Record<string, string> {
  return Object.fromEntries((journal?.tags ?? []).map(({ key, value }) => [key, value]));
}

describe('a journal', () => {
  test('has the nonce of its rotation, and names the repository and the run that rotate', () => {
    const tags = new Map([
      [tagKeys.nonce, 'a1'],
      [tagKeys.repository, 'github.com/octo/other'],
      [tagKeys.run, '17/1'],
      ['team', 'web'],
    ]);
    const ofJournal = Object.fromEntries(
      tagsOfJournal({ tags }, nonce, run, successor).map(({ key, value }) => [key, value]),
    );
    expect(ofJournal).toEqual({
      'managed-by': 'ec2-key-pair-action',
      [tagKeys.repository]: 'github.com/octo/widgets',
      [tagKeys.run]: '5000/2',
      [tagKeys.nonce]: nonce,
      [tagKeys.rotation]: 'a1 github.com/octo/other 17/1 -',
      'ec2-key-pair-action:rotation-to': `${successor.nonce} ${successor.store}`,
      team: 'web',
    });
  });

  test('alone shows every tag that the key pair had, whoever created it', () => {
    const word = fc.stringMatching(/^[A-Za-z0-9_./:=+@]{1,40}$/).filter((text) => text !== '-');
    const key = fc.oneof(fc.constantFrom('team', 'Name', tagKeys.job, tagKeys.store, tagKeys.lifetime), word);
    const tags = fc
      .record(
        {
          [tagKeys.nonce]: word,
          [tagKeys.repository]: word,
          [tagKeys.run]: word,
          [tagKeys.managedBy]: fc.oneof(word, fc.constant('Terraform and hands')),
        },
        { requiredKeys: [] },
      )
      .chain((own) => fc.dictionary(key, word, { maxKeys: 5 }).map((others) => ({ ...others, ...own })));
    fc.assert(
      fc.property(tags, (before) => {
        const journal = read(new Map(Object.entries(before) as [string, string][]));
        expect(journal?.keyName).toBe('deploy');
        expect(journal?.nonce).toBe(before[tagKeys.nonce]);
        expect(journal?.successor).toEqual(successor);
        expect(tagsIn(journal)).toEqual({ ...before });
      }),
    );
  });

  test.each(['fail', 'warn'] as const)(
    'says which key a rotation puts on running instances, once that is known, and what if it cannot: %s',
    (policy) => {
      const isNewKeyKept = policy === 'fail';
      const planned = tagsOfJournal({ tags: new Map([['team', 'web']]) }, nonce, run, successor, {
        newKeyDigest: undefined,
        policy,
        isNewKeyKept,
      });
      const newKeyDigest = '5e'.repeat(32);
      const tags = withNewKeyDigest(planned, newKeyDigest);
      const journal = readJournal({
        keyName: journalNameOf('deploy'),
        tags: new Map(tags.map(({ key, value }) => [key, value])),
      });
      expect(journal?.instances).toEqual({ newKeyDigest, policy, isNewKeyKept });
      expect(tagsIn(journal)).toEqual({ team: 'web' });
    },
  );

  test.each([
    ['without the tag of a rotation', 'deploy.rotating', []],
    ['with another name', 'deploy', [[tagKeys.rotation, '- - - -']]],
  ] as const)('is no key pair %s', (_, keyName, tags) => {
    expect(readJournal({ keyName, tags: new Map(tags) })).toBeUndefined();
  });

  test('is looked for only if its name fits into the 255 characters of EC2', async () => {
    const asked: string[] = [];
    const find = async (which: object) => {
      asked.push(Object.values(which)[0]);
      return undefined;
    };
    await findJournal('n'.repeat(maxRotatableName), { find });
    await findJournal('n'.repeat(maxRotatableName + 1), { find });
    expect(asked.map(({ length }) => length)).toEqual([255]);
  });
});

describe('The record', () => {
  const journal = {
    ...{ region: 'eu-west-1', keyName: 'deploy.rotating', nonce, newNonce: 'c3', oldKeyPairId: 'key-0b' },
    ...{ credentials: 'c', account: 'a', endpoint: 'e', keyPairId: 'key-0a' },
  };

  test('of a rotation is read back only if it is whole', () => {
    const record = { kind: 'rotation', ...journal, swapping: true, instances: ['i-0a'] };
    expect(parseRotationRecord(record)).toEqual(record);
    const ofAll = { ...record, instances: 'all' };
    expect(parseRotationRecord(ofAll)).toEqual(ofAll);
    for (const broken of [
      { nonce: '' },
      { newNonce: undefined },
      { keyPairId: 'i-0' },
      { oldKeyPairId: 'i-0' },
      { swapping: 1 },
      { over: false },
      { instances: ['key-0a'] },
      { instances: 'i-0a' },
      { kind: 'key-pair' },
    ]) {
      expect(parseRotationRecord({ ...record, ...broken })).toBeUndefined();
    }
  });

  test('of a swap is read back only if it names the journal', () => {
    const record = { kind: 'swap', ...journal };
    expect(parseSwapRecord(record)).toEqual(record);
    expect(parseSwapRecord({ ...record, keyPairId: undefined })).toBeUndefined();
  });
});
