import { readJournal } from '../ec2/journal.ts';
import type { KeyPair } from '../ec2/responses.ts';
import { endAbandonedRotation } from './end-rotation.ts';
import type { Log, Preview } from './operation.ts';
import { rotationInProgress } from './rotation-errors.ts';
import type { SettlesCopies } from './settle-copy.ts';
import { isYoung } from './young.ts';

/** What waiting for a rotation uses of a step. */
interface AwaitsRotations extends SettlesCopies {
  readonly log: Log;
  now(): Date;
}

/**
 * Waits for the rotation of another step, or ends it if that step no longer runs. Then the key pair should exist.
 *
 * @param next - Waits before another look. Returns false if the time is up.
 * @throws KeyPairError `ROTATION_IN_PROGRESS`.
 */
export async function awaitRotation(
  journal: KeyPair,
  next: (time: 'all') => Promise<boolean>,
  step: AwaitsRotations,
): Promise<void> {
  if (!isYoung(journal, step.now())) {
    step.log.info(await endAbandonedRotation(journal, step));
  } else if (!(await next('all'))) {
    throw rotationInProgress(journal);
  }
}

/** @param then - What would be done with the key pair, as in `use it`. */
export function previewOfAbandoned(journal: KeyPair, then: string): Preview {
  const { keyName = '' } = readJournal(journal) ?? {};
  const text = `put back key pair "${keyName}" in ${journal.region}, of which a step left a rotation unfinished, and ${then}`;
  return { actions: [{ text }], warnings: [], outputs: {} };
}
