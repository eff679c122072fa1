import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Endpoint, region } from './endpoints.ts';

/** A command line that has to be refused, with what, and the text where it says something of the case. */
type RefusedCommand = readonly [sentence: string, code: string, args: readonly string[], message?: string];

/** What cannot be, and what is not there. */
export async function checkRefusals({ site, aws, cli }: Endpoint): Promise<void> {
  const [taken] = await aws.seedKeyPairs(region, [{ keyName: 'taken' }]);
  const bad = path.join(site.folder, 'bad.pub');
  await writeFile(bad, 'no key');
  const commands: readonly RefusedCommand[] = [
    ...creationRefusals(bad),
    ...existingRefusals(taken?.id ?? ''),
    ...tagRefusals(taken?.id ?? ''),
    ['an operation that the endpoint does not have', 'InvalidAction', ['ec2', 'describe-vpcs']],
    ['a service that the endpoint does not have', 'InvalidAction', ['iam', 'list-users']],
  ];
  for (const [sentence, code, args, message] of commands) {
    await site.check(`${sentence} is ${code}`, async () => {
      const before = aws.keyPairs(region);
      const refused = await cli.refusal(...args);
      assert.equal(refused.code, code);
      if (message !== undefined) assert.equal(refused.message, message);
      assert.deepEqual(aws.keyPairs(region), before);
    });
  }
}

function creationRefusals(badPublicKey: string): readonly RefusedCommand[] {
  const invalid = 'InvalidParameterValue';
  const create = (name: string, ...more: readonly string[]) => [
    ...['ec2', 'create-key-pair', '--key-name', name],
    ...more,
  ];
  const importKey = (name: string) => [
    ...['ec2', 'import-key-pair', '--key-name', name, '--public-key-material', `fileb://${badPublicKey}`],
  ];
  return [
    ['a name that is taken', 'InvalidKeyPair.Duplicate', create('taken'), 'The keypair already exists'],
    ['an empty name', invalid, create('')],
    ['a name of 256 characters', invalid, create('x'.repeat(256))],
    ['a name with other characters than ASCII', invalid, create('schlüssel')],
    ['a name with a space at its end', invalid, create('name ')],
    ['a key type that EC2 does not make', invalid, create('x', '--key-type', 'ecdsa')],
    ['a key format that EC2 does not write', invalid, create('x', '--key-format', 'der')],
    [
      'a public key that is none',
      'InvalidKey.Format',
      importKey('bad'),
      'Key is not in valid OpenSSH public key format',
    ],
  ];
}

function existingRefusals(id: string): readonly RefusedCommand[] {
  const nobodysId = 'key-00000000000000000';
  const describe = (...args: readonly string[]) => ['ec2', 'describe-key-pairs', ...args];
  const remove = (...args: readonly string[]) => ['ec2', 'delete-key-pair', ...args];
  const values = (count: number) =>
    `Name=key-name,Values=${Array.from({ length: count }, (_, n) => n).join()}`;
  const notFound = 'InvalidKeyPair.NotFound';
  return [
    [
      'a name that is not there, among others,',
      notFound,
      describe('--key-names', 'taken', 'nobody'),
      "The key pair 'nobody' does not exist",
    ],
    [
      'an id that is not there',
      notFound,
      describe('--key-pair-ids', nobodysId),
      `The key pair ID '${nobodysId}' does not exist`,
    ],
    ['deleting an id that is not there', notFound, remove('--key-pair-id', nobodysId)],
    ['an id that is none', 'InvalidParameterValue', describe('--key-pair-ids', 'taken')],
    ['deleting an id that is none', 'InvalidParameterValue', remove('--key-pair-id', 'taken')],
    [
      'deleting by name and by id at once',
      'InvalidParameterCombination',
      remove('--key-name', 'taken', '--key-pair-id', id),
    ],
    ['deleting neither by name nor by id', 'MissingParameter', remove()],
    [
      'a filter that EC2 does not know',
      'InvalidParameterValue',
      describe('--filters', 'Name=colour,Values=red'),
      "The filter 'colour' is invalid",
    ],
    ['a filter with 201 values', 'FilterLimitExceeded', describe('--filters', values(201))],
  ];
}

function tagRefusals(id: string): readonly RefusedCommand[] {
  const tags = (count: number) => Array.from({ length: count }, (_, n) => `{Key=k${n},Value=v}`).join();
  const create = (specification: string) => [
    ...['ec2', 'create-key-pair', '--key-name', 'tagged', '--tag-specifications', specification],
  ];
  const tag = (resource: string, ...given: readonly string[]) => [
    ...['ec2', 'create-tags', '--resources', resource, '--tags', ...given],
  ];
  const invalid = 'InvalidParameterValue';
  const manyTags = Array.from({ length: 51 }, (_, n) => `Key=k${n},Value=v`);
  return [
    ['a pair made with 51 tags', 'TagLimitExceeded', create(`ResourceType=key-pair,Tags=[${tags(51)}]`)],
    ['a pair tagged with 51 tags', 'TagLimitExceeded', tag(id, ...manyTags)],
    ['a tag for another kind of resource', invalid, create(`ResourceType=instance,Tags=[${tags(1)}]`)],
    ['a tag of AWS', invalid, tag(id, 'Key=aws:x,Value=y')],
    ['a tag twice', invalid, tag(id, 'Key=a,Value=1', 'Key=a,Value=2')],
    ['a tag key of 129 characters', invalid, tag(id, `Key=${'k'.repeat(129)},Value=v`)],
    ['a tag value of 257 characters', invalid, tag(id, `Key=k,Value=${'v'.repeat(257)}`)],
    ['a tag for an id that is none', 'InvalidID', tag('taken', 'Key=a,Value=b')],
    [
      'a tag for a pair that is not there',
      'InvalidKeyPair.NotFound',
      tag('key-00000000000000000', 'Key=a,Value=b'),
    ],
  ];
}
