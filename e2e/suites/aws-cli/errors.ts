import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Endpoint, region } from './endpoints.ts';

/** A command that has to fail: with which error code, and with which message, if it is specific. */
type FailingCommand = readonly [sentence: string, code: string, args: readonly string[], message?: string];

/** Invalid requests, and requests for what does not exist. */
export async function checkErrors({ site, aws, cli }: Endpoint): Promise<void> {
  const [taken] = await aws.seedKeyPairs(region, [{ keyName: 'taken' }]);
  const bad = path.join(site.folder, 'bad.pub');
  await writeFile(bad, 'no key');
  const commands: readonly FailingCommand[] = [
    ...creationErrors(bad),
    ...existingErrors(taken?.id ?? ''),
    ...tagErrors(taken?.id ?? ''),
    ['an unsupported operation', 'InvalidAction', ['ec2', 'describe-vpcs']],
    ['an unsupported service', 'InvalidAction', ['iam', 'list-users']],
  ];
  for (const [sentence, code, args, message] of commands) {
    await site.check(`${sentence} causes ${code}`, async () => {
      const before = aws.keyPairs(region);
      const error = await cli.awsError(...args);
      assert.equal(error.code, code);
      if (message !== undefined) assert.equal(error.message, message);
      assert.deepEqual(aws.keyPairs(region), before);
    });
  }
}

function creationErrors(badPublicKey: string): readonly FailingCommand[] {
  const invalid = 'InvalidParameterValue';
  const create = (name: string, ...more: readonly string[]) => [
    ...['ec2', 'create-key-pair', '--key-name', name],
    ...more,
  ];
  const importKey = (name: string) => [
    ...['ec2', 'import-key-pair', '--key-name', name, '--public-key-material', `fileb://${badPublicKey}`],
  ];
  return [
    ['an existing name', 'InvalidKeyPair.Duplicate', create('taken'), 'The keypair already exists'],
    ['an empty name', invalid, create('')],
    ['a name of 256 characters', invalid, create('x'.repeat(256))],
    ['a name with non-ASCII characters', invalid, create('schlüssel')],
    ['a name with a trailing space', invalid, create('name ')],
    ['an unsupported key type', invalid, create('x', '--key-type', 'ecdsa')],
    ['an unsupported key format', invalid, create('x', '--key-format', 'der')],
    [
      'an invalid public key',
      'InvalidKey.Format',
      importKey('bad'),
      'Key is not in valid OpenSSH public key format',
    ],
  ];
}

function existingErrors(id: string): readonly FailingCommand[] {
  const unknownId = 'key-00000000000000000';
  const describe = (...args: readonly string[]) => ['ec2', 'describe-key-pairs', ...args];
  const remove = (...args: readonly string[]) => ['ec2', 'delete-key-pair', ...args];
  const values = (count: number) =>
    `Name=key-name,Values=${Array.from({ length: count }, (_, n) => n).join()}`;
  const notFound = 'InvalidKeyPair.NotFound';
  return [
    [
      'a name that does not exist, among others,',
      notFound,
      describe('--key-names', 'taken', 'nobody'),
      "The key pair 'nobody' does not exist",
    ],
    [
      'an ID that does not exist',
      notFound,
      describe('--key-pair-ids', unknownId),
      `The key pair ID '${unknownId}' does not exist`,
    ],
    [
      'an instance that does not exist',
      'InvalidInstanceID.NotFound',
      ['ec2', 'get-password-data', '--instance-id', 'i-00000000000000000'],
      "The instance ID 'i-00000000000000000' does not exist",
    ],
    ['deleting an ID that does not exist', notFound, remove('--key-pair-id', unknownId)],
    ['a malformed ID', 'InvalidParameterValue', describe('--key-pair-ids', 'taken')],
    ['deleting a malformed ID', 'InvalidParameterValue', remove('--key-pair-id', 'taken')],
    [
      'deleting by both name and ID',
      'InvalidParameterCombination',
      remove('--key-name', 'taken', '--key-pair-id', id),
    ],
    ['deleting without a name or ID', 'MissingParameter', remove()],
    [
      'an unknown filter',
      'InvalidParameterValue',
      describe('--filters', 'Name=colour,Values=red'),
      "The filter 'colour' is invalid",
    ],
    ['a filter with 201 values', 'FilterLimitExceeded', describe('--filters', values(201))],
  ];
}

function tagErrors(id: string): readonly FailingCommand[] {
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
    [
      'creating a key pair with 51 tags',
      'TagLimitExceeded',
      create(`ResourceType=key-pair,Tags=[${tags(51)}]`),
    ],
    ['adding 51 tags to a key pair', 'TagLimitExceeded', tag(id, ...manyTags)],
    ['a tag for another resource type', invalid, create(`ResourceType=instance,Tags=[${tags(1)}]`)],
    ['a tag key reserved by AWS', invalid, tag(id, 'Key=aws:x,Value=y')],
    ['a duplicate tag key', invalid, tag(id, 'Key=a,Value=1', 'Key=a,Value=2')],
    ['a tag key of 129 characters', invalid, tag(id, `Key=${'k'.repeat(129)},Value=v`)],
    ['a tag value of 257 characters', invalid, tag(id, `Key=k,Value=${'v'.repeat(257)}`)],
    ['a tag for a malformed ID', 'InvalidID', tag('taken', 'Key=a,Value=b')],
    [
      'a tag for a key pair that does not exist',
      'InvalidKeyPair.NotFound',
      tag('key-00000000000000000', 'Key=a,Value=b'),
    ],
  ];
}
