import {
  AutoScalingClient,
  type AutoScalingGroup,
  type LaunchTemplateSpecification,
  paginateDescribeAutoScalingGroups,
  paginateDescribeLaunchConfigurations,
} from '@aws-sdk/client-auto-scaling';
import {
  EC2Client,
  type LaunchTemplateVersion,
  paginateDescribeInstances,
  paginateDescribeLaunchTemplateVersions,
} from '@aws-sdk/client-ec2';
import { isNamed, responseTextOf } from '../aws/errors.ts';
import type { AwsSession } from '../aws/session.ts';
import { exactPattern } from './requests.ts';

/** What references a key pair, as in `instance i-0abc (running)`; or why that could not be found out. */
export type UsersFound = { readonly users: readonly string[] } | { readonly unknown: string };

/** States of instances that have the key, or will start with it. */
const livingStates = ['pending', 'running', 'stopping', 'stopped'];

/** Key names in one request: all filters together take up to 200 values. */
const maxNames = 190;

/** A group may reference a template, or a version of one, that is deleted: it launches nothing with any key. */
const deletedTemplate = [
  'InvalidLaunchTemplateId.NotFound',
  'InvalidLaunchTemplateName.NotFoundException',
  'InvalidLaunchTemplateId.VersionNotFound',
];

/** Only reads: the SDK can retry these by itself. */
const readsOnly = { maxAttempts: 3 };

/** Finds what references key pairs in the session's Region, by key name, on all pages. */
export async function findUsers(
  keyNames: readonly string[],
  session: Pick<AwsSession, 'client'>,
): Promise<ReadonlyMap<string, UsersFound>> {
  const ec2 = session.client(EC2Client, readsOnly);
  const autoScaling = session.client(AutoScalingClient, readsOnly);
  try {
    const users = [
      ...(await instances(ec2, keyNames)),
      ...(await launchTemplatesAndGroups(ec2, autoScaling)),
    ];
    return new Map(keyNames.map((keyName) => [keyName, { users: usersOf(users, keyName) }]));
  } catch (error) {
    const unknown = responseTextOf(error);
    return new Map(keyNames.map((keyName) => [keyName, { unknown }]));
  }
}

interface User {
  readonly what: string;
  readonly keyName: string | undefined;
}

/** A template whose default version is its latest is listed twice. */
function usersOf(users: readonly User[], keyName: string): string[] {
  return [...new Set(users.filter((user) => user.keyName === keyName).map(({ what }) => what))];
}

async function instances(client: EC2Client, keyNames: readonly string[]): Promise<User[]> {
  const users: User[] = [];
  for (let start = 0; start < keyNames.length; start += maxNames) {
    users.push(...(await instancesOf(client, keyNames.slice(start, start + maxNames))));
  }
  return users;
}

async function instancesOf(client: EC2Client, keyNames: readonly string[]): Promise<User[]> {
  const filters = [
    { Name: 'key-name', Values: keyNames.map(exactPattern) },
    { Name: 'instance-state-name', Values: livingStates },
  ];
  const users: User[] = [];
  for await (const page of paginateDescribeInstances({ client, pageSize: 1000 }, { Filters: filters })) {
    for (const { InstanceId, State, KeyName } of (page.Reservations ?? []).flatMap(
      ({ Instances }) => Instances ?? [],
    )) {
      users.push({ what: `instance ${InstanceId} (${State?.Name})`, keyName: KeyName });
    }
  }
  return users;
}

