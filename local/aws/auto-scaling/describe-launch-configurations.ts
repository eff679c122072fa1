import { readPage } from '../pages.ts';
import type { QueryOperation } from '../query-service.ts';
import type { Circumstances } from '../service.ts';
import { element, listElement, textElement } from '../xml.ts';
import type { LaunchConfiguration } from './launch-configuration.ts';
import { autoScalingPages, checkNameCount, nextTokenElement } from './pages.ts';

/** DescribeLaunchConfigurations: a name that is none is left out in silence. */
export const describeLaunchConfigurations: QueryOperation = {
  parameters: ['LaunchConfigurationNames', 'MaxRecords', 'NextToken'],
  prepare(parameters) {
    const names = parameters.list('LaunchConfigurationNames.member');
    const cutPage = readPage(parameters, autoScalingPages);
    checkNameCount(names, parameters.text('MaxRecords'), 'launch configuration');
    return (where) => {
      const asked = where.region.launchConfigurations.filter(
        ({ name }) => names.length === 0 || names.includes(name),
      );
      const { items, nextToken } = cutPage(asked, where);
      const entries = items.map((configuration) => configurationElements(configuration, where));
      return listElement('LaunchConfigurations', entries, 'member') + nextTokenElement(nextToken);
    };
  },
};

/** Auto Scaling writes texts that are not there as empty ones: no key pair is an empty KeyName. */
function configurationElements(configuration: LaunchConfiguration, where: Circumstances): string {
  const { name, uuid, keyName = '', imageId, instanceType, createdTime } = configuration;
  const arn = `arn:aws:autoscaling:${where.regionName}:${where.account.accountId}:launchConfiguration:${uuid}:launchConfigurationName/${name}`;
  return (
    textElement('LaunchConfigurationName', name) +
    textElement('LaunchConfigurationARN', arn) +
    textElement('ImageId', imageId) +
    textElement('KeyName', keyName) +
    element('SecurityGroups', '') +
    element('ClassicLinkVPCSecurityGroups', '') +
    textElement('UserData', '') +
    textElement('InstanceType', instanceType) +
    textElement('KernelId', '') +
    textElement('RamdiskId', '') +
    element('BlockDeviceMappings', '') +
    element('InstanceMonitoring', textElement('Enabled', 'true')) +
    textElement('CreatedTime', createdTime.toISOString()) +
    textElement('EbsOptimized', 'false')
  );
}
