import { expect, test } from '@jest/globals';
import { withKeyPairArn } from '../../../src/results/key-pair-arn.ts';

const scope = { partition: 'aws-cn', region: 'cn-north-1', accountId: '123456789012' };

test('Outputs that name a key pair get its ARN', () => {
  expect(withKeyPairArn({ 'key-pair-id': 'key-0a', created: 'true' }, scope)).toEqual({
    'key-pair-id': 'key-0a',
    'key-pair-arn': 'arn:aws-cn:ec2:cn-north-1:123456789012:key-pair/key-0a',
    created: 'true',
  });
});

test.each([{ 'key-pair-id': '', created: 'true' }, { deleted: '1' }])(
  'Outputs that name no key pair get none: %j',
  (outputs) => {
    expect(withKeyPairArn(outputs, scope)).toEqual(outputs);
  },
);
