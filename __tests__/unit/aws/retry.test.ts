import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import { ec2Errors } from '../../lib/aws-errors.ts';

/** A clock that only waiting advances. */
const clock = { now: 0, pauses: [] as number[] };

jest.unstable_mockModule('node:timers/promises', () => ({
  setTimeout: async (pause: number, _: unknown, { signal }: { signal: AbortSignal }) => {
    signal.throwIfAborted();
    clock.pauses.push(pause);
    clock.now += pause;
  },
}));

const { Retry } = await import('../../../src/aws/retry.ts');

const reports = { count: 0 };
const policy = {
  total: 60_000,
  base: 200,
  cap: 5_000,
  signal: new AbortController().signal,
  onThrottled() {
    reports.count += 1;
  },
};

beforeEach(() => {
  Object.assign(clock, { now: 0, pauses: [] });
  reports.count = 0;
  jest.spyOn(performance, 'now').mockImplementation(() => clock.now);
  jest.spyOn(Math, 'random').mockReturnValue(0.999);
});

/** A call that fails with each of these errors once, and counts how often it was sent. */
function failing(...errors: Error[]) {
  const left = [...errors];
  const call = {
    sent: 0,
    async send(): Promise<string> {
      call.sent += 1;
      const error = left.shift();
      if (error) throw error;
      return 'response';
    },
  };
  return call;
}

const times = (count: number, create: () => Error): Error[] => Array.from({ length: count }, create);

describe('a call that the service throttles', () => {
  test.each(['once', 'idempotent'] as const)('is sent again until it is accepted (%s).', async (method) => {
    const call = failing(...times(9, ec2Errors.throttled));
    expect(await new Retry(policy)[method](() => call.send())).toBe('response');
    expect(call.sent).toBe(10);
  });

  test('waits at most twice as long every time, and never longer than the cap.', async () => {
    await new Retry(policy).once(failing(...times(9, ec2Errors.throttled)).send);
    const bounds = [200, 400, 800, 1600, 3200, 5000, 5000, 5000, 5000];
    expect(clock.pauses.map((pause) => Math.round(pause / 0.999))).toEqual(bounds);
  });

  test('waits any time between zero and the bound, so that many jobs spread out.', async () => {
    jest.spyOn(Math, 'random').mockReturnValueOnce(0).mockReturnValueOnce(0.5).mockReturnValueOnce(0.25);
    await new Retry(policy).once(failing(...times(3, ec2Errors.throttled)).send);
    expect(clock.pauses).toEqual([0, 200, 200]);
  });

  test('is reported once over all calls of the step.', async () => {
    const calls = new Retry(policy);
    await calls.once(failing(...times(3, ec2Errors.throttled)).send);
    await calls.idempotent(failing(...times(2, ec2Errors.throttled)).send);
    expect(reports.count).toBe(1);
  });

  test('fails with the error of the service if a wait would end after the deadline.', async () => {
    const call = failing(...times(99, ec2Errors.throttled));
    const work = new Retry({ ...policy, total: 1_500 }).once(() => call.send());
    await expect(work).rejects.toMatchObject({ name: 'RequestLimitExceeded' });
    expect(call.sent).toBe(4);
    expect(clock.now).toBeLessThanOrEqual(1_500);
  });

  test('shares one deadline with all calls of the step.', async () => {
    const calls = new Retry({ ...policy, total: 1_500 });
    await calls.once(failing(...times(3, ec2Errors.throttled)).send);
    const late = failing(ec2Errors.throttled());
    await expect(calls.once(() => late.send())).rejects.toMatchObject({ name: 'RequestLimitExceeded' });
    expect(late.sent).toBe(1);
    expect(await calls.once(failing().send)).toBe('response');
  });
});

describe('a call without a response', () => {
  test('is sent four times where that is harmless, and no throttling is reported.', async () => {
    const call = failing(...times(9, ec2Errors.silence));
    await expect(new Retry(policy).idempotent(() => call.send())).rejects.toThrow('timed out');
    expect([call.sent, reports.count]).toEqual([4, 0]);
  });

  test('is never sent twice where it may have been executed.', async () => {
    const call = failing(ec2Errors.reset());
    await expect(new Retry(policy).once(() => call.send())).rejects.toThrow('socket hang up');
    expect([call.sent, clock.pauses]).toEqual([1, []]);
  });
});

test.each(['once', 'idempotent'] as const)(
  'A call that the service rejects is not sent again (%s).',
  async (method) => {
    const call = failing(ec2Errors.denied());
    await expect(new Retry(policy)[method](() => call.send())).rejects.toMatchObject({
      name: 'UnauthorizedOperation',
    });
    expect(call.sent).toBe(1);
  },
);

describe('when the step runs out of time', () => {
  test('every call has the signal, and none is sent again.', async () => {
    const stop = new AbortController();
    const seen: boolean[] = [];
    const calls = new Retry({ ...policy, signal: stop.signal });
    const work = calls.idempotent(async (signal) => {
      seen.push(signal === stop.signal);
      stop.abort();
      throw ec2Errors.throttled();
    });
    await expect(work).rejects.toMatchObject({ name: 'RequestLimitExceeded' });
    expect([seen, clock.pauses]).toEqual([[true], []]);
  });
});

describe('a poll', () => {
  test('reads until there is something to see.', async () => {
    let reads = 0;
    const seen = await new Retry(policy).poll(async () => {
      reads += 1;
      return reads === 5 ? 'pair' : undefined;
    }, 25);
    expect([seen, reads]).toEqual(['pair', 5]);
  });

  test('ends after so many reads with nothing to see.', async () => {
    let reads = 0;
    const seen = await new Retry(policy).poll(async () => {
      reads += 1;
      return undefined;
    }, 6);
    expect([seen, reads]).toEqual([undefined, 6]);
  });

  test('ends early if the next wait would end after the deadline.', async () => {
    let reads = 0;
    const seen = await new Retry({ ...policy, total: 700 }).poll(async () => {
      reads += 1;
      return undefined;
    }, 25);
    expect([seen, reads]).toEqual([undefined, 3]);
  });

  test('waits 400 ms at most between two reads, whatever the cap of other calls.', async () => {
    await new Retry(policy).poll(async () => undefined, 6);
    expect(clock.pauses.map((pause) => Math.round(pause / 0.999))).toEqual([200, 400, 400, 400, 400]);
  });

  test('passes on the error of a read.', async () => {
    const read = () => Promise.reject(ec2Errors.denied());
    await expect(new Retry(policy).poll(read, 9)).rejects.toMatchObject({ name: 'UnauthorizedOperation' });
  });
});
