import { afterEach, expect, test } from '@jest/globals';
import { openKeyPairSession } from '../../../src/ec2/session.ts';
import { serve, setEndpoint } from '../aws/endpoint.ts';

const before = { ...process.env };

afterEach(() => {
  process.env = { ...before };
});

const policy = {
  total: 1_000,
  base: 0,
  cap: 0,
  lookFor: 30,
  searchFor: 60,
  signal: new AbortController().signal,
  insistFor: 1_000,
  onRetry: async () => {},
};

test.each([
  ['eu-west-1', 'eu-west-1'],
  [undefined, 'us-west-2'],
])('For the Region %s, key pair calls are sent to EC2 in %s.', async (name, region) => {
  await using server = await serve(200, '<DescribeKeyPairsResponse><keySet/></DescribeKeyPairsResponse>');
  setEndpoint(server.url);
  process.env['AWS_REGION'] = 'us-west-2';
  const { session, keyPairs, caller } = await openKeyPairSession(name, policy, process.env);
  expect([session.region, keyPairs.region]).toEqual([region, region]);
  expect(caller).toBe(session.caller);
  expect(await keyPairs.list([])).toEqual([]);
  expect(server.requests.map(({ headers }) => headers.authorization)).toEqual([
    expect.stringContaining(`/${region}/ec2/`),
  ]);
});
