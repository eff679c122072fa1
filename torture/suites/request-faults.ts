import type { Effect } from '../../local/aws/server.ts';

/** A fault of the network or of EC2. */
export interface RequestFault {
  readonly fault: string;
  readonly effect: Effect;
  /** Whether it is over when the request is sent again. */
  readonly isTransient: boolean;
  /** Requests of main that it is not injected into. */
  readonly except?: string;
  /** Whether it is also injected into all further requests. */
  readonly isAlsoOutage?: boolean;
  readonly waits?: boolean;
  readonly inSample?: boolean;
}

const internalError = { code: 'InternalError', status: 500 } as const;
const unavailable = { code: 'Unavailable', status: 503 } as const;

/** What can happen to one request. */
export const requestFaults: readonly RequestFault[] = [
  { fault: 'connection reset', effect: { kind: 'drop' }, isTransient: true, isAlsoOutage: true },
  {
    fault: 'executed, then connection reset',
    effect: { kind: 'execute-then-drop' },
    isTransient: true,
    isAlsoOutage: true,
    inSample: true,
  },
  { fault: 'executed, response cut off', effect: { kind: 'execute-then-cut' }, isTransient: true },
  {
    fault: 'executed, then 500',
    effect: { kind: 'execute-then-error', ...internalError },
    isTransient: true,
  },
  { fault: 'executed, then 503', effect: { kind: 'execute-then-error', ...unavailable }, isTransient: true },
  { fault: '500', effect: { kind: 'error', ...internalError }, isTransient: true },
  { fault: '503', effect: { kind: 'error', ...unavailable }, isTransient: true },
  { fault: 'throttled', effect: { kind: 'throttle' }, isTransient: true },
  {
    fault: 'executed, then throttled',
    effect: { kind: 'execute-then-error', code: 'RequestLimitExceeded', status: 503 },
    isTransient: true,
    // Nothing is left, but the step cannot know how many key pairs it has deleted itself.
    except: 'DeleteKeyPair',
  },
  { fault: 'proxy error page', effect: { kind: 'proxy-page', executed: false }, isTransient: true },
  {
    fault: 'executed, then proxy error page',
    effect: { kind: 'proxy-page', executed: true },
    isTransient: true,
  },
  {
    fault: 'executed, then proxy page with status 200',
    effect: { kind: 'proxy-page', executed: true, status: 200 },
    isTransient: true,
    isAlsoOutage: true,
  },
  {
    fault: 'proxy page with status 200',
    effect: { kind: 'proxy-page', executed: false, status: 200 },
    isTransient: true,
    isAlsoOutage: true,
  },
  {
    fault: 'executed, then an empty response with status 403',
    effect: { kind: 'wrong-page', executed: true, status: 403, page: 'empty' },
    isTransient: true,
  },
  {
    fault: 'executed, then an XHTML page with status 404',
    effect: { kind: 'wrong-page', executed: true, status: 404, page: 'xhtml' },
    isTransient: true,
  },
  {
    fault: 'executed twice',
    effect: { kind: 'execute-twice' },
    isTransient: true,
    // Nothing is left, but the step cannot know how many key pairs it has deleted itself.
    except: 'DeleteKeyPair',
  },
  {
    fault: 'reset, and executed 200 ms later',
    effect: { kind: 'drop-then-execute', late: 200 },
    isTransient: true,
    waits: true,
  },
  { fault: '300 ms late', effect: { kind: 'delay', ms: 300 }, isTransient: true },
  { fault: 'not authorized', effect: { kind: 'deny' }, isTransient: false, isAlsoOutage: true },
  {
    fault: 'credentials expired',
    effect: { kind: 'expired-credentials' },
    isTransient: false,
    isAlsoOutage: true,
  },
  {
    fault: 'rejected (400)',
    effect: { kind: 'error', code: 'InvalidParameterValue', status: 400 },
    isTransient: false,
    isAlsoOutage: true,
  },
  { fault: 'no response', effect: { kind: 'silence' }, isTransient: true, waits: true },
  {
    fault: 'executed, no response',
    effect: { kind: 'execute-then-silence' },
    isTransient: true,
    waits: true,
  },
  {
    fault: 'executed, half a response',
    effect: { kind: 'execute-then-stall' },
    isTransient: true,
    waits: true,
  },
  {
    fault: 'executed 200 ms after the client gave up',
    effect: { kind: 'execute-after-disconnect', ms: 200 },
    isTransient: true,
    waits: true,
  },
];

/** Throttling that lasts longer than a step retries. */
export const longThrottling: Effect = { kind: 'throttle' };

/** Faults that can affect every request until main has ended. */
export const outages = requestFaults.filter(({ isAlsoOutage }) => isAlsoOutage === true);
