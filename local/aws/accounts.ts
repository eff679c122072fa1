import { randomBytes, randomInt } from 'node:crypto';
import { devNull } from 'node:os';

export interface LocalAccount {
  accountId: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** Only temporary credentials have one; then every request must include it. */
  sessionToken?: string;
  /** When temporary credentials expire, in milliseconds since 1970; absent if they do not. */
  expiresAt?: number;
  /** `role/session`, for a session of a role that was assumed here. */
  session?: string;
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** An account with random credentials: those of a user (AKIA…) or of a role session (ASIA…). */
export function createAccount(accountId = '123456789012', kind: 'user' | 'session' = 'user'): LocalAccount {
  const name = keyNameIn(accountId);
  const secretAccessKey = randomBytes(30).toString('base64');
  if (kind === 'user') return { accountId, accessKeyId: `AKIA${name}`, secretAccessKey };
  const sessionToken = randomBytes(180).toString('base64');
  return { accountId, accessKeyId: `ASIA${name}`, secretAccessKey, sessionToken };
}

/** 16 random characters that contain the account, as AWS has them: in base32, bits 1 to 40 of 80. */
function keyNameIn(accountId: string): string {
  const random = (bits: number): string => String(randomInt(2 ** bits).toString(2)).padStart(bits, '0');
  const bits = random(1) + BigInt(accountId).toString(2).padStart(40, '0') + random(39);
  return (bits.match(/.{5}/g) ?? []).map((digit) => BASE32.charAt(Number.parseInt(digit, 2))).join('');
}

/** The ARN that IAM and STS show for the account's credentials. */
export function callerArn({ accountId, sessionToken, session = 'local/session' }: LocalAccount): string {
  return sessionToken === undefined
    ? `arn:aws:iam::${accountId}:user/local`
    : `arn:aws:sts::${accountId}:assumed-role/${session}`;
}

/** The unique ID of the caller: a user's (AIDA…), or a role's (AROA…) with the session name. */
export function callerId({ accessKeyId, sessionToken }: LocalAccount): string {
  const own = accessKeyId.slice('AKIA'.length);
  return sessionToken === undefined ? `AIDA${own}` : `AROA${own}:session`;
}

/**
 * The environment variables that a client process needs to use the endpoint, and nothing else on this machine:
 * shared configuration files and the instance metadata service are turned off.
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
