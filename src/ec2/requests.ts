import {
  CreateKeyPairCommand,
  CreateTagsCommand,
  DeleteKeyPairCommand,
  DescribeKeyPairsCommand,
  type DescribeKeyPairsCommandInput,
  ImportKeyPairCommand,
} from '@aws-sdk/client-ec2';
import type { PairChoice } from '../inputs/request.ts';
import type { FileFormat } from '../keys/formats.ts';
import type { KeyType, PublicKey } from '../keys/public-key.ts';
import type { Tag, TagFilter } from '../ownership.ts';

/** Key pairs with a tag, or whose name or fingerprint matches a pattern with EC2's wildcards. */
export type KeyPairFilter =
  | TagFilter
  | { readonly name: 'key-name' | 'fingerprint'; readonly pattern: string };

/** A key pair for EC2 to create. */
export interface NewKeyPair {
  readonly keyName: string;
  readonly keyType: KeyType;
  /** Of the private key in EC2's response. */
  readonly keyFormat: FileFormat;
  readonly tags: readonly Tag[];
}

/** A key pair to import from a public key. */
export interface ImportedKeyPair {
  readonly keyName: string;
  readonly publicKey: PublicKey;
  readonly tags: readonly Tag[];
}

/** A key pair in EC2. Calls use the ID, which is never reused; messages show the name. */
export interface ExistingKeyPair {
  readonly keyName: string;
  readonly keyPairId: string;
}

/** A call that changes something, with all of its parameters. It can also be sent as a dry run. */
export type KeyPairCall =
  | { readonly call: 'CreateKeyPair'; readonly pair: NewKeyPair }
  | { readonly call: 'ImportKeyPair'; readonly pair: ImportedKeyPair }
  | { readonly call: 'CreateTags'; readonly pair: ExistingKeyPair; readonly tags: readonly Tag[] }
  | { readonly call: 'DeleteKeyPair'; readonly pair: ExistingKeyPair };

/** The permissions that a call needs. A key pair is created together with its tags. */
export function actionsOf({ call }: KeyPairCall): string {
  const isCreated = call === 'CreateKeyPair' || call === 'ImportKeyPair';
  return isCreated ? `ec2:${call} and ec2:CreateTags` : `ec2:${call}`;
}

/** Continues "Could not …". */
export function doingOf(call: KeyPairCall): string {
  const verbs = {
    CreateKeyPair: 'create',
    ImportKeyPair: 'import',
    CreateTags: 'tag',
    DeleteKeyPair: 'delete',
  } as const;
  const id = 'keyPairId' in call.pair ? ` (${call.pair.keyPairId})` : '';
  return `${verbs[call.call]} key pair "${call.pair.keyName}"${id}`;
}

/** Continues "Could not …". */
export function lookupOf(which: PairChoice | readonly KeyPairFilter[]): string {
  if ('keyName' in which) return `look up key pair "${which.keyName}"`;
  return 'keyPairId' in which ? `look up key pair ${which.keyPairId}` : 'list key pairs';
}

export function createKeyPairCommand(
  { keyName, keyType, keyFormat, tags }: NewKeyPair,
  dryRun = false,
): CreateKeyPairCommand {
  return new CreateKeyPairCommand({
    KeyName: keyName,
    KeyType: keyType,
    KeyFormat: keyFormat,
    TagSpecifications: tagSpecifications(tags),
    DryRun: dryRun,
  });
}

/** The key has no final newline: EC2 rejects an ED25519 key that has one. */
export function importKeyPairCommand(
  { keyName, publicKey, tags }: ImportedKeyPair,
  dryRun = false,
): ImportKeyPairCommand {
  return new ImportKeyPairCommand({
    KeyName: keyName,
    PublicKeyMaterial: Buffer.from(publicKey.openSshLine(), 'ascii'),
    TagSpecifications: tagSpecifications(tags),
    DryRun: dryRun,
  });
}

export function createTagsCommand(
  { keyPairId }: ExistingKeyPair,
  tags: readonly Tag[],
  dryRun = false,
): CreateTagsCommand {
  return new CreateTagsCommand({ Resources: [keyPairId], Tags: tags.map(ec2Tag), DryRun: dryRun });
}

export function deleteKeyPairCommand({ keyPairId }: ExistingKeyPair, dryRun = false): DeleteKeyPairCommand {
  return new DeleteKeyPairCommand({ KeyPairId: keyPairId, DryRun: dryRun });
}

/** Whether a response has public keys, which are half of it. */
export type PublicKeys = 'included' | 'left-out';

/** Describes one key pair, those that match all filters, or all of the Region. */
export function describeKeyPairsCommand(
  which: PairChoice | readonly KeyPairFilter[],
  publicKeys: PublicKeys = 'included',
): DescribeKeyPairsCommand {
  return new DescribeKeyPairsCommand({ ...selectionOf(which), IncludePublicKey: publicKeys === 'included' });
}

/** Escapes EC2's wildcards, so that a filter value matches exactly this text. */
export function exactPattern(text: string): string {
  return text.replace(/[*?\\]/g, '\\$&');
}

function selectionOf(which: PairChoice | readonly KeyPairFilter[]): DescribeKeyPairsCommandInput {
  if ('keyName' in which) return { KeyNames: [which.keyName] };
  if ('keyPairId' in which) return { KeyPairIds: [which.keyPairId] };
  const filters = which.map((filter) =>
    'pattern' in filter
      ? { Name: filter.name, Values: [filter.pattern] }
      : { Name: `tag:${filter.key}`, Values: [patternOf(filter)] },
  );
  return filters.length === 0 ? {} : { Filters: filters };
}

function patternOf(filter: TagFilter): string {
  return 'value' in filter ? exactPattern(filter.value) : `${exactPattern(filter.startsWith)}*`;
}

/** EC2 rejects a list of no tags. */
function tagSpecifications(tags: readonly Tag[]) {
  return tags.length === 0 ? undefined : [{ ResourceType: 'key-pair' as const, Tags: tags.map(ec2Tag) }];
}

function ec2Tag({ key, value }: Tag): { Key: string; Value: string } {
  return { Key: key, Value: value };
}
