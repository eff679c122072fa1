import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { type AwsSession, type Caller, hash } from './session.ts';

/**
 * Whether the current credentials belong to the account of others, which are not here any more. Roles, programs and
 * services give another access key to each process, so that other access keys prove nothing. STS is asked if the access
 * keys, by the accounts that they contain, do not tell.
 */
export async function isSameAccount(recorded: Caller, session: AwsSession): Promise<boolean> {
  const { caller } = session;
  const isSameSource = recorded.source !== undefined && recorded.source === caller.source;
  if (isSameSource && recorded.account === caller.account) return true;
  const account = await accountOf(session).catch(() => undefined);
  if (account === undefined) return false;
  // Where the current access key does not contain its account, as elsewhere than on AWS, the recorded one does not either.
  return account === caller.account ? recorded.account === account : isSameSource;
}

async function accountOf(session: AwsSession): Promise<string | undefined> {
  const client = session.client(STSClient);
  const { Account } = await session.retry.once((abortSignal) =>
    client.send(new GetCallerIdentityCommand({}), { abortSignal }),
  );
  return Account === undefined ? undefined : hash(Account);
}
