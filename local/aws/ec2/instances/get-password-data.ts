import type { QueryOperation } from '../../query-service.ts';
import { textElement } from '../../xml.ts';

/** GetPasswordData: the encrypted password of a Windows instance's administrator. */
export const getPasswordData: QueryOperation = {
  parameters: ['InstanceId'],
  prepare(parameters) {
    const id = parameters.required('InstanceId');
    return ({ region }) => {
      const { launchTime, passwordData } = region.instances.find(id);
      return (
        textElement('instanceId', id) +
        textElement('timestamp', launchTime.toISOString()) +
        textElement('passwordData', passwordData)
      );
    };
  },
};
