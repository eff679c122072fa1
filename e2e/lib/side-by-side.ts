import { availableParallelism } from 'node:os';

/** Runs independent tasks, as many at a time as the machine has processors. */
export async function sideBySide(
  tasks: readonly (() => Promise<unknown>)[],
  atOnce = availableParallelism(),
): Promise<void> {
  const waiting = [...tasks];
  const workers = Array.from({ length: Math.min(atOnce, tasks.length) }, async () => {
    for (let task = waiting.shift(); task !== undefined; task = waiting.shift()) await task();
  });
  const failed = (await Promise.allSettled(workers)).find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') throw failed.reason;
}
