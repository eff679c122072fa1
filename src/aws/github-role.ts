import type { AwsCredentialIdentity, AwsCredentialIdentityProvider } from '@smithy/types';
import { KeyPairError } from '../errors.ts';
import { unlessAborted } from './aborted.ts';
import type { Transport } from './client.ts';
import type { CredentialSource, ServiceSettings } from './credential-source.ts';
import { isNamed } from './errors.ts';
import { explain, type ServiceErrors } from './explain.ts';
import { type Claims, claimsOf, requestIdToken } from './id-token.ts';
import { responseTextOf } from './response-text.ts';
import { Retry, type RetryPolicy } from './retry.ts';

type Properties = Parameters<AwsCredentialIdentityProvider>[0];

/** Seconds: the longest session that every role allows. A sweep of a full Region takes about 20 minutes. */
const duration = 3_600;

/** How a role is assumed. */
export interface RoleSettings {
  readonly arn: string;
  /** As CloudTrail shows it (STS API reference, RoleSessionName). */
  readonly sessionName: string;
  readonly policy: RetryPolicy;
  /** Milliseconds for all requests, to GitHub and to STS. */
  readonly timeLimit: number;
  readonly transport: Transport;
  registerMasks(values: readonly string[]): Promise<void>;
}

/** Milliseconds of a session after which the SDK asks for another one. */
const usableFor = (duration - 300) * 1_000;

interface Session {
  readonly credentials: Promise<AwsCredentialIdentity>;
  /** Milliseconds since it was asked for. */
  age(): number;
}

/** What is wrong with the clock of the machine does not matter, and neither does a timer that stops while it is suspended. */
function stopwatch(): () => number {
  const [started, date] = [performance.now(), Date.now()];
  return () => Math.max(performance.now() - started, Date.now() - date);
}

/** A role that is assumed with a new OIDC token of GitHub: once in a process, and again when its session is about to end. */
export class GitHubRole {
  readonly arn: string;
  readonly #settings: RoleSettings;
  #session: Session | undefined;

  constructor(settings: RoleSettings) {
    this.arn = settings.arn;
    this.#settings = settings;
  }

  /**
   * In place of the source of credentials that the environment sets.
   *
   * @param sts - Settings of a client for STS. Sessions in other Regions use the credentials of the first one.
   */
  source(sts: () => ServiceSettings): CredentialSource {
    return {
      identity: this.arn,
      provider: (properties) => {
        const before = this.#session;
        if (before !== undefined && before.age() < usableFor) return before.credentials;
        const age = stopwatch();
        const credentials = this.#withinLimit((retry) => this.#assume(retry, sts(), properties));
        this.#session = { credentials, age };
        // The next request asks for another one, if the first one was usable.
        if (before !== undefined) credentials.catch(() => this.#forget(credentials, before));
        return credentials;
      },
    };
  }

  #forget(credentials: Session['credentials'], before: Session): void {
    if (this.#session?.credentials === credentials) this.#session = before;
  }

  async #withinLimit<Result>(work: (retry: Retry) => Promise<Result>): Promise<Result> {
    const { arn, policy, timeLimit } = this.#settings;
    const tooLate = new AbortController();
    const timer = setTimeout(() => tooLate.abort(timedOut(arn, timeLimit)), timeLimit);
    const signal = AbortSignal.any([policy.signal, tooLate.signal]);
    const total = timeLimit / 2;
    const insistFor = Math.min(policy.insistFor, total);
    try {
      return await unlessAborted(work(new Retry({ ...policy, total, insistFor, signal })), signal);
    } finally {
      clearTimeout(timer);
    }
  }

