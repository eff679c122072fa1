import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import { freshEd25519 } from '../../lib/keys.ts';
import { defaultFile, plainCreate } from './plain-requests.ts';

/** A clock that only waiting advances. */
let clock = 0;
jest.unstable_mockModule('node:timers/promises', () => ({
  setTimeout: async (pause: number) => {
    clock += pause;
  },
}));
const { publicKeyLine } = await import('../../lib/fake-ec2.ts');
const { create } = await import('../../../src/operations/create.ts');
const { deleteOperation } = await import('../../../src/operations/delete.ts');
const { ensure } = await import('../../../src/operations/ensure.ts');
const { importOperation } = await import('../../../src/operations/import.ts');
const { managedTags, openTestStep, otherStepsTags } = await import('./test-step.ts');
type TestStep = Awaited<ReturnType<typeof openTestStep>>;

beforeEach(() => {
  clock = 0;
  jest.spyOn(performance, 'now').mockImplementation(() => clock);
  jest.spyOn(Math, 'random').mockReturnValue(0.5);
});

/** As main waits. */
const open = () => openTestStep({ total: 60_000, lookFor: 3_000, pause: 1_000 });

const { name: _, ...createRest } = plainCreate;
const ensured = {
  ...createRest,
  operation: 'ensure',
  keyName: 'deploy',
  keyType: undefined,
  sources: [],
} as const;
const imported = {
  ...createRest,
  operation: 'import',
  name: { exact: 'deploy' },
  publicKey: { text: publicKeyLine(freshEd25519()) },
} as const;
const deleted = {
  operation: 'delete',
  region: undefined,
  dryRun: false,
  pairs: { keyName: 'deploy' },
  ifInUse: 'ignore',
  force: false,
} as const;

const theirs = { KeyName: 'deploy', Tags: managedTags };

/** Before the step does this, others take the name, and free it before the step looks. */
function takeAndFree(step: TestStep, before: string, times: number): void {
  let left = times;
  step.breakAt = (event) => {
    if (event === 'ec2 describe') {
      for (const [id, { Tags }] of step.ec2.pairs) if (Tags === otherStepsTags) step.ec2.pairs.delete(id);
    } else if (event === before && left > 0) {
      left -= 1;
      step.ec2.put({ ...theirs, Tags: otherStepsTags });
    }
    return false;
  };
}

/** Before the step does this, others put another key pair in the place of the one that it found. */
function replace(step: TestStep, before: string, times: number): void {
  let left = times;
  step.ec2.put(theirs);
  step.breakAt = (event) => {
    if (event !== before || left === 0) return false;
    left -= 1;
    step.ec2.pairs.clear();
    step.ec2.put(theirs);
    return false;
  };
}

/** Runs an operation against others who are faster so many times. */
type Race = (step: TestStep, times: number) => Promise<object>;

const races: Record<string, Race> = {
  async create(step, times) {
    takeAndFree(step, 'ec2 create', times);
    return create.execute(await create.plan(plainCreate, step), step);
  },
  async import(step, times) {
    takeAndFree(step, 'ec2 import', times);
    return importOperation.execute(await importOperation.plan(imported, step), step);
  },
  async 'ensure, of a key pair that others create,'(step, times) {
    takeAndFree(step, 'ec2 create', times);
    const request = { ...ensured, destinations: [defaultFile] };
    return ensure.execute(await ensure.plan(request, step), step);
  },
  async 'ensure, of a key pair that others replace before it is tagged,'(step, times) {
    replace(step, 'ec2 tag', times);
    const request = { ...ensured, destinations: [], tags: [{ key: 'a', value: 'b' }] };
    return ensure.execute(await ensure.plan(request, step), step);
  },
  async delete(step, times) {
    replace(step, 'ec2 delete', times);
    return deleteOperation.execute(await deleteOperation.plan(deleted, step), step);
  },
};

describe.each(Object.entries(races))('%s', (operation, race) => {
  test('goes on while the time lasts, however often others are faster', async () => {
    await using step = await open();
    await race(step, 12);
    expect(clock).toBeLessThanOrEqual(60_000);
    expect([...step.ec2.pairs.values()]).toHaveLength(operation === 'delete' ? 0 : 1);
    expect(step.logged.filter((line) => line.startsWith('warning'))).toEqual([]);
  });

  test('ends when the time is up', async () => {
    await using step = await open();
    const outcome = await race(step, Number.POSITIVE_INFINITY).catch((error: unknown) => error);
    expect(clock).toBeGreaterThan(50_000);
    expect(clock).toBeLessThanOrEqual(60_000);
    const told = [...step.logged, outcome instanceof Error ? outcome.message : ''].join('\n');
    expect(told).toMatch(/InvalidKeyPair\.Duplicate|other processes keep deleting/);
  });
});
