import {
  DeleteParameterCommand,
  GetParameterCommand,
  GetParameterHistoryCommand,
  ListTagsForResourceCommand,
  PutParameterCommand,
  type PutParameterCommandInput,
  SSMClient,
} from '@aws-sdk/client-ssm';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type LocalAws, startLocalAws } from '../../../../local/aws/server.ts';
import { expectError } from './clients.ts';

let aws: LocalAws;
let ssm: SSMClient;

beforeEach(async () => {
  aws = await startLocalAws();
  ssm = new SSMClient({
    region: 'eu-west-1',
    endpoint: aws.url,
    credentials: aws.account,
    maxAttempts: 1,
  });
});

afterEach(() => aws.close());

const Tags = [{ Key: 'team', Value: 'blue' }];

function put(more: Partial<PutParameterCommandInput> = {}) {
  return ssm.send(new PutParameterCommand({ Name: '/a/b', Value: 'x', Type: 'SecureString', ...more }));
}

function get(Name = '/a/b', WithDecryption = true) {
  return ssm.send(new GetParameterCommand({ Name, WithDecryption }));
}

function tagsOf(ResourceId = '/a/b') {
  return ssm.send(new ListTagsForResourceCommand({ ResourceType: 'Parameter', ResourceId }));
}

describe('Parameter Store', () => {
  test('keeps a value with its tags, under a version', async () => {
    expect((await put({ Tags })).Version).toBe(1);
    expect((await get()).Parameter).toMatchObject({ Name: '/a/b', Value: 'x', Version: 1 });
    expect((await get('/a/b:1')).Parameter?.Value).toBe('x');
    expect((await tagsOf()).TagList).toEqual(Tags);
  });

  test('says when each version was written', async () => {
    const before = Date.now() - 1;
    await put();
    await put({ Overwrite: true });
    const { Parameters = [] } = await ssm.send(new GetParameterHistoryCommand({ Name: '/a/b' }));
    const [first = 0, second = 0] = Parameters.map(({ LastModifiedDate }) => LastModifiedDate?.getTime());
    expect([first > before, second >= first, second <= Date.now() + 1]).toEqual([true, true, true]);
    expect((await get()).Parameter?.LastModifiedDate?.getTime()).toBe(second);
  });

  test('returns the encrypted value without WithDecryption', async () => {
    await put({ Value: 'a long secret value' });
    expect((await get('/a/b', false)).Parameter?.Value).not.toContain('secret');
  });

  test('shows all versions, the oldest first, and decrypts them only with WithDecryption', async () => {
    const history = async (WithDecryption?: boolean) => {
      const shown = await ssm.send(new GetParameterHistoryCommand({ Name: '/a/b', WithDecryption }));
      return shown.Parameters?.map(({ Value, Version }) => [Version, Value]);
    };
    await put({ Value: 'the first' });
    await put({ Value: 'the second', Overwrite: true });
    expect(await history(true)).toEqual([
      [1, 'the first'],
      [2, 'the second'],
    ]);
    expect(String(await history())).not.toMatch(/the (?:first|second)/);
    aws.faults.add({ on: 'kms:Decrypt', effect: { kind: 'deny' } });
    expect(await history()).toHaveLength(2);
    await expectError(history(true), 'AccessDeniedException');
  });

  test('overwrites only if it is told to, and keeps the tags', async () => {
    await put({ Tags });
    await expectError(put({ Value: 'y' }), 'ParameterAlreadyExists', { status: 400 });
    expect((await put({ Value: 'y', Overwrite: true })).Version).toBe(2);
    expect((await get()).Parameter?.Value).toBe('y');
    expect((await tagsOf()).TagList).toEqual(Tags);
    expect((await get('/a/b:1')).Parameter?.Value).toBe('x');
    await expectError(get('/a/b:3'), 'ParameterVersionNotFound');
  });

  test.each<[string, Partial<PutParameterCommandInput>, string]>([
    ['tags together with Overwrite', { Tags, Overwrite: true }, 'ValidationException'],
    ['4,097 characters', { Value: 'x'.repeat(4097) }, 'ValidationException'],
    ['a space in the name', { Name: '/a b' }, 'ValidationException'],
    ['a name with a slash that does not start with one', { Name: 'a/b' }, 'ValidationException'],
    ['a name that starts with aws', { Name: '/AWS/key' }, 'ValidationException'],
    ['16 levels', { Name: '/a'.repeat(16) }, 'HierarchyLevelLimitExceededException'],
    ['a tag with a comma', { Tags: [{ Key: 'k', Value: 'a,b' }] }, 'ValidationException'],
    ['a reserved tag', { Tags: [{ Key: 'aws:k', Value: '' }] }, 'ValidationException'],
    ['an unknown key', { KeyId: 'alias/other' }, 'InvalidKeyId'],
    [
      '51 tags',
      { Tags: Array.from({ length: 51 }, (_, at) => ({ Key: `k${at}`, Value: '' })) },
      'TooManyTagsError',
    ],
  ])('rejects %s', async (_, input, code) => {
    await expectError(put(input), code, { status: 400 });
    expect(aws.parameters('eu-west-1')).toEqual([]);
  });

  test.each(['alias/local', 'arn:aws:kms:eu-west-1:123456789012:alias/local'])(
    'encrypts with the key %s',
    async (KeyId) => {
      await put({ KeyId });
      expect(aws.parameters('eu-west-1')).toMatchObject([{ keyId: KeyId }]);
    },
  );

  test('says that a parameter does not exist', async () => {
    await expectError(get(), 'ParameterNotFound', { status: 400 });
    await expectError(tagsOf(), 'InvalidResourceId');
    await expectError(ssm.send(new DeleteParameterCommand({ Name: '/a/b' })), 'ParameterNotFound');
  });

  test('deletes a parameter', async () => {
    await put();
    await ssm.send(new DeleteParameterCommand({ Name: '/a/b' }));
    expect(aws.parameters('eu-west-1')).toEqual([]);
  });

  test('shows the past to as many reads after a write as it is told to', async () => {
    aws.faults.staleReadsOfStores = 2;
    await put();
    await expectError(get(), 'ParameterNotFound');
    await expectError(tagsOf(), 'InvalidResourceId');
    expect((await get()).Parameter?.Value).toBe('x');
  });

  test('denies a write with tags, a read that decrypts, or a write with a key, to whom such permission is denied', async () => {
    const denied = { effect: { kind: 'deny' }, times: 1 } as const;
    aws.faults.add({ on: 'AddTagsToResource', ...denied });
    await put();
    await expectError(put({ Name: '/tagged', Tags }), 'AccessDeniedException', {
      status: 400,
      message: `User: arn:aws:iam::123456789012:user/local is not authorized to perform: ssm:AddTagsToResource on resource: arn:aws:ssm:eu-west-1:123456789012:parameter/tagged because no identity-based policy allows the ssm:AddTagsToResource action`,
    });
    aws.faults.add({ on: 'kms:Decrypt', ...denied });
    await expectError(get(), 'AccessDeniedException');
    aws.faults.add({ on: 'kms:Encrypt', ...denied });
    await expectError(put({ Name: '/own', KeyId: 'alias/local' }), 'AccessDeniedException');
  });

  test('logs only the length of a value', async () => {
    await put({ Value: 'a secret' });
    expect(JSON.stringify(aws.requests)).not.toContain('a secret');
    expect(aws.requests[0]).toMatchObject({
      service: 'ssm',
      operation: 'PutParameter',
      params: { Name: '/a/b', Value: '(8 characters)' },
    });
  });

  test('throttles, and rejects wrong credentials, as a JSON service does', async () => {
    aws.faults.add({ on: 'PutParameter', effect: { kind: 'throttle' } });
    await expectError(put(), 'ThrottlingException', { status: 400 });
    aws.faults.add({ on: 'PutParameter', effect: { kind: 'expired-credentials' } });
    await expectError(put(), 'ExpiredTokenException');
    const credentials = { ...aws.account, secretAccessKey: 'wrong' };
    const other = new SSMClient({ region: 'eu-west-1', endpoint: aws.url, credentials, maxAttempts: 1 });
    await expectError(other.send(new GetParameterCommand({ Name: '/a' })), 'InvalidSignatureException');
    const unsigned = await fetch(aws.url, {
      method: 'POST',
      headers: { 'x-amz-target': 'AmazonSSM.GetParameter' },
      body: '{}',
    });
    expect(await unsigned.json()).toMatchObject({ __type: 'MissingAuthenticationTokenException' });
  });
});
