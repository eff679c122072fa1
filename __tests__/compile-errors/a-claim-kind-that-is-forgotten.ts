// TS2741: main and the post step know every kind of claim
import { destinationKinds } from '../../src/destinations/kinds.ts';
import type { ClaimKinds } from '../../src/ledger/claim.ts';
import type { StepRecord } from '../../src/operations/operation.ts';

export const kinds: ClaimKinds<StepRecord> = { ...destinationKinds };
