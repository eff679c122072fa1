import type { ReleaseOutcome } from './claim.ts';
import { type Ledger, type OpenClaim, writeFact } from './ledger.ts';

export type Leftover = Extract<ReleaseOutcome, { outcome: 'left' }>;

/**
 * Releases claims, last first, whatever becomes of each: the one way to undo, for main and for post.
 * What was removed, or proved gone, is written down.
 */
export async function releaseLastFirst(
  claims: readonly OpenClaim[],
  ledger: Ledger,
): Promise<ReleaseOutcome[]> {
  const outcomes: ReleaseOutcome[] = [];
  for (const claim of claims.toReversed()) {
    const outcome = await release(claim);
    if (outcome.outcome !== 'left') noteReleased(claim, ledger);
    outcomes.push(outcome);
  }
  return outcomes;
}

/** What a failed step has to say of what it removed again. */
export function undoneOf(outcomes: readonly ReleaseOutcome[]): string[] {
  return outcomes.flatMap((outcome) =>
    outcome.outcome === 'removed' && outcome.undone !== undefined ? [outcome.undone] : [],
  );
}

/** Those of the outcomes that leave something behind. */
export function leftoversOf(outcomes: readonly ReleaseOutcome[]): Leftover[] {
  return outcomes.filter((outcome) => outcome.outcome === 'left');
}

async function release({ kind, record }: OpenClaim): Promise<ReleaseOutcome> {
  try {
    return await kind.release(record);
  } catch (error) {
    const why = error instanceof Error ? error.message : 'an unknown error';
    return { outcome: 'left', what: `what was claimed as ${record.kind}`, why };
  }
}

/** A release that cannot be written down is still a release: the next one finds the thing gone. */
function noteReleased({ number }: OpenClaim, ledger: Ledger): void {
  try {
    writeFact(ledger, number, 'released');
  } catch {
    // Nothing follows from the missing line but a second look.
  }
}
