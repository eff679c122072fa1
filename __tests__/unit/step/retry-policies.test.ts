import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { ec2Errors } from '../../lib/aws-errors.ts';

const printed: string[] = [];
jest.unstable_mockModule('../../../src/runner/log.ts', () => ({
  log: { info: (text: string) => printed.push(text) },
}));
const { mainRetryPolicy, postRetryPolicy } = await import('../../../src/step/retry-policies.ts');

beforeEach(() => {
  printed.length = 0;
  jest.useFakeTimers();
});

afterEach(() => {
  jest.useRealTimers();
});

describe('main', () => {
  test('sends, waits, connects, and looks for 90 s at most.', () => {
    const { signal } = mainRetryPolicy();
    jest.advanceTimersByTime(89_999);
    expect(signal.aborted).toBe(false);
    jest.advanceTimersByTime(1);
    expect(signal.aborted).toBe(true);
  });

  test('has ten minutes for a rotation with instances.', () => {
    const { signal } = mainRetryPolicy(undefined, 'withInstances');
    jest.advanceTimersByTime(599_999);
    expect(signal.aborted).toBe(false);
    jest.advanceTimersByTime(1);
    expect(signal.aborted).toBe(true);
  });

  test('leaves time in these 90 s for two responses that never come after the last retry.', () => {
    expect(mainRetryPolicy().total + 2 * 15_000).toBeLessThanOrEqual(90_000);
  });

  test('does not search for what it has looked for: the post step does.', () => {
    expect(mainRetryPolicy().searchFor).toBe(0);
    expect(postRetryPolicy(new AbortController().signal).searchFor).toBeGreaterThan(20_000);
  });
});

test('Each reason for another try is printed once, with the time that is left for it.', async () => {
  const { onRetry } = mainRetryPolicy();
  for (const error of [ec2Errors.throttled(), ec2Errors.throttled(), ec2Errors.reset()]) {
    await onRetry(error, 60_000, 'EC2');
  }
  expect(printed).toEqual([
    'EC2 is throttling requests. Retrying for up to 60 s.',
    'There is no response from EC2. Retrying for up to 60 s.',
  ]);
});
