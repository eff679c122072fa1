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
  /** Milliseconds to look for the result of a write: longer than reads were ever seen to lag behind. */
  readonly lookFor: number;
  /** Milliseconds to search for something that may or may not be created later, by a request that got no response. */
  readonly searchFor: number;
  /** Aborts requests and waits when the step's own time is up. */
  readonly signal: AbortSignal;
  /** Called once, when the service throttles for the first time. */
  onThrottled(): void;
}

/** How often an idempotent call is sent without a trustworthy response. */
const maxUncertain = 4;

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

  /**
   * Looks until there is something to see, for `lookFor`: at most six times, with growing pauses.
   *
   * @param read - Its parameter is true for the last read, which shows all that was written before the first.
   */
  look<Seen>(read: (isLast: boolean) => Promise<Seen | undefined>): Promise<Seen | undefined> {
    return this.#poll(read, this.#policy.lookFor);
  }

  /** Like `look`, for `searchFor`. */
  search<Seen>(read: () => Promise<Seen | undefined>): Promise<Seen | undefined> {
    return this.#poll(read, this.#policy.searchFor);
  }

  /** The last read starts when the time is up, unless the deadline of all calls comes first. */
  async #poll<Seen>(
    read: (isLast: boolean) => Promise<Seen | undefined>,
    within: number,
  ): Promise<Seen | undefined> {
    const first = await read(false);
    if (first !== undefined) return first;
    const { lookFor } = this.#policy;
    const end = performance.now() + within;
    for (let longest = lookFor / 30; ; longest = Math.min(longest * 2, lookFor / 2)) {
      const left = end - performance.now();
      const pause = longest * (1 - Math.random() / 4);
      // No read shortly before the last one.
      const isLast = left - pause <= lookFor / 4;
      if (!(await this.#wait(isLast ? Math.max(0, left) : pause))) return undefined;
      const seen = await read(isLast);
      if (seen !== undefined || isLast) return seen;
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

  #pause(tries: number): Promise<boolean> {
    const { base, cap } = this.#policy;
    const longest = Math.min(cap, base * 2 ** (tries - 1));
    return this.#wait(Math.random() * longest);
  }

  /** Waits, if the deadline leaves time for it. */
  async #wait(pause: number): Promise<boolean> {
    const { signal, total } = this.#policy;
    this.#deadline ??= performance.now() + total;
    if (signal.aborted || performance.now() + pause > this.#deadline) return false;
    await wait(pause, undefined, { signal });
    return true;
  }
}
