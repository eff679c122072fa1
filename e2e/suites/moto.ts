import { startLocalAws } from '../../local/aws/server.ts';
import { type Moto, startMoto } from '../lib/moto.ts';
import { sideBySide } from '../lib/side-by-side.ts';
import type { Site, Suite } from '../lib/suite.ts';
import { checkDeleting } from './moto/deleting.ts';
import { checkDifferences } from './moto/differences.ts';
import { checkDryRuns } from './moto/dry-runs.ts';
import { checkFinding } from './moto/finding.ts';
import { clientOf, Ground } from './moto/ground.ts';
import { checkImporting } from './moto/importing.ts';
import { checkInUse } from './moto/in-use.ts';
import { checkLaunching } from './moto/launching.ts';
import { checkMaking } from './moto/making.ts';

/** The action against an EC2 that nobody here wrote, where that does what EC2 does. */
export const moto: Suite = {
  name: 'moto',
  about: 'every operation of the action against moto, and an instance launched with the pair',
  needs: ['moto_server', 'aws', 'ssh-keygen', 'puttygen'],
  async run(site) {
    const server = await startMoto(site);
    try {
      const on = (region: string) => new Ground(site, server, region);
      await sideBySide([
        () => checkMaking(on('eu-west-1')),
        () => checkFinding(on('eu-west-2')),
        () => checkDeleting(on('eu-central-1')),
        () => checkImporting(on('eu-west-3')),
        () => checkDryRuns(on('us-east-1')),
        () => checkLaunching(on('us-west-2')),
        () => checkInUse(on('us-east-2')),
        () => checkBoth(site, server),
      ]);
    } finally {
      await server.end();
    }
  },
};

async function checkBoth(site: Site, server: Moto): Promise<void> {
  const region = 'ca-central-1';
  const standIn = await startLocalAws();
  try {
    await checkDifferences(site, {
      moto: clientOf(server.environment(region)),
      standIn: clientOf(standIn.environment(region)),
    });
  } finally {
    await standIn.close();
  }
}
