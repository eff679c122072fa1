import { partition } from '@aws-sdk/core/client';
import { askForAccount, isAccountId } from '../aws/caller.ts';
import { explain } from '../aws/explain.ts';
import type { AwsSession } from '../aws/session.ts';

/** What the ARNs of all resources in the account and Region of a session have in common. */
export interface ArnScope {
  /** As in `aws` or `aws-us-gov`. */
  readonly partition: string;
  readonly region: string;
  readonly accountId: string;
}

type Session = Pick<AwsSession, 'region' | 'retry' | 'client'>;

/**
 * @param knownAccountId - The account, if the credentials include it. Otherwise, STS is asked, which needs no permission.
 * @throws KeyPairError the codes of `explain`.
 */
export async function findArnScope(session: Session, knownAccountId: string | undefined): Promise<ArnScope> {
  const { region } = session;
  const accountId = isAccountId(knownAccountId) ? knownAccountId : await accountOf(session);
  return { partition: partition(region).name, region, accountId };
}

async function accountOf(session: Session): Promise<string> {
  return askForAccount(session).catch((error: unknown) => {
    const doing = 'look up the AWS account for the output key-pair-arn';
    throw explain(error, { service: 'STS', action: 'sts:GetCallerIdentity', doing, region: session.region });
  });
}
