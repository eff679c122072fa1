import type { View } from './ec2/key-pairs/view.ts';
import type { ArrivedRequest } from './request-log.ts';
import type { ServiceResponse } from './service.ts';
import type { WrongPage } from './wrong-pages.ts';

/**
 * What happens to a request instead of a normal response. "execute" means that the call takes effect; without it,
 * nothing changes. Times are in milliseconds.
 */
export type Effect =
  /** An AWS error. */
  | { kind: 'error'; code: string; status: number; message?: string }
  /** RequestLimitExceeded (EC2) or Throttling. */
  | { kind: 'throttle' }
  /** The caller is not authorized. Applies to dry runs too; for CreateTags, also to calls that send tags. */
  | { kind: 'deny' }
  | { kind: 'expired-credentials' }
  /** The connection is reset. */
  | { kind: 'drop' }
  /** No response, on an open connection. */
  | { kind: 'silence' }
  | { kind: 'execute-then-drop' }
  /** Half of the body (or this many bytes of it), then the connection ends. */
  | { kind: 'execute-then-cut'; bytes?: number }
  | { kind: 'execute-then-error'; code: string; status: number; message?: string }
  | { kind: 'execute-then-silence' }
  /** The head and half of the body, then nothing more on an open connection. */
  | { kind: 'execute-then-stall' }
  /** Executed this long after the client has disconnected; never if the client stays connected. */
  | { kind: 'execute-after-disconnect'; ms: number }
  /** The connection is reset, and the call is executed so much later, or when the promise is fulfilled. */
  | { kind: 'drop-then-execute'; late: number | Promise<unknown> }
  /** Delivered twice, as by a proxy that repeats a request: the client gets the response to the second one. */
  | { kind: 'execute-twice' }
  /** Executed, and the response is changed on its way. */
  | { kind: 'execute-then-alter'; alter: Alteration }
  /** DescribeKeyPairs shows the key pairs in this way. */
  | { kind: 'show'; view: View }
  | { kind: 'delay'; ms: number }
  /** A proxy's HTML page. Default status: 502. */
  | { kind: 'proxy-page'; executed: boolean; status?: number; html?: string }
  /** A status with a body that does not fit it. */
  | { kind: 'wrong-page'; executed: boolean; status: number; page: WrongPage };

/** Changes a response on its way to the client. */
export type Alteration = (response: ServiceResponse) => ServiceResponse | Promise<ServiceResponse>;

export interface FaultRule {
  /** The operation's name (`CreateKeyPair`), or `*`. */
  on: string;
  region?: string;
  /** Only requests for which this is true. */
  when?: (request: ArrivedRequest) => boolean;
  /** This many matching requests pass first. Default: 0. */
  after?: number;
  /** How many requests it applies to. Default: 1, or any number with `lasts`. */
  times?: number;
  /** Milliseconds from the first request that it applies to: later requests pass. Default: forever. */
  lasts?: number;
  effect: Effect;
}

const EC2_KEY_PAIR_QUOTA = 5_000;

interface Pending {
  rule: FaultRule;
  toSkip: number;
  left: number;
  /** In the milliseconds of `performance.now()`. */
  endsAt: number;
}

/** Which calls fail, how, and how often. */
export class Faults {
  /** After each write, this many DescribeKeyPairs calls in that Region show the state before it. */
  staleReads = 0;
  /** After each write to Parameter Store or Secrets Manager, this many reads there show the state before it. */
  staleReadsOfStores = 0;
  /** Milliseconds for which DescribeKeyPairs shows a Region as it was before a write. */
  staleFor = 0;
  /**
   * Milliseconds that changing tags takes, or what ends it. Another change of the same resource meanwhile is rejected.
   */
  tagChangesTake: number | Promise<unknown> = 0;
  /** The largest number of key pairs in a Region. */
  keyPairQuota = EC2_KEY_PAIR_QUOTA;
  #pending: Pending[] = [];

  /** Adds a rule. If several match, the one added first is used first. Returns a function that removes it. */
  add(rule: FaultRule): () => void {
    const { after = 0, lasts, times = lasts === undefined ? 1 : Number.POSITIVE_INFINITY } = rule;
    const pending = { rule, toSkip: after, left: times, endsAt: Number.POSITIVE_INFINITY };
    this.#pending.push(pending);
    return () => {
      this.#pending = this.#pending.filter((other) => other !== pending);
    };
  }

  /** Removes all rules, and resets everything else. */
  clear(): void {
    this.#pending = [];
    this.staleReads = 0;
    this.staleReadsOfStores = 0;
    this.staleFor = 0;
    this.tagChangesTake = 0;
    this.keyPairQuota = EC2_KEY_PAIR_QUOTA;
  }

  /** The effect that applies to this request, with its rule's `on`. Counts as one use of the rule. */
  take(request: ArrivedRequest): { effect: Effect; on: string } | undefined {
    for (const pending of this.#pending) {
      const now = performance.now();
      if (pending.left <= 0 || now >= pending.endsAt || !appliesTo(pending.rule, request)) continue;
      if (pending.toSkip > 0) {
        pending.toSkip -= 1;
        continue;
      }
      pending.left -= 1;
      pending.endsAt = Math.min(pending.endsAt, now + (pending.rule.lasts ?? Number.POSITIVE_INFINITY));
      return { effect: pending.rule.effect, on: pending.rule.on };
    }
    return undefined;
  }
}

function appliesTo(rule: FaultRule, request: ArrivedRequest): boolean {
  if (rule.region !== undefined && rule.region !== request.region) return false;
  const named =
    rule.on === '*' ||
    rule.on === request.operation ||
    (rule.effect.kind === 'deny' && request.alsoNeeds.includes(rule.on));
  return named && (rule.when?.(request) ?? true);
}
