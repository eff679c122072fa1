import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createSshKey } from '../../lib/ssh-key.ts';
import { type Endpoint, region } from './endpoints.ts';

/** AWS CLI commands that succeed, by operation. */
export type Calls = Readonly<Record<string, readonly string[]>>;

/** One plain call of every operation, with existing key pairs. */
export async function plainCalls({ site, aws }: Endpoint): Promise<Calls> {
  const [pair] = await aws.seedKeyPairs(region, [{ keyName: 'there' }]);
  const { publicKey } = await createSshKey(site, `to-import-${new URL(aws.url).port}`, 'ed25519');
  const file = path.join(site.folder, `to-import-${new URL(aws.url).port}.line`);
  await writeFile(file, publicKey);
  const id = pair?.id ?? '';
  await aws.seedKeyPairs(region, [{ keyName: 'windows', type: 'rsa' }]);
  const instance = aws.launchWindows(region, 'windows', 'a password');
  return {
    CreateKeyPair: ['ec2', 'create-key-pair', '--key-name', 'made'],
    ImportKeyPair: [
      'ec2',
      'import-key-pair',
      '--key-name',
      'own',
      '--public-key-material',
      `fileb://${file}`,
    ],
    DescribeKeyPairs: ['ec2', 'describe-key-pairs'],
    CreateTags: ['ec2', 'create-tags', '--resources', id, '--tags', 'Key=a,Value=b'],
    DeleteTags: ['ec2', 'delete-tags', '--resources', id, '--tags', 'Key=a'],
    DeleteKeyPair: ['ec2', 'delete-key-pair', '--key-pair-id', id],
    GetPasswordData: ['ec2', 'get-password-data', '--instance-id', instance],
    GetCallerIdentity: ['sts', 'get-caller-identity'],
  };
}
