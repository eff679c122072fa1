import type { ReleaseOutcome } from './ledger/claim.ts';
import type { LedgerEntry } from './ledger/ledger.ts';
import { type LedgerReading, readLedger } from './ledger/read-ledger.ts';
import { releaseLastFirst } from './ledger/release.ts';
import { reportCleanup } from './runner/cleanup-report.ts';
import { endAtOnce, endProcess } from './runner/ending.ts';
import { reportAsWarning, surviveClosedLog } from './runner/failure.ts';
import { isOutputFile } from './runner/outputs.ts';
import { stateOfMain } from './runner/state-of-main.ts';
import { claimKinds, openForCleanup } from './step/claim-kinds.ts';
import { postRetryPolicy } from './step/retry-policies.ts';

/** Milliseconds for the whole post step: the runner gives all post steps of a cancelled job little time. */
const timeLimit = 25_000;
/** Milliseconds of these in which no more requests are sent, to report what is left. */
const timeToReport = 1_000;

surviveClosedLog();
const outOfTime = new AbortController();
const requests = setTimeout(() => outOfTime.abort(), timeLimit - timeToReport);
const cleanup = setTimeout(() => reportAsWarning(new Error('timed out')), timeLimit - timeToReport / 2);
const end = setTimeout(endAtOnce, timeLimit);
const policy = postRetryPolicy(outOfTime.signal);
const kinds = claimKinds(openForCleanup(policy), isOutputFile);

try {
  const state = await stateOfMain();
  const readings = state.ledgers.map((entries) => readLedger(entries, kinds));
  const unreadable = readings.flatMap((reading) => reading.unreadable).length + (state.isReadable ? 0 : 1);
  const outcomes = await release(readings);
  // Another post step has said that it is gone.
  const news = state.isSettled ? outcomes.filter(({ outcome }) => outcome !== 'already-gone') : outcomes;
  reportCleanup([...news, ...(await reportOnly(state.notPassedOn))], unreadable);
  state.noteSettled();
} catch (error) {
  reportAsWarning(error);
}
for (const timer of [requests, cleanup]) clearTimeout(timer);
await endProcess();
clearTimeout(end);

async function release(readings: readonly LedgerReading[]): Promise<ReleaseOutcome[]> {
  const outcomes: ReleaseOutcome[] = [];
  // No one reads the ledger of a post step.
  const ledger = { append: () => undefined };
  for (const { open } of readings.toReversed()) outcomes.push(...(await releaseLastFirst(open, ledger)));
  return outcomes;
}

async function reportOnly(ledgers: readonly (readonly LedgerEntry[])[]): Promise<ReleaseOutcome[]> {
  if (ledgers.length === 0) return [];
  const { reportingKinds } = await import('./step/reporting-kinds.ts');
  const reporting = reportingKinds(kinds, 'the runner passed on the state of another step in place of it');
  return release(ledgers.map((entries) => readLedger(entries, reporting)));
}
