import { callerArn, callerId } from '../accounts.ts';
import {
  type QueryOperation,
  queryFailure,
  queryService,
  queryStanding,
  querySuccess,
} from '../query-service.ts';
import { textElement } from '../xml.ts';

const NAMESPACE = 'https://sts.amazonaws.com/doc/2011-06-15/';

const getCallerIdentity: QueryOperation = {
  parameters: [],
  prepare:
    () =>
    ({ account }) =>
      textElement('Arn', callerArn(account)) +
      textElement('UserId', callerId(account)) +
      textElement('Account', account.accountId),
};

/** AWS Security Token Service, version 2011-06-15. */
export const sts = queryService({
  name: 'sts',
  version: '2011-06-15',
  standing: queryStanding,
  dryRuns: false,
  operations: { GetCallerIdentity: getCallerIdentity },
  success: (operation, content, requestId) => querySuccess(NAMESPACE, operation, content, requestId),
  failure: (refusal, requestId) => queryFailure(NAMESPACE, refusal, requestId),
});
