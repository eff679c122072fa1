import {
  AutoScalingClient,
  type AutoScalingGroup,
  DescribeAutoScalingGroupsCommand,
  DescribeLaunchConfigurationsCommand,
  type LaunchTemplateSpecification,
} from '@aws-sdk/client-auto-scaling';
import {
  DescribeInstancesCommand,
  type DescribeInstancesRequest,
  DescribeLaunchTemplateVersionsCommand,
  type DescribeLaunchTemplateVersionsRequest,
  EC2Client,
  type InstanceStateName,
  type LaunchTemplateVersion,
} from '@aws-sdk/client-ec2';
import { mockClient } from 'aws-sdk-client-mock';
import { clientSettings } from '../../../src/aws/client.ts';
import { Retry } from '../../../src/aws/retry.ts';
import type { AwsSession } from '../../../src/aws/session.ts';
import { awsError } from '../../lib/aws-errors.ts';

/** What one account has in one region. Whatever is left out is empty. */
export interface Account {
  readonly instances?: readonly { readonly id: string; readonly state: string; readonly keyName: string }[];
  readonly templates?: readonly Template[];
  /** Key names by the launch configuration's name. */
  readonly configurations?: Readonly<Record<string, string>>;
  readonly groups?: readonly AutoScalingGroup[];
  /** The operation that the caller is not allowed to use. */
  readonly denied?: string;
  /** How the first requests fail, in order. */
  readonly failures?: readonly Error[];
}

interface Template {
  readonly id: string;
  readonly name: string;
  /** Key names of version 1, 2 and so on. */
  readonly keyNames: readonly (string | undefined)[];
  /** Version 1 unless set. */
  readonly defaultVersion?: number;
}

/** Version 2 is the default, 4 the latest; `deploy` is the key pair of one of the four. */
export function webTemplate(versionWithDeploy: number) {
  const keyNames = [1, 2, 3, 4].map((version) => (version === versionWithDeploy ? 'deploy' : 'other'));
  return { id: 'lt-web', name: 'web', keyNames, defaultVersion: 2 };
}

/** A template that launches nothing with `deploy`; groups must not mistake it for `web`. */
export const otherTemplate = { id: 'lt-other', name: 'other', keyNames: ['other', undefined] };

export function groupOf(specification: LaunchTemplateSpecification): AutoScalingGroup {
  return group({ LaunchTemplate: specification });
}

export function group(more: Partial<AutoScalingGroup>): AutoScalingGroup {
  return {
    AutoScalingGroupName: 'fleet',
    MinSize: 0,
    MaxSize: 1,
    DesiredCapacity: 0,
    DefaultCooldown: 300,
    AvailabilityZones: [],
    HealthCheckType: 'EC2',
    CreatedTime: new Date(0),
    ...more,
  };
}

/** However large the page that was asked for, it holds this many entries: every listing has several pages. */
const entriesInPage = 2;

/** Answers all SDK clients from this account, as the services document it. Gives the inputs of all requests, by operation. */
export function answerFrom(account: Account): ReadonlyMap<string, object[]> {
  const requests = new Map<string, object[]>();
  const failures = [...(account.failures ?? [])];
  const allow = (operation: string, input: object): void => {
    requests.set(operation, [...(requests.get(operation) ?? []), input]);
    const failure = failures.shift();
    if (failure !== undefined) throw failure;
    if (account.denied === operation)
      throw awsError('UnauthorizedOperation', { status: 403, message: `no ${operation}`, requestId: 'r-1' });
  };
  const ec2 = mockClient(EC2Client);
  ec2.on(DescribeInstancesCommand).callsFake(async (input: DescribeInstancesRequest) => {
    allow('DescribeInstances', input);
    const { entries, NextToken } = page(instancesOf(account, input), input.NextToken, input.MaxResults, 1000);
    return { Reservations: entries.map((instance) => ({ Instances: [instance] })), NextToken };
  });
  ec2.on(DescribeLaunchTemplateVersionsCommand).callsFake(async (input) => {
    allow(
      templateIn(input) === undefined
        ? 'DescribeLaunchTemplateVersions'
        : 'DescribeLaunchTemplateVersions of one template',
      input,
    );
    const { entries, NextToken } = page(versionsOf(account, input), input.NextToken, input.MaxResults, 200);
    return { LaunchTemplateVersions: entries, NextToken };
  });
  const autoScaling = mockClient(AutoScalingClient);
  autoScaling.on(DescribeLaunchConfigurationsCommand).callsFake(async (input) => {
    allow('DescribeLaunchConfigurations', input);
    const all = Object.entries(account.configurations ?? {}).map(([LaunchConfigurationName, KeyName]) => ({
      LaunchConfigurationName,
      KeyName,
    }));
    const { entries, NextToken } = page(all, input.NextToken, input.MaxRecords, 100);
    return { LaunchConfigurations: entries, NextToken };
  });
  autoScaling.on(DescribeAutoScalingGroupsCommand).callsFake(async (input) => {
    allow('DescribeAutoScalingGroups', input);
    const { entries, NextToken } = page(account.groups ?? [], input.NextToken, input.MaxRecords, 100);
    return { AutoScalingGroups: entries, NextToken };
  });
  return requests;
}

