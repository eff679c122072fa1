import {
  CreateKeyPairCommand,
  CreateTagsCommand,
  DeleteKeyPairCommand,
  EC2Client,
  ImportKeyPairCommand,
} from '@aws-sdk/client-ec2';
import type { LocalAws } from '../local/aws/server.ts';

/** Another user of the same AWS account: a colleague, or a program that does not know this action. */
export class OtherUser {
  readonly #client: EC2Client;

  constructor({ url, account }: Pick<LocalAws, 'url' | 'account'>, region = 'eu-west-1') {
    this.#client = new EC2Client({ region, endpoint: url, credentials: account, maxAttempts: 1 });
  }

  /** Creates an ED25519 key pair and returns its ID and its private key in PEM. */
  async create(keyName: string, tags: Tags = {}): Promise<{ id: string; pem: string }> {
    const { KeyPairId = '', KeyMaterial = '' } = await this.#client.send(
      new CreateKeyPairCommand({ KeyName: keyName, KeyType: 'ed25519', ...tagSpecifications(tags) }),
    );
    return { id: KeyPairId, pem: KeyMaterial };
  }

  /** Imports a public key and returns the ID of the key pair. */
  async import(keyName: string, publicKey: string, tags: Tags = {}): Promise<string> {
    const { KeyPairId = '' } = await this.#client.send(
      new ImportKeyPairCommand({
        KeyName: keyName,
        PublicKeyMaterial: Buffer.from(publicKey),
        ...tagSpecifications(tags),
      }),
    );
    return KeyPairId;
  }

  async delete(keyName: string): Promise<void> {
    await this.#client.send(new DeleteKeyPairCommand({ KeyName: keyName }));
  }

  async tag(keyPairId: string, tags: Tags): Promise<void> {
    await this.#client.send(new CreateTagsCommand({ Resources: [keyPairId], Tags: tagList(tags) }));
  }
}

type Tags = Readonly<Record<string, string>>;

function tagSpecifications(tags: Tags) {
  const list = tagList(tags);
  return list.length === 0 ? {} : { TagSpecifications: [{ ResourceType: 'key-pair' as const, Tags: list }] };
}

function tagList(tags: Tags): { Key: string; Value: string }[] {
  return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
}
