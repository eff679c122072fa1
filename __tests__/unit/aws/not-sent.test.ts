import { expect, test } from '@jest/globals';
import { explain } from '../../../src/aws/explain.ts';
import { connectionError } from '../../../src/aws/network.ts';
import { awsError } from '../../lib/aws-errors.ts';
import { neverSent } from './never-sent.ts';

const attempt = { service: 'EC2', action: 'ec2:X', doing: 'do it', region: 'eu-west-1' };

/** The advice on a failed connection to an endpoint, with settings of endpoints. */
async function hintFor(
  code: string,
  url: string,
  variables: Record<string, string>,
  endpoints?: readonly { name: string; value: string }[],
): Promise<string | undefined> {
  const { protocol, hostname, port } = new URL(url);
  const target = { protocol, hostname, ...(port && { port: Number(port) }) };
  const failed = awsError('Error', { message: `getaddrinfo ${code} ${hostname}`, code });
  const error = connectionError(failed, target, { variables, endpoints }) as Error;
  return explain(await neverSent(error), attempt).hint;
}

const localstack = 'http://localstack:4566';

test('Without an endpoint of its own, the Region is in question.', async () => {
  const hint =
    'Is eu-west-1 a Region? Its host was not found. Check aws-region, and the DNS servers of the runner.';
  expect(await hintFor('ENOTFOUND', 'https://ec2.eu-west-1.amazonaws.com', {})).toBe(hint);
  const ofSts = { AWS_ENDPOINT_URL_STS: localstack };
  expect(await hintFor('ENOTFOUND', 'https://ec2.eu-west-1.amazonaws.com', ofSts)).toBe(hint);
});

test.each<[name: string, variables: Record<string, string>]>([
  ['AWS_ENDPOINT_URL', { AWS_ENDPOINT_URL: localstack }],
  ['AWS_ENDPOINT_URL_EC2', { AWS_ENDPOINT_URL: 'http://other:4566', AWS_ENDPOINT_URL_EC2: `${localstack}/` }],
  ['AWS_ENDPOINT_URL', { AWS_ENDPOINT_URL_S3: localstack, AWS_ENDPOINT_URL: localstack }],
])('The host of %s is in question, and not the Region.', async (name, variables) => {
  for (const code of ['ENOTFOUND', 'EAI_AGAIN']) {
    const hint = await hintFor(code, localstack, variables);
    expect(hint).toMatch(new RegExp(`^The host localstack of ${name} was not found\\. .* use localhost\\.$`));
  }
});

test('A setting of the profile is named, and a variable that is not used is not.', async () => {
  const name = 'endpoint_url of profile "ci"';
  const endpoints = [{ name, value: 'https://aws.corp.example' }];
  const variables = { AWS_ENDPOINT_URL: 'https://aws.corp.example' };
  expect(await hintFor('ENOTFOUND', 'https://aws.corp.example', variables, endpoints)).toBe(
    `The host aws.corp.example of ${name} was not found. Check the name, and the DNS servers of the runner.`,
  );
  expect(await hintFor('ECONNREFUSED', 'https://aws.corp.example', variables, endpoints)).toBe(
    `Check the network, any proxy, and ${name}, then run the job again.`,
  );
  expect(await hintFor('ENOTFOUND', 'https://aws.corp.example', variables, [])).toMatch(
    /^Is eu-west-1 a Region/,
  );
});
