import type { RetryPolicy } from '../aws/retry.ts';
import { log } from '../runner/log.ts';

/** Milliseconds. EC2's reads were seen to lag up to 2 s behind a write. */
const lookFor = 3_000;

/**
 * Milliseconds from its start until main sends, waits, connects, and looks no more; and those for retries. Commands on instances
 * take up to three minutes, and there are two of them, or one and its undoing.
 */
const timesOfMain = {
  usual: { limit: 90_000, total: 60_000 },
  withInstances: { limit: 600_000, total: 570_000 },
} as const;

/** Milliseconds for retries. */
const timeOfPost = 22_000;

/** Milliseconds to assume a role. In the post step, time must be left to use other credentials. */
export const timeForRole = { main: 40_000, post: 10_000 };

/** For main. What it cannot find is left to the post step. */
export function mainRetryPolicy(
  onRetry: RetryPolicy['onRetry'] = printReasons(),
  time: keyof typeof timesOfMain = 'usual',
): RetryPolicy {
  const { limit, total } = timesOfMain[time];
  const outOfTime = new AbortController();
  setTimeout(() => outOfTime.abort(), limit).unref();
  return {
    ...{ total, base: 200, cap: 5_000, insistFor: 10_000, lookFor, searchFor: 0 },
    signal: outOfTime.signal,
    onRetry,
  };
}

/** For the post step, which no later step can help: it tries and searches until its time is up. */
export function postRetryPolicy(signal: AbortSignal): RetryPolicy {
  return {
    ...{ total: timeOfPost, base: 200, cap: 1_000, insistFor: timeOfPost, lookFor, searchFor: timeOfPost },
    signal,
    onRetry: printReasons(),
  };
}

/** Prints why a step waits, each reason once. */
export function printReasons(): RetryPolicy['onRetry'] {
  const printed = new Set<string>();
  return async (error, within, service) => {
    const { retryNotice } = await import('../aws/retry-notice.ts');
    const notice = `${retryNotice(error, service)} Retrying for up to ${within / 1_000} s.`;
    if (!printed.has(notice)) log.info(notice);
    printed.add(notice);
  };
}
