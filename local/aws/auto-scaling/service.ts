import { callerArn } from '../accounts.ts';
import { queryFailure, queryService, queryStanding, querySuccess } from '../query-service.ts';
import { Refusal } from '../refusal.ts';
import type { StandingRefusals } from '../service.ts';
import { describeAutoScalingGroups } from './describe-groups.ts';
import { describeLaunchConfigurations } from './describe-launch-configurations.ts';

const NAMESPACE = 'http://autoscaling.amazonaws.com/doc/2011-01-01/';

const standing: StandingRefusals = {
  ...queryStanding,
  denied: (_call, operation, account) => {
    const action = `autoscaling:${operation}`;
    const message = `User: ${callerArn(account)} is not authorized to perform: ${action} because no identity-based policy allows the ${action} action`;
    return new Refusal('AccessDenied', message, 403);
  },
};

/** Amazon EC2 Auto Scaling, version 2011-01-01. */
export const autoScaling = queryService({
  name: 'autoscaling',
  version: '2011-01-01',
  standing,
  dryRuns: false,
  operations: {
    DescribeAutoScalingGroups: describeAutoScalingGroups,
    DescribeLaunchConfigurations: describeLaunchConfigurations,
  },
  success: (operation, content, requestId) => querySuccess(NAMESPACE, operation, content, requestId),
  failure: (refusal, requestId) => queryFailure(NAMESPACE, refusal, requestId),
});
