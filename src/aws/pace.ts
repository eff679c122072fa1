import { setTimeout as wait } from 'node:timers/promises';

/** How fast to send. */
interface PaceLimits {
  /** Requests that are sent at once. */
  readonly burst: number;
  /** Milliseconds between further ones. */
  readonly interval: number;
  /** Milliseconds: the longest interval, after the service has throttled requests again and again. */
  readonly longest: number;
}

/**
 * EC2's bucket for changes has room for about 50 requests, and gets 5 new ones per second (EC2 user guide, request
 * throttling). Every job of the account shares it, and its post step must get through.
 */
const ec2Changes: PaceLimits = { burst: 50, interval: 250, longest: 4_000 };

/** Milliseconds that requests may be late, and that the next ones catch up. */
const slack = 1_000;

/** Requests in a row without throttling, until the pace goes up again. */
const recovery = 50;

/** Keeps requests below the rate at which the service throttles the account. */
export class Pace {
  readonly #limits: PaceLimits;
  readonly #wait: (pause: number) => Promise<unknown>;
  #free: number;
  #interval: number;
  #unthrottled = 0;
  /** When it was the turn of the latest request, in the milliseconds of `performance.now()`. */
  #latest = 0;

  constructor(limits: PaceLimits = ec2Changes, waitFor: (pause: number) => Promise<unknown> = wait) {
    this.#limits = limits;
    this.#wait = waitFor;
    this.#free = limits.burst;
    this.#interval = limits.interval;
  }

  /** Resolves when it is the turn of the next request. */
  async next(): Promise<void> {
    this.#unthrottled += 1;
    if (this.#unthrottled % recovery === 0) {
      this.#interval = Math.max(this.#interval / 2, this.#limits.interval);
    }
    const now = performance.now();
    if (this.#free > 0) {
      this.#free -= 1;
      this.#latest = now;
      return;
    }
    this.#latest = Math.max(now - slack, this.#latest + this.#interval);
    if (this.#latest > now) await this.#wait(this.#latest - now);
  }

  /** Slows down after the service has throttled a request. Resolves when it is the turn to send that again. */
  async backOff(): Promise<void> {
    this.#free = 0;
    this.#unthrottled = 0;
    this.#interval = Math.min(this.#interval * 2, this.#limits.longest);
    this.#latest = performance.now();
    return this.next();
  }
}