/** A session whose clients are all answered from the account. Its retries do not wait. */
export function sessionOf(
  region: string,
  signal = new AbortController().signal,
): Pick<AwsSession, 'client' | 'retry'> {
  const policy = { total: 60_000, base: 0, cap: 0, insistFor: 0, lookFor: 0, searchFor: 0 };
  const credentials = async () => ({ accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'example' });
  return {
    retry: new Retry({ ...policy, signal, onRetry: async () => {} }),
    client: (Client, overrides) => new Client({ ...clientSettings, ...overrides, region, credentials }),
  };
}

function instancesOf({ instances = [] }: Account, { Filters = [] }: DescribeInstancesRequest) {
  const values = Filters.flatMap((filter) => filter.Values ?? []);
  if (values.length > 200) throw awsError('FilterLimitExceeded', { status: 400 });
  const passes = (filter: string, value: string) =>
    Filters.every(({ Name, Values = [] }) => Name !== filter || Values.includes(value));
  return instances
    .filter(({ state, keyName }) => passes('instance-state-name', state) && passes('key-name', keyName))
    .map(({ id, state, keyName }) => ({
      InstanceId: id,
      State: { Name: state as InstanceStateName },
      KeyName: keyName,
    }));
}

/** All versions asked for, of the template that is named or of all. */
function versionsOf(
  { templates = [] }: Account,
  input: DescribeLaunchTemplateVersionsRequest,
): LaunchTemplateVersion[] {
  const { LaunchTemplateId, LaunchTemplateName, Versions = [] } = input;
  const named = templateIn(input);
  const found = templates.filter(({ id, name }) => named === undefined || named === id || named === name);
  if (found.length === 0 && LaunchTemplateId !== undefined)
    throw awsError('InvalidLaunchTemplateId.NotFound', { status: 400 });
  if (found.length === 0 && LaunchTemplateName !== undefined)
    throw awsError('InvalidLaunchTemplateName.NotFoundException', { status: 400 });
  // The newest first: whoever takes the first version of a template for its default is wrong.
  return found.flatMap((template) =>
    Versions.map((version) => versionOf(template, version)).toSorted(
      (left, right) => right.VersionNumber - left.VersionNumber,
    ),
  );
}

function templateIn(input: DescribeLaunchTemplateVersionsRequest): string | undefined {
  return input.LaunchTemplateId ?? input.LaunchTemplateName;
}

function versionOf({ id, name, keyNames, defaultVersion = 1 }: Template, version: string) {
  const numbers: Partial<Record<string, number>> = { $Default: defaultVersion, $Latest: keyNames.length };
  const number = numbers[version] ?? Number(version);
  if (number > keyNames.length) throw awsError('InvalidLaunchTemplateId.VersionNotFound', { status: 400 });
  return {
    LaunchTemplateId: id,
    LaunchTemplateName: name,
    VersionNumber: number,
    DefaultVersion: number === defaultVersion,
    LaunchTemplateData: { KeyName: keyNames[number - 1] },
  };
}

function page<Entry>(all: readonly Entry[], token = '0', size = entriesInPage, largest = 0) {
  if (size > largest) throw awsError('InvalidParameterValue', { status: 400 });
  const end = Number(token) + entriesInPage;
  return {
    entries: all.slice(Number(token), end),
    NextToken: end < all.length ? String(end) : undefined,
  };
}
