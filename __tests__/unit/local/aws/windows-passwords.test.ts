import { constants, createPrivateKey, privateDecrypt } from 'node:crypto';
import { CreateKeyPairCommand, DeleteKeyPairCommand, GetPasswordDataCommand } from '@aws-sdk/client-ec2';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type LocalAws, startLocalAws } from '../../../../local/aws/server.ts';
import { ec2ClientOf, expectError } from './clients.ts';

const region = 'eu-west-1';
let aws: LocalAws;

beforeEach(async () => {
  aws = await startLocalAws();
});

afterEach(() => aws.close());

function createKeyPair(KeyName: string, KeyType: 'rsa' | 'ed25519') {
  return ec2ClientOf(aws).send(new CreateKeyPairCommand({ KeyName, KeyType }));
}

describe('GetPasswordData', () => {
  test('returns what the private key of the launch key pair decrypts, even if the key pair is gone.', async () => {
    const { KeyMaterial = '' } = await createKeyPair('windows', 'rsa');
    const InstanceId = aws.launchWindows(region, 'windows', 'p@ss & wörd');
    await ec2ClientOf(aws).send(new DeleteKeyPairCommand({ KeyName: 'windows' }));

    const answer = await ec2ClientOf(aws).send(new GetPasswordDataCommand({ InstanceId }));

    expect(answer.InstanceId).toBe(InstanceId);
    expect(answer.Timestamp).toBeInstanceOf(Date);
    const padding = constants.RSA_PKCS1_PADDING;
    const encrypted = Buffer.from(answer.PasswordData ?? '', 'base64');
    expect(privateDecrypt({ key: createPrivateKey(KeyMaterial), padding }, encrypted).toString()).toBe(
      'p@ss & wörd',
    );
  });

  test('fails for an instance that does not exist.', async () => {
    const InstanceId = 'i-00000000000000000';
    const call = ec2ClientOf(aws).send(new GetPasswordDataCommand({ InstanceId }));
    await expectError(call, 'InvalidInstanceID.NotFound', { status: 400 });
  });
});

test('A Windows instance needs an RSA key pair that exists.', async () => {
  await createKeyPair('linux', 'ed25519');
  expect(() => aws.launchWindows(region, 'linux', 'x')).toThrow(RangeError);
  expect(() => aws.launchWindows(region, 'nobody', 'x')).toThrow(RangeError);
});
