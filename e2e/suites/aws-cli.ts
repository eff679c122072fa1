import { sideBySide } from '../lib/side-by-side.ts';
import type { Suite } from '../lib/suite.ts';
import { checkCompleteness } from './aws-cli/completeness.ts';
import { callers, checkCredentials } from './aws-cli/credentials.ts';
import { Endpoints } from './aws-cli/endpoints.ts';
import { checkFaults } from './aws-cli/faults.ts';
import { checkKeyPairs } from './aws-cli/key-pairs.ts';
import { accounts, checkLooks } from './aws-cli/looks.ts';
import { checkPermissions } from './aws-cli/permissions.ts';
import { checkRefusals } from './aws-cli/refusals.ts';

/** The endpoint of this machine, held to a client that nobody here wrote. */
export const awsCli: Suite = {
  name: 'aws-cli',
  about: "every call and every error of the endpoint of this machine, for Amazon's own command line",
  needs: ['aws', 'ssh-keygen', 'puttygen'],
  async run(site) {
    const endpoints = new Endpoints(site);
    await sideBySide([
      () => endpoints.use(checkRefusals),
      () => endpoints.use(checkPermissions),
      () => endpoints.use(checkCredentials, { accounts: callers }),
      () => endpoints.use(checkLooks, { accounts }),
      () => endpoints.use(checkKeyPairs),
      () => endpoints.use(checkFaults),
    ]);
    await checkCompleteness(site, endpoints);
  },
};
