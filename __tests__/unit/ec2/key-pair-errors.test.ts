import { describe, expect, test } from '@jest/globals';
import { AwsError } from '../../../src/aws/errors.ts';
import type { KeyPairs } from '../../../src/ec2/key-pairs.ts';
import { PublicKey } from '../../../src/keys/public-key.ts';
import { awsError, ec2Errors } from '../../lib/aws-errors.ts';
import { FakeEc2, publicKeyLine } from '../../lib/fake-ec2.ts';
import { freshEd25519 } from '../../lib/keys.ts';
import { existingPair, inputsOf, newPair, nonceTag } from './pairs.ts';

const publicKey = PublicKey.parseOpenSsh(publicKeyLine(freshEd25519()));
describe('an error of EC2', () => {
  const forEc2: [doing: string, actions: string, send: (keyPairs: KeyPairs) => Promise<unknown>][] = [
    [
      'create key pair "deploy"',
      'ec2:CreateKeyPair and ec2:CreateTags',
      (keyPairs) => keyPairs.create(newPair),
    ],
    [
      'import key pair "deploy"',
      'ec2:ImportKeyPair and ec2:CreateTags',
      (keyPairs) => keyPairs.import({ keyName: 'deploy', publicKey, tags: [] }),
    ],
    ['look up key pair "deploy"', 'ec2:DescribeKeyPairs', (keyPairs) => keyPairs.find({ keyName: 'deploy' })],
    [
      'look up key pair key-0a',
      'ec2:DescribeKeyPairs',
      (keyPairs) => keyPairs.findEventually({ keyPairId: 'key-0a' }),
    ],
    ['list key pairs', 'ec2:DescribeKeyPairs', (keyPairs) => keyPairs.list([])],
    ['list key pairs', 'ec2:DescribeKeyPairs', (keyPairs) => keyPairs.list([nonceTag])],
    [
      'tag key pair "deploy" (key-0a)',
      'ec2:CreateTags',
      (keyPairs) => keyPairs.tag(existingPair, [nonceTag]),
    ],
    ['delete key pair "deploy" (key-0a)', 'ec2:DeleteKeyPair', (keyPairs) => keyPairs.delete(existingPair)],
  ];

  test.each(forEc2)(
    'says that the action could not %s, and that the role needs %s.',
    async (doing, actions, send) => {
      const ec2 = new FakeEc2();
      inputsOf(ec2, awsError('UnauthorizedOperation', { status: 403, message: 'no', requestId: 'r-1' }));
      const error = await send(ec2.keyPairs()).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(AwsError);
      expect(error).toMatchObject({
        code: 'NOT_ALLOWED',
        message: `Could not ${doing} in eu-west-1: UnauthorizedOperation: no (request r-1)`,
        hint: `The role needs ${actions}. The README lists all permissions.`,
        awsName: 'UnauthorizedOperation',
      });
    },
  );

  test('says what to do about the quota that only EC2 has.', async () => {
    const ec2 = new FakeEc2();
    ec2.faults.create.push({ instead: awsError('KeyPairLimitExceeded', { status: 400 }) });
    await expect(ec2.keyPairs().create(newPair)).rejects.toMatchObject({
      code: 'TOO_MANY_KEY_PAIRS',
      hint: expect.stringContaining('quota'),
    });
  });

  test('names EC2 as the service that throttled the request.', async () => {
    const ec2 = new FakeEc2();
    ec2.faults.describe.push({ instead: ec2Errors.throttled() });
    await expect(ec2.keyPairs({ total: -1 }).list([])).rejects.toMatchObject({
      code: 'THROTTLED',
      hint: expect.stringMatching(/^EC2 throttled/),
    });
  });
});
