import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Job, JobFolders } from './job-types.ts';

/** The values of the `github` context by name. All except `token` are also environment variables. */
export type GitHubContext = Readonly<Record<string, string>>;

const DEFAULT_REPOSITORY = 'octo/example';

/** The folders of a job in its root: `_work` for the repository, and `_temp`, `_home` and `_tool`. */
export function jobFolders(root: string, repository = DEFAULT_REPOSITORY): JobFolders {
  const name = repository.split('/')[1] ?? repository;
  return {
    workspace: join(root, '_work', name, name),
    temp: join(root, '_temp'),
    home: join(root, '_home'),
    toolCache: join(root, '_tool'),
  };
}

/**
 * The `github` context, with plausible defaults for everything that the job does not set. Writes the event's payload.
 */
export function githubContext(job: Job, folders: JobFolders, token: string): GitHubContext {
  const facts = job.github ?? {};
  const repository = facts.repository ?? DEFAULT_REPOSITORY;
  const serverUrl = facts.serverUrl ?? 'https://github.com';
  const apiUrl = facts.apiUrl ?? 'https://api.github.com';
  const ref = facts.ref ?? 'refs/heads/main';
  const workflow = facts.workflow ?? 'CI';
  const actor = facts.actor ?? 'octocat';
  const eventName = facts.eventName ?? 'push';
  const sha = facts.sha ?? '0123456789abcdef0123456789abcdef01234567';
  const workflowRef = `${repository}/.github/workflows/ci.yml@${ref}`;
  return {
    actor,
    actor_id: '583231',
    api_url: apiUrl,
    base_ref: '',
    event_name: eventName,
    event_path: writeEvent(folders, facts.event ?? {}),
    graphql_url: `${apiUrl}/graphql`,
    head_ref: '',
    job: facts.job ?? 'test',
    ref,
    ref_name: ref.replace(/^refs\/(heads|tags)\//, ''),
    ref_protected: 'false',
    ref_type: ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    repository,
    repository_id: facts.repositoryId ?? '1296269',
    repository_owner: repository.split('/')[0] ?? repository,
    repository_owner_id: '1342004',
    retention_days: '90',
    run_attempt: facts.runAttempt ?? '1',
    run_id: facts.runId ?? '1658821493',
    run_number: facts.runNumber ?? '3',
    server_url: serverUrl,
    sha,
    token,
    triggering_actor: actor,
    workflow,
    workflow_ref: workflowRef,
    workflow_sha: sha,
    workspace: folders.workspace,
  };
}

/** The `runner` context. With the prefix `RUNNER_`, these are also environment variables. */
export function runnerContext(job: Job, folders: JobFolders): Readonly<Record<string, string>> {
  return {
    os: process.platform === 'darwin' ? 'macOS' : 'Linux',
    arch: process.arch.toUpperCase(),
    name: 'this-machine',
    environment: job.hosted === true ? 'github-hosted' : 'self-hosted',
    tool_cache: folders.toolCache,
    temp: folders.temp,
    workspace: join(folders.workspace, '..'),
    ...(job.debug === true ? { debug: '1' } : {}),
  };
}

function writeEvent(folders: JobFolders, event: unknown): string {
  const folder = join(folders.temp, '_github_workflow');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'event.json');
  writeFileSync(path, JSON.stringify(event));
  return path;
}

/** What GitHub's OIDC tokens say about a job without an environment. */
export function tokenClaims(github: GitHubContext): Record<string, string> {
  const names = ['repository', 'repository_id', 'ref', 'sha', 'run_id', 'run_attempt', 'event_name', 'actor'];
  const { repository = '', ref = '' } = github;
  return {
    sub: `repo:${repository}:ref:${ref}`,
    ...Object.fromEntries(names.map((name) => [name, github[name] ?? ''])),
    job_workflow_ref: github['workflow_ref'] ?? '',
  };
}
