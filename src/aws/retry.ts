import { setTimeout as wait } from 'node:timers/promises';
import type { Failure } from './errors.ts';
import { failureOf } from './errors.ts';

/** How long and how often to try again, and whom to tell. */
export interface RetryPolicy {
  /** Milliseconds in all, from the first call that has to be made again. */
  readonly total: number;
  /** Milliseconds: the first wait is at most this, every further one at most twice the one before. */
  readonly base: number;
  /** Milliseconds: no single wait is longer. */
  readonly cap: number;
  /** Ends everything at once: the step's own time is up. */
  readonly signal: AbortSignal;
  /** Called once, when EC2 throttles for the first time. */
  onThrottled(): void;
}

/** How often a call without a trustworthy answer is sent again, where sending it again is harmless. */
const mostUncertain = 4;

/** Milliseconds between two looks at most: reads lag behind a write by moments, and a look costs little. */
const lookCap = 400;

/**
 * Keeps to one deadline over all calls of a step. EC2 throttles by account and region: waits are drawn
 * evenly between nothing and the bound ("full jitter"), so that many jobs do not come back together.
 */
export class Retry {
  readonly #patience: RetryPolicy;
  /** Set with the first wait: a step without any does not load Node's clock. */
  #deadline: number | undefined;
  #throttled = false;

  constructor(patience: RetryPolicy) {
    this.#patience = patience;
  }

  /** Sends a call that may safely be sent twice: again when throttled, and when no answer came. */
  idempotent<Answer>(call: (signal: AbortSignal) => Promise<Answer>): Promise<Answer> {
    return this.#send(
      call,
      (failure, tries) => failure === 'turned-away' || (failure === 'uncertain' && tries < mostUncertain),
    );
  }

  /** Sends a call that must not be executed twice: again only when EC2 said that it did nothing. */
  once<Answer>(call: (signal: AbortSignal) => Promise<Answer>): Promise<Answer> {
    return this.#send(call, (failure) => failure === 'turned-away');
  }

  /** Looks until there is something to see, or until waiting longer helps nobody; for stale reads. */
  async until<Answer>(
    look: () => Promise<Answer | undefined>,
    maxPolls: number,
  ): Promise<Answer | undefined> {
    for (let looks = 1; ; looks += 1) {
      const seen = await look();
      if (seen !== undefined || looks >= maxPolls || !(await this.#pause(looks, lookCap))) return seen;
    }
  }

  async #send<Answer>(
    call: (signal: AbortSignal) => Promise<Answer>,
    again: (failure: Failure, tries: number) => boolean,
  ): Promise<Answer> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await call(this.#patience.signal);
      } catch (error) {
        const failure = failureOf(error);
        if (!again(failure, tries)) throw error;
        if (failure === 'turned-away') this.#tellOnce();
        if (!(await this.#pause(tries))) throw error;
      }
    }
  }

  #tellOnce(): void {
    if (!this.#throttled) this.#patience.onThrottled();
    this.#throttled = true;
  }

  /** Waits, if the deadline leaves room for it. */
  async #pause(tries: number, cap = this.#patience.cap): Promise<boolean> {
    const { base, signal } = this.#patience;
    const longest = Math.min(cap, base * 2 ** (tries - 1));
    const pause = Math.random() * longest;
    this.#deadline ??= performance.now() + this.#patience.total;
    if (signal.aborted || performance.now() + pause > this.#deadline) return false;
    await wait(pause, undefined, { signal });
    return true;
  }
}
