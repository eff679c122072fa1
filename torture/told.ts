import type { StoredKeyPair } from '../local/aws/server.ts';
import type { StepRun } from '../local/runner/job.ts';

/** What is told of a job. */
interface ToldRun {
  readonly steps: readonly Pick<StepRun, 'id' | 'phase' | 'annotations'>[];
}

/**
 * Whether an error of main, or a warning or notice of post, names a key pair, and has a command that finds or deletes it
 * by its ID, its nonce, or its name.
 */
export function isTold({ steps }: ToldRun, pair: StoredKeyPair): boolean {
  const nonce = pair.tags.find(({ key }) => key === 'ec2-key-pair-action:nonce')?.value;
  const ways = [pair.id, pair.name, ...(nonce === undefined ? [] : [nonce])];
  const messages = steps.flatMap(({ id, phase, annotations }) => {
    if (phase === 'post') return annotations;
    return id === 'key' ? annotations.filter(({ level }) => level === 'error') : [];
  });
  return messages.some(({ message }) => {
    const commands = message.match(/aws ec2 (?:delete-key-pair|describe-key-pairs) .*/g) ?? [];
    const isNamed = message.includes(pair.name) || message.includes(pair.id);
    return isNamed && commands.some((command) => ways.some((way) => command.includes(way)));
  });
}
