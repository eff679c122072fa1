import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { required } from './responses.ts';
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
  const account = await askForAccount(session).then(hash, () => undefined);
  if (account === undefined) return false;
  // Where the current access key does not contain its account, as elsewhere than on AWS, the recorded one does not either.
  return recorded.account === account || (account !== caller.account && isSameSource);
}

/**
 * Asks STS for the account ID, which needs no permission.
 *
 * @throws DamagedResponseError, or as the SDK does.
 */
export async function askForAccount({
  client,
  retry,
}: Pick<AwsSession, 'client' | 'retry'>): Promise<string> {
  const sts = client(STSClient);
  return retry.idempotent(async (abortSignal) => {
    const { Account } = await sts.send(new GetCallerIdentityCommand({}), { abortSignal });
    return required(isAccountId(Account) ? Account : undefined);
  }, 'STS');
}

/** The credentials of other endpoints, and the environment, can name anything. */
export function isAccountId(text: string | undefined): text is string {
  return text !== undefined && /^\d{12}$/.test(text);
}
