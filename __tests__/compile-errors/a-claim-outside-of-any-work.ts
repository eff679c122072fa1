// TS2339: every claim belongs to work that is undone if it fails
import type { LedgerClaims } from '../../src/ledger/ledger-claims.ts';
import type { StepRecord } from '../../src/operations/operation.ts';

export const claim = (claims: LedgerClaims<StepRecord>) =>
  claims.intend({ kind: 'output', path: '/outputs' }, 'job');
