import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type LocalAws, startLocalAws } from '../../local/aws/server.ts';
import { type Job, type JobRun, type RunningJob, type Step, startJob } from '../../local/runner/job.ts';
import { findNode24 } from '../../scripts/node24.mjs';

/** The repository: the action as a workflow's `uses: ./` finds it, with the committed dist. */
export const actionFolder = fileURLToPath(new URL('../../', import.meta.url));

export const node24 = findNode24();

/** The parts of a scenario: an AWS endpoint, a folder for jobs, and jobs that run the action's dist in it. */
export interface Scenario extends AsyncDisposable {
  readonly aws: LocalAws;
  /** An empty folder outside the job's own, for what a scenario wants to keep. */
  readonly aside: string;
  /** Starts a job of these steps; `uses: ./` is the action. */
  start(steps: readonly Step[], job?: Partial<Job>): RunningJob;
  run(steps: readonly Step[], job?: Partial<Job>): Promise<JobRun>;
}

/** Use with `await using`: everything is ended and removed at the end of the test. */
export async function openScenario(region = 'eu-west-1'): Promise<Scenario> {
  const folder = await mkdtemp(path.join(tmpdir(), 'ec2-key-pair-scenario-'));
  const aws = await startLocalAws();
  let jobs = 0;
  const start: Scenario['start'] = (steps, job = {}) => {
    jobs += 1;
    return startJob({
      steps,
      actions: { './': actionFolder },
      node: node24,
      root: path.join(folder, `job-${jobs}`),
      host: { PATH: process.env['PATH'] ?? '', ...aws.environment(region) },
      github: { repository: 'octo/widgets', runId: '4242', runAttempt: '1', job: 'build' },
      ...job,
    });
  };
  return {
    aws,
    aside: folder,
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

/** The operations that were sent to EC2, in order, without those of other services. */
export function operationsSent(aws: LocalAws): string[] {
  return aws.requests.filter(({ service }) => service === 'ec2').map(({ operation }) => operation);
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

/** What any process printed, without the commands that register masks. */
export function printedBesidesMasks(run: JobRun): string {
  return run.raw
    .split(/\r?\n/)
    .filter((line) => !line.startsWith('::add-mask::'))
    .join('\n');
}
