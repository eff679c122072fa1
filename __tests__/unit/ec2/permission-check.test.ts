import { describe, expect, test } from '@jest/globals';
import type { KeyPairCall } from '../../../src/ec2/requests.ts';
import { PublicKey } from '../../../src/keys/public-key.ts';
import { awsError, ec2Errors } from '../../lib/aws-errors.ts';
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
    ec2.faults['may delete'].push({ instead: ec2Errors.wouldBeAllowed() }, { instead: ec2Errors.denied() });
    const call = { call: 'DeleteKeyPair', pair: existingPair } as const;
    await ec2.keyPairs().checkPermission(call);
    await expect(ec2.keyPairs().checkPermission(call)).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
      hint: expect.stringContaining('ec2:DeleteKeyPair'),
    });
  });

  test('that EC2 answers with a refusal says so once, and names every permission that the call needs.', async () => {
    const ec2 = new FakeEc2();
    ec2.faults.create.push({ instead: ec2Errors.denied() });
    const refused = ec2.keyPairs().checkPermission({ call: 'CreateKeyPair', pair: newPair });
    await expect(refused).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
      message: expect.stringMatching(/^EC2 would not allow this: UnauthorizedOperation: (?!.*eu-west-1)/),
      hint: 'The role needs ec2:CreateKeyPair and ec2:CreateTags. The README lists all permissions.',
    });
  });

  test.each([
    ['was lost', ec2Errors.reset(), 'NO_ANSWER'],
    [
      'says that the credentials are refused',
      awsError('AuthFailure', { status: 401 }),
      'CREDENTIALS_REFUSED',
    ],
  ])('whose response %s does not say what EC2 would allow.', async (_, error, code) => {
    const ec2 = new FakeEc2();
    ec2.faults['may delete'].push(...Array.from({ length: 4 }, () => ({ instead: error })));
    const call = { call: 'DeleteKeyPair', pair: existingPair } as const;
    await expect(ec2.keyPairs({ total: 0 }).checkPermission(call)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(
        /^Could not check the permission to delete key pair "deploy" .* in eu-west-1: /,
      ),
    });
  });
});
