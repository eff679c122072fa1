import { homedir } from 'node:os';
import * as core from '@actions/core';
import { context } from '@actions/github';
import { KeyPairError } from '../errors.ts';
import type { RawInput } from '../inputs/values.ts';
import type { WorkflowRun } from '../ownership.ts';

/** The inputs of this step, as the runner passes them; empty if not set. */
export const rawInput: RawInput = (name) => core.getInput(name, { trimWhitespace: false });

/**
 * The names of all inputs, in upper case and with `_` for a space: the runner also passes those that action.yml does not
 * have, with a warning (actions/runner, Handler.cs).
 */
export function inputNames(): string[] {
  return Object.keys(process.env).flatMap((name) => /^INPUT_(.+)/.exec(name)?.[1] ?? []);
}

/** The run that this step belongs to. */
export function workflowRun(): WorkflowRun {
  const { owner, repo } = context.repo;
  return {
    repository: `${new URL(context.serverUrl).host}/${owner}/${repo}`,
    runId: String(context.runId),
    attempt: String(context.runAttempt || 1),
    job: context.job,
  };
}

/** The step's `id`; undefined if it has none: the runner then generates one that starts with `__`. */
export function stepId(): string | undefined {
  const id = process.env['GITHUB_ACTION'] ?? '';
  return /^(?!__)[A-Za-z_][\w-]*$/.test(id) ? id : undefined;
}

/** The folders of this job. @throws KeyPairError `NO_RUNNER`. */
export function jobFolders(): { workspace: string; temp: string; home: string } {
  return { workspace: folder('GITHUB_WORKSPACE'), temp: folder('RUNNER_TEMP'), home: homedir() };
}

function folder(variable: string): string {
  const value = process.env[variable];
  if (value) return value;
  throw new KeyPairError('NO_RUNNER', `${variable} is not set, so this is not a step of a workflow.`, {
    hint: 'Run this action from a workflow.',
  });
}

/** How requests are protected on the network, according to the environment. */
export function transportPolicy() {
  const { env } = process;
  return { checksCertificates: env['NODE_TLS_REJECT_UNAUTHORIZED'] !== '0', environment: env };
}

/** Whether this machine is there after the job, with its files. */
export function keepsFiles(): boolean {
  return process.env['RUNNER_ENVIRONMENT'] !== 'github-hosted';
}
