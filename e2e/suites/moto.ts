import { startLocalAws } from '../../local/aws/server.ts';
import { type Moto, startMoto } from '../lib/moto.ts';
import { sideBySide } from '../lib/side-by-side.ts';
import type { Site, Suite } from '../lib/suite.ts';
import { checkCreating } from './moto/creating.ts';
import { checkDeleting } from './moto/deleting.ts';
import { checkDifferences } from './moto/differences.ts';
import { checkDryRuns } from './moto/dry-runs.ts';
import { checkFinding } from './moto/finding.ts';
import { checkImporting } from './moto/importing.ts';
import { checkInUse } from './moto/in-use.ts';
import { checkLaunching } from './moto/launching.ts';
import { clientOf, MotoRegion } from './moto/moto-region.ts';
import { checkSeveralRegions } from './moto/several-regions.ts';
import { checkStoring } from './moto/storing.ts';

/** Runs the action against an independent implementation of EC2, where that behaves like EC2. */
export const moto: Suite = {
  name: 'moto',
  about: 'every operation of the action against moto, and an instance launched with the key pair',
  needs: ['moto_server', 'aws', 'ssh-keygen', 'puttygen'],
  async run(site) {
    const server = await startMoto(site);
    try {
      const on = (region: string) => new MotoRegion(site, server, region);
      await sideBySide([
        () => checkCreating(on('eu-west-1')),
        () => checkFinding(on('eu-west-2')),
        () => checkDeleting(on('eu-central-1')),
        () => checkImporting(on('eu-west-3')),
        () => checkDryRuns(on('us-east-1')),
        () => checkLaunching(on('us-west-2')),
        () => checkInUse(on('us-east-2')),
        () => checkStoring(on('ap-southeast-2')),
        () => checkSeveralRegions(on('eu-north-1'), on('sa-east-1')),
        () => checkBoth(site, server),
      ]);
    } finally {
      await server.end();
    }
  },
};

async function checkBoth(site: Site, server: Moto): Promise<void> {
  const region = 'ca-central-1';
  const emulator = await startLocalAws();
  try {
    await checkDifferences(site, {
      moto: clientOf(server.environment(region)),
      emulator: clientOf(emulator.environment(region)),
    });
  } finally {
    await emulator.close();
  }
}
