import type { KeyPair } from '../ec2/responses.ts';
import { creatingRunOf, isManaged, type Lifetime, tagKeys, type WorkflowRun } from '../ownership.ts';
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

function expiryIn(tags: KeyPair['tags']): Date | undefined {
  const time = new Date(tags.get(tagKeys.expiresAt) ?? '');
  return Number.isNaN(time.getTime()) ? undefined : time;
}
