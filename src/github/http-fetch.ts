import http from 'node:http';
import https from 'node:https';

/** What connects to GitHub. */
export interface GitHubConnection {
  /** Knows the proxies and the certificate authorities of this machine. For https only. */
  readonly agent: https.Agent;
  /** Says what is wrong with a connection. */
  explain(error: unknown, url: URL): unknown;
}

type Headers = Readonly<Record<string, string>>;

/** What GitHub's client uses of a response. Node's own class would load undici, which takes megabytes. */
export interface FetchedResponse {
  readonly status: number;
  /** Names are in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  text(): Promise<string>;
}

export type Fetch = (url: string, options?: { readonly headers?: Headers }) => Promise<FetchedResponse>;

/** Milliseconds for a whole request. */
const timeLimit = 15_000;
/** Bytes. GitHub's answer about a run has some 20 kB. */
const maxBytes = 1024 * 1024;
const maxRedirects = 3;

/**
 * `fetch` for requests without a body, through the same proxies as requests to AWS. Node's own ignores them. Follows
 * redirects within the server only: GitHub sends one for a repository that has a new name, and no one else may get the token.
 */
export function httpFetch({ agent, explain }: GitHubConnection): Fetch {
  return async (target, { headers = {} } = {}) => {
    let url = new URL(target);
    for (let redirects = 0; ; redirects += 1) {
      const response = await get(url, headers, agent).catch((error: unknown) => {
        throw explain(error, url);
      });
      const next = URL.parse(response.headers.get('location') ?? '', url.href);
      const isRedirect = response.status >= 300 && response.status < 400 && next?.origin === url.origin;
      if (!isRedirect || redirects === maxRedirects) return response;
      url = next;
    }
  };
}

function get(url: URL, headers: Headers, agent: https.Agent): Promise<FetchedResponse> {
  const signal = AbortSignal.timeout(timeLimit);
  return new Promise((resolve, reject) => {
    const fail = (error: unknown): void =>
      reject(signal.aborted ? new Error(`no response after ${timeLimit / 1_000} s`) : error);
    const options = { headers: { ...headers, 'accept-encoding': 'identity' }, signal };
    const request =
      url.protocol === 'https:'
        ? https.get(url, { ...options, agent, rejectUnauthorized: true })
        : http.get(url, options);
    request.on('error', fail);
    request.on('response', (incoming) => {
      const chunks: Buffer[] = [];
      let left = maxBytes;
      incoming.on('error', fail);
      incoming.on('data', (chunk: Buffer) => {
        left -= chunk.length;
        if (left < 0) incoming.destroy(new Error('the response is too large'));
        chunks.push(chunk);
      });
      incoming.on('end', () => resolve(responseOf(incoming, Buffer.concat(chunks))));
    });
  });
}

function responseOf({ statusCode = 0, headers }: http.IncomingMessage, body: Buffer): FetchedResponse {
  const entries = Object.entries(headers).map(([name, value]) => [name, String(value)] as const);
  return { status: statusCode, headers: new Map(entries), text: async () => body.toString() };
}
