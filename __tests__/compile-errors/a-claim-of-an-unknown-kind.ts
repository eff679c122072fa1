// TS2322: only what the post step can release can be claimed
import type { Claims } from '../../src/ledger/claim.ts';
import type { StepRecord } from '../../src/operations/operation.ts';

export const claim = (claims: Claims<StepRecord>) => claims.intend({ kind: 'process', pid: 42 }, 'job');
