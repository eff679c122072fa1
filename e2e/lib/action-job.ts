import assert from 'node:assert/strict';
import { mkdtemp } from 'node:fs/promises';
import path from 'node:path';
import { type Job, type JobRun, runJob, type Step, type StepRun } from '../../local/runner/job.ts';
import type { Site } from './suite.ts';

/** The action, for `uses:`. */
export const action = 'OWNER/ec2-key-pair@v1';

export type Inputs = Readonly<Record<string, string>>;

/** The action as a step, with the ID `key` by default. */
export function keyPairStep(inputs: Inputs = {}, id = 'key'): Step {
  return { id, name: id, uses: action, with: inputs };
}

/** The expression for an output of the action. */
export function output(name: string, id = 'key'): string {
  return `\${{ steps.${id}.outputs.${name} }}`;
}

/** A step that copies the private key file with its mode, to keep it after the job. */
export function keepKeyStep(target: string, id = 'key'): Step {
  return { name: `keep ${id}`, run: `cp -p "${output('private-key-path', id)}" '${target}'` };
}

/** The workflow run of all jobs, unless a check sets another one. */
export const thisRun = { repository: 'octo/widgets', runId: '4711', runAttempt: '1', job: 'e2e' };

/** Runs a job with the action in it, as GitHub's runner would. */
export async function runActionJob(
  site: Pick<Site, 'action' | 'folder'>,
  environment: Readonly<Record<string, string>>,
  steps: readonly Step[],
  more: Partial<Job> = {},
): Promise<JobRun> {
  return runJob({
    steps,
    actions: { [action]: site.action },
    node: process.execPath,
    root: await mkdtemp(path.join(site.folder, 'job-')),
    host: { PATH: process.env['PATH'] ?? '', ...environment },
    github: thisRun,
    ...more,
  });
}

/** Like `runActionJob`, for a job that must succeed. */
export async function runGreenJob(...job: Parameters<typeof runActionJob>): Promise<JobRun> {
  const run = await runActionJob(...job);
  assert.equal(run.conclusion, 'success', `The job did not succeed:\n${run.log}`);
  return run;
}

/** The outputs of a step of the action. */
export function outputsOf(run: JobRun, id = 'key'): Readonly<Record<string, string>> {
  return mainOf(run, id).outputs;
}

export function mainOf(run: JobRun, id = 'key'): StepRun {
  const found = run.steps.find((step) => step.id === id && step.phase === 'main');
  assert.ok(found, `No step ${id} ran:\n${run.log}`);
  return found;
}

/** Messages of all annotations of a level, in order. */
export function annotated({ annotations }: JobRun, level: 'error' | 'warning' | 'notice'): string[] {
  return annotations.filter((annotation) => annotation.level === level).map(({ message }) => message);
}
