import { beforeAll, describe, expect, test } from '@jest/globals';
import type { JobRun } from '../../local/runner/job.ts';
import { managedTags } from '../../test-support/managed-tags.ts';
import { OtherUser } from '../../test-support/other-user.ts';
import { keyPairStep, openScenario, type Scenario, stepOf } from '../lib/scenario.ts';
import { hostileNameOfInput as hostileName, hostilePath, publicKey } from './parts/hostile-inputs.ts';
import { canaryStep, printedBy, sideEffectsIn, sideEffectsOf } from './parts/side-effects.ts';

/** The key pair of the first step, and one that another user created. */
const own = { 'key-name': hostileName };
const foreign = { 'key-name': `${hostileName} 2` };

/** A step whose name, tags, comment, or path are valid and try to have side effects. */
interface HostileStep {
  readonly step: string;
  readonly inputs: Record<string, string | boolean>;
  readonly outcome: 'success' | 'failure';
  /** Whether it has no reason to print the text. */
  readonly isSilent?: boolean;
  /** Whether a dry run prints what it would do. */
  readonly previews?: boolean;
}

/** Each operation, and each way in which it fails. They run in one job, in this order. */
const steps: readonly HostileStep[] = [
  {
    step: 'create',
    inputs: {
      ...own,
      'key-type': 'ed25519',
      'private-key-path': hostilePath,
      tags: `${hostileName}=${hostileName}`,
    },
    outcome: 'success',
  },
  {
    step: 'create with a name that already exists',
    inputs: { ...own, 'key-type': 'ed25519' },
    outcome: 'failure',
  },
  {
    step: 'create at a path that already exists',
    inputs: { 'key-type': 'ed25519', 'private-key-path': hostilePath },
    outcome: 'failure',
    previews: true,
  },
  {
    step: 'create with a prefix',
    inputs: { 'key-name-prefix': hostileName, 'key-type': 'ed25519', lifetime: 'job' },
    outcome: 'success',
    previews: true,
  },
  {
    step: 'ensure',
    inputs: { operation: 'ensure', ...own, 'private-key-path': hostilePath, tags: `${hostileName}=2` },
    outcome: 'success',
  },
  {
    step: 'ensure with the private key of another key pair',
    inputs: { operation: 'ensure', ...foreign, 'private-key-path': hostilePath },
    outcome: 'failure',
  },
  {
    step: 'ensure of a new key pair below a file',
    inputs: {
      operation: 'ensure',
      'key-name': `${hostileName} 3`,
      'private-key-path': `${hostilePath}/3`,
    },
    outcome: 'failure',
    previews: true,
  },
  {
    step: 'ensure of another key type',
    inputs: { operation: 'ensure', ...own, 'key-type': 'rsa' },
    outcome: 'failure',
  },
  {
    step: 'fetch',
    inputs: { operation: 'fetch', ...own, 'private-key-path': hostilePath, 'output-private-key': true },
    outcome: 'success',
  },
  {
    step: 'fetch with a missing file',
    inputs: { operation: 'fetch', ...own, 'private-key-path': `${hostilePath} 2` },
    outcome: 'failure',
  },
  {
    step: 'fetch with a folder instead of a file',
    inputs: { operation: 'fetch', ...own, 'private-key-path': `${hostilePath}/..` },
    outcome: 'failure',
  },
  {
    step: 'fetch of a missing key pair',
    inputs: { operation: 'fetch', 'key-name': `${hostileName} 4` },
    outcome: 'failure',
  },
  {
    step: 'import',
    inputs: {
      operation: 'import',
      'key-name-prefix': `${hostileName} 5`,
      'public-key': `${publicKey} ${hostileName}`,
      lifetime: 'job',
    },
    outcome: 'success',
    previews: true,
  },
  {
    step: 'import of another key',
    inputs: { operation: 'import', ...own, 'public-key': publicKey },
    outcome: 'failure',
  },
  {
    step: 'import of a missing file',
    inputs: { operation: 'import', ...own, 'public-key-path': hostilePath.slice(1) },
    outcome: 'failure',
  },
  {
    step: 'import of a private key',
    inputs: { operation: 'import', ...own, 'public-key-path': hostilePath },
    outcome: 'failure',
  },
  { step: 'describe', inputs: { operation: 'describe' }, outcome: 'success' },
  {
    step: 'delete of a key pair that another user created',
    inputs: { operation: 'delete', ...foreign },
    outcome: 'failure',
  },
  {
    step: 'delete of a missing key pair',
    inputs: { operation: 'delete', 'key-name': `${hostileName} 6` },
    outcome: 'success',
    previews: true,
  },
  { step: 'delete', inputs: { operation: 'delete', ...own }, outcome: 'success', previews: true },
];

/** Runs steps in one job, in a scenario that was prepared. */
async function runSteps(
  hostileSteps: readonly HostileStep[],
  more: Readonly<Record<string, boolean>>,
  prepare: (scenario: Scenario) => Promise<void>,
): Promise<JobRun> {
  await using scenario = await openScenario();
  await prepare(scenario);
  const jobSteps = hostileSteps.map(({ step, inputs }) =>
    keyPairStep({ ...inputs, ...more }, { name: step, 'continue-on-error': true }),
  );
  return await scenario.run([...jobSteps, canaryStep], { debug: true });
}

const dryRuns = steps.filter(({ inputs }) => inputs['operation'] !== 'fetch');
let run: JobRun;
let dryRun: JobRun;

// Most of the time, the steps wait for reads to become consistent: the two jobs do so at the same time.
beforeAll(async () => {
  [run, dryRun] = await Promise.all([
    runSteps(steps, {}, async ({ aws }) => {
      await new OtherUser(aws).create(foreign['key-name']);
    }),
    runSteps(dryRuns, { 'dry-run': true }, async ({ aws }) => {
      const otherUser = new OtherUser(aws);
      await otherUser.create(own['key-name'], managedTags());
      await otherUser.create(foreign['key-name']);
    }),
  ]);
});

describe('with a name, tag, comment, or path that tries to have side effects', () => {
  test.each(steps)('$step ends as usual, prints the text, and does nothing else', (hostile) => {
    const step = stepOf(run, hostile.step);
    expect(step.outcome).toBe(hostile.outcome);
    expect(sideEffectsOf(step)).toEqual([]);
    // A step that does not print the text would show nothing.
    expect(printedBy(step).includes('octocat')).toBe(hostile.isSilent !== true);
  });

  test('the job gets no mask, no markup, and no command', () => {
    expect(sideEffectsIn(run)).toEqual([]);
  });

  test('outputs have the text as it is', () => {
    expect(stepOf(run, 'create').outputs).toMatchObject({
      'key-name': hostileName,
      'private-key-path': `${run.folders.workspace}/${hostilePath}`,
    });
  });
});

describe('with the same inputs and dry-run', () => {
  test.each(dryRuns)('$step has no side effects', ({ step: name, previews }) => {
    const step = stepOf(dryRun, name);
    expect(sideEffectsOf(step)).toEqual([]);
    expect(step.log.some((line) => /^Dry run: would .*add-mask/.test(line))).toBe(previews === true);
  });

  test('the job gets no mask, no markup, and no command', () => {
    expect(sideEffectsIn(dryRun)).toEqual([]);
    expect(stepOf(dryRun, 'delete').summary).toContain('Would delete key pair');
  });
});
