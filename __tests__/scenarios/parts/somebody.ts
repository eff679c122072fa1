import {
  CreateKeyPairCommand,
  CreateTagsCommand,
  DeleteKeyPairCommand,
  DeleteTagsCommand,
  EC2Client,
  ImportKeyPairCommand,
} from '@aws-sdk/client-ec2';
import type { LocalAws } from '../../../local/aws/server.ts';

/** Somebody else in the same account: a colleague, or a program that knows nothing of this action. */
export class Somebody {
  readonly #client: EC2Client;

  constructor({ url, account }: LocalAws, region = 'eu-west-1') {
    this.#client = new EC2Client({ region, endpoint: url, credentials: account, maxAttempts: 1 });
  }

  /** Makes an ED25519 pair and gives its id and its private key in PEM. */
  async makes(keyName: string, tags: Record<string, string> = {}): Promise<{ id: string; pem: string }> {
    const { KeyPairId = '', KeyMaterial = '' } = await this.#client.send(
      new CreateKeyPairCommand({ KeyName: keyName, KeyType: 'ed25519', TagSpecifications: specified(tags) }),
    );
    return { id: KeyPairId, pem: KeyMaterial };
  }

  /** Imports a public key and gives the pair's id. */
  async imports(keyName: string, publicKey: string, tags: Record<string, string> = {}): Promise<string> {
    const { KeyPairId = '' } = await this.#client.send(
      new ImportKeyPairCommand({
        KeyName: keyName,
        PublicKeyMaterial: Buffer.from(publicKey),
        TagSpecifications: specified(tags),
      }),
    );
    return KeyPairId;
  }

  async deletes(keyName: string): Promise<void> {
    await this.#client.send(new DeleteKeyPairCommand({ KeyName: keyName }));
  }

  async tags(keyPairId: string, tags: Record<string, string>): Promise<void> {
    await this.#client.send(new CreateTagsCommand({ Resources: [keyPairId], Tags: listed(tags) }));
  }

  async untags(keyPairId: string, ...keys: string[]): Promise<void> {
    await this.#client.send(
      new DeleteTagsCommand({ Resources: [keyPairId], Tags: keys.map((Key) => ({ Key })) }),
    );
  }
}

/** The tags by which the action knows a pair of this repository as its own. */
export const tagsOfOurs = {
  'managed-by': 'ec2-key-pair-action',
  'ec2-key-pair-action:repository': 'github.com/octo/widgets',
};

function specified(tags: Record<string, string>) {
  const list = listed(tags);
  return list.length === 0 ? undefined : [{ ResourceType: 'key-pair' as const, Tags: list }];
}

function listed(tags: Record<string, string>): { Key: string; Value: string }[] {
  return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
}
