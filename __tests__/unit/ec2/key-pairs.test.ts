import { CreateTagsCommand, DescribeKeyPairsCommand } from '@aws-sdk/client-ec2';
import { describe, expect, test } from '@jest/globals';
import { mockClient } from 'aws-sdk-client-mock';
import { PublicKey } from '../../../src/keys/public-key.ts';
import { awsError, ec2Errors } from '../../lib/aws-errors.ts';
import { FakeEc2, publicKeyLine } from '../../lib/fake-ec2.ts';
import { freshEd25519 } from '../../lib/keys.ts';
import { ec2OwnTags, existingPair, inputsOf, newPair } from './pairs.ts';

test.each(['pem', 'ppk'] as const)(
  'A key pair is created as %s, with its tags in the same call.',
  async (keyFormat) => {
    const ec2 = new FakeEc2();
    const inputs = inputsOf(ec2);
    await ec2
      .keyPairs()
      .create({ ...newPair, keyFormat })
      .catch(() => {});
    expect(inputs).toEqual([
      {
        KeyName: 'deploy',
        KeyType: 'ed25519',
        KeyFormat: keyFormat,
        TagSpecifications: [{ ResourceType: 'key-pair', Tags: ec2OwnTags }],
        DryRun: false,
      },
    ]);
  },
);

test('An import sends the OpenSSH line without a newline, a comment, or anything else.', async () => {
  const ec2 = new FakeEc2();
  const inputs = inputsOf(ec2);
  const line = publicKeyLine(freshEd25519());
  const publicKey = PublicKey.parseOpenSsh(`${line} me@example\n`);
  await ec2
    .keyPairs()
    .import({ keyName: 'deploy', publicKey, tags: newPair.tags })
    .catch(() => {});
  expect(inputs[0]).toEqual({
    KeyName: 'deploy',
    PublicKeyMaterial: Buffer.from(line),
    TagSpecifications: [{ ResourceType: 'key-pair', Tags: ec2OwnTags }],
    DryRun: false,
  });
});

describe('find', () => {
  test.each([
    [{ keyName: 'deploy*' }, { KeyNames: ['deploy*'], IncludePublicKey: true }],
    [{ keyPairId: 'key-0a' }, { KeyPairIds: ['key-0a'], IncludePublicKey: true }],
  ])('sends exactly %j, never a pattern.', async (choice, input) => {
    const ec2 = new FakeEc2();
    const inputs = inputsOf(ec2);
    await ec2.keyPairs().find(choice);
    expect(inputs).toEqual([input]);
  });

  test('does not take a response without a list, such as that of a proxy, to mean that there is none.', async () => {
    const ec2 = new FakeEc2();
    inputsOf(ec2, {});
    await expect(ec2.keyPairs().find({ keyName: 'deploy' })).rejects.toThrow('lacks a required field');
  });

  test('never returns another key pair than the one asked for, whatever the endpoint answers.', async () => {
    const ec2 = new FakeEc2();
    inputsOf(ec2, { KeyPairs: [{ KeyPairId: 'key-0b', KeyName: 'Deploy' }] });
    expect(await ec2.keyPairs().find({ keyName: 'deploy' })).toBeUndefined();
    expect(await ec2.keyPairs().find({ keyPairId: 'key-0a' })).toBeUndefined();
  });

  test('returns a key pair with everything that EC2 says about it.', async () => {
    const ec2 = new FakeEc2();
    const line = publicKeyLine(freshEd25519());
    const CreateTime = new Date('2026-11-24T12:00:00Z');
    ec2.put({
      KeyName: 'deploy',
      KeyPairId: 'key-0a',
      PublicKey: `${line} deploy`,
      Tags: ec2OwnTags,
      CreateTime,
    });
    const pair = await ec2.keyPairs().find({ keyName: 'deploy' });
    expect(pair?.publicKey?.openSshLine()).toBe(line);
    expect(pair).toMatchObject({
      keyPairId: 'key-0a',
      keyName: 'deploy',
      region: 'eu-west-1',
      keyType: 'ed25519',
      fingerprint: 'aa:bb',
      createdAt: CreateTime,
      tags: new Map(ec2OwnTags.map(({ Key, Value }) => [Key, Value])),
    });
  });

  test.each([undefined, '', 'ecdsa-sha2-nistp256 AAAA', 'rubbish'])(
    'returns a key pair whose public key is %j.',
    async (PublicKey) => {
      const ec2 = new FakeEc2();
      ec2.put({ KeyName: 'deploy', PublicKey });
      expect(await ec2.keyPairs().find({ keyName: 'deploy' })).toMatchObject({ publicKey: undefined });
    },
  );

  test('returns nothing if EC2 says that there is none, and throws every other error.', async () => {
    const ec2 = new FakeEc2();
    expect(await ec2.keyPairs().find({ keyName: 'deploy' })).toBeUndefined();
    ec2.faults.describe.push({ instead: ec2Errors.denied() });
    await expect(ec2.keyPairs().find({ keyName: 'deploy' })).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
      awsName: 'UnauthorizedOperation',
    });
  });

  test('reads again after a lost response, and looks for a key pair that was just created.', async () => {
    const ec2 = new FakeEc2();
    ec2.put({ KeyName: 'deploy' });
    ec2.faults.describe.push({ instead: ec2Errors.reset() });
    expect(await ec2.keyPairs().find({ keyName: 'deploy' })).toBeDefined();
    ec2.staleReads = 1;
    expect(await ec2.keyPairs().findEventually({ keyName: 'deploy' })).toBeDefined();
  });
});

