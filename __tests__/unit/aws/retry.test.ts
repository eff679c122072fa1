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

const { neverSent } = await import('./never-sent.ts');
const { Retry } = await import('../../../src/aws/retry.ts');

/** What was tried again, and for how long it may be, in milliseconds. */
const retried: [error: unknown, within: number][] = [];
const policy = {
  total: 60_000,
  base: 200,
  cap: 5_000,
  insistFor: 10_000,
  lookFor: 3_000,
  searchFor: 22_000,
  signal: new AbortController().signal,
  async onRetry(error: unknown, within: number) {
    retried.push([error, within]);
  },
};

beforeEach(() => {
  Object.assign(clock, { now: 0, pauses: [] });
  retried.length = 0;
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

  test('is reported with every error, and with the time that is left for retries.', async () => {
    const errors = times(3, ec2Errors.throttled);
    await new Retry(policy).once(failing(...errors).send);
    expect(retried).toEqual(errors.map((error) => [error, 60_000]));
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
  test('is sent until the deadline where that is harmless.', async () => {
    const call = failing(...times(99, ec2Errors.silence));
    await expect(new Retry(policy).idempotent(() => call.send())).rejects.toThrow('timed out');
    expect(clock.now).toBeGreaterThan(55_000);
    expect(clock.now).toBeLessThanOrEqual(60_000);
  });

  test('is sent until it succeeds, however often it fails in this time.', async () => {
    jest.spyOn(Math, 'random').mockReturnValue(0.01);
    const call = failing(...times(50, ec2Errors.reset));
    expect(await new Retry(policy).idempotent(() => call.send())).toBe('response');
  });

  test('is sent for a short time only if another device responds, which it will go on to do.', async () => {
    const call = failing(...times(99, () => ec2Errors.proxyPage(403)));
    await expect(new Retry(policy).idempotent(() => call.send())).rejects.toThrow('Unknown');
    expect(clock.now).toBeLessThanOrEqual(10_000);
  });

  test('is never sent twice where it may have been executed.', async () => {
    const call = failing(ec2Errors.reset());
    await expect(new Retry(policy).once(() => call.send())).rejects.toThrow('socket hang up');
    expect([call.sent, clock.pauses]).toEqual([1, []]);
  });
});

describe('a call that gets no connection', () => {
  test.each(['once', 'idempotent'] as const)('is sent again when there is one (%s).', async (method) => {
    const call = failing(...(await Promise.all(times(5, ec2Errors.reset).map(neverSent))));
    expect(await new Retry(policy)[method](() => call.send())).toBe('response');
    expect(call.sent).toBe(6);
  });

  test('gives up after a short time.', async () => {
    const call = failing(...(await Promise.all(times(99, ec2Errors.reset).map(neverSent))));
    await expect(new Retry(policy).once(() => call.send())).rejects.toThrow('socket hang up');
    expect(clock.now).toBeGreaterThan(5_000);
    expect(clock.now).toBeLessThanOrEqual(10_000);
    expect(retried[0]?.[1]).toBe(10_000);
  });
});

describe('tries of a caller', () => {
  test('wait longer every time, until the short time or the deadline is up.', async () => {
    const next = new Retry(policy).tries();
    while (await next('short'));
    expect(clock.pauses.map((pause) => Math.round(pause / 0.999))).toEqual([200, 400, 800, 1600, 3200]);
    while (await next('all'));
    expect(clock.now).toBeGreaterThan(55_000);
  });

  test('have the whole short time when they first need it, whatever they waited for before.', async () => {
    const next = new Retry(policy).tries();
    while (clock.now < 20_000) await next('all');
    const before = clock.now;
    while (await next('short'));
    expect(clock.now - before).toBeGreaterThan(4_000);
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

/** Reads of which only this one (from 1) sees something, and when each started, in milliseconds. */
function readsThatSee(seeing: number) {
  const reads: { readonly at: number; readonly isLast: boolean }[] = [];
  return {
    reads,
    async read(isLast = false): Promise<string | undefined> {
      reads.push({ at: Math.round(clock.now), isLast });
      return reads.length === seeing ? 'pair' : undefined;
    },
  };
}

describe('a look', () => {
  test('ends with the read that sees something.', async () => {
    const { reads, read } = readsThatSee(3);
    expect(await new Retry(policy).look(read)).toBe('pair');
    expect(reads).toHaveLength(3);
  });

  test.each([0, 0.5, 0.999])(
    'that sees nothing sends six reads in three seconds, with growing pauses (random number %d).',
    async (random) => {
      jest.spyOn(Math, 'random').mockReturnValue(random);
      const { reads, read } = readsThatSee(0);
      expect(await new Retry(policy).look(read)).toBeUndefined();
      expect(reads).toHaveLength(6);
      expect(reads.at(-1)?.at).toBe(3_000);
      const pauses = reads.slice(1).map(({ at }, index) => at - (reads[index]?.at ?? 0));
      expect(pauses).toEqual(pauses.toSorted((a, b) => a - b));
    },
  );

  test('tells only its last read that it is the last.', async () => {
    const { reads, read } = readsThatSee(0);
    await new Retry(policy).look(read);
    expect(reads.map(({ isLast }) => isLast)).toEqual([false, false, false, false, false, true]);
  });

  test('whose reads take long still reads when its time is up.', async () => {
    const { reads, read } = readsThatSee(0);
    await new Retry(policy).look((isLast) => {
      clock.now += 700;
      return read(isLast);
    });
    expect(reads.at(-1)).toMatchObject({ isLast: true });
    expect(reads.at(-1)?.at).toBeGreaterThanOrEqual(3_000);
  });

  test('ends early, without a last read, if the next wait would end after the deadline.', async () => {
    const { reads, read } = readsThatSee(0);
    expect(await new Retry({ ...policy, total: 700 }).look(read)).toBeUndefined();
    expect(reads.map(({ isLast }) => isLast)).toEqual([false, false, false, false]);
  });

  test('passes on the error of a read.', async () => {
    const read = () => Promise.reject(ec2Errors.denied());
    await expect(new Retry(policy).look(read)).rejects.toMatchObject({ name: 'UnauthorizedOperation' });
  });
});

test('A search reads until its own time is up, every second and a half at most.', async () => {
  const { reads, read } = readsThatSee(0);
  expect(await new Retry(policy).search(read)).toBeUndefined();
  expect(reads.at(-1)?.at).toBe(22_000);
  const pauses = reads.slice(1).map(({ at }, index) => at - (reads[index]?.at ?? 0));
  expect(Math.max(...pauses)).toBeLessThanOrEqual(2_250);
  expect(reads.length).toBeLessThan(30);
});

test('A search without time reads nothing: the caller has looked before.', async () => {
  const { reads, read } = readsThatSee(0);
  expect(await new Retry({ ...policy, searchFor: 0 }).search(read)).toBeUndefined();
  expect(reads).toHaveLength(0);
});
