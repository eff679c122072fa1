import { DeleteKeyPairCommand, EC2Client } from '@aws-sdk/client-ec2';
import { create, describe, named, namesOf, outcomeOf } from './calls.ts';
import type { Difference } from './difference.ts';

const unknownId = 'key-00000000000000000';

/** How moto differs from EC2 when it finds and deletes key pairs and checks credentials. */
export const findDifferences: readonly Difference[] = [
  {
    about: 'DeleteKeyPair by id',
    moto: 'succeeds but keeps the key pair',
    ec2: 'deletes it',
    checks: 'delete and the cleanup are checked by the requests that moto received',
    async observe(ec2, name) {
      const { KeyPairId } = await create(ec2, name);
      const outcome = await outcomeOf(ec2.send(new DeleteKeyPairCommand({ KeyPairId })));
      return [outcome, namesOf(await describe(ec2, { Filters: [named(name)] })).length];
    },
    results: { moto: ['done', 1], ec2: ['done', 0] },
  },
  {
    about: 'a KeyPairId in DescribeKeyPairs',
    moto: 'is ignored: all key pairs are returned',
    ec2: 'selects the key pair',
    checks:
      'fetch, describe and delete by ID show that the action selects the key pair from the response itself',
    async observe(ec2, name) {
      const { KeyPairId = '' } = await create(ec2, `${name}-1`);
      await create(ec2, `${name}-2`);
      const pairs = await describe(ec2, { KeyPairIds: [KeyPairId], Filters: [named(`${name}-*`)] });
      return pairs.length;
    },
    results: { moto: 2, ec2: 1 },
  },
  {
    about: 'an ID that does not exist',
    moto: 'is ignored, too',
    ec2: 'is InvalidKeyPair.NotFound',
    checks: 'fetch and delete of an unknown ID end as expected, but without the error that EC2 would return',
    observe: (ec2) => outcomeOf(describe(ec2, { KeyPairIds: [unknownId] })),
    results: { moto: 'done', ec2: 'InvalidKeyPair.NotFound' },
  },
  {
    about: 'the message of InvalidKeyPair.NotFound',
    moto: 'is different',
    ec2: 'names the key pair',
    checks: 'none: the action checks the error code and prints its own message',
    async observe(ec2) {
      const error = await describe(ec2, { KeyNames: ['nobody'] }).catch((reason: Error) => reason);
      return error instanceof Error ? `${error.name}: ${error.message}` : error;
    },
    results: {
      moto: "InvalidKeyPair.NotFound: The keypair '{'nobody'}' does not exist.",
      ec2: "InvalidKeyPair.NotFound: The key pair 'nobody' does not exist",
    },
  },
  {
    about: 'DryRun of DescribeKeyPairs',
    moto: 'is ignored',
    ec2: 'is DryRunOperation',
    checks: 'none: the action uses DryRun only for calls that change something',
    observe: (ec2) => outcomeOf(describe(ec2, { DryRun: true })),
    results: { moto: 'done', ec2: 'DryRunOperation' },
  },
  {
    about: 'an unknown filter',
    moto: 'causes a server error',
    ec2: 'is InvalidParameterValue',
    checks: 'none: the action filters key pairs by tags, and instances by key name and state',
    async observe(ec2, name) {
      await create(ec2, name);
      return outcomeOf(describe(ec2, { Filters: [{ Name: 'colour', Values: ['red'] }] }));
    },
    results: { moto: 'not an EC2 response (500)', ec2: 'InvalidParameterValue' },
  },
  {
    about: 'a backslash before a wildcard in a filter',
    moto: 'is a literal backslash',
    ec2: 'escapes the wildcard',
    checks: 'the tags in the checks of describe contain no wildcards',
    async observe(ec2, name) {
      const TagSpecifications = [
        { ResourceType: 'key-pair' as const, Tags: [{ Key: 'stars', Value: `${name}*` }] },
      ];
      await create(ec2, name, { TagSpecifications });
      return namesOf(await describe(ec2, { Filters: [{ Name: 'tag:stars', Values: [`${name}\\*`] }] }))
        .length;
    },
    results: { moto: 0, ec2: 1 },
  },
  {
    about: 'a wrong secret access key',
    moto: 'is accepted',
    ec2: 'is AuthFailure',
    checks: 'no check of this suite is about credentials',
    async observe({ config }) {
      const { accessKeyId } = await config.credentials();
      const client = new EC2Client({
        region: await config.region(),
        endpoint: await endpointOf(config),
        credentials: { accessKeyId, secretAccessKey: 'wrong' },
        maxAttempts: 1,
      });
      return outcomeOf(describe(client, {}));
    },
    results: { moto: 'done', ec2: 'AuthFailure' },
  },
];

async function endpointOf({ endpoint }: EC2Client['config']): Promise<string> {
  const { protocol, hostname, port } = (await endpoint?.()) ?? {};
  return `${protocol}//${hostname}:${port}`;
}
