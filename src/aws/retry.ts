import { setTimeout as wait } from 'node:timers/promises';
import { type Failure, failureOf, mayPass } from './errors.ts';

/** How long to retry. */
export interface RetryPolicy {
  /** Milliseconds for all retries together, from the first wait. */
  readonly total: number;
  /** Milliseconds: the limit of the first wait. The limit doubles with every further one. */
  readonly base: number;
  /** Milliseconds: the limit of any wait. */
  readonly cap: number;
  /**
   * Milliseconds for calls that are tried for a shorter time, from their first such failure. These got no connection, got
   * the page of another device, or may leave something behind with every try.
   */
  readonly insistFor: number;
  /** Milliseconds to look for the result of a write: longer than reads were ever seen to lag behind. */
  readonly lookFor: number;
  /**
   * Milliseconds to search for something that may or may not be created later, by a request that got no response. With 0,
   * nothing is searched for.
   */
  readonly searchFor: number;
  /** Aborts requests and waits when the step's own time is up. */
  readonly signal: AbortSignal;
  /**
   * Called before every wait for another try.
   *
   * @param within - Milliseconds that all further tries have.
   * @param service - What was called, as in `EC2`.
   */
  onRetry(error: unknown, within: number, service: string): Promise<void>;
}

/** Waits before another try of one call. Returns false if the time is up. */
export type NextTry = (time: 'all' | 'short') => Promise<boolean>;

/**
 * Retries with one deadline for all calls of a step. EC2 throttles each account and Region: waits are random between zero
 * and the limit ("full jitter"), so that many jobs do not retry at the same time.
 */
export class Retry {
  readonly #policy: RetryPolicy;
  /** Set with the first wait, so that a step without one does not load Node's clock. */
  #deadline: number | undefined;

  constructor(policy: RetryPolicy) {
    this.#policy = policy;
  }

  /** Sends a call that can safely be sent twice, until it is answered. */
  idempotent<Response>(
    call: (signal: AbortSignal) => Promise<Response>,
    service?: string,
  ): Promise<Response> {
    return this.#send(call, (failure) => failure !== 'refused', service);
  }

  /** Sends a call that must not be executed twice: again only if it is certain that it was not executed. */
  once<Response>(call: (signal: AbortSignal) => Promise<Response>): Promise<Response> {
    return this.#send(call, (failure) => failure === 'turned-away' || failure === 'never-sent');
  }

  /** For a call that is tried more than once in another way. */
  tries(): NextTry {
    const { base, cap, insistFor } = this.#policy;
    let longest = base;
    let shortEnd: number | undefined;
    return (time) => {
      const pause = Math.random() * longest;
      longest = Math.min(cap, longest * 2);
      if (time === 'all') return this.#wait(pause);
      shortEnd ??= performance.now() + insistFor;
      return this.#wait(pause, shortEnd);
    };
  }

  /**
   * Looks until there is something to see, with growing pauses.
   *
   * @param read - Its parameter is true for the last read, which shows all that was written before the first.
   * @param within - Milliseconds; `lookFor` by default: at most six reads.
   */
  look<Seen>(
    read: (isLast: boolean) => Promise<Seen | undefined>,
    within = this.#policy.lookFor,
  ): Promise<Seen | undefined> {
    return this.#poll(read, within);
  }

  /** Like `look`, for `searchFor`. */
  async search<Seen>(read: () => Promise<Seen | undefined>): Promise<Seen | undefined> {
    const { searchFor } = this.#policy;
    return searchFor === 0 ? undefined : this.#poll(read, searchFor);
  }

  async #poll<Seen>(
    read: (isLast: boolean) => Promise<Seen | undefined>,
    within: number,
  ): Promise<Seen | undefined> {
    const first = await read(false);
    if (first !== undefined) return first;
    const { pollFor } = await import('./poll.ts');
    return pollFor(within, read, { lookFor: this.#policy.lookFor, wait: (pause) => this.#wait(pause) });
  }

  async #send<Response>(
    call: (signal: AbortSignal) => Promise<Response>,
    again: (failure: Failure) => boolean,
    service = 'EC2',
  ): Promise<Response> {
    const { signal, total, insistFor } = this.#policy;
    let next: NextTry | undefined;
    for (;;) {
      try {
        return await call(signal);
      } catch (error) {
        const failure = failureOf(error);
        if (!again(failure)) throw error;
        next ??= this.tries();
        const isShort = failure === 'never-sent' || (failure === 'uncertain' && !mayPass(error));
        await this.#policy.onRetry(error, isShort ? insistFor : total, service);
        if (!(await next(isShort ? 'short' : 'all'))) throw error;
      }
    }
  }

  /** Waits, if the deadline and the end leave time for it. */
  async #wait(pause: number, end = Number.POSITIVE_INFINITY): Promise<boolean> {
    const { signal, total } = this.#policy;
    const now = performance.now();
    this.#deadline ??= now + total;
    if (signal.aborted || now + pause > Math.min(this.#deadline, end)) return false;
    await wait(pause, undefined, { signal });
    return true;
  }
}
