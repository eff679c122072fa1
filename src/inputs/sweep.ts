import { maxTags, type WorkflowRun } from '../ownership.ts';
import type { RepositoryChoice, SweepRequest } from './request.ts';
import type { InputValues } from './values.ts';

/** What only `sweep` reads. */
export function readSweep(
  inputs: InputValues,
  run: WorkflowRun,
): Omit<SweepRequest, 'operation' | 'region' | 'dryRun'> {
  return {
    repositories: readRepositories(inputs, run),
    tags: inputs.tags('tags', { reserved: () => false, max: maxTags }),
    olderThan: inputs.duration('older-than'),
    ifInUse: inputs.choice('if-in-use', ['ignore', 'warn', 'fail']) ?? 'ignore',
    githubToken: inputs.text('github-token'),
  };
}

const maxRepositories = 100;

/** GitHub's characters for owners and repositories. */
const repositoryPattern = /^[\w-]+\/[\w.-]+$/;

/** Repositories of the server that this step runs on. */
function readRepositories(inputs: InputValues, { repository }: WorkflowRun): RepositoryChoice {
  const lines = inputs.lines('repository');
  if (lines.length === 0) return [repository];
  if (lines.length === 1 && lines[0] === '*') return 'any';
  const [server = ''] = repository.split('/');
  const wrong = lines.find((line) => !repositoryPattern.test(line));
  if (lines.length > maxRepositories) {
    inputs.refuse('repository', `has more than the maximum of ${maxRepositories} repositories`, '');
  } else if (lines.includes('*')) {
    inputs.refuse('repository', 'cannot be combined with other repositories', '*');
  } else if (wrong !== undefined) {
    inputs.refuse('repository', 'must have the form owner/name', wrong);
  }
  return lines.map((line) => `${server}/${line}`);
}
