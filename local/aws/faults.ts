import type { ArrivedRequest } from './request-log.ts';

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
  | { kind: 'delay'; ms: number }
  /** A proxy's HTML page. Default status: 502. */
  | { kind: 'proxy-page'; executed: boolean; status?: number; html?: string };

export interface FaultRule {
  /** The operation's name (`CreateKeyPair`), or `*`. */
  on: string;
  region?: string;
  /** Only requests for which this is true. */
  when?: (request: ArrivedRequest) => boolean;
  /** This many matching requests pass first. Default: 0. */
  after?: number;
  /** How many requests it applies to. Default: 1. */
  times?: number;
  effect: Effect;
}

const EC2_KEY_PAIR_QUOTA = 5_000;

interface Pending {
  rule: FaultRule;
  toSkip: number;
  left: number;
}

/** Which calls fail, how, and how often. */
export class Faults {
  /** After each write, this many DescribeKeyPairs calls in that Region show the state before it. */
  staleReads = 0;
  /** The largest number of key pairs in a Region. */
  keyPairQuota = EC2_KEY_PAIR_QUOTA;
  #pending: Pending[] = [];

  /** Adds a rule. If several match, the one added first is used first. Returns a function that removes it. */
  add(rule: FaultRule): () => void {
    const pending = { rule, toSkip: rule.after ?? 0, left: rule.times ?? 1 };
    this.#pending.push(pending);
    return () => {
      this.#pending = this.#pending.filter((other) => other !== pending);
    };
  }

  /** Removes all rules, and resets stale reads and the quota. */
  clear(): void {
    this.#pending = [];
    this.staleReads = 0;
    this.keyPairQuota = EC2_KEY_PAIR_QUOTA;
  }

  /** The effect that applies to this request, with its rule's `on`. Counts as one use of the rule. */
  take(request: ArrivedRequest): { effect: Effect; on: string } | undefined {
    for (const pending of this.#pending) {
      if (pending.left <= 0 || !appliesTo(pending.rule, request)) continue;
      if (pending.toSkip > 0) {
        pending.toSkip -= 1;
        continue;
      }
      pending.left -= 1;
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
