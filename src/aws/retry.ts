import { setTimeout as wait } from 'node:timers/promises';
import { type Failure, failureOf } from './errors.ts';

/** How long to retry. */
export interface RetryPolicy {
  /** Milliseconds for all retries together, from the first wait. */
  readonly total: number;
  /** Milliseconds: the limit of the first wait. The limit doubles with every further one. */
  readonly base: number;
  /** Milliseconds: the limit of any wait. */
  readonly cap: number;
  /** Aborts requests and waits when the step's own time is up. */
  readonly signal: AbortSignal;
  /** Called once, when the service throttles for the first time. */
  onThrottled(): void;
}

/** How often an idempotent call is sent without a trustworthy response. */
const maxUncertain = 4;

/** Milliseconds: the limit of the wait between two polls. Reads lag only briefly behind a write. */
const pollCap = 400;

/**
 * Retries with one deadline for all calls of a step. EC2 throttles each account and Region: waits are random between zero
 * and the limit ("full jitter"), so that many jobs do not retry at the same time.
 */
export class Retry {
  readonly #policy: RetryPolicy;
  /** Set with the first wait, so that a step without one does not load Node's clock. */
  #deadline: number | undefined;
  #throttled = false;

  constructor(policy: RetryPolicy) {
    this.#policy = policy;
  }

  /** Sends a call that can safely be sent twice: again when throttled, and when no response came. */
  idempotent<Response>(call: (signal: AbortSignal) => Promise<Response>): Promise<Response> {
    return this.#send(
      call,
      (failure, tries) => failure === 'turned-away' || (failure === 'uncertain' && tries < maxUncertain),
    );
  }

  /** Sends a call that must not be executed twice: again only when the service said that it did nothing. */
  once<Response>(call: (signal: AbortSignal) => Promise<Response>): Promise<Response> {
    return this.#send(call, (failure) => failure === 'turned-away');
  }

  /** Polls until defined, for eventually consistent reads. */
  async poll<Response>(
    read: () => Promise<Response | undefined>,
    maxPolls: number,
  ): Promise<Response | undefined> {
    for (let polls = 1; ; polls += 1) {
      const seen = await read();
      if (seen !== undefined || polls >= maxPolls || !(await this.#pause(polls, pollCap))) return seen;
    }
  }

  async #send<Response>(
    call: (signal: AbortSignal) => Promise<Response>,
    again: (failure: Failure, tries: number) => boolean,
  ): Promise<Response> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await call(this.#policy.signal);
      } catch (error) {
        const failure = failureOf(error);
        if (!again(failure, tries)) throw error;
        if (failure === 'turned-away') this.#reportThrottling();
        if (!(await this.#pause(tries))) throw error;
      }
    }
  }

  #reportThrottling(): void {
    if (!this.#throttled) this.#policy.onThrottled();
    this.#throttled = true;
  }

  /** Waits, if the deadline leaves time for it. */
  async #pause(tries: number, cap = this.#policy.cap): Promise<boolean> {
    const { base, signal } = this.#policy;
    const longest = Math.min(cap, base * 2 ** (tries - 1));
    const pause = Math.random() * longest;
    this.#deadline ??= performance.now() + this.#policy.total;
    if (signal.aborted || performance.now() + pause > this.#deadline) return false;
    await wait(pause, undefined, { signal });
    return true;
  }
}
