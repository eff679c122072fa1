import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { jest } from '@jest/globals';
import type { CreatedKey } from '../../local/aws/keys/created-key.ts';
import {
  createAccount,
  type LocalAccount,
  type LocalAws,
  RecordedKeys,
  type ServedRequest,
  startLocalAws,
} from '../../local/aws/server.ts';
import {
  type Job,
  type JobRun,
  type Phase,
  type RunningJob,
  type Step,
  type StepRun,
  startJob,
} from '../../local/runner/job.ts';
import { findNode24 } from '../../scripts/node24.mjs';
import { type Leak, leaksOf } from '../../test-support/leaks.ts';
import { SecretPieces } from '../../test-support/secret-pieces.ts';

/** Milliseconds for a job, and for a test with all its jobs: limits, not expectations. */
const jobLimit = 60_000;
jest.setTimeout(2 * jobLimit);

/** The repository: the action as `uses: ./` finds it, with the committed dist. */
export const actionFolder = fileURLToPath(new URL('../../', import.meta.url));

export const node24 = findNode24();

/** The workflow run of all jobs, unless a scenario sets another one. */
export const thisRun = { repository: 'octo/widgets', runId: '4242', runAttempt: '1', job: 'build' };

/** An AWS endpoint, and jobs that run the action's dist with it. */
export interface Scenario extends AsyncDisposable {
  readonly aws: LocalAws;
  /** Every key that the endpoint created for a CreateKeyPair request, in order. */
  readonly keys: readonly CreatedKey[];
  /** An empty folder outside the job's folders, for files that a scenario keeps. */
  readonly aside: string;
  /** The environment of the runner, with changes. Undefined values are not set. */
  host(changes?: Readonly<Record<string, string | undefined>>): Record<string, string>;
  /** Starts a job of these steps; `uses: ./` is the action. */
  start(steps: readonly Step[], job?: Partial<Job>): RunningJob;
  run(steps: readonly Step[], job?: Partial<Job>): Promise<JobRun>;
}

/** Use with `await using`: everything is stopped and removed at the end of the test. */
export async function openScenario(
  region = 'eu-west-1',
  accounts: readonly [LocalAccount, ...LocalAccount[]] = [createAccount()],
): Promise<Scenario> {
  // On macOS, the folder for temporary files is behind a link. The action prints real paths.
  const folder = await realpath(await mkdtemp(path.join(tmpdir(), 'ec2-key-pair-scenario-')));
  const keys = new RecordedKeys();
  const aws = await startLocalAws({ accounts, keys });
  let jobs = 0;
  const host: Scenario['host'] = (changes = {}) => {
    const variables = {
      ...{ PATH: process.env['PATH'] ?? '', NODE_COMPILE_CACHE: process.env['COMPILED_ACTION'] },
      ...aws.environment(region),
      ...changes,
    };
    return Object.fromEntries(
      Object.entries(variables).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    );
  };
  const start: Scenario['start'] = (steps, job = {}) => {
    jobs += 1;
    return startJob({
      steps,
      actions: { './': actionFolder },
      node: node24,
      root: path.join(folder, `job-${jobs}`),
      host: host(),
      github: thisRun,
      times: { limit: jobLimit },
      ...job,
    });
  };
  return {
    aws,
    keys: keys.taken,
    aside: folder,
    host,
    start,
    run: (steps, job) => start(steps, job).finished,
    async [Symbol.asyncDispose]() {
      await aws.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The action as a step. */
export function keyPairStep(inputs: Record<string, string | boolean> = {}, more: Partial<Step> = {}): Step {
  return { id: 'key', name: 'key pair', uses: './', with: inputs, ...more };
}

/** A step that copies the private key file, to keep it after the job. */
export function copyKeyStep(target: string): Step {
  return { name: 'copy', run: `cp "\${{ steps.key.outputs.private-key-path }}" '${target}'` };
}

/** A phase of a step, by the step's name. */
export function stepOf(run: JobRun, name = 'key pair', phase: Phase = 'main'): StepRun {
  const found = run.steps.find((step) => step.phase === phase && step.name === name);
  if (found === undefined) throw new Error(`No ${phase} step "${name}" ran in this job:\n${run.log}`);
  return found;
}

export function postOf(run: JobRun, name = 'key pair'): StepRun {
  return stepOf(run, `Post ${name}`, 'post');
}

/** Messages of a step's annotations, in order. */
export function annotated({ annotations }: StepRun, level: 'error' | 'warning' | 'notice'): string[] {
  return annotations.filter((annotation) => annotation.level === level).map(({ message }) => message);
}

/** Requests that the action sent to EC2, in order, without those of other users. */
export function requestsOfAction({ requests }: LocalAws): ServedRequest[] {
  return requests.filter(
    ({ service, userAgent }) => service === 'ec2' && userAgent.includes('ec2-key-pair-action'),
  );
}

/** The operations that the action sent to EC2, in order. */
export function operationsSent(aws: LocalAws): string[] {
  return requestsOfAction(aws).map(({ operation, dryRun }) =>
    dryRun ? `${operation} (dry run)` : operation,
  );
}

/** The tags of an existing key pair. */
export function tagsOf(aws: LocalAws, keyName: string, region = 'eu-west-1'): Record<string, string> {
  const pair = aws.keyPairs(region).find(({ name }) => name === keyName);
  return Object.fromEntries((pair?.tags ?? []).map(({ key, value }) => [key, value]));
}

/** Places where a piece of a private key that the endpoint returned can be read. */
export function keyLeaks(run: JobRun, { keys }: Pick<Scenario, 'keys'>): Leak[] {
  return leaksOf(run, SecretPieces.ofKeys(keys));
}
