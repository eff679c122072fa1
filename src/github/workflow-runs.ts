import { setTimeout as wait } from 'node:timers/promises';
import { KeyPairError } from '../errors.ts';
import {
  type GitHubResponse,
  pauseOfLimit,
  type RunReference,
  type RunStatus,
  refusalIn,
  statusIn,
  type UnknownStatus,
} from './run-status.ts';

/** Sends one request for a workflow run. Rejects only if there was no response. */
export type AskForRun = (owner: string, repository: string, runId: string) => Promise<GitHubResponse>;

/** How long to ask again. */
export interface GitHubPatience {
  /** Milliseconds for all further tries of one request. */
  readonly total: number;
  /** Milliseconds of the first pause. It doubles with every further one, up to the cap. */
  readonly base: number;
  readonly cap: number;
  /** Waits so many milliseconds. */
  wait(pause: number): Promise<unknown>;
}

const usualPatience: GitHubPatience = { total: 120_000, base: 1_000, cap: 15_000, wait };

/**
 * Looks up workflow runs, each of them once, with one request at a time, as GitHub asks for. If GitHub does not answer, or
 * limits requests for longer than there is time, no more requests are sent.
 */
export class WorkflowRuns {
  readonly #own: RunReference;
  readonly #ask: AskForRun;
  readonly #onWait: (why: string, pause: number) => void;
  readonly #patience: GitHubPatience;
  readonly #known = new Map<string, RunStatus>();
  /** Why GitHub is not asked any more. */
  #givenUp: UnknownStatus | undefined;

  /**
   * @param own - The run of this step, which GitHub shows to every token that may see runs of this repository.
   * @param onWait - Called before each wait, with its milliseconds.
   */
  constructor(
    own: RunReference,
    ask: AskForRun,
    onWait: (why: string, pause: number) => void,
    patience: GitHubPatience = usualPatience,
  ) {
    this.#own = own;
    this.#ask = ask;
    this.#onWait = onWait;
    this.#patience = patience;
  }

  /** @throws KeyPairError `GITHUB_REFUSED` if the token does not allow to see runs of this repository. */
  async statusOf(run: RunReference): Promise<RunStatus> {
    const key = `${run.repository}/${run.runId}`;
    const status = this.#known.get(key) ?? (await this.#look(run));
    this.#known.set(key, status);
    return status;
  }

  async #look(run: RunReference): Promise<RunStatus> {
    const [server, owner = '', repository = '', ...rest] = run.repository.split('/');
    const [ownServer] = this.#own.repository.split('/');
    if (owner === '' || repository === '' || rest.length > 0) return unknown('its repository is not known');
    if (server !== ownServer) return unknown(`its repository is on ${server}`);
    if (this.#givenUp !== undefined) return this.#givenUp;
    const response = await this.#answer(() => this.#ask(owner, repository, run.runId), run.runId);
    if ('is' in response) return response;
    if (response.status === 401) throw tokenRejected(response);
    const isOwn = isSame(run.repository, this.#own.repository);
    if (!isOwn) return unknown(`GitHub does not show ${owner}/${repository} to this token`);
    if (response.status === 403 || run.runId === this.#own.runId) throw refused(run, response);
    // Without the permission, GitHub says of a private repository that there is no such run.
    const own = await this.statusOf(this.#own);
    if (own.is === 'unknown' && !own.isFinal) return own;
    return unknown('GitHub no longer has it');
  }

  /** The status, or the response that refuses it. */
  async #answer(ask: () => Promise<GitHubResponse>, runId: string): Promise<RunStatus | GitHubResponse> {
    const { total, base, cap, wait: pauseFor } = this.#patience;
    const end = performance.now() + total;
    for (let longest = base; ; longest = Math.min(longest * 2, cap)) {
      const seen = await outcomeOf(ask, runId);
      if (!('why' in seen) || 'is' in seen) return seen;
      // GitHub may say to wait for no time at all.
      const pause = Math.max(seen.pause ?? 0, longest / 2 + (Math.random() * longest) / 2);
      if (performance.now() + pause > end) {
        this.#givenUp = { is: 'unknown', why: seen.why, isFinal: false };
        return this.#givenUp;
      }
      this.#onWait(seen.why, pause);
      await pauseFor(pause);
    }
  }
}

/** No answer yet, why, and after how many milliseconds at the earliest there may be one, if GitHub said that. */
interface NotYet {
  readonly why: string;
  readonly pause?: number | undefined;
}

async function outcomeOf(
  ask: () => Promise<GitHubResponse>,
  runId: string,
): Promise<RunStatus | GitHubResponse | NotYet> {
  let response: GitHubResponse;
  try {
    response = await ask();
  } catch (error) {
    // Nothing gets better by trying again: a certificate is not trusted, or a setting is wrong.
    if (error instanceof KeyPairError) throw error;
    return { why: `GitHub did not answer: ${error instanceof Error ? error.message : 'unknown error'}` };
  }
  const pause = pauseOfLimit(response);
  if (pause !== undefined) return { why: `GitHub limits requests: ${refusalIn(response)}`, pause };
  const { status } = response;
  if (status >= 500 || status === 408) return { why: `GitHub has a problem: ${refusalIn(response)}` };
  if (status >= 400) return response;
  return statusIn(response, runId) ?? { why: `GitHub sent something else: HTTP ${status}` };
}

/** A status that asking again would not change. */
function unknown(why: string): UnknownStatus {
  return { is: 'unknown', why, isFinal: true };
}

/** GitHub does not distinguish upper and lower case in names. */
function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function refused({ repository, runId }: RunReference, response: GitHubResponse): KeyPairError {
  return new KeyPairError(
    'GITHUB_REFUSED',
    `GitHub does not let this job see workflow run ${runId} of ${repository}: ${refusalIn(response)}. Nothing was deleted.`,
    { hint: 'Add `permissions: actions: read` to the job, or set github-token to a token that has it.' },
  );
}

function tokenRejected(response: GitHubResponse): KeyPairError {
  return new KeyPairError(
    'GITHUB_REFUSED',
    `GitHub rejected the token of this job: ${refusalIn(response)}. Nothing was deleted.`,
    {
      hint: 'Remove github-token to use the token of the job, or set it to a valid token with `actions: read`.',
    },
  );
}
