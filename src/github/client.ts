import { GitHub, getOctokitOptions } from '@actions/github/lib/utils';
import { KeyPairError } from '../errors.ts';
import { type GitHubConnection, httpFetch } from './http-fetch.ts';
import type { GitHubResponse } from './run-status.ts';
import type { AskForRun } from './workflow-runs.ts';

/** A warning of the client would be printed as it is. */
const silent = { debug() {}, info() {}, warn() {}, error() {} };

/**
 * Asks the API of a GitHub server.
 *
 * @param apiUrl - As in GITHUB_API_URL.
 * @throws KeyPairError `GITHUB_REFUSED` if there is no token.
 */
export function openGitHub(token: string, apiUrl: string, connection: GitHubConnection): AskForRun {
  if (!/^[!-~]+$/.test(token)) throw noToken(token);
  const octokit = new GitHub(
    getOctokitOptions(token, {
      baseUrl: apiUrl.replace(/\/+$/, ''),
      userAgent: 'ec2-key-pair-action/1',
      log: silent,
      request: { fetch: httpFetch(connection) },
    }),
  );
  return async (owner, repo, runId) => {
    try {
      return (await octokit.request({
        url: '/repos/{owner}/{repo}/actions/runs/{run_id}',
        owner,
        repo,
        run_id: runId,
      })) as GitHubResponse;
    } catch (error) {
      const response = responseIn(error);
      if (response !== undefined) return response;
      throw causeOf(error);
    }
  };
}

/** The client throws every response that is an error. */
function responseIn(error: unknown): GitHubResponse | undefined {
  return error instanceof Error && 'response' in error
    ? (error.response as GitHubResponse | undefined)
    : undefined;
}

/** The client wraps the errors of a connection in one of its own. */
function causeOf(error: unknown): unknown {
  return error instanceof Error && error.cause instanceof Error ? error.cause : error;
}

function noToken(token: string): KeyPairError {
  const what = token === '' ? 'github-token is empty' : 'github-token has characters that no token has';
  return new KeyPairError('GITHUB_REFUSED', `${what}, so GitHub cannot be asked which runs are over.`, {
    hint: 'Remove github-token to use the token of the job, with `permissions: actions: read`.',
  });
}

/** @throws KeyPairError `ENDPOINT_NOT_SAFE`, unless no one else can read the token. */
export function checkApiUrl(apiUrl: string, isPrivate: (hostname: string) => boolean): void {
  const url = URL.parse(apiUrl);
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isPrivate(url.hostname))) return;
  throw new KeyPairError(
    'ENDPOINT_NOT_SAFE',
    `GITHUB_API_URL does not use https: ${JSON.stringify(apiUrl)}.`,
    {
      hint: 'The token would be sent unencrypted. The runner sets this variable: remove what overrides it.',
    },
  );
}
