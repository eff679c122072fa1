import { homedir } from 'node:os';
import path from 'node:path';
import { context } from '@actions/github';
import type { WorkflowRun } from '../inputs/request.ts';
import { KeyPairError } from '../errors.ts';

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

/** The folder of Windows' own programs. */
export function windowsPrograms(): string {
  return path.join(process.env['SystemRoot'] ?? 'C:\\Windows', 'System32');
}
