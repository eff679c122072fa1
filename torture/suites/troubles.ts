import type { Effect } from '../../local/aws/server.ts';

/** A fault of the network or of EC2 that is over when the request is sent again, or that never will be. */
export interface Trouble {
  readonly fault: string;
  readonly effect: Effect;
  readonly passes: boolean;
  /** Requests of main that it does not meet. */
  readonly spares?: string;
  /** Whether it is tried for good, too. */
  readonly lasts?: boolean;
  readonly waits?: boolean;
  readonly inSample?: boolean;
}

const internalError = { code: 'InternalError', status: 500 } as const;
const unavailable = { code: 'Unavailable', status: 503 } as const;

/** What one request can meet. */
export const troubles: readonly Trouble[] = [
  { fault: 'connection reset', effect: { kind: 'drop' }, passes: true, lasts: true },
  {
    fault: 'carried out, then reset',
    effect: { kind: 'execute-then-drop' },
    passes: true,
    lasts: true,
    inSample: true,
  },
  { fault: 'carried out, answer cut', effect: { kind: 'execute-then-cut' }, passes: true },
  { fault: 'carried out, then 500', effect: { kind: 'execute-then-refuse', ...internalError }, passes: true },
  { fault: 'carried out, then 503', effect: { kind: 'execute-then-refuse', ...unavailable }, passes: true },
  { fault: '500', effect: { kind: 'refuse', ...internalError }, passes: true },
  { fault: '503', effect: { kind: 'refuse', ...unavailable }, passes: true },
  { fault: 'throttled', effect: { kind: 'throttle' }, passes: true },
  {
    fault: 'carried out, and told to slow down',
    effect: { kind: 'execute-then-refuse', code: 'RequestLimitExceeded', status: 503 },
    passes: true,
    // Nothing is left by it, but how many pairs a step has deleted itself cannot be known then.
    spares: 'DeleteKeyPair',
  },
  { fault: "a proxy's page", effect: { kind: 'proxy-page', executed: false }, passes: true },
  { fault: "carried out, then a proxy's page", effect: { kind: 'proxy-page', executed: true }, passes: true },
  {
    fault: "carried out, then a proxy's page with 200",
    effect: { kind: 'proxy-page', executed: true, status: 200 },
    passes: true,
    lasts: true,
  },
  {
    fault: "a proxy's page with 200",
    effect: { kind: 'proxy-page', executed: false, status: 200 },
    passes: true,
    lasts: true,
  },
  { fault: '300 ms late', effect: { kind: 'delay', ms: 300 }, passes: true },
  { fault: 'not allowed', effect: { kind: 'deny' }, passes: false, lasts: true },
  { fault: 'credentials expired', effect: { kind: 'expired-credentials' }, passes: false, lasts: true },
  {
    fault: 'refused (400)',
    effect: { kind: 'refuse', code: 'InvalidParameterValue', status: 400 },
    passes: false,
    lasts: true,
  },
  { fault: 'no answer', effect: { kind: 'silence' }, passes: true, waits: true },
  { fault: 'carried out, no answer', effect: { kind: 'execute-then-silence' }, passes: true, waits: true },
  { fault: 'carried out, half an answer', effect: { kind: 'execute-then-stall' }, passes: true, waits: true },
  {
    fault: 'carried out 200 ms after the client gave up',
    effect: { kind: 'execute-after-client-left', ms: 200 },
    passes: true,
    waits: true,
  },
];

/** Throttling that goes on for longer than a step tries. */
export const forLong: Effect = { kind: 'throttle' };

/** Those that an outage is made of: they meet every request until main is over. */
export const outages = troubles.filter(({ lasts }) => lasts === true);
