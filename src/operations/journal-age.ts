import type { KeyPairs } from '../ec2/key-pairs.ts';
import type { KeyPair } from '../ec2/responses.ts';
import { isYoungRotation } from './young.ts';

/** What telling the age of a rotation uses of a step. */
export interface SeesAge {
  readonly keyPairs: KeyPairs;
  /** EC2's own time, as its next response says: the clock of a runner may be wrong. */
  openEc2Clock(): Promise<{ now(): Date }>;
}

/** Milliseconds, more than a step takes to swap two key pairs, or to undo that. */
const timeToSwap = 60_000;

/** Whether the step of a rotation may still be running. True if EC2 does not say how old its journal is. */
export async function mayBeRunning(journal: KeyPair, { keyPairs, openEc2Clock }: SeesAge): Promise<boolean> {
  if (journal.createdAt === undefined) return true;
  const clock = await openEc2Clock();
  await keyPairs.find({ keyPairId: journal.keyPairId });
  return isYoungRotation(journal, clock.now());
}

/**
 * Whether the journal of this step is, or is about to be, so old that another step which finds it ends the rotation. True if EC2
 * does not show it any more.
 *
 * @param journal - With the tags that the step set, whatever EC2 shows.
 */
export async function mayBeEndedByOthers(
  journal: Pick<KeyPair, 'keyPairId' | 'keyName' | 'tags'>,
  { keyPairs, openEc2Clock }: SeesAge,
): Promise<boolean> {
  const clock = await openEc2Clock();
  const seen = await keyPairs.findEventually({ keyPairId: journal.keyPairId });
  if (seen === undefined) return true;
  const { keyName, tags } = journal;
  const { createdAt } = seen;
  const soon = new Date(clock.now().getTime() + timeToSwap);
  return createdAt !== undefined && !isYoungRotation({ keyName, tags, createdAt }, soon);
}
