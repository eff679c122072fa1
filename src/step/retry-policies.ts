import type { RetryPolicy } from '../aws/retry.ts';
import { log } from '../runner/log.ts';

/** Milliseconds. EC2's reads were seen to lag up to 2 s behind a write. */
const lookFor = 3_000;

/** Milliseconds: what the post step has for its requests. */
const timeOfPost = 22_000;

/** For main: retries for up to a minute. */
export function mainRetryPolicy(): RetryPolicy {
  return {
    total: 60_000,
    base: 200,
    cap: 5_000,
    lookFor,
    searchFor: lookFor,
    signal: new AbortController().signal,
    onThrottled: () => log.info('EC2 is throttling requests. Retrying for up to 60 s.'),
  };
}

/** For the post step, which no later step can help: it searches until its time is up. */
export function postRetryPolicy(signal: AbortSignal): RetryPolicy {
  return {
    total: timeOfPost,
    base: 200,
    cap: 1_000,
    lookFor,
    searchFor: timeOfPost,
    signal,
    onThrottled: () => log.info('EC2 is throttling requests. Retrying for up to 22 s.'),
  };
}
