import type { AwsSession } from '../aws/session.ts';
import { findArnScope } from '../ec2/arn-scope.ts';
import { withKeyPairArn } from '../results/key-pair-arn.ts';
import type { Outputs } from '../results/outputs.ts';

/** Returns a function that adds the output `key-pair-arn`. @throws KeyPairError the codes of `findArnScope`. */
export async function addsArn(
  session: AwsSession,
  accountId: string | undefined,
): Promise<(outputs: Outputs) => Outputs> {
  const scope = await findArnScope(session, accountId);
  return (outputs) => withKeyPairArn(outputs, scope);
}
