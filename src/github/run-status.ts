/** A workflow run, by what the tags of a key pair say. */
export interface RunReference {
  /** Server, owner and name, as in `github.com/owner/name`. */
  readonly repository: string;
  readonly runId: string;
}

/** What GitHub says of a workflow run. All of it is about its latest attempt. */
export type RunStatus =
  | { readonly is: 'over'; readonly attempt: number; readonly since: Date }
  | { readonly is: 'live'; readonly attempt: number }
  | UnknownStatus;

export interface UnknownStatus {
  readonly is: 'unknown';
  /** Continues "the run cannot be looked up: …". */
  readonly why: string;
  /** Whether asking again later would change nothing: GitHub itself said so. */
  readonly isFinal: boolean;
}

/** A response of GitHub. */
export interface GitHubResponse {
  readonly status: number;
  /** Names are in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Of JSON, or the text. */
  readonly data: unknown;
}

/**
 * Reads the response to a request for a run (REST API, "Get a workflow run"). Undefined if it is not GitHub's, or not about
 * this run: then it proves nothing.
 */
export function statusIn({ data }: GitHubResponse, runId: string): RunStatus | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const { id, status, run_attempt: attempt, updated_at: updated } = data as Readonly<Record<string, unknown>>;
  if (String(id) !== runId || typeof status !== 'string' || typeof attempt !== 'number') return undefined;
  if (status !== 'completed') return { is: 'live', attempt };
  // Nothing about a run that is over changes later, except by its deletion: this is the time when it ended, or after that.
  const since = new Date(String(updated));
  return Number.isNaN(since.getTime()) ? undefined : { is: 'over', attempt, since };
}

/** What GitHub answered instead of the run, as in `Not Found (HTTP 404)`. */
export function refusalIn({ status, data }: GitHubResponse): string {
  const said = typeof data === 'object' && data !== null && 'message' in data ? String(data.message) : '';
  const sentence = said.replace(/\.$/, '').slice(0, 200);
  return sentence === '' ? `HTTP ${status}` : `${sentence} (HTTP ${status})`;
}

/** Seconds. GitHub's documentation says to wait at least so long if it does not say how long. */
const pauseOfSecondaryLimit = 60;

/**
 * Milliseconds until GitHub answers again, if it limits requests; undefined if it does not (REST API, "Rate limits").
 */
export function pauseOfLimit({ status, headers, data }: GitHubResponse): number | undefined {
  if (status !== 403 && status !== 429) return undefined;
  const after = Number(headers['retry-after'] || Number.NaN);
  if (after >= 0) return after * 1_000;
  if (headers['x-ratelimit-remaining'] === '0') {
    const reset = Number(headers['x-ratelimit-reset']) * 1_000;
    const sent = new Date(headers['date'] ?? '').getTime();
    return reset - sent > 0 ? reset - sent : pauseOfSecondaryLimit * 1_000;
  }
  const isLimit = status === 429 || /\brate limit\b/i.test(refusalIn({ status, headers, data }));
  return isLimit ? pauseOfSecondaryLimit * 1_000 : undefined;
}
