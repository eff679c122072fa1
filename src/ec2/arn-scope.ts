import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { partition } from '@aws-sdk/core/client';
import { explain } from '../aws/explain.ts';
import { required } from '../aws/responses.ts';
import type { AwsSession } from '../aws/session.ts';

/** What the ARNs of all resources of a session have in common. */
export interface ArnScope {
  /** As in `aws` or `aws-us-gov`. */
  readonly partition: string;
  readonly region: string;
  readonly accountId: string;
}

type Session = Pick<AwsSession, 'region' | 'retry' | 'client'>;

/**
 * @param knownAccountId - The account, if the credentials name it. If not, STS is asked, which needs no permission.
 * @throws KeyPairError the codes of `explain`.
 */
export async function findArnScope(session: Session, knownAccountId: string | undefined): Promise<ArnScope> {
  const { region } = session;
  const accountId = isAccountId(knownAccountId) ? knownAccountId : await askForAccount(session);
  return { partition: partition(region).name, region, accountId };
}

async function askForAccount({ region, retry, client }: Session): Promise<string> {
  const sts = client(STSClient);
  try {
    return await retry.idempotent(async (abortSignal) => {
      const { Account } = await sts.send(new GetCallerIdentityCommand({}), { abortSignal });
      return required(isAccountId(Account) ? Account : undefined);
    }, 'STS');
  } catch (error) {
    const doing = 'look up the AWS account for the output key-pair-arn';
    throw explain(error, { service: 'STS', action: 'sts:GetCallerIdentity', doing, region });
  }
}

/** The credentials of other endpoints, and the environment, can name anything. */
function isAccountId(text: string | undefined): text is string {
  return text !== undefined && /^\d{12}$/.test(text);
}