async function launchTemplatesAndGroups(ec2: EC2Client, autoScaling: AutoScalingClient): Promise<User[]> {
  const versions = await collect(
    paginateDescribeLaunchTemplateVersions(
      { client: ec2, pageSize: 200 },
      { Versions: ['$Default', '$Latest'] },
    ),
    (page) => page.LaunchTemplateVersions,
  );
  const configurations = await collect(
    paginateDescribeLaunchConfigurations({ client: autoScaling, pageSize: 100 }, {}),
    (page) => page.LaunchConfigurations,
  );
  const groups = await collect(
    paginateDescribeAutoScalingGroups({ client: autoScaling, pageSize: 100 }, {}),
    (page) => page.AutoScalingGroups,
  );
  const keyOfConfiguration = new Map(configurations.map((one) => [one.LaunchConfigurationName, one.KeyName]));
  const groupUsers: User[] = [];
  for (const group of groups) {
    const keyNames = new Set([
      keyOfConfiguration.get(group.LaunchConfigurationName),
      ...(await keysOfTemplates(templatesOf(group), versions, ec2)),
    ]);
    for (const keyName of keyNames)
      groupUsers.push({ what: `Auto Scaling group ${group.AutoScalingGroupName}`, keyName });
  }
  return [
    ...versions.map((version) => ({
      what: templateText(version),
      keyName: version.LaunchTemplateData?.KeyName,
    })),
    ...configurations.map((one) => ({
      what: `launch configuration ${one.LaunchConfigurationName}`,
      keyName: one.KeyName,
    })),
    ...groupUsers,
  ];
}

/** The key names of the versions that a group launches from: a group may pin a version that is neither default nor latest. */
async function keysOfTemplates(
  templates: readonly LaunchTemplateSpecification[],
  known: readonly LaunchTemplateVersion[],
  ec2: EC2Client,
): Promise<(string | undefined)[]> {
  const keyNames: (string | undefined)[] = [];
  for (const template of templates) {
    const found = known.find((version) => isVersion(version, template)) ?? (await pinned(template, ec2));
    keyNames.push(found?.LaunchTemplateData?.KeyName);
  }
  return keyNames;
}

function isVersion(
  version: LaunchTemplateVersion,
  { LaunchTemplateId, LaunchTemplateName, Version }: LaunchTemplateSpecification,
): boolean {
  const same =
    LaunchTemplateId === undefined
      ? version.LaunchTemplateName === LaunchTemplateName
      : version.LaunchTemplateId === LaunchTemplateId;
  // `$Latest` is looked up below: a listing only says the number of each version.
  if (Version === undefined || Version === '$Default') return same && version.DefaultVersion === true;
  return same && String(version.VersionNumber) === Version;
}

async function pinned(
  { LaunchTemplateId, LaunchTemplateName, Version = '$Default' }: LaunchTemplateSpecification,
  client: EC2Client,
): Promise<LaunchTemplateVersion | undefined> {
  const which = LaunchTemplateId === undefined ? { LaunchTemplateName } : { LaunchTemplateId };
  try {
    const [version] = await collect(
      paginateDescribeLaunchTemplateVersions({ client }, { ...which, Versions: [Version] }),
      (page) => page.LaunchTemplateVersions,
    );
    return version;
  } catch (error) {
    if (isNamed(error, ...deletedTemplate)) return undefined;
    throw error;
  }
}

function templatesOf({
  LaunchTemplate,
  MixedInstancesPolicy,
}: AutoScalingGroup): LaunchTemplateSpecification[] {
  const mixed = MixedInstancesPolicy?.LaunchTemplate;
  return [
    LaunchTemplate,
    mixed?.LaunchTemplateSpecification,
    ...(mixed?.Overrides ?? []).map((override) => override.LaunchTemplateSpecification),
  ].filter((template) => template !== undefined);
}

function templateText({
  LaunchTemplateName,
  LaunchTemplateId,
  VersionNumber,
}: LaunchTemplateVersion): string {
  return `launch template ${LaunchTemplateName ?? LaunchTemplateId} (version ${VersionNumber})`;
}

async function collect<Page, Item>(
  pages: AsyncIterable<Page>,
  itemsOf: (page: Page) => readonly Item[] | undefined,
): Promise<Item[]> {
  const items: Item[] = [];
  for await (const page of pages) items.push(...(itemsOf(page) ?? []));
  return items;
}
