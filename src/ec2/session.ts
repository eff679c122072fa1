import { DescribeKeyPairsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { endpointOf } from '../aws/endpoint.ts';
import type { GitHubRole } from '../aws/github-role.ts';
import type { RetryPolicy } from '../aws/retry.ts';
import { type AwsSession, type Caller, openSession, type Variables } from '../aws/session.ts';
import { KeyPairs } from './key-pairs.ts';

/** A session in one Region, with EC2's key pair calls. */
export interface KeyPairSession {
  readonly session: AwsSession;
  readonly keyPairs: KeyPairs;
  readonly caller: Caller;
  /** Whether credentials of another process belong to the same account. Asks STS where they do not tell. */
  isSameAccount(recorded: Caller): Promise<boolean>;
  /** Host, and port if it is not the protocol's own, of the endpoint that requests go to. */
  readonly endpoint: string;
  /** The account, if the credentials name it: those of an assumed role, of SSO, of a profile, or AWS_ACCOUNT_ID. */
  readonly accountId: string | undefined;
}

/** @param region - If undefined, the Region of the AWS environment. @throws KeyPairError the codes of `openSession`. */
export async function openKeyPairSession(
  region: string | undefined,
  policy: RetryPolicy,
  variables: Variables,
  warn?: (message: string) => void,
  role?: GitHubRole,
): Promise<KeyPairSession> {
  const session = await openSession(EC2Client, region, policy, variables, warn, role);
  const client = session.client(EC2Client);
  const endpoint = await endpointOf(client, DescribeKeyPairsCommand);
  const { accountId } = await client.config.credentials();
  const { caller } = session;
  return {
    session,
    keyPairs: new KeyPairs(session),
    caller,
    endpoint,
    accountId,
    isSameAccount: async (recorded) =>
      recorded.credentials === caller.credentials ||
      (await import('../aws/caller.ts')).isSameAccount(recorded, session),
  };
}
