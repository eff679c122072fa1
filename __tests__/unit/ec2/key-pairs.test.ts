import { CreateTagsCommand, DescribeKeyPairsCommand } from '@aws-sdk/client-ec2';
import { describe, expect, test } from '@jest/globals';
import { mockClient } from 'aws-sdk-client-mock';
import { PublicKey } from '../../../src/keys/public-key.ts';
import { awsError, ec2Errors } from '../../lib/aws-errors.ts';
import { FakeEc2, publicKeyLine } from '../../lib/fake-ec2.ts';
import { freshEd25519 } from '../../lib/keys.ts';
import { ec2NonceTags, newPair, nonceTag } from './pairs.ts';

/** The inputs of all commands that are sent. */
function inputsOf(ec2: FakeEc2, answer: object = { KeyPairs: [] }): unknown[] {
  const inputs: unknown[] = [];
  mockClient(ec2.client)
    .onAnyCommand()
    .callsFake((input) => {
      inputs.push(input);
      if (answer instanceof Error) throw answer;
      return answer;
    });
  return inputs;
}

test('create asks for PEM, with the tags in the same call', async () => {
  const ec2 = new FakeEc2();
  const inputs = inputsOf(ec2);
  await ec2
    .keyPairs()
    .create(newPair)
    .catch(() => {});
  expect(inputs).toEqual([
    {
      KeyName: 'deploy',
      KeyType: 'ed25519',
      KeyFormat: 'pem',
      TagSpecifications: [{ ResourceType: 'key-pair', Tags: ec2NonceTags }],
      DryRun: false,
    },
  ]);
});

test('import sends the OpenSSH line without a line end, comment, or anything else', async () => {
  const ec2 = new FakeEc2();
  const inputs = inputsOf(ec2);
  const line = publicKeyLine(freshEd25519());
  const publicKey = PublicKey.parseOpenSsh(`${line} me@example\n`);
  await ec2
    .keyPairs()
    .import({ keyName: 'deploy', publicKey, tags: [nonceTag] })
    .catch(() => {});
  expect(inputs[0]).toEqual({
    KeyName: 'deploy',
    PublicKeyMaterial: Buffer.from(line),
    TagSpecifications: [{ ResourceType: 'key-pair', Tags: ec2NonceTags }],
    DryRun: false,
  });
});

