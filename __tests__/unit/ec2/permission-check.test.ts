import { describe, expect, test } from '@jest/globals';
import type { KeyPairCall } from '../../../src/ec2/requests.ts';
import { PublicKey } from '../../../src/keys/public-key.ts';
import { ec2Errors } from '../../lib/aws-errors.ts';
import { FakeEc2, publicKeyLine } from '../../lib/fake-ec2.ts';
import { freshEd25519 } from '../../lib/keys.ts';
import { existingPair, inputsOf, newPair, nonceTag } from './pairs.ts';

const publicKey = PublicKey.parseOpenSsh(publicKeyLine(freshEd25519()));
const calls: readonly KeyPairCall[] = [
  { call: 'CreateKeyPair', pair: newPair },
  { call: 'ImportKeyPair', pair: { keyName: 'deploy', publicKey, tags: [] } },
  { call: 'CreateTags', pair: existingPair, tags: [nonceTag] },
  { call: 'DeleteKeyPair', pair: existingPair },
];

describe('a permission check', () => {
  test.each(calls)('of $call is a dry run.', async (call) => {
    const ec2 = new FakeEc2();
    const inputs = inputsOf(ec2, ec2Errors.wouldBeAllowed());
    await ec2.keyPairs().checkPermission(call);
    expect(inputs).toEqual([expect.objectContaining({ DryRun: true })]);
  });

  test.each(calls)(
    'of $call fails if the response says that the call was executed: EC2 never says so.',
    async (call) => {
      const ec2 = new FakeEc2();
      inputsOf(ec2, { $metadata: { requestId: 'r-1' }, Return: true });
      await expect(ec2.keyPairs().checkPermission(call)).rejects.toMatchObject({
        code: 'NO_ANSWER',
        awsName: 'DamagedResponse',
      });
    },
  );

  test('passes if EC2 says that it would allow the call, and only then.', async () => {
    const ec2 = new FakeEc2();
    ec2.faults.delete.push({ instead: ec2Errors.wouldBeAllowed() }, { instead: ec2Errors.denied() });
    const call = { call: 'DeleteKeyPair', pair: existingPair } as const;
    await ec2.keyPairs().checkPermission(call);
    await expect(ec2.keyPairs().checkPermission(call)).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
      hint: expect.stringContaining('ec2:DeleteKeyPair'),
    });
  });
});
