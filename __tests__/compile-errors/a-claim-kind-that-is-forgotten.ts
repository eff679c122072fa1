// TS2741: main and the post step know every kind of claim
import { destinationKinds, otherKinds } from '../../src/destinations/kinds.ts';
import type { RotationRecord, SwapRecord } from '../../src/ec2/rotation-record.ts';
import type { ClaimKind, ClaimKinds } from '../../src/ledger/claim.ts';
import type { StepRecord } from '../../src/operations/operation.ts';

declare const rotation: ClaimKind<RotationRecord>;
declare const swap: ClaimKind<SwapRecord>;

export const kinds: ClaimKinds<StepRecord> = { ...destinationKinds, ...otherKinds, rotation, swap };