describe('find', () => {
  test.each([
    [{ keyName: 'deploy*' }, { KeyNames: ['deploy*'], IncludePublicKey: true }],
    [{ keyPairId: 'key-0a' }, { KeyPairIds: ['key-0a'], IncludePublicKey: true }],
  ])('of %j is exact, never a pattern', async (choice, input) => {
    const ec2 = new FakeEc2();
    const inputs = inputsOf(ec2);
    await ec2.keyPairs().find(choice);
    expect(inputs).toEqual([input]);
  });

  test('does not take an answer without a list, such as a proxy gives, for the word that there is none', async () => {
    const ec2 = new FakeEc2();
    inputsOf(ec2, {});
    await expect(ec2.keyPairs().find({ keyName: 'deploy' })).rejects.toThrow('lacks a part');
  });

  test('does not take another pair than was asked for, whatever the endpoint answers', async () => {
    const ec2 = new FakeEc2();
    inputsOf(ec2, { KeyPairs: [{ KeyPairId: 'key-0b', KeyName: 'Deploy' }] });
    expect(await ec2.keyPairs().find({ keyName: 'deploy' })).toBeUndefined();
    expect(await ec2.keyPairs().find({ keyPairId: 'key-0a' })).toBeUndefined();
  });

  test('sees a pair with all that EC2 says of it', async () => {
    const ec2 = new FakeEc2();
    const line = publicKeyLine(freshEd25519());
    const CreateTime = new Date('2026-11-24T12:00:00Z');
    ec2.put({
      KeyName: 'deploy',
      KeyPairId: 'key-0a',
      PublicKey: `${line} deploy`,
      Tags: ec2NonceTags,
      CreateTime,
    });
    const pair = await ec2.keyPairs().find({ keyName: 'deploy' });
    expect(pair?.publicKey?.openSshLine()).toBe(line);
    expect(pair).toMatchObject({
      keyPairId: 'key-0a',
      keyName: 'deploy',
      keyType: 'ed25519',
      fingerprint: 'aa:bb',
      createdAt: CreateTime,
      tags: new Map([[nonceTag.key, nonceTag.value]]),
    });
  });

  test.each([undefined, '', 'ecdsa-sha2-nistp256 AAAA', 'rubbish'])(
    'sees a pair whose public key is %j',
    async (PublicKey) => {
      const ec2 = new FakeEc2();
      ec2.put({ KeyName: 'deploy', PublicKey });
      expect(await ec2.keyPairs().find({ keyName: 'deploy' })).toMatchObject({ publicKey: undefined });
    },
  );

  test('takes not found for nothing, and passes every other refusal on', async () => {
    const ec2 = new FakeEc2();
    expect(await ec2.keyPairs().find({ keyName: 'deploy' })).toBeUndefined();
    ec2.faults.describe.push({ instead: ec2Errors.denied() });
    await expect(ec2.keyPairs().find({ keyName: 'deploy' })).rejects.toMatchObject({
      name: 'UnauthorizedOperation',
    });
  });

  test('looks again when no answer came, and when a pair has only just been made', async () => {
    const ec2 = new FakeEc2();
    ec2.put({ KeyName: 'deploy' });
    ec2.faults.describe.push({ instead: ec2Errors.reset() });
    expect(await ec2.keyPairs().find({ keyName: 'deploy' })).toBeDefined();
    ec2.staleLooks = 20;
    expect(await ec2.keyPairs().findEventually({ keyName: 'deploy' })).toBeDefined();
  });
});

describe('list', () => {
  test('asks by tags, all of which count, or for everything', async () => {
    const ec2 = new FakeEc2();
    const inputs = inputsOf(ec2);
    await ec2.keyPairs().list([
      { key: 'a', value: '1*' },
      { key: 'b', value: '' },
    ]);
    await ec2.keyPairs().list([]);
    expect(inputs).toEqual([
      {
        Filters: [
          { Name: 'tag:a', Values: ['1*'] },
          { Name: 'tag:b', Values: [''] },
        ],
        IncludePublicKey: true,
      },
      { IncludePublicKey: true },
    ]);
  });

  test('believes that there is nothing only after many looks', async () => {
    const ec2 = new FakeEc2();
    let looks = 0;
    mockClient(ec2.client)
      .on(DescribeKeyPairsCommand)
      .callsFake(() => {
        looks += 1;
        return { KeyPairs: looks < 9 ? [] : [{ KeyPairId: 'key-0a', KeyName: 'deploy' }] };
      });
    expect(await ec2.keyPairs().listEventually([nonceTag])).toHaveLength(1);
    looks = -1000;
    expect(await ec2.keyPairs().listEventually([nonceTag])).toEqual([]);
  });
});

describe('delete', () => {
  test('goes by id, and says whether there was one', async () => {
    const ec2 = new FakeEc2();
    const { KeyPairId } = ec2.put({ KeyName: 'deploy' });
    expect(await ec2.keyPairs().delete(KeyPairId)).toBe('deleted');
    expect(await ec2.keyPairs().delete(KeyPairId)).toBe('not-found');
    expect(ec2.journal).toEqual([`delete ${KeyPairId}`, `delete ${KeyPairId}`]);
  });

  test('whose first answer was lost has deleted the pair, and says so', async () => {
    const ec2 = new FakeEc2();
    const { KeyPairId } = ec2.put({ KeyName: 'deploy' });
    ec2.faults.delete.push({ afterwards: ec2Errors.reset() });
    expect(await ec2.keyPairs().delete(KeyPairId)).toBe('deleted');
  });
});

