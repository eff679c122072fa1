import type { RetryPolicy } from '../aws/retry.ts';
import { log } from '../runner/log.ts';

/** For main: retries for up to a minute. */
export function mainRetryPolicy(): RetryPolicy {
  return {
    total: 60_000,
    base: 200,
    cap: 5_000,
    signal: new AbortController().signal,
    onThrottled: () => log.info('EC2 is throttling requests. Retrying for up to 60 s.'),
  };
}

/** For the post step: most of its time limit. */
export function postRetryPolicy(signal: AbortSignal): RetryPolicy {
  return {
    total: 22_000,
    base: 200,
    cap: 1_000,
    signal,
    onThrottled: () => log.info('EC2 is throttling requests. Retrying for up to 22 s.'),
  };
}
