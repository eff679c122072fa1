import type { ReleaseOutcome } from './claim.ts';
import { type Ledger, type OpenClaim, writeFact } from './ledger.ts';

export type Leftover = Extract<ReleaseOutcome, { outcome: 'left' }>;

/** Releases claims in reverse order, even if one fails. */
export async function releaseLastFirst(
  claims: readonly OpenClaim[],
  ledger: Ledger,
): Promise<ReleaseOutcome[]> {
  const outcomes: ReleaseOutcome[] = [];
  for (const claim of claims.toReversed()) outcomes.push(await releaseClaim(claim, ledger));
  return outcomes;
}

/** Releases one claim, and records it unless something is left. Never rejects. */
export async function releaseClaim(claim: OpenClaim, ledger: Ledger): Promise<ReleaseOutcome> {
  const outcome = await attemptRelease(claim);
  if (outcome.outcome !== 'left') recordReleased(claim, ledger);
  return outcome;
}

/** What a failed step says about what it undid, one sentence each. */
export function undoneOf(outcomes: readonly ReleaseOutcome[]): string[] {
  return outcomes.flatMap((outcome) => (outcome.outcome === 'done' ? (outcome.undone ?? []) : []));
}

/** What is left and why, as a sentence. */
export function sentenceOf({ what, why }: Leftover): string {
  return `Not cleaned up: ${what}: ${why.replace(/\.$/, '')}.`;
}

/** The outcomes that leave something behind. */
export function leftoversOf(outcomes: readonly ReleaseOutcome[]): Leftover[] {
  return outcomes.filter((outcome) => outcome.outcome === 'left');
}

async function attemptRelease({ kind, record }: OpenClaim): Promise<ReleaseOutcome> {
  try {
    return await kind.release(record);
  } catch (error) {
    const why = error instanceof Error ? error.message : 'unknown error';
    return { outcome: 'left', what: `a ${record.kind} recorded by this step`, why };
  }
}

/** Ignores errors: without the entry, the post step tries again and finds the thing gone. */
function recordReleased({ number }: OpenClaim, ledger: Ledger): void {
  try {
    writeFact(ledger, number, 'released');
  } catch {
    // See above.
  }
}
