import { describe, expect, jest, test } from '@jest/globals';
import { Pace } from '../../../src/aws/pace.ts';

/** The pauses of a pace on a clock that only its waits move, in milliseconds. */
function openPace() {
  let now = 1_000;
  const clock = jest.spyOn(performance, 'now').mockImplementation(() => now);
  const pace = new Pace({ burst: 50, interval: 250, longest: 4_000 }, async (pause) => {
    now += pause;
  });
  return {
    pace,
    elapsed: () => now - 1_000,
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
    [Symbol.dispose]: () => clock.mockRestore(),
  };
}

async function times(count: number, work: () => Promise<void>): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await work();
}

describe('The pace of changes', () => {
  test('is 50 at once, then 4 per second', async () => {
    using clock = openPace();
    await times(50, () => clock.pace.next());
    expect(clock.elapsed()).toBe(0);
    await times(40, () => clock.pace.next());
    expect(clock.elapsed()).toBe(10_000);
  });

  test('catches up for a second at most: after a slow request, few of the next ones are faster', async () => {
    using clock = openPace();
    await times(51, () => clock.pace.next());
    clock.pass(60_000);
    const before = clock.elapsed();
    await times(13, () => clock.pace.next());
    // Five are late, one of them by nothing.
    expect(clock.elapsed() - before).toBe(8 * 250);
  });

  test('is halved with the first throttling, which also ends the burst, and so on up to a limit', async () => {
    using clock = openPace();
    await clock.pace.next();
    await clock.pace.backOff();
    expect(clock.elapsed()).toBe(500);
    await clock.pace.next();
    expect(clock.elapsed()).toBe(1_000);
    await times(10, () => clock.pace.backOff());
    const before = clock.elapsed();
    await clock.pace.next();
    expect(clock.elapsed() - before).toBe(4_000);
  });

  test('comes back after a while without throttling', async () => {
    using clock = openPace();
    await clock.pace.backOff();
    await times(60, () => clock.pace.next());
    const before = clock.elapsed();
    await clock.pace.next();
    expect(clock.elapsed() - before).toBe(250);
  });
});
