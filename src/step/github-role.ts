import { GitHubRole } from '../aws/github-role.ts';
import type { RetryPolicy } from '../aws/retry.ts';
import { registerMasks } from '../runner/masks.ts';
import { workflowRun } from '../runner/workflow.ts';
import { sessionNameOf } from './role-session-name.ts';

type Warn = (message: string) => void;

/** A role that this step assumes. `timeLimit` is in milliseconds. */
export function githubRole(arn: string, policy: RetryPolicy, timeLimit: number, warn?: Warn): GitHubRole {
  const { repository, runId, attempt, job } = workflowRun();
  return new GitHubRole({
    arn,
    sessionName: sessionNameOf(repository.slice(repository.lastIndexOf('/') + 1), `${runId}-${attempt}`, job),
    policy,
    timeLimit,
    transport: { variables: process.env, ...(warn && { warn }) },
    registerMasks,
  });
}
