import type { Circumstances } from '../service.ts';
import { element, listElement, textElement } from '../xml.ts';
import type { AutoScalingGroup, LaunchTemplateReference, MixedInstancesPolicy } from './group.ts';

/** One entry of DescribeAutoScalingGroups: a group without instances. */
export function groupElements(group: AutoScalingGroup, { account, regionName }: Circumstances): string {
  const { name, uuid, createdTime, tags } = group;
  const arn = `arn:aws:autoscaling:${regionName}:${account.accountId}:autoScalingGroup:${uuid}:autoScalingGroupName/${name}`;
  const tagEntries = tags.map(
    ({ key, value }) =>
      textElement('ResourceId', name) +
      textElement('ResourceType', 'auto-scaling-group') +
      textElement('Key', key) +
      textElement('Value', value) +
      textElement('PropagateAtLaunch', 'true'),
  );
  return (
    textElement('AutoScalingGroupName', name) +
    textElement('AutoScalingGroupARN', arn) +
    sourceElement(group) +
    textElement('MinSize', '0') +
    textElement('MaxSize', '1') +
    textElement('DesiredCapacity', '0') +
    textElement('DefaultCooldown', '300') +
    element('AvailabilityZones', textElement('member', `${regionName}a`)) +
    element('LoadBalancerNames', '') +
    element('TargetGroupARNs', '') +
    textElement('HealthCheckType', 'EC2') +
    textElement('HealthCheckGracePeriod', '0') +
    element('Instances', '') +
    textElement('CreatedTime', createdTime.toISOString()) +
    element('SuspendedProcesses', '') +
    textElement('VPCZoneIdentifier', '') +
    element('EnabledMetrics', '') +
    listElement('Tags', tagEntries, 'member') +
    element('TerminationPolicies', textElement('member', 'Default')) +
    textElement('NewInstancesProtectedFromScaleIn', 'false')
  );
}

function sourceElement(group: AutoScalingGroup): string {
  if ('launchConfigurationName' in group) {
    return textElement('LaunchConfigurationName', group.launchConfigurationName);
  }
  if ('launchTemplate' in group) return referenceElement('LaunchTemplate', group.launchTemplate);
  return element('MixedInstancesPolicy', policyElements(group.mixedInstancesPolicy));
}

function policyElements({ launchTemplate, overrides = [] }: MixedInstancesPolicy): string {
  const entries = overrides.map(
    (override) =>
      textElement('InstanceType', override.instanceType) +
      (override.launchTemplate === undefined
        ? ''
        : referenceElement('LaunchTemplateSpecification', override.launchTemplate)),
  );
  return element(
    'LaunchTemplate',
    referenceElement('LaunchTemplateSpecification', launchTemplate) +
      listElement('Overrides', entries, 'member'),
  );
}

function referenceElement(
  name: string,
  { id, name: templateName, version }: LaunchTemplateReference,
): string {
  const content =
    (id === undefined ? '' : textElement('LaunchTemplateId', id)) +
    (templateName === undefined ? '' : textElement('LaunchTemplateName', templateName)) +
    (version === undefined ? '' : textElement('Version', version));
  return element(name, content);
}
