import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** One attempt of a workflow run. */
export interface RunAttempt {
  /** `queued`, `in_progress`, `waiting`, `completed`, and so on. */
  readonly status: string;
  /** When anything about it last changed: for one that is completed, when it ended. */
  readonly updatedAt: Date;
}

/** What happens to a request instead of the normal response. Times are in milliseconds. */
export type GitHubFault =
  | { readonly kind: 'error'; readonly status: number; readonly message?: string; readonly headers?: Headers }
  /** Too many requests at once, with or without saying for how many seconds to wait. */
  | { readonly kind: 'secondary-limit'; readonly retryAfter?: number }
  /** No requests left until this time. */
  | { readonly kind: 'primary-limit'; readonly reset: Date }
  /** A page that is not GitHub's. */
  | { readonly kind: 'page'; readonly status: number }
  | { readonly kind: 'drop' }
  | { readonly kind: 'silence' }
  | { readonly kind: 'delay'; readonly ms: number };

type Headers = Readonly<Record<string, string>>;

/** A request that arrived. */
export interface GitHubRequest {
  readonly path: string;
  readonly userAgent: string;
}

export interface LocalGitHub {
  /** As in GITHUB_API_URL. */
  readonly url: string;
  /** The token of jobs. */
  readonly token: string;
  /** Every request, in order of arrival. */
  readonly requests: readonly GitHubRequest[];
  /** Adds or replaces a run, with its attempts in order. */
  setRun(repository: string, id: string, attempts: readonly [RunAttempt, ...RunAttempt[]]): void;
  deleteRun(repository: string, id: string): void;
  /** The token sees the runs of these repositories only. Private ones it does not see do not exist for it. */
  allow(repositories: readonly string[], others: 'hidden' | 'forbidden'): void;
  /** Requests for a repository are redirected to its new name. */
  rename(from: string, to: string): void;
  /** Applies to the next requests, once so many have passed. */
  fail(fault: GitHubFault, options?: { readonly after?: number; readonly times?: number }): void;
  /** Called before a request is answered. */
  onRequest(listener: (request: GitHubRequest) => void | Promise<void>): void;
  close(): Promise<void>;
}

interface Pending {
  readonly fault: GitHubFault;
  toSkip: number;
  left: number;
}

/** Starts an API with workflow runs, as GitHub's REST API describes it, on 127.0.0.1. */
export async function startLocalGitHub(): Promise<LocalGitHub> {
  const token = `ghs_${randomBytes(18).toString('hex')}`;
  const runs = new Map<string, readonly RunAttempt[]>();
  const renamed = new Map<string, string>();
  const requests: GitHubRequest[] = [];
  const pending: Pending[] = [];
  const closing = new AbortController();
  let access: { readonly allowed: readonly string[]; readonly others: 'hidden' | 'forbidden' } | undefined;
  let listener: (request: GitHubRequest) => void | Promise<void> = () => {};

  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { url: path = '', headers } = request;
    const entry = { path, userAgent: headers['user-agent'] ?? '' };
    requests.push(entry);
    await listener(entry);
    const fault = takeFault(pending);
    if (fault !== undefined && (await fail(fault, response, closing.signal))) return;
    const [, repository = '', id = ''] = /^\/repos\/([^/]+\/[^/]+)\/actions\/runs\/(\d+)$/.exec(path) ?? [];
    if (!['token', 'Bearer'].some((scheme) => headers.authorization === `${scheme} ${token}`)) {
      return sendError(response, 401, 'Bad credentials');
    }
    const newName = renamed.get(repository);
    if (newName !== undefined) {
      const location = `/repos/${newName}/actions/runs/${id}`;
      return send(response, 301, { message: 'Moved Permanently', url: location }, { location });
    }
    if (access !== undefined && !access.allowed.includes(repository)) {
      return access.others === 'hidden'
        ? sendError(response, 404, 'Not Found')
        : sendError(response, 403, 'Resource not accessible by integration');
    }
    const attempts = runs.get(`${repository}/${id}`);
    const latest = attempts?.at(-1);
    if (attempts === undefined || latest === undefined) return sendError(response, 404, 'Not Found');
    send(response, 200, runOf(id, repository, attempts.length, latest));
  };

  const server = createServer({ keepAliveTimeout: 0 }, (request, response) => {
    respond(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    token,
    requests,
    setRun: (repository, id, attempts) => void runs.set(`${repository}/${id}`, attempts),
    deleteRun: (repository, id) => void runs.delete(`${repository}/${id}`),
    allow: (allowed, others) => {
      access = { allowed, others };
    },
    rename: (from, to) => void renamed.set(from, to),
    fail: (fault, { after = 0, times = 1 } = {}) => void pending.push({ fault, toSkip: after, left: times }),
    onRequest: (added) => {
      listener = added;
    },
    async close() {
      closing.abort();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

/** The fields of a run that say how far it is, with some of the others. */
function runOf(id: string, repository: string, attempt: number, { status, updatedAt }: RunAttempt): object {
  const updated = updatedAt.toISOString().replace(/\.\d+Z$/, 'Z');
  return {
    id: Number(id),
    name: 'CI',
    status,
    conclusion: status === 'completed' ? 'success' : null,
    run_attempt: attempt,
    created_at: updated,
    updated_at: updated,
    run_started_at: updated,
    repository: { full_name: repository },
  };
}

function takeFault(pending: readonly Pending[]): GitHubFault | undefined {
  for (const one of pending) {
    if (one.left <= 0) continue;
    if (one.toSkip > 0) {
      one.toSkip -= 1;
      continue;
    }
    one.left -= 1;
    return one.fault;
  }
  return undefined;
}

/** Returns whether the request is answered with that. */
async function fail(fault: GitHubFault, response: ServerResponse, closing: AbortSignal): Promise<boolean> {
  switch (fault.kind) {
    case 'error':
      sendError(response, fault.status, fault.message ?? 'Server Error', fault.headers);
      return true;
    case 'secondary-limit': {
      const { retryAfter } = fault;
      const headers = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
      sendError(response, 403, 'You have exceeded a secondary rate limit. Please wait.', headers);
      return true;
    }
    case 'primary-limit':
      sendError(response, 403, 'API rate limit exceeded for installation.', {
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': String(Math.ceil(fault.reset.getTime() / 1_000)),
      });
      return true;
    case 'page':
      response.writeHead(fault.status, { 'content-type': 'text/html' }).end('<html>Sign in</html>');
      return true;
    case 'drop':
      response.destroy();
      return true;
    case 'silence':
      return true;
    case 'delay':
      await wait(fault.ms, undefined, { signal: closing });
      return false;
  }
}

function sendError(response: ServerResponse, status: number, message: string, headers: Headers = {}): void {
  send(response, status, { message, documentation_url: 'https://docs.github.com/rest', status }, headers);
}

function send(response: ServerResponse, status: number, body: object, headers: Headers = {}): void {
  response
    .writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers })
    .end(JSON.stringify(body));
}
