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

/** `done`, or the error code of the call. */
export async function outcomeOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return 'done';
  } catch (error) {
    if (error instanceof EC2ServiceException) return error.name;
    // The SDK's error for a response that is not XML.
    const { $metadata } = error as { $metadata?: { httpStatusCode?: number } };
    return `not an EC2 response (${$metadata?.httpStatusCode})`;
  }
}

/** Creates a key pair. Default type: ED25519. */
export function create(ec2: EC2Client, KeyName: string, more: Partial<CreateKeyPairCommandInput> = {}) {
  return ec2.send(new CreateKeyPairCommand({ KeyName, KeyType: 'ed25519', ...more }));
}

export function importKey(ec2: EC2Client, KeyName: string, text: string) {
  return ec2.send(new ImportKeyPairCommand({ KeyName, PublicKeyMaterial: Buffer.from(text) }));
}

export async function describe(ec2: EC2Client, input: DescribeKeyPairsCommandInput): Promise<KeyPairInfo[]> {
  return (await ec2.send(new DescribeKeyPairsCommand({ IncludePublicKey: true, ...input }))).KeyPairs ?? [];
}

/** A filter for these names. */
export function named(...Values: string[]): { Name: string; Values: string[] } {
  return { Name: 'key-name', Values };
}

export function namesOf(pairs: readonly KeyPairInfo[]): (string | undefined)[] {
  return pairs.map(({ KeyName }) => KeyName);
}
