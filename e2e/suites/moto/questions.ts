import {
  CreateKeyPairCommand,
  type CreateKeyPairCommandInput,
  DescribeKeyPairsCommand,
  type DescribeKeyPairsCommandInput,
  type EC2Client,
  EC2ServiceException,
  ImportKeyPairCommand,
  type KeyPairInfo,
} from '@aws-sdk/client-ec2';

/** `done`, or the code of the error that a call is refused with. */
export async function outcomeOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return 'done';
  } catch (error) {
    if (error instanceof EC2ServiceException) return error.name;
    // What the SDK makes of an answer that is no XML.
    const { $metadata } = error as { $metadata?: { httpStatusCode?: number } };
    return `no answer of EC2 (${$metadata?.httpStatusCode})`;
  }
}

/** Makes a pair, ED25519 unless said. */
export function create(ec2: EC2Client, KeyName: string, more: Partial<CreateKeyPairCommandInput> = {}) {
  return ec2.send(new CreateKeyPairCommand({ KeyName, KeyType: 'ed25519', ...more }));
}

export function importKey(ec2: EC2Client, KeyName: string, text: string) {
  return ec2.send(new ImportKeyPairCommand({ KeyName, PublicKeyMaterial: Buffer.from(text) }));
}

export async function describe(ec2: EC2Client, input: DescribeKeyPairsCommandInput): Promise<KeyPairInfo[]> {
  return (await ec2.send(new DescribeKeyPairsCommand({ IncludePublicKey: true, ...input }))).KeyPairs ?? [];
}

/** The filter that lets these names through alone. */
export function named(...Values: string[]): { Name: string; Values: string[] } {
  return { Name: 'key-name', Values };
}

export function namesOf(pairs: readonly KeyPairInfo[]): (string | undefined)[] {
  return pairs.map(({ KeyName }) => KeyName);
}
