import { readJournal } from '../ec2/journal.ts';
import type { KeyPair } from '../ec2/responses.ts';
import { type EndsRotations, endAbandonedRotation } from './end-abandoned.ts';
import { mayBeRunning, type SeesAge } from './journal-age.ts';
import type { Log, Preview } from './operation.ts';
import { rotationInProgress } from './rotation-errors.ts';

/** What waiting for a rotation uses of a step. */
interface AwaitsRotations extends EndsRotations, SeesAge {
  readonly log: Log;
}

/**
 * Waits for the rotation of another step, and ends it if that step no longer runs. Then the key pair should exist.
 *
 * @param next - Waits before another look. Returns false if the time is up.
 * @throws KeyPairError `ROTATION_IN_PROGRESS`, and the codes of `endAbandonedRotation`.
 */
export async function awaitRotation(
  journal: KeyPair,
  next: (time: 'all') => Promise<boolean>,
  step: AwaitsRotations,
): Promise<void> {
  if (!(await mayBeRunning(journal, step))) {
    step.log.info((await endAbandonedRotation(journal, step)).said);
  }
  // Reads may still show a rotation that was ended.
  if (!(await next('all'))) throw rotationInProgress(journal);
}

/** @param then - What would be done with the key pair, as in `use it`. */
export async function previewOfAbandoned(journal: KeyPair, then: string, step: SeesAge): Promise<Preview> {
  const { keyName = '' } = readJournal(journal) ?? {};
  const text = (await mayBeRunning(journal, step))
    ? `wait until another step has rotated key pair "${keyName}" in ${journal.region}, and ${then}`
    : `end an earlier rotation of key pair "${keyName}" in ${journal.region}, which a step left unfinished, and ${then}`;
  return { actions: [{ text }], warnings: [], outputs: {} };
}
