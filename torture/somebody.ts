import {
  CreateKeyPairCommand,
  CreateTagsCommand,
  DeleteKeyPairCommand,
  EC2Client,
  ImportKeyPairCommand,
} from '@aws-sdk/client-ec2';
import type { LocalAccount, LocalAws } from '../local/aws/server.ts';

/** The tags by which the action knows a pair of this repository as its own. */
export const tagsOfOurs = {
  'managed-by': 'ec2-key-pair-action',
  'ec2-key-pair-action:repository': 'github.com/octo/widgets',
  'ec2-key-pair-action:run': '4242/1',
};

/** Somebody else in the same account: a colleague, or a program that knows nothing of this action. */
export class Somebody {
  readonly #client: EC2Client;

  constructor({ url }: Pick<LocalAws, 'url'>, region: string, account: LocalAccount) {
    this.#client = new EC2Client({ region, endpoint: url, credentials: account });
  }

  /** Makes an ED25519 pair and gives its private key in PEM. */
  async makes(keyName: string, tags: Record<string, string> = {}): Promise<string> {
    const { KeyMaterial = '' } = await this.#client.send(
      new CreateKeyPairCommand({ KeyName: keyName, KeyType: 'ed25519', ...specified(tags) }),
    );
    return KeyMaterial;
  }

  async imports(keyName: string, publicKey: string, tags: Record<string, string> = {}): Promise<void> {
    const material = { KeyName: keyName, PublicKeyMaterial: Buffer.from(publicKey) };
    await this.#client.send(new ImportKeyPairCommand({ ...material, ...specified(tags) }));
  }

  async deletes(keyName: string): Promise<void> {
    await this.#client.send(new DeleteKeyPairCommand({ KeyName: keyName }));
  }

  async tags(keyPairId: string, tags: Record<string, string>): Promise<void> {
    await this.#client.send(new CreateTagsCommand({ Resources: [keyPairId], Tags: listed(tags) }));
  }
}

function specified(tags: Record<string, string>) {
  const list = listed(tags);
  return list.length === 0 ? {} : { TagSpecifications: [{ ResourceType: 'key-pair' as const, Tags: list }] };
}

function listed(tags: Record<string, string>): { Key: string; Value: string }[] {
  return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
}
