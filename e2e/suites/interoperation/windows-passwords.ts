import { randomBytes } from 'node:crypto';
import type { LocalAws } from '../../../local/aws/server.ts';
import { AwsCli } from '../../lib/aws-cli.ts';
import type { Site } from '../../lib/suite.ts';
import { type Delivered, region } from './delivered.ts';
import type { Reading } from './readers.ts';

/** Launches an instance with each RSA key pair, and gets its password with `aws ec2 get-password-data`. */
export async function passwordsWith(
  site: Site,
  aws: LocalAws,
  delivered: readonly Delivered[],
): Promise<Reading[]> {
  const cli = new AwsCli(site.part('aws'), site.programs, site.folder, aws.environment(region));
  const readings: Reading[] = [];
  for (const { id, file, publicKey } of delivered) {
    const password = randomBytes(12).toString('base64');
    const instance = aws.launchWindows(region, id, password);
    const { status, stdout, stderr } = await cli.run([
      ...['ec2', 'get-password-data', '--instance-id', instance, '--priv-launch-key', file],
      ...['--query', 'PasswordData', '--output', 'text'],
    ]);
    const isRight = status === 0 && stdout.trimEnd() === password;
    readings.push(isRight ? { publicKey } : { refusal: `status ${status}: ${stderr}` });
  }
  return readings;
}
