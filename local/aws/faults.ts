import type { ArrivedRequest } from './journal.ts';

/** What happens to a request instead of a plain answer. Times are milliseconds. */
export type Effect =
  /** An AWS error; nothing is done. */
  | { kind: 'refuse'; code: string; status: number; message?: string }
  /** RequestLimitExceeded (EC2) or Throttling; nothing is done. */
  | { kind: 'throttle' }
  /** No permission, in the service's words; a dry run meets it too. On CreateTags: also calls that send tags. */
  | { kind: 'deny' }
  | { kind: 'expired-credentials' }
  /** The connection is reset; nothing is done. */
  | { kind: 'drop' }
  /** Nothing is done, nothing is said. */
  | { kind: 'silence' }
  | { kind: 'execute-then-drop' }
  /** Half of the body (or so many bytes of it), then the connection ends. */
  | { kind: 'execute-then-cut'; bytes?: number }
  | { kind: 'execute-then-refuse'; code: string; status: number; message?: string }
  | { kind: 'execute-then-silence' }
  /** The head and half of the body, and then nothing more on an open connection. */
  | { kind: 'execute-then-stall' }
  /** It is carried out so long after the client has hung up; a client that never hangs up is never served. */
  | { kind: 'execute-after-client-left'; ms: number }
  | { kind: 'delay'; ms: number }
  /** A proxy's HTML page (502 unless said otherwise); what stands behind it was carried out or not. */
  | { kind: 'proxy-page'; executed: boolean; status?: number; html?: string };

export interface FaultRule {
  /** The operation's name (`CreateKeyPair`), or `*`. */
  on: string;
  region?: string;
  /** Only requests of which this is true. */
  when?: (request: ArrivedRequest) => boolean;
  /** So many matching requests pass first; none unless given. */
  after?: number;
  /** How many requests it meets: one unless given; Infinity for good. */
  times?: number;
  effect: Effect;
}

export const EC2_KEY_PAIR_QUOTA = 5_000;

interface Pending {
  rule: FaultRule;
  toPass: number;
  left: number;
}

/** The knobs: what goes wrong, for which calls, how often. */
export class Faults {
  /** After each write, so many DescribeKeyPairs of that region show what stood before it. */
  staleReads = 0;
  /** How many pairs a region holds. */
  keyPairQuota = EC2_KEY_PAIR_QUOTA;
  #pending: Pending[] = [];

  /** Adds a rule; of several that match, the one added first is used up first. Returns what takes it back. */
  add(rule: FaultRule): () => void {
    const pending = { rule, toPass: rule.after ?? 0, left: rule.times ?? 1 };
    this.#pending.push(pending);
    return () => {
      this.#pending = this.#pending.filter((other) => other !== pending);
    };
  }

  /** Takes every rule back and puts stale reads and quota as they were. */
  clear(): void {
    this.#pending = [];
    this.staleReads = 0;
    this.keyPairQuota = EC2_KEY_PAIR_QUOTA;
  }

  /** The effect that meets this request, with the operation it was laid on; counts it. */
  take(request: ArrivedRequest): { effect: Effect; on: string } | undefined {
    for (const pending of this.#pending) {
      if (pending.left <= 0 || !meets(pending.rule, request)) continue;
      if (pending.toPass > 0) {
        pending.toPass -= 1;
        continue;
      }
      pending.left -= 1;
      return { effect: pending.rule.effect, on: pending.rule.on };
    }
    return undefined;
  }
}

function meets(rule: FaultRule, request: ArrivedRequest): boolean {
  if (rule.region !== undefined && rule.region !== request.region) return false;
  const named =
    rule.on === '*' ||
    rule.on === request.operation ||
    (rule.effect.kind === 'deny' && request.alsoNeeds.includes(rule.on));
  return named && (rule.when?.(request) ?? true);
}
