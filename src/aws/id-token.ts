import { KeyPairError } from '../errors.ts';
import type { Transport } from './client.ts';
import { type GetResponse, get } from './get.ts';
import { DamagedResponseError } from './responses.ts';

/** What the tokens are for: STS accepts no other audience, unless the identity provider in IAM has one. */
const audience = 'sts.amazonaws.com';

/** Milliseconds for one request, with its connection. */
const timeLimit = 5_000;

/** Header, claims, and signature, in base64url (RFC 7515). */
const tokenForm = /^[\w-]+\.[\w-]+\.[\w-]+$/;

/** What a token says about the job. Nothing of it is secret. */
export interface Claims {
  readonly sub?: string;
  readonly aud?: string;
  readonly iss?: string;
}

/**
 * Requests a new OIDC token of this job from GitHub, with one request. The function of @actions/core that does this has no
 * timeout, and reads the proxy variables in another way.
 *
 * @throws KeyPairError `NO_ID_TOKEN`, `ID_TOKEN_NOT_ISSUED`, `ENDPOINT_NOT_SAFE`, `CERTIFICATE_NOT_TRUSTED`, or an error
 *   after which the request can be sent again.
 */
export async function requestIdToken(transport: Transport, signal: AbortSignal): Promise<string> {
  const { ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: bearer } = transport.variables;
  if (!url || !bearer) throw noPermission();
  const target = URL.parse(url);
  if (target === null) throw notIssued('ACTIONS_ID_TOKEN_REQUEST_URL is not a URL.');
  target.searchParams.set('audience', audience);
  const { status, body } = await request(target, `Bearer ${bearer}`, transport, signal);
  if (status === 429 || status >= 500) throw new UnavailableError(status);
  if (status !== 200) throw notIssued(`GitHub answered with HTTP ${status}.`);
  return tokenIn(body);
}

/** The claims of a token that are for users; empty if it cannot be read. The signature is for STS to check. */
export function claimsOf(token: string): Claims {
  try {
    const { sub, aud, iss } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
    const texts = Object.entries({ sub, aud, iss }).filter(
      ([, value]) => typeof value === 'string' && /^[!-~]{1,300}$/.test(value),
    );
    return Object.fromEntries(texts);
  } catch {
    return {};
  }
}

/** Quotes nothing of the response: it may contain a token. */
function tokenIn(body: string): string {
  let value: unknown;
  try {
    ({ value } = JSON.parse(body) ?? {});
  } catch {
    value = undefined;
  }
  if (typeof value === 'string' && tokenForm.test(value)) return value;
  throw new DamagedResponseError('the response of GitHub contains no OIDC token');
}

async function request(
  url: URL,
  authorization: string,
  transport: Transport,
  signal: AbortSignal,
): Promise<GetResponse> {
  const { connectionError, directAgents, refuseUnsafe } = await import('./network.ts');
  const { protocol, hostname } = url;
  const target = { protocol, hostname, port: Number(url.port) || 443 };
  refuseUnsafe(target, transport);
  const tooLate = AbortSignal.timeout(timeLimit);
  try {
    return await get(url, {
      headers: { authorization, accept: 'application/json', 'user-agent': 'ec2-key-pair-action/1' },
      signal: AbortSignal.any([signal, tooLate]),
      ...directAgents(protocol, transport),
    });
  } catch (error) {
    if (tooLate.aborted && !signal.aborted) throw new TokenTimeoutError();
    throw connectionError(error, target, transport);
  }
}

function noPermission(): KeyPairError {
  return new KeyPairError(
    'NO_ID_TOKEN',
    'role-to-assume needs an OIDC token from GitHub, and this job may not request one.',
    {
      hint: 'Add id-token: write to the permissions of this job. If it is in a reusable workflow, the job that calls it needs that permission, too. Pull requests from forks never have it: skip this step for them.',
    },
  );
}

function notIssued(why: string): KeyPairError {
  return new KeyPairError('ID_TOKEN_NOT_ISSUED', `GitHub did not issue an OIDC token. ${why}`, {
    hint: 'Run the job again. If this happens every time, check the policy for OIDC in the settings of your organization or enterprise.',
  });
}

/** Has the status where the SDK has it, and so counts as a failure that may be over soon. */
class UnavailableError extends Error {
  override readonly name = 'Unavailable';
  readonly $fault = 'server';
  readonly $metadata: { readonly httpStatusCode: number };

  constructor(status: number) {
    super(`GitHub answered with HTTP ${status}`);
    this.$metadata = { httpStatusCode: status === 429 ? 503 : status };
  }
}

/** Has the name that the SDK uses for its own timeouts. */
class TokenTimeoutError extends Error {
  override readonly name = 'TimeoutError';
  override readonly message = `no OIDC token after ${timeLimit / 1000} s`;
}
