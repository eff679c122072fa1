import assert from 'node:assert/strict';
import type { EC2Client } from '@aws-sdk/client-ec2';
import type { Site } from '../../lib/suite.ts';
import { createDifferences } from './create-differences.ts';
import type { Difference } from './difference.ts';
import { findDifferences } from './find-differences.ts';
import { importDifferences } from './import-differences.ts';

/**
 * All differences that could affect a check; the action does not adapt to any of them. What moto lacks altogether is
 * not listed: quotas, throttling, stale reads, lost responses, permissions. These are tested with local/aws only.
 */
const differences: readonly Difference[] = [...createDifferences, ...importDifferences, ...findDifferences];

/** Compares moto with local/aws. Fails for a difference that no longer exists, or never did. */
export async function checkDifferences(
  site: Site,
  clients: { readonly moto: EC2Client; readonly emulator: EC2Client },
): Promise<void> {
  for (const [index, { about, moto, ec2, checks, observe, results }] of differences.entries()) {
    await site.check(`moto differs: ${about} ${moto}; on EC2 it ${ec2}`, async () => {
      const name = `differs-${index}`;
      assert.deepEqual(
        await observe(clients.moto, name),
        results.moto,
        `moto does not differ as listed. If it is like EC2 now, remove this difference, and review this: ${checks}`,
      );
      assert.notDeepEqual(results.moto, results.ec2, 'This is not a difference');
      if ('ec2' in results) assert.deepEqual(await observe(clients.emulator, name), results.ec2);
    });
  }
}
