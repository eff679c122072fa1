import type { Plugin } from 'rolldown';

const packageOfAction = '@aws-sdk/client-sts';

/**
 * Lets the SDK's sources of credentials use the STS client that the action uses itself. The SDK has a second one for them,
 * which is generated from the same model, and only has fewer operations.
 */
export const oneStsClient: Plugin = {
  name: 'one-sts-client',
  resolveId: {
    filter: { id: /^@aws-sdk\/nested-clients\/sts$/ },
    handler(_, importer) {
      return this.resolve(packageOfAction, importer);
    },
  },
};
