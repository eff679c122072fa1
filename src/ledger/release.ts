import type { ReleaseOutcome } from './claim.ts';
import { type Ledger, type OpenClaim, writeFact } from './ledger.ts';

export type Unreleased = Extract<ReleaseOutcome, { outcome: 'left' | 'not-found' }>;

/**
 * Releases the claims of one ledger in reverse order, even if one fails, unless an outcome says that the earlier ones may still
 * be needed. Those of several Regions are released at once: a Region that does not answer must not use up the time of the others.
 */
export async function releaseLastFirst(
  claims: readonly OpenClaim[],
  ledger: Ledger,
): Promise<ReleaseOutcome[]> {
  const byRegion = new Map<unknown, OpenClaim[]>();
  for (const claim of claims.toReversed()) {
    const region = 'region' in claim.record ? claim.record.region : undefined;
    byRegion.set(region, [...(byRegion.get(region) ?? []), claim]);
  }
  const regions = [...byRegion.keys()].filter((region) => region !== undefined);
  const groups = regions.length > 1 ? [...byRegion.values()] : [claims.toReversed()];
  return (await Promise.all(groups.map((group) => releaseInOrder(group, ledger)))).flat();
}

async function releaseInOrder(claims: readonly OpenClaim[], ledger: Ledger): Promise<ReleaseOutcome[]> {
  const outcomes: ReleaseOutcome[] = [];
  let isKept = false;
  for (const claim of claims) {
    if (isKept && claim.kind.isOfJob !== true) continue;
    const outcome = await releaseClaim(claim, ledger);
    outcomes.push(outcome);
    isKept ||= outcome.keepsEarlier === true;
  }
  return outcomes;
}

/** Releases one claim, and records it if it is certain that nothing is left. Never rejects. */
export async function releaseClaim(claim: OpenClaim, ledger: Ledger): Promise<ReleaseOutcome> {
  const outcome = await attemptRelease(claim);
  if (isReleased(outcome)) recordReleased(claim, ledger);
  return outcome;
}

/** Whether it is proved that nothing is left: each kind of claim says "gone" only with a proof. */
export function isReleased({ outcome }: ReleaseOutcome): boolean {
  return outcome === 'done' || outcome === 'already-gone';
}

/** What a failed step says about what it undid, one sentence each. */
export function undoneOf(outcomes: readonly ReleaseOutcome[]): string[] {
  return outcomes.flatMap((outcome) => ('undone' in outcome ? (outcome.undone ?? []) : []));
}

/** What is or may be left and why, as a sentence. */
export function sentenceOf(open: Unreleased): string {
  if (open.outcome === 'left') return `Not cleaned up: ${open.what}: ${open.why.replace(/\.$/, '')}.`;
  return `Not found: ${open.what}. It may still be created, because a request got no clear answer.`;
}

/** What would make the cleanup work, as a sentence. */
export function hintOf(open: Unreleased): string | undefined {
  return open.outcome === 'left' ? open.hint : undefined;
}

/** The outcomes that leave something behind, or may do so. */
export function unreleased(outcomes: readonly ReleaseOutcome[]): Unreleased[] {
  return outcomes.filter((outcome) => outcome.outcome === 'left' || outcome.outcome === 'not-found');
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
