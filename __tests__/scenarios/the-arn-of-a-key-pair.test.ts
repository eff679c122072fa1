import { expect, test } from '@jest/globals';
import { createAccount } from '../../local/aws/server.ts';
import { keyPairStep, openScenario, type Scenario, stepOf } from '../lib/scenario.ts';

const accountId = '210987654321';

/** The operations that the action sent to any service, in order. */
function operationsOf({ aws }: Scenario): string[] {
  return aws.requests
    .filter(({ userAgent }) => userAgent.includes('ec2-key-pair-action'))
    .map(({ service, operation }) => `${service} ${operation}`);
}

test('the account is asked of STS before the key pair is created, if the user wants the ARN', async () => {
  await using scenario = await openScenario('eu-west-1', [createAccount(accountId)]);

  const run = await scenario.run([keyPairStep({ lifetime: 'run', 'output-key-pair-arn': true })]);

  const { 'key-pair-arn': arn, 'key-pair-id': id } = stepOf(run).outputs;
  expect(arn).toBe(`arn:aws:ec2:eu-west-1:${accountId}:key-pair/${id}`);
  expect(operationsOf(scenario)).toEqual(['sts GetCallerIdentity', 'ec2 CreateKeyPair']);
});

test('without the input, no request is sent for the ARN, and it is empty unless the account is known', async () => {
  await using scenario = await openScenario('eu-west-1', [createAccount(accountId)]);
  const ensure = keyPairStep({ operation: 'ensure', 'key-name': 'deploy' });

  const unknown = await scenario.run([ensure]);
  const known = await scenario.run([ensure], { host: scenario.host({ AWS_ACCOUNT_ID: accountId }) });

  expect(stepOf(unknown).outputs).not.toHaveProperty('key-pair-arn');
  const { 'key-pair-arn': arn, 'key-pair-id': id } = stepOf(known).outputs;
  expect(arn).toBe(`arn:aws:ec2:eu-west-1:${accountId}:key-pair/${id}`);
  expect(operationsOf(scenario)).toEqual([
    'ec2 DescribeKeyPairs',
    'ec2 DescribeKeyPairs',
    'ec2 CreateKeyPair',
    'ec2 DescribeKeyPairs',
  ]);
});
