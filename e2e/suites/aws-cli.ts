import { sideBySide } from '../lib/side-by-side.ts';
import type { Suite } from '../lib/suite.ts';
import { checkCompleteness } from './aws-cli/completeness.ts';
import { callers, checkCredentials } from './aws-cli/credentials.ts';
import { Endpoints } from './aws-cli/endpoints.ts';
import { checkErrors } from './aws-cli/errors.ts';
import { checkFaults } from './aws-cli/faults.ts';
import { accounts, checkFinding } from './aws-cli/finding.ts';
import { checkKeyPairs } from './aws-cli/key-pairs.ts';
import { checkPermissions } from './aws-cli/permissions.ts';
import { checkRoles } from './aws-cli/roles.ts';
import { checkRunCommand } from './aws-cli/run-command.ts';
import { checkStores } from './aws-cli/stores.ts';

/** Checks the local AWS endpoint with an independent client. */
export const awsCli: Suite = {
  name: 'aws-cli',
  about: 'every call and every error of the local AWS endpoint, with the AWS CLI',
  needs: ['aws', 'ssh-keygen', 'puttygen'],
  async run(site) {
    const endpoints = new Endpoints(site);
    await sideBySide([
      () => endpoints.use(checkErrors),
      () => endpoints.use(checkPermissions),
      () => endpoints.use(checkCredentials, { accounts: callers }),
      () => endpoints.use(checkFinding, { accounts }),
      () => endpoints.use(checkKeyPairs),
      () => endpoints.use(checkFaults),
      () => endpoints.use(checkRoles),
      () => endpoints.use(checkStores),
      () => endpoints.use(checkRunCommand),
    ]);
    await checkCompleteness(site, endpoints);
  },
};
