import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import { ec2Errors } from '../../lib/aws-errors.ts';

/** A clock that only waiting moves. */
const clock = { now: 0, pauses: [] as number[] };

jest.unstable_mockModule('node:timers/promises', () => ({
  setTimeout: async (pause: number, _: unknown, { signal }: { signal: AbortSignal }) => {
    signal.throwIfAborted();
    clock.pauses.push(pause);
    clock.now += pause;
  },
}));

const { Retry } = await import('../../../src/aws/retry.ts');

const told = { times: 0 };
const settings = {
  total: 60_000,
  base: 200,
  cap: 5_000,
  signal: new AbortController().signal,
  onThrottled() {
    told.times += 1;
  },
};

beforeEach(() => {
  Object.assign(clock, { now: 0, pauses: [] });
  told.times = 0;
  jest.spyOn(performance, 'now').mockImplementation(() => clock.now);
  jest.spyOn(Math, 'random').mockReturnValue(0.999);
});

/** A call that fails as often as there are errors, and counts how often it came. */
function failing(...errors: Error[]) {
  const left = [...errors];
  const call = {
    sent: 0,
    async send(): Promise<string> {
      call.sent += 1;
      const error = left.shift();
      if (error) throw error;
      return 'answer';
    },
  };
  return call;
}

const times = (count: number, make: () => Error): Error[] => Array.from({ length: count }, make);

describe('a call that EC2 throttles', () => {
  test.each(['once', 'idempotent'] as const)('is sent again until it is let through (%s)', async (way) => {
    const call = failing(...times(9, ec2Errors.throttled));
    expect(await new Retry(settings)[way](() => call.send())).toBe('answer');
    expect(call.sent).toBe(10);
  });

  test('waits twice as long every time at most, and never longer than the cap', async () => {
    await new Retry(settings).once(failing(...times(9, ec2Errors.throttled)).send);
    const bounds = [200, 400, 800, 1600, 3200, 5000, 5000, 5000, 5000];
    expect(clock.pauses.map((pause) => Math.round(pause / 0.999))).toEqual(bounds);
  });

  test('waits anything between nothing and the bound, so that many jobs spread out', async () => {
    jest.spyOn(Math, 'random').mockReturnValueOnce(0).mockReturnValueOnce(0.5).mockReturnValueOnce(0.25);
    await new Retry(settings).once(failing(...times(3, ec2Errors.throttled)).send);
    expect(clock.pauses).toEqual([0, 200, 200]);
  });

  test('is told of once, over all calls of the step', async () => {
    const calls = new Retry(settings);
    await calls.once(failing(...times(3, ec2Errors.throttled)).send);
    await calls.idempotent(failing(...times(2, ec2Errors.throttled)).send);
    expect(told.times).toBe(1);
  });

  test('gives up with EC2’s own error when a wait would pass the deadline', async () => {
    const call = failing(...times(99, ec2Errors.throttled));
    const work = new Retry({ ...settings, total: 1_500 }).once(() => call.send());
    await expect(work).rejects.toMatchObject({ name: 'RequestLimitExceeded' });
    expect(call.sent).toBe(4);
    expect(clock.now).toBeLessThanOrEqual(1_500);
  });

  test('shares one deadline with all calls of the step', async () => {
    const calls = new Retry({ ...settings, total: 1_500 });
    await calls.once(failing(...times(3, ec2Errors.throttled)).send);
    const late = failing(ec2Errors.throttled());
    await expect(calls.once(() => late.send())).rejects.toMatchObject({ name: 'RequestLimitExceeded' });
    expect(late.sent).toBe(1);
    expect(await calls.once(failing().send)).toBe('answer');
  });
});

describe('a call without an answer', () => {
  test('is sent four times where that is harmless, and tells nobody of throttling', async () => {
    const call = failing(...times(9, ec2Errors.silence));
    await expect(new Retry(settings).idempotent(() => call.send())).rejects.toThrow('timed out');
    expect([call.sent, told.times]).toEqual([4, 0]);
  });

  test('is never sent twice where it may have been executed', async () => {
    const call = failing(ec2Errors.reset());
    await expect(new Retry(settings).once(() => call.send())).rejects.toThrow('socket hang up');
    expect([call.sent, clock.pauses]).toEqual([1, []]);
  });
});

test.each(['once', 'idempotent'] as const)('a call that EC2 refuses is not sent again (%s)', async (way) => {
  const call = failing(ec2Errors.denied());
  await expect(new Retry(settings)[way](() => call.send())).rejects.toMatchObject({
    name: 'UnauthorizedOperation',
  });
  expect(call.sent).toBe(1);
});

describe('when the step’s own time is up', () => {
  test('every call is given the signal, and none is sent again', async () => {
    const stop = new AbortController();
    const seen: boolean[] = [];
    const calls = new Retry({ ...settings, signal: stop.signal });
    const work = calls.idempotent(async (signal) => {
      seen.push(signal === stop.signal);
      stop.abort();
      throw ec2Errors.throttled();
    });
    await expect(work).rejects.toMatchObject({ name: 'RequestLimitExceeded' });
    expect([seen, clock.pauses]).toEqual([[true], []]);
  });
});

describe('a look at what may be stale', () => {
  test('is repeated until there is something to see', async () => {
    let looks = 0;
    const seen = await new Retry(settings).until(async () => {
      looks += 1;
      return looks === 5 ? 'pair' : undefined;
    }, 25);
    expect([seen, looks]).toEqual(['pair', 5]);
  });

  test('is believed after so many times that there is nothing', async () => {
    let looks = 0;
    const seen = await new Retry(settings).until(async () => {
      looks += 1;
      return undefined;
    }, 6);
    expect([seen, looks]).toEqual([undefined, 6]);
  });

  test('passes on what goes wrong with it', async () => {
    const look = () => Promise.reject(ec2Errors.denied());
    await expect(new Retry(settings).until(look, 9)).rejects.toMatchObject({
      name: 'UnauthorizedOperation',
    });
  });
});
