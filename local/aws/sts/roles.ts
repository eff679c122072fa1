import { type KeyObject, verify } from 'node:crypto';
import { createAccount, type LocalAccount } from '../accounts.ts';
import { AwsError } from '../aws-error.ts';

/** An IAM role that a job can assume with an OIDC token, and its trust policy. */
export interface LocalRole {
  readonly arn: string;
  /** The identity provider of the account: the issuer, its key (RS256), and the audiences that it accepts. */
  readonly provider: {
    readonly issuer: string;
    readonly publicKey: KeyObject;
    readonly audiences: readonly string[];
  };
  /** What `sub` must be. */
  readonly subjects: readonly string[];
}

/** A request for a session. */
export interface SessionRequest {
  readonly roleArn: string;
  readonly sessionName: string;
  readonly token: string;
  /** Seconds. */
  readonly duration: number;
}

/** A session of a role. */
export interface RoleSession {
  readonly account: LocalAccount & { readonly sessionToken: string };
  readonly expiresAt: number;
  readonly subject: string;
}

/** The roles of all accounts. Their sessions are added to the accounts that the endpoint knows. */
export class Roles {
  readonly #roles: LocalRole[] = [];
  readonly #accounts: LocalAccount[];

  constructor(accounts: LocalAccount[]) {
    this.#accounts = accounts;
  }

  add(role: LocalRole): void {
    this.#roles.push(role);
  }

  /** @throws AwsError `AccessDenied`, `InvalidIdentityToken`, `ExpiredTokenException`, as STS does. */
  assume({ roleArn, sessionName, token, duration }: SessionRequest): RoleSession {
    const role = this.#roles.find(({ arn }) => arn === roleArn);
    const claims = readToken(token);
    // A role that does not exist is denied, too: STS does not reveal which roles exist.
    if (role === undefined) throw accessDenied();
    checkToken(token, claims, role);
    if (!role.subjects.includes(String(claims['sub']))) throw accessDenied();
    const created = createAccount(roleArn.split(':')[4] ?? '', 'session');
    const expiresAt = Date.now() + duration * 1000;
    const { sessionToken = '' } = created;
    const roleName = roleArn.slice(roleArn.lastIndexOf('/') + 1);
    const account = { ...created, sessionToken, expiresAt, session: `${roleName}/${sessionName}` };
    this.#accounts.push(account);
    return { account, expiresAt, subject: String(claims['sub']) };
  }
}

export function accessDenied(): AwsError {
  return new AwsError('AccessDenied', 'Not authorized to perform sts:AssumeRoleWithWebIdentity', 403);
}

function checkToken(token: string, claims: Readonly<Record<string, unknown>>, { provider }: LocalRole): void {
  if (claims['iss'] !== provider.issuer) {
    throw invalid(`No OpenIDConnect provider found in your account for ${String(claims['iss'])}`);
  }
  const end = token.lastIndexOf('.');
  const signature = Buffer.from(token.slice(end + 1), 'base64url');
  if (!verify('sha256', Buffer.from(token.slice(0, end)), provider.publicKey, signature)) {
    throw invalid(
      'The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)',
    );
  }
  if (!provider.audiences.includes(String(claims['aud']))) throw invalid('Incorrect token audience');
  const now = Date.now() / 1000;
  if (Number(claims['exp']) <= now) {
    throw new AwsError(
      'ExpiredTokenException',
      'Token expired: current date/time must be before the expiration',
    );
  }
}

function readToken(token: string): Record<string, unknown> {
  try {
    return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
  } catch {
    throw invalid(
      'The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)',
    );
  }
}

function invalid(message: string): AwsError {
  return new AwsError('InvalidIdentityToken', message);
}
