import type { ClaimKind } from './ledger/claim.ts';
import { fileClaims } from './destinations/file/file-claim.ts';
import { outputClaims } from './destinations/output-claim.ts';
import { type KeyPairRecord, parseKeyPairRecord } from './ec2/key-pair-record.ts';
import { readLedger } from './ledger/ledger.ts';
import { releaseLastFirst } from './ledger/release.ts';
import { tellOutcome, tellUnreadable } from './runner/cleanup-report.ts';
import { reportAsWarning } from './runner/failure.ts';
import { state } from './runner/state.ts';
import { stateOfMain } from './runner/state-of-main.ts';

/** Milliseconds for all of post: it shares what the runner gives a cancelled job with every other post step. */
const timeForAll = 25_000;

const outOfTime = new AbortController();
const timer = setTimeout(() => outOfTime.abort(), timeForAll);

/** The SDK is loaded only where there is a pair to delete. */
const keyPairs: ClaimKind<KeyPairRecord> = {
  kind: 'key-pair',
  parse: parseKeyPairRecord,
  async release(record) {
    const { releaseKeyPair } = await import('./wiring/key-pair-release.ts');
    return releaseKeyPair(record, outOfTime.signal);
  },
};

try {
  const { open, unreadable } = readLedger(await stateOfMain(), [keyPairs, fileClaims, outputClaims]);
  for (const outcome of await releaseLastFirst(open, state)) tellOutcome(outcome);
  if (unreadable.length > 0) tellUnreadable(unreadable);
} catch (error) {
  reportAsWarning(error);
} finally {
  clearTimeout(timer);
}
