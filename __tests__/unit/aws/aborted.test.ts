import { expect, test } from '@jest/globals';
import { unlessAborted } from '../../../src/aws/aborted.ts';

const never = new Promise<never>(() => {});

test('A call settles as it would without a signal.', async () => {
  for (const signal of [undefined, new AbortController().signal]) {
    expect(await unlessAborted(Promise.resolve('done'), signal)).toBe('done');
    await expect(unlessAborted(Promise.reject(new Error('failed')), signal)).rejects.toThrow('failed');
  }
});

test('A call that never settles rejects when it is aborted, or if it already was.', async () => {
  const controller = new AbortController();
  const call = unlessAborted(never, controller.signal);
  controller.abort();
  await expect(call).rejects.toMatchObject({ name: 'AbortError' });
  await expect(unlessAborted(never, controller.signal)).rejects.toMatchObject({ name: 'AbortError' });
});