describe('tagging', () => {
  const page = { answer: { $metadata: { httpStatusCode: 200 } } };
  const team = { key: 'team', value: 'red' };

  test('takes EC2 at its word', async () => {
    const ec2 = new FakeEc2();
    const { KeyPairId } = ec2.put({ KeyName: 'deploy' });
    await ec2.keyPairs().tag(KeyPairId, [team]);
    expect(ec2.journal).toEqual([`tag ${KeyPairId}`]);
    expect(ec2.pairs.get(KeyPairId)?.Tags).toEqual([{ Key: 'team', Value: 'red' }]);
  });

  test('that is answered by something else, as with a proxy’s page, is believed once the tags show', async () => {
    const ec2 = new FakeEc2();
    const { KeyPairId } = ec2.put({ KeyName: 'deploy' });
    ec2.faults.tag.push(page);
    ec2.staleLooks = 3;
    await ec2.keyPairs().tag(KeyPairId, [team]);
    expect(ec2.journal.filter((call) => call.startsWith('tag'))).toHaveLength(1);
    expect(ec2.journal.filter((call) => call.startsWith('describe'))).toHaveLength(4);
  });

  test('is asked for again where they do not show, and fails where they never do', async () => {
    const ec2 = new FakeEc2();
    ec2.put({ KeyName: 'deploy', KeyPairId: 'key-0a', Tags: [{ Key: 'team', Value: 'blue' }] });
    let tagged = 0;
    mockClient(ec2.client)
      .on(CreateTagsCommand)
      .callsFake(() => {
        tagged += 1;
        return page.answer;
      })
      .on(DescribeKeyPairsCommand)
      .callsFake(() => ({ KeyPairs: [...ec2.pairs.values()] }));
    await expect(ec2.keyPairs().tag('key-0a', [team])).rejects.toMatchObject({ name: 'DamagedAnswer' });
    expect(tagged).toBe(4);
  });
});

describe('a rehearsal', () => {
  const publicKey = PublicKey.parseOpenSsh(publicKeyLine(freshEd25519()));
  const calls = [
    { call: 'CreateKeyPair', pair: newPair },
    { call: 'ImportKeyPair', pair: { keyName: 'deploy', publicKey, tags: [] } },
    { call: 'CreateTags', keyPairId: 'key-0a', tags: [nonceTag] },
    { call: 'DeleteKeyPair', keyPairId: 'key-0a' },
  ] as const;

  test.each(calls)('of $call is a dry run', async (call) => {
    const ec2 = new FakeEc2();
    const inputs = inputsOf(ec2, ec2Errors.wouldBeAllowed());
    await ec2.keyPairs().checkPermission(call);
    expect(inputs).toEqual([expect.objectContaining({ DryRun: true })]);
  });

  test('that is answered as if it had been carried out was not answered by EC2', async () => {
    const ec2 = new FakeEc2();
    ec2.put({ KeyName: 'deploy', KeyPairId: 'key-0a' });
    const call = { call: 'CreateTags', keyPairId: 'key-0a', tags: [nonceTag] } as const;
    await expect(ec2.keyPairs().checkPermission(call)).rejects.toMatchObject({ name: 'DamagedAnswer' });
  });

  test('passes when EC2 says that it would allow the call, and only then', async () => {
    const ec2 = new FakeEc2();
    ec2.faults.delete.push({ instead: ec2Errors.wouldBeAllowed() }, { instead: ec2Errors.denied() });
    const call = { call: 'DeleteKeyPair', keyPairId: 'key-0a' } as const;
    await ec2.keyPairs().checkPermission(call);
    await expect(ec2.keyPairs().checkPermission(call)).rejects.toMatchObject({
      name: 'UnauthorizedOperation',
    });
  });
});

test('an abort of the step ends a call, and nothing is sent again', async () => {
  const ec2 = new FakeEc2();
  const stop = new AbortController();
  ec2.faults.describe.push({ instead: awsError('AbortError') });
  ec2.onCall = () => stop.abort();
  await expect(ec2.keyPairs({ signal: stop.signal }).find({ keyName: 'a' })).rejects.toMatchObject({
    name: 'AbortError',
  });
  expect(ec2.journal).toEqual(['describe a']);
});
