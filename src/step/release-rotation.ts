import { ec2Clock } from '../ec2/ec2-clock.ts';
import type { OpensRegion } from '../ec2/key-pair-claim.ts';
import type { RotationRecord, SwapRecord } from '../ec2/rotation-record.ts';
import type { StoreReference } from '../inputs/store-reference.ts';
import type { ReleaseOutcome } from '../ledger/claim.ts';
import { releaseRotation as release } from '../operations/end-rotation.ts';
import { releaseSwap as undo } from '../operations/undo-swap.ts';
import { registerMasks } from '../runner/masks.ts';
import { openStore } from '../stores/open-store.ts';
import type { RegionAccess } from './claim-kinds.ts';

/** @param open - Opens the Region of the record. */
export function releaseRotation(
  record: RotationRecord,
  open: OpensRegion<RegionAccess>,
): Promise<ReleaseOutcome> {
  return release(
    record,
    async (region, recorded) => {
      const access = await open(region, recorded);
      return {
        ...access,
        openStore: (reference: StoreReference) => openStore(reference, access.session),
        openInstances: async () => (await import('../instances/fleet.ts')).openFleet(access.session),
      };
    },
    registerMasks,
  );
}

/** @param open - Opens the Region of the record. */
export function releaseSwap(record: SwapRecord, open: OpensRegion<RegionAccess>): Promise<ReleaseOutcome> {
  return undo(record, async (region, recorded) => {
    const access = await open(region, recorded);
    return { ...access, openEc2Clock: async () => ec2Clock(access.session) };
  });
}
