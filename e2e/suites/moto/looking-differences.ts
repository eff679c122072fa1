import { DeleteKeyPairCommand, EC2Client } from '@aws-sdk/client-ec2';
import type { Difference } from './differences.ts';
import { create, describe, named, namesOf, outcomeOf } from './questions.ts';

const nobodysId = 'key-00000000000000000';

/** Where moto finds and deletes pairs unlike EC2, and answers to anybody. */
export const lookingDifferences: readonly Difference[] = [
  {
    about: 'DeleteKeyPair by id',
    moto: 'is a success that leaves the pair',
    ec2: 'deletes it',
    checks: 'delete and the clean-up are held to the request that moto got, its id, and to no other one',
    async ask(ec2, name) {
      const { KeyPairId } = await create(ec2, name);
      const outcome = await outcomeOf(ec2.send(new DeleteKeyPairCommand({ KeyPairId })));
      return [outcome, namesOf(await describe(ec2, { Filters: [named(name)] })).length];
    },
    answers: { moto: ['done', 1], ec2: ['done', 0] },
  },
  {
    about: 'a KeyPairId in DescribeKeyPairs',
    moto: 'is ignored, and all pairs are shown',
    ec2: 'chooses the pair',
    checks: 'fetch, describe and delete by id show that the action itself picks the pair out of the answer',
    async ask(ec2, name) {
      const { KeyPairId = '' } = await create(ec2, `${name}-1`);
      await create(ec2, `${name}-2`);
      const pairs = await describe(ec2, { KeyPairIds: [KeyPairId], Filters: [named(`${name}-*`)] });
      return pairs.length;
    },
    answers: { moto: 2, ec2: 1 },
  },
  {
    about: 'an id that no pair has',
    moto: 'is ignored as well',
    ec2: 'is InvalidKeyPair.NotFound',
    checks: 'fetch and delete of an unknown id end as they should, but not by the error that EC2 would send',
    ask: (ec2) => outcomeOf(describe(ec2, { KeyPairIds: [nobodysId] })),
    answers: { moto: 'done', ec2: 'InvalidKeyPair.NotFound' },
  },
  {
    about: 'the text of InvalidKeyPair.NotFound',
    moto: 'is its own',
    ec2: 'names the pair',
    checks: 'none: the action goes by the code, and shows a sentence of its own',
    async ask(ec2) {
      const error = await describe(ec2, { KeyNames: ['nobody'] }).catch((reason: Error) => reason);
      return error instanceof Error ? `${error.name}: ${error.message}` : error;
    },
    answers: {
      moto: "InvalidKeyPair.NotFound: The keypair '{'nobody'}' does not exist.",
      ec2: "InvalidKeyPair.NotFound: The key pair 'nobody' does not exist",
    },
  },
  {
    about: 'DryRun of DescribeKeyPairs',
    moto: 'is ignored',
    ec2: 'is DryRunOperation',
    checks: 'none: the action rehearses only what changes something',
    ask: (ec2) => outcomeOf(describe(ec2, { DryRun: true })),
    answers: { moto: 'done', ec2: 'DryRunOperation' },
  },
  {
    about: 'a filter that EC2 does not know',
    moto: 'breaks the server',
    ec2: 'is InvalidParameterValue',
    checks: 'none: the action filters by tags, of key pairs, and by key name and state, of instances',
    async ask(ec2, name) {
      await create(ec2, name);
      return outcomeOf(describe(ec2, { Filters: [{ Name: 'colour', Values: ['red'] }] }));
    },
    answers: { moto: 'no answer of EC2 (500)', ec2: 'InvalidParameterValue' },
  },
  {
    about: 'a backslash before a wildcard in a filter',
    moto: 'is a backslash',
    ec2: 'takes the wildcard literally',
    checks: 'the tags that describe is asked for have no wildcard in them',
    async ask(ec2, name) {
      const TagSpecifications = [
        { ResourceType: 'key-pair' as const, Tags: [{ Key: 'stars', Value: `${name}*` }] },
      ];
      await create(ec2, name, { TagSpecifications });
      return namesOf(await describe(ec2, { Filters: [{ Name: 'tag:stars', Values: [`${name}\\*`] }] }))
        .length;
    },
    answers: { moto: 0, ec2: 1 },
  },
  {
    about: 'a wrong secret access key',
    moto: 'is as good as any',
    ec2: 'is AuthFailure',
    checks: 'no check here is about credentials',
    async ask({ config }) {
      const { accessKeyId } = await config.credentials();
      const stranger = new EC2Client({
        region: await config.region(),
        endpoint: await endpointOf(config),
        credentials: { accessKeyId, secretAccessKey: 'wrong' },
        maxAttempts: 1,
      });
      return outcomeOf(describe(stranger, {}));
    },
    answers: { moto: 'done', ec2: 'AuthFailure' },
  },
];

async function endpointOf({ endpoint }: EC2Client['config']): Promise<string> {
  const { protocol, hostname, port } = (await endpoint?.()) ?? {};
  return `${protocol}//${hostname}:${port}`;
}
