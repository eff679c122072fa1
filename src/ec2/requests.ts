import {
  CreateKeyPairCommand,
  CreateTagsCommand,
  DeleteKeyPairCommand,
  ImportKeyPairCommand,
} from '@aws-sdk/client-ec2';
import type { Tag } from '../inputs/request.ts';
import type { KeyType, PublicKey } from '../keys/public-key.ts';

/** A pair to be made by EC2. */
export interface NewKeyPair {
  readonly keyName: string;
  readonly keyType: KeyType;
  readonly tags: readonly Tag[];
}

/** A pair to be made of a public key. */
export interface ImportedKeyPair {
  readonly keyName: string;
  readonly publicKey: PublicKey;
  readonly tags: readonly Tag[];
}

/** A call that changes something, with all that it says: it can be made, or only asked whether it would be allowed. */
export type KeyPairCall =
  | { readonly call: 'CreateKeyPair'; readonly pair: NewKeyPair }
  | { readonly call: 'ImportKeyPair'; readonly pair: ImportedKeyPair }
  | { readonly call: 'CreateTags'; readonly keyPairId: string; readonly tags: readonly Tag[] }
  | { readonly call: 'DeleteKeyPair'; readonly keyPairId: string };

export function createKeyPairCommand(
  { keyName, keyType, tags }: NewKeyPair,
  dryRun = false,
): CreateKeyPairCommand {
  return new CreateKeyPairCommand({
    KeyName: keyName,
    KeyType: keyType,
    KeyFormat: 'pem',
    TagSpecifications: tagSpecifications(tags),
    DryRun: dryRun,
  });
}

/** The text without a final line end: EC2 refuses an ED25519 key that has one. */
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
  keyPairId: string,
  tags: readonly Tag[],
  dryRun = false,
): CreateTagsCommand {
  return new CreateTagsCommand({ Resources: [keyPairId], Tags: tags.map(ec2Tag), DryRun: dryRun });
}

export function deleteKeyPairCommand(keyPairId: string, dryRun = false): DeleteKeyPairCommand {
  return new DeleteKeyPairCommand({ KeyPairId: keyPairId, DryRun: dryRun });
}

function tagSpecifications(tags: readonly Tag[]) {
  return [{ ResourceType: 'key-pair' as const, Tags: tags.map(ec2Tag) }];
}

function ec2Tag({ key, value }: Tag): { Key: string; Value: string } {
  return { Key: key, Value: value };
}
