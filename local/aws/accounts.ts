import { randomBytes, randomInt } from 'node:crypto';
import { devNull } from 'node:os';

export interface LocalAccount {
  accountId: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** Given: the credentials are temporary, and every request has to carry it. */
  sessionToken?: string;
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** An account with made-up credentials that no other run has: a user's (AKIA…) or a role's session (ASIA…). */
export function makeAccount(accountId = '123456789012', kind: 'user' | 'session' = 'user'): LocalAccount {
  const name = Array.from({ length: 16 }, () => BASE32.charAt(randomInt(BASE32.length))).join('');
  const secretAccessKey = randomBytes(30).toString('base64');
  if (kind === 'user') return { accountId, accessKeyId: `AKIA${name}`, secretAccessKey };
  const sessionToken = randomBytes(180).toString('base64');
  return { accountId, accessKeyId: `ASIA${name}`, secretAccessKey, sessionToken };
}

/** Who the account's credentials speak for, as IAM and STS name it. */
export function callerArn({ accountId, sessionToken }: LocalAccount): string {
  return sessionToken === undefined
    ? `arn:aws:iam::${accountId}:user/local`
    : `arn:aws:sts::${accountId}:assumed-role/local/session`;
}

/** The unique id of whom the credentials speak for: a user's (AIDA…), or a role's (AROA…) with the name of the session. */
export function callerId({ accessKeyId, sessionToken }: LocalAccount): string {
  const own = accessKeyId.slice('AKIA'.length);
  return sessionToken === undefined ? `AIDA${own}` : `AROA${own}:session`;
}

/**
 * What a client process needs in its environment to reach the endpoint, and nothing of this machine:
 * the shared configuration files and the instance metadata service are switched off.
 */
export function clientEnvironment(
  url: string,
  account: LocalAccount,
  region: string,
): Record<string, string> {
  return {
    AWS_ACCESS_KEY_ID: account.accessKeyId,
    AWS_SECRET_ACCESS_KEY: account.secretAccessKey,
    ...(account.sessionToken === undefined ? {} : { AWS_SESSION_TOKEN: account.sessionToken }),
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_ENDPOINT_URL: url,
    AWS_CONFIG_FILE: devNull,
    AWS_SHARED_CREDENTIALS_FILE: devNull,
    AWS_EC2_METADATA_DISABLED: 'true',
  };
}
