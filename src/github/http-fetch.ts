/** What GitHub sent. */
interface ReceivedResponse {
  readonly status: number;
  /** Names are in lower case. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
}

/** What connects to GitHub. */
export interface GitHubConnection {
  /** Sends one request. Knows the proxies and the certificate authorities of this machine. */
  get(
    url: URL,
    options: { readonly headers: Headers; readonly signal: AbortSignal },
  ): Promise<ReceivedResponse>;
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
const maxRedirects = 3;

/**
 * `fetch` for requests without a body, through the same proxies as requests to AWS. Node's own ignores them. Follows
 * redirects within the server only: GitHub sends one for a repository that has a new name, and no one else may get the token.
 */
export function httpFetch({ get, explain }: GitHubConnection): Fetch {
  return async (target, { headers = {} } = {}) => {
    let url = new URL(target);
    for (let redirects = 0; ; redirects += 1) {
      const response = await getInTime(url, headers, get).catch((error: unknown) => {
        throw explain(error, url);
      });
      const next = URL.parse(response.headers.get('location') ?? '', url.href);
      const isRedirect = response.status >= 300 && response.status < 400 && next?.origin === url.origin;
      if (!isRedirect || redirects === maxRedirects) return response;
      url = next;
    }
  };
}

/** @throws whatever `send` does, but says so if there was no response in time. */
async function getInTime(
  url: URL,
  headers: Headers,
  send: GitHubConnection['get'],
): Promise<FetchedResponse> {
  const signal = AbortSignal.timeout(timeLimit);
  try {
    return responseOf(await send(url, { headers: { ...headers, 'accept-encoding': 'identity' }, signal }));
  } catch (error) {
    throw signal.aborted ? new Error(`no response after ${timeLimit / 1_000} s`) : error;
  }
}

function responseOf({ status, headers, body }: ReceivedResponse): FetchedResponse {
  const entries = Object.entries(headers).map(([name, value]) => [name, String(value)] as const);
  return { status, headers: new Map(entries), text: async () => body };
}
