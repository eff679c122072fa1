import { expect, jest, test } from '@jest/globals';
import type { AwsSession } from '../../../src/aws/session.ts';

const policies: string[] = [];
jest.unstable_mockModule('../../../src/step/retry-policies.ts', () => ({
  printReasons: () => async () => undefined,
  mainRetryPolicy: (_: unknown, time = 'usual') => {
    policies.push(time);
    return {};
  },
}));
const { openSweep } = await import('../../../src/step/open-sweep.ts');

test('Turns of a sweep share their time limit, except one that changes instances: it has as long as a rotation', async () => {
  const session = { client: () => ({ config: { requestHandler: { handle: async () => ({}) } } }) };
  const own = { repository: 'github.com/octo/widgets', runId: '1' };
  const { nextTurn } = openSweep(undefined, session as unknown as AwsSession, own);
  for (const time of ['usual', 'withInstances', 'usual', 'withInstances'] as const) await nextTurn(0, time);
  expect(policies).toEqual(['usual', 'withInstances', 'withInstances']);
});