  async #assume(retry: Retry, sts: ServiceSettings, properties: Properties): Promise<AwsCredentialIdentity> {
    const { arn, sessionName } = this.#settings;
    const token = await this.#maskedToken(retry);
    const { fromWebToken } = await import('@aws-sdk/credential-provider-web-identity');
    const provider = fromWebToken({
      roleArn: arn,
      roleSessionName: sessionName,
      webIdentityToken: token,
      durationSeconds: duration,
      // Every request is sent once: `retry` decides about another one.
      clientConfig: { ...sts, maxAttempts: 1 },
    });
    const next = retry.tries();
    for (;;) {
      try {
        return await retry.idempotent(() => provider(properties), 'STS');
      } catch (error) {
        const again = isOfProvider(error) && (await next('short'));
        if (!again) throw explained(error, arn, sts.region, claimsOf(token));
      }
    }
  }

  /** Nothing can print the token before its masks: they are written before anything else gets it. */
  async #maskedToken(retry: Retry): Promise<string> {
    const { transport, registerMasks } = this.#settings;
    const token = await retry
      .idempotent((signal) => requestIdToken(transport, signal), 'GitHub')
      .catch((error: unknown) => {
        throw withoutToken(error);
      });
    await registerMasks([token, token.slice(token.lastIndexOf('.') + 1)]);
    return token;
  }
}

function timedOut(arn: string, timeLimit: number): KeyPairError {
  return new KeyPairError(
    'ROLE_NOT_ASSUMED',
    `Could not assume the role ${arn}: no answer within ${timeLimit / 1_000} s.`,
    { hint: 'Check the network and any proxy between the runner, GitHub, and AWS STS.' },
  );
}

/** The error for a cleanup that can neither assume the role nor use other credentials. */
export function notAssumed(error: unknown): KeyPairError {
  const hint = error instanceof KeyPairError ? error.hint : undefined;
  return new KeyPairError(
    'ROLE_NOT_ASSUMED',
    `${sentenceOf(error)} The environment has no valid AWS credentials of the same account.`,
    { hint, cause: error },
  );
}

/** Why a role was not assumed. */
export function sentenceOf(error: unknown): string {
  const text =
    error instanceof KeyPairError ? error.message : `The role was not assumed: ${responseTextOf(error)}`;
  return `${text.replace(/\.$/, '')}.`;
}

function withoutToken(error: unknown): KeyPairError {
  if (error instanceof KeyPairError) return error;
  return new KeyPairError(
    'ID_TOKEN_NOT_ISSUED',
    `GitHub did not issue an OIDC token: ${responseTextOf(error)}`,
    {
      hint: 'See https://www.githubstatus.com. On a self-hosted runner, also check its network, and any proxy.',
      cause: error,
    },
  );
}

/** STS could not ask GitHub for the keys of its tokens, which passes (STS API reference, IDPCommunicationError). */
function isOfProvider(error: unknown): boolean {
  if (isNamed(error, 'IDPCommunicationError', 'IDPCommunicationErrorException')) return true;
  return (
    isNamed(error, 'InvalidIdentityToken', 'InvalidIdentityTokenException') &&
    error instanceof Error &&
    error.message.includes('retrieve verification key')
  );
}

function explained(error: unknown, arn: string, region: string, claims: Claims): KeyPairError {
  const attempt = {
    service: 'STS',
    action: 'sts:AssumeRoleWithWebIdentity',
    doing: `assume the role ${arn}`,
    region,
  };
  return explain(error, attempt, refusals(claims));
}

/** What users can do about errors of AssumeRoleWithWebIdentity (STS API reference). */
function refusals({ sub, aud, iss }: Claims): ServiceErrors {
  const host = iss?.replace(/^https:\/\//, '') ?? 'token.actions.githubusercontent.com';
  const code = 'ROLE_NOT_ASSUMED';
  const denied = {
    code,
    hint: `The trust policy of the role must allow sts:AssumeRoleWithWebIdentity if ${host}:sub is "${sub ?? 'that of this job'}" and ${host}:aud is "${aud ?? 'sts.amazonaws.com'}". Also check that the role exists.`,
  } as const;
  const invalid = {
    code,
    hint: `The account of the role needs an OIDC identity provider in IAM for https://${host}, with the audience ${aud ?? 'sts.amazonaws.com'}.`,
  } as const;
  return {
    AccessDenied: denied,
    InvalidIdentityToken: invalid,
    InvalidIdentityTokenException: invalid,
    IDPRejectedClaim: invalid,
    IDPRejectedClaimException: invalid,
  };
}