describe('list', () => {
  test('sends all filters, or none for all key pairs.', async () => {
    const ec2 = new FakeEc2();
    const inputs = inputsOf(ec2);
    await ec2.keyPairs().list([
      { key: 'a', value: '1*' },
      { key: 'b', value: '' },
      { key: 'c', startsWith: '1*' },
    ]);
    await ec2.keyPairs().list([]);
    expect(inputs).toEqual([
      {
        Filters: [
          { Name: 'tag:a', Values: ['1\\*'] },
          { Name: 'tag:b', Values: [''] },
          { Name: 'tag:c', Values: ['1\\**'] },
        ],
        IncludePublicKey: true,
      },
      { IncludePublicKey: true },
    ]);
  });
});

describe('delete', () => {
  test('goes by ID, and says whether there was one.', async () => {
    const ec2 = new FakeEc2();
    ec2.put({ KeyName: 'deploy', KeyPairId: 'key-0a' });
    expect(await ec2.keyPairs().delete(existingPair)).toBe('deleted');
    expect(await ec2.keyPairs().delete(existingPair)).toBe('not-found');
    expect(ec2.journal).toEqual(['delete key-0a', 'delete key-0a']);
  });

  test('whose first response was lost says that the key pair is gone, not by which request.', async () => {
    const ec2 = new FakeEc2();
    ec2.put({ KeyName: 'deploy', KeyPairId: 'key-0a' });
    ec2.faults.delete.push({ afterwards: ec2Errors.reset() });
    expect(await ec2.keyPairs().delete(existingPair)).toBe('gone');
  });
});

test('The next key pair with a name is another one, even if reads still show the deleted one for a time.', async () => {
  const ec2 = new FakeEc2();
  ec2.put({ KeyName: 'deploy', KeyPairId: 'key-0a' });
  let reads = 0;
  ec2.onCall = () => {
    reads += 1;
    if (reads === 3) ec2.put({ KeyName: 'deploy', KeyPairId: 'key-0b' });
    if (reads === 3) ec2.pairs.delete('key-0a');
  };
  const next = await ec2.keyPairs().findNext({ keyName: 'deploy', keyPairId: 'key-0a' });
  expect([next?.keyPairId, reads]).toEqual(['key-0b', 3]);
});

describe('tagging', () => {
  const proxyPage = { response: { $metadata: { httpStatusCode: 200 } } };
  const team = { key: 'team', value: 'red' };

  test('is done once EC2 says so.', async () => {
    const ec2 = new FakeEc2();
    ec2.put({ KeyName: 'deploy', KeyPairId: 'key-0a' });
    await ec2.keyPairs().tag(existingPair, [team]);
    expect(ec2.journal).toEqual(['tag key-0a']);
    expect(ec2.pairs.get('key-0a')?.Tags).toEqual([{ Key: 'team', Value: 'red' }]);
  });

  test('that something else answers, such as a proxy, is done once the tags show.', async () => {
    const ec2 = new FakeEc2();
    ec2.put({ KeyName: 'deploy', KeyPairId: 'key-0a' });
    ec2.faults.tag.push(proxyPage);
    ec2.staleReads = 3;
    await ec2.keyPairs({ lookFor: 30_000 }).tag(existingPair, [team]);
    expect(ec2.journal.filter((call) => call.startsWith('tag'))).toHaveLength(1);
    expect(ec2.journal.filter((call) => call.startsWith('describe'))).toHaveLength(4);
  });

  test('is sent again if the tags do not show, and fails if they never do.', async () => {
    const ec2 = new FakeEc2();
    ec2.put({ KeyName: 'deploy', KeyPairId: 'key-0a', Tags: [{ Key: 'team', Value: 'blue' }] });
    let tagged = 0;
    mockClient(ec2.client)
      .on(CreateTagsCommand)
      .callsFake(() => {
        tagged += 1;
        return proxyPage.response;
      })
      .on(DescribeKeyPairsCommand)
      .callsFake(() => ({ KeyPairs: [...ec2.pairs.values()] }));
    await expect(ec2.keyPairs().tag(existingPair, [team])).rejects.toMatchObject({
      code: 'NO_ANSWER',
      awsName: 'DamagedResponse',
    });
    expect(tagged).toBeGreaterThan(4);
  });
});

test('When the step runs out of time, the call ends, and nothing is sent again.', async () => {
  const ec2 = new FakeEc2();
  const stop = new AbortController();
  ec2.faults.describe.push({ instead: awsError('AbortError') });
  ec2.onCall = () => stop.abort();
  await expect(ec2.keyPairs({ signal: stop.signal }).find({ keyName: 'a' })).rejects.toMatchObject({
    message: 'Could not look up key pair "a" in eu-west-1: the step timed out waiting for a response',
  });
  expect(ec2.journal).toEqual(['describe a']);
});
