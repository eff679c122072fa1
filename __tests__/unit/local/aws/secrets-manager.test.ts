import {
  CreateSecretCommand,
  type CreateSecretCommandInput,
  DeleteSecretCommand,
  DescribeSecretCommand,
  GetSecretValueCommand,
  PutSecretValueCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type LocalAws, startLocalAws } from '../../../../local/aws/server.ts';
import { expectError } from './clients.ts';

let aws: LocalAws;
let client: SecretsManagerClient;

beforeEach(async () => {
  aws = await startLocalAws();
  client = new SecretsManagerClient({
    region: 'eu-west-1',
    endpoint: aws.url,
    credentials: aws.account,
    maxAttempts: 1,
  });
});

afterEach(() => aws.close());

const Name = 'key/private';
const Tags = [{ Key: 'team', Value: 'blue' }];
const ClientRequestToken = '11111111-1111-1111-1111-111111111111';

function create(more: Partial<CreateSecretCommandInput> = {}) {
  return client.send(new CreateSecretCommand({ Name, SecretString: 'x', ...more }));
}

function get(VersionId?: string) {
  return client.send(new GetSecretValueCommand({ SecretId: Name, VersionId }));
}

const describeSecret = () => client.send(new DescribeSecretCommand({ SecretId: Name }));

describe('Secrets Manager', () => {
  test('keeps a value with its tags, under the version that the request names', async () => {
    const { ARN, VersionId } = await create({ Tags, ClientRequestToken });
    expect(VersionId).toBe(ClientRequestToken);
    expect(ARN).toMatch(/^arn:aws:secretsmanager:eu-west-1:123456789012:secret:key\/private-\w{6}$/);
    expect((await get(ClientRequestToken)).SecretString).toBe('x');
    expect(await describeSecret()).toMatchObject({ Name, Tags });
  });

  test('creates a secret once, however often the same request is sent, and rejects another one', async () => {
    await create({ ClientRequestToken });
    await create({ ClientRequestToken });
    await expectError(create({ ClientRequestToken, SecretString: 'y' }), 'ResourceExistsException');
    await expectError(create(), 'ResourceExistsException', { status: 400 });
    expect(aws.secrets('eu-west-1')).toHaveLength(1);
  });

  test.each<[string, Partial<CreateSecretCommandInput>, string]>([
    ['a space in the name', { Name: 'a b' }, 'InvalidParameterException'],
    ['65,537 characters', { SecretString: 'x'.repeat(65_537) }, 'InvalidParameterException'],
    ['an unknown key', { KmsKeyId: 'alias/other' }, 'ResourceNotFoundException'],
  ])('rejects %s', async (_, input, code) => {
    await expectError(create(input), code, { status: 400 });
    expect(aws.secrets('eu-west-1')).toEqual([]);
  });

  test('says that a secret, or a version of it, does not exist', async () => {
    await expectError(get(), 'ResourceNotFoundException');
    await expectError(describeSecret(), 'ResourceNotFoundException');
    await expectError(client.send(new DeleteSecretCommand({ SecretId: Name })), 'ResourceNotFoundException');
    await create();
    await expectError(get(ClientRequestToken), 'ResourceNotFoundException');
  });

  test('has the labels AWSCURRENT and AWSPREVIOUS for the two newest versions', async () => {
    const labeled = async (VersionStage: string, VersionId?: string) => {
      const input = { SecretId: Name, VersionStage, VersionId };
      return (await client.send(new GetSecretValueCommand(input))).SecretString;
    };
    await create({ SecretString: 'first', ClientRequestToken });
    await expectError(labeled('AWSPREVIOUS'), 'ResourceNotFoundException');
    for (const SecretString of ['second', 'third'])
      await client.send(new PutSecretValueCommand({ SecretId: Name, SecretString }));
    expect([await labeled('AWSCURRENT'), await labeled('AWSPREVIOUS')]).toEqual(['third', 'second']);
    await expectError(labeled('AWSPREVIOUS', ClientRequestToken), 'ResourceNotFoundException');
    await expectError(labeled('AWSPENDING'), 'ResourceNotFoundException');
  });

  test('deletes a secret at once, even if there is none', async () => {
    await create();
    const forced = new DeleteSecretCommand({ SecretId: Name, ForceDeleteWithoutRecovery: true });
    await client.send(forced);
    await client.send(forced);
    expect(aws.secrets('eu-west-1')).toEqual([]);
  });

  test('keeps the name of a secret that is scheduled for deletion, and says when it was deleted', async () => {
    await create();
    await client.send(new DeleteSecretCommand({ SecretId: Name, RecoveryWindowInDays: 7 }));
    await expectError(create(), 'InvalidRequestException');
    await expectError(get(), 'InvalidRequestException');
    await expectError(client.send(new DeleteSecretCommand({ SecretId: Name })), 'InvalidRequestException');
    expect((await describeSecret()).DeletedDate).toBeInstanceOf(Date);
  });

  test('denies what needs a permission that is denied, and logs only the length of a value', async () => {
    const denied = { effect: { kind: 'deny' }, times: 1 } as const;
    aws.faults.add({ on: 'TagResource', ...denied });
    await expectError(create({ Tags }), 'AccessDeniedException');
    aws.faults.add({ on: 'kms:GenerateDataKey', ...denied });
    await expectError(create({ KmsKeyId: 'alias/local' }), 'AccessDeniedException');
    await create({ SecretString: 'a secret' });
    aws.faults.add({ on: 'kms:Decrypt', ...denied });
    await expectError(get(), 'AccessDeniedException');
    expect(JSON.stringify(aws.requests)).not.toContain('a secret');
  });
});
