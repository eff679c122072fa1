import type { KeyPair } from '../ec2/responses.ts';
import { isManaged, type Lifetime, tagKeys, type WorkflowRun } from '../ownership.ts';
import type { KeyPairResult } from '../results/key-pair-result.ts';

const lifetimes: readonly Lifetime[] = ['job', 'run', 'persistent'];

/** What a result says about the creation of a key pair. */
type Origin = Pick<KeyPairResult, 'creator' | 'creatingRunId' | 'lifetime' | 'expiresAt' | 'runUrl'>;

/** Reads the tags of an existing key pair. They prove nothing: IAM decides who can set them. */
export function originOf({ tags }: KeyPair, run: WorkflowRun): Origin {
  const creating = creatingRunOf(tags, run);
  if (creating === undefined) return { lifetime: undefined, expiresAt: undefined, runUrl: undefined };
  const { repository, runId } = creating;
  return {
    creator: `run ${runId} of ${isManaged(tags, run) ? 'this repository' : repository}`,
    creatingRunId: runId,
    lifetime: lifetimeIn(tags),
    expiresAt: expiryIn(tags),
    runUrl: `https://${repository}/actions/runs/${runId}`,
  };
}

/** Undefined if the tags do not say. */
export function lifetimeIn(tags: KeyPair['tags']): Lifetime | undefined {
  return lifetimes.find((lifetime) => lifetime === tags.get(tagKeys.lifetime));
}

/** Undefined if the tags do not say. */
export function expiryIn(tags: KeyPair['tags']): Date | undefined {
  const time = new Date(tags.get(tagKeys.expiresAt) ?? '');
  return Number.isNaN(time.getTime()) ? undefined : time;
}

/**
 * The run that created a key pair; undefined if its tags do not say, or name another server: anyone who can set tags could
 * name any site.
 */
function creatingRunOf(
  tags: KeyPair['tags'],
  run: WorkflowRun,
): Pick<WorkflowRun, 'repository' | 'runId'> | undefined {
  const repository = tags.get(tagKeys.repository) ?? '';
  if (hostOf(repository) !== hostOf(run.repository)) return undefined;
  const [, runId] = /^(\d+)\/\d+$/.exec(tags.get(tagKeys.run) ?? '') ?? [];
  if (runId === undefined || !/^[\w.-]+(?::\d+)?\/[\w.-]+\/[\w.-]+$/.test(repository)) return undefined;
  return { repository, runId };
}

function hostOf(repository: string): string {
  return repository.slice(0, repository.indexOf('/'));
}
