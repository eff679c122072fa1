import { AwsError } from '../aws-error.ts';
import { invalid, type JsonOperation, type JsonParameters } from '../json-service.ts';
import type { Machine } from '../machines/machine.ts';
import { readPage } from './paging.ts';

/** DescribeInstanceInformation, API reference. */
const PAGE = { min: 5, max: 50, standard: 10 } as const;
const MAX_VALUES = 100;

/** DescribeInstanceInformation: only machines that have an agent. Stopped ones have lost their connection. */
export const describeInstanceInformation: JsonOperation = {
  members: ['Filters', 'MaxResults', 'NextToken'],
  prepare(parameters) {
    const cut = readPage(parameters, PAGE);
    const passes = readFilters(parameters);
    return ({ region: { machines } }) => {
      const managed = machines
        .all()
        .filter(({ managed, state }) => managed !== 'no' && state !== 'terminated');
      const { items, next } = cut(managed.filter(passes));
      return { InstanceInformationList: items.map(informationShape), ...next };
    };
  },
};

const FILTERS: Readonly<Record<string, (machine: Machine) => string>> = {
  InstanceIds: ({ instanceId }) => instanceId,
  PingStatus: pingStatus,
  PlatformTypes: ({ platform }) => platform,
  ResourceType: () => 'EC2Instance',
};

/** @throws AwsError `InvalidFilterKey`, `ValidationException` */
function readFilters({ Filters: given = [] }: JsonParameters): (machine: Machine) => boolean {
  const filters = (given as { Key: string; Values: string[] }[]).map(({ Key: key, Values: values }) => {
    const field = FILTERS[key];
    if (field === undefined) throw new AwsError('InvalidFilterKey', `The filter key ${key} is not valid.`);
    if (values.length > MAX_VALUES) {
      throw invalid(
        `Value at 'filters' failed to satisfy constraint: Member must have length less than or equal to ${MAX_VALUES}`,
      );
    }
    return (machine: Machine) => values.includes(field(machine));
  });
  return (machine) => filters.every((filter) => filter(machine));
}

function pingStatus(machine: Machine): string {
  return machine.isReachable ? 'Online' : 'ConnectionLost';
}

function informationShape(machine: Machine): object {
  return {
    InstanceId: machine.instanceId,
    PingStatus: pingStatus(machine),
    LastPingDateTime: machine.launchTime.getTime() / 1000,
    AgentVersion: '3.3.2299.0',
    IsLatestVersion: true,
    PlatformType: machine.platform,
    PlatformName: machine.platform === 'Linux' ? 'Amazon Linux' : 'Microsoft Windows Server 2025 Datacenter',
    PlatformVersion: machine.platform === 'Linux' ? '2023' : '10.0.26100',
    ResourceType: 'EC2Instance',
    ComputerName: `${machine.instanceId}.local`,
  };
}
