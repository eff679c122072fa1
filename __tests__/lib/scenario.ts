import { mkdtemp, readFile, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { jest } from '@jest/globals';
import type { MadeKey } from '../../local/aws/keys/made-key.ts';
import {
  type LocalAccount,
  type LocalAws,
  makeAccount,
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

/** Milliseconds for one job, and for one test with all its jobs: bounds, not expectations. */
const jobLimit = 60_000;
jest.setTimeout(2 * jobLimit);

/** The repository: the action as a workflow's `uses: ./` finds it, with the committed dist. */
export const actionFolder = fileURLToPath(new URL('../../', import.meta.url));

export const node24 = findNode24();

/** The workflow run that jobs belong to unless a scenario says otherwise. */
export const thisRun = { repository: 'octo/widgets', runId: '4242', runAttempt: '1', job: 'build' };

/** The parts of a scenario: an AWS endpoint, a folder for jobs, and jobs that run the action's dist in it. */
export interface Scenario extends AsyncDisposable {
  readonly aws: LocalAws;
  /** Every key that the endpoint made for a CreateKeyPair, in order. */
  readonly keys: readonly MadeKey[];
  /** An empty folder outside the job's own, for what a scenario wants to keep. */
  readonly aside: string;
  /** The environment of the machine that jobs run on, with changes; what is undefined is not set. */
  host(changes?: Readonly<Record<string, string | undefined>>): Record<string, string>;
  /** Starts a job of these steps; `uses: ./` is the action. */
  start(steps: readonly Step[], job?: Partial<Job>): RunningJob;
  run(steps: readonly Step[], job?: Partial<Job>): Promise<JobRun>;
}

/** Use with `await using`: everything is ended and removed at the end of the test. */
export async function openScenario(
  region = 'eu-west-1',
  accounts: readonly [LocalAccount, ...LocalAccount[]] = [makeAccount()],
): Promise<Scenario> {
  // On macOS the folder for temporary files is behind a link; the action tells of real paths.
  const folder = await realpath(await mkdtemp(path.join(tmpdir(), 'ec2-key-pair-scenario-')));
  const keys = new RecordedKeys();
  const aws = await startLocalAws({ accounts, preMadeKeys: keys });
  let jobs = 0;
  const host: Scenario['host'] = (changes = {}) => {
    const variables = { PATH: process.env['PATH'] ?? '', ...aws.environment(region), ...changes };
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

/** A step that copies the private key's file to a place that outlives the job. */
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

/** Requests to EC2 that the action sent, in order: not those of a scenario's other people. */
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

/** The tags of a pair that is there. */
export function tagsOf(aws: LocalAws, keyName: string, region = 'eu-west-1'): Record<string, string> {
  const pair = aws.keyPairs(region).find(({ name }) => name === keyName);
  return Object.fromEntries((pair?.tags ?? []).map(({ key, value }) => [key, value]));
}

/**
 * Pieces of 12 characters of a private key's text that stand somewhere in another text. Header and footer,
 * and what the public half shows as well, do not count.
 */
export async function leakedPieces(keyFile: string, publicText: string, text: string): Promise<string[]> {
  const body = (await readFile(keyFile, 'utf8'))
    .split('\n')
    .filter((line) => line !== '' && !line.includes('-----') && !line.includes(':'))
    .join('');
  const pieces: string[] = [];
  for (let start = 0; start + 12 <= body.length; start += 1) {
    const piece = body.slice(start, start + 12);
    if (!/^(.)\1+$/.test(piece) && !publicText.includes(piece) && text.includes(piece)) pieces.push(piece);
  }
  return pieces;
}

/** What the action's own processes printed, without the commands that register masks. */
export function printedBesidesMasks(run: JobRun): string {
  return run.steps
    .filter(({ id }) => id !== undefined)
    .flatMap(({ raw }) => raw.map(({ text }) => text))
    .join('')
    .split(/\r?\n/)
    .filter((line) => !line.startsWith('::add-mask::'))
    .join('\n');
}

/** Pieces of a private key anywhere that a person could read of a job: raw output of the action, log, summary. */
export async function leaksOf(run: JobRun, keyFile: string): Promise<string[]> {
  const publicKeys = run.steps.map(({ outputs }) => outputs['public-key'] ?? '').join('\n');
  return leakedPieces(keyFile, publicKeys, [printedBesidesMasks(run), run.log, run.summary].join('\n'));
}
