import { readLedger } from './ledger/read-ledger.ts';
import { releaseLastFirst } from './ledger/release.ts';
import { reportCleanup } from './runner/cleanup-report.ts';
import { reportAsWarning, surviveClosedLog } from './runner/failure.ts';
import { state } from './runner/state.ts';
import { stateOfMain } from './runner/state-of-main.ts';
import { claimKinds, openKeyPairs } from './step/claim-kinds.ts';
import { postRetryPolicy } from './step/retry-policies.ts';

/** Milliseconds for the whole post step: the runner gives all post steps of a cancelled job little time. */
const timeLimit = 25_000;

surviveClosedLog();
const outOfTime = new AbortController();
const timer = setTimeout(() => outOfTime.abort(), timeLimit);
const kinds = claimKinds((region) => openKeyPairs(region, postRetryPolicy(outOfTime.signal)));

try {
  const { open, unreadable } = readLedger(await stateOfMain(), kinds);
  reportCleanup(await releaseLastFirst(open, state), unreadable);
} catch (error) {
  reportAsWarning(error);
} finally {
  clearTimeout(timer);
}
