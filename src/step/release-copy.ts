import { releaseCopy as release } from '../destinations/store/store-claim.ts';
import type { StoreRecord } from '../destinations/store/store-record.ts';
import type { OpensRegion } from '../ec2/key-pair-claim.ts';
import type { ReleaseOutcome } from '../ledger/claim.ts';
import { openStore } from '../stores/open-store.ts';
import type { RegionAccess } from './claim-kinds.ts';

/** @param open - Opens the Region of the record. */
export function releaseCopy(record: StoreRecord, open: OpensRegion<RegionAccess>): Promise<ReleaseOutcome> {
  return release(record, {
    async openStore(reference, region) {
      const { session, isSameAccount } = await open(region, record);
      return { store: await openStore(reference, session), isSameAccount };
    },
  });
}
