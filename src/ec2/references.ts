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
import type { AwsClient, ClientSettings } from '../aws/client.ts';
import { errorNames, isNamed } from '../aws/errors.ts';
import { responseTextOf } from '../aws/response-text.ts';
import type { AwsSession } from '../aws/session.ts';
import { exactPattern } from './requests.ts';

/** What references a key pair, such as `instance i-0abc (running)`, or why that is unknown. */
export type ReferencesFound =
  | { readonly references: readonly string[] }
  | { readonly unknown: string; readonly missingPermission?: string };

type Session = Pick<AwsSession, 'client' | 'retry'>;

/** States of instances that have the key, or will start with it. */
const statesWithKey = ['pending', 'running', 'stopping', 'stopped'];

/** Key names in one request: all filters together take up to 200 values. */
const maxNames = 190;

/** A group may reference a deleted template or version: it cannot launch anything, so it uses no key pair. */
const deletedTemplateErrors = [
  'InvalidLaunchTemplateId.NotFound',
  'InvalidLaunchTemplateName.NotFoundException',
  'InvalidLaunchTemplateId.VersionNotFound',
];

/** Finds what references each key pair in the session's Region. Reads all pages. Never rejects. */
export async function findReferences(
  keyNames: readonly string[],
  session: Session,
): Promise<ReadonlyMap<string, ReferencesFound>> {
  const ec2 = retryingClient(EC2Client, session);
  const autoScaling = retryingClient(AutoScalingClient, session);
  try {
    const all = await allReferences(ec2, autoScaling, keyNames);
    return new Map(keyNames.map((keyName) => [keyName, { references: referencesTo(keyName, all) }]));
  } catch (error) {
    const unknown = unknownBecauseOf(error);
    return new Map(keyNames.map((keyName) => [keyName, unknown]));
  }
}

/** A client that sends each request until it is answered, or the step's time is up: all of them only read. */
function retryingClient<Client extends AwsClient>(
  Client: new (settings: ClientSettings) => Client,
  { client, retry }: Session,
): Client {
  const retrying = client(Client, {});
  const send = retrying.send.bind(retrying);
  retrying.send = (...[command]) =>
    retry.idempotent((abortSignal) => send(...([command, { abortSignal }] as never[])));
  return retrying;
}

function unknownBecauseOf(error: unknown): ReferencesFound {
  if (!(error instanceof CollectError)) return { unknown: responseTextOf(error) };
  const { action, cause } = error;
  const unknown = responseTextOf(cause);
  return isNamed(cause, ...errorNames.notAuthorized) ? { unknown, missingPermission: action } : { unknown };
}

async function allReferences(
  ec2: EC2Client,
  autoScaling: AutoScalingClient,
  keyNames: readonly string[],
): Promise<Reference[]> {
  return [...(await instances(ec2, keyNames)), ...(await launchTemplatesAndGroups(ec2, autoScaling))];
}

/** A resource, and the key pair that it references, if any. */
interface Reference {
  readonly what: string;
  readonly keyName: string | undefined;
}

/** Each resource once: a template whose default version is also its latest is listed twice. */
function referencesTo(keyName: string, all: readonly Reference[]): string[] {
  return [...new Set(all.filter((one) => one.keyName === keyName).map(({ what }) => what))];
}

async function instances(client: EC2Client, keyNames: readonly string[]): Promise<Reference[]> {
  const found: Reference[] = [];
  for (let start = 0; start < keyNames.length; start += maxNames) {
    found.push(...(await instancesOf(client, keyNames.slice(start, start + maxNames))));
  }
  return found;
}

/** @param keyNames - At most `maxNames`. */
async function instancesOf(client: EC2Client, keyNames: readonly string[]): Promise<Reference[]> {
  const filters = [
    { Name: 'key-name', Values: keyNames.map(exactPattern) },
    { Name: 'instance-state-name', Values: statesWithKey },
  ];
  const reservations = await collect(
    'ec2:DescribeInstances',
    paginateDescribeInstances({ client, pageSize: 1000 }, { Filters: filters }),
    (page) => page.Reservations,
  );
  return reservations
    .flatMap(({ Instances }) => Instances ?? [])
    .map(({ InstanceId, State, KeyName }) => ({
      what: `instance ${InstanceId} (${State?.Name})`,
      keyName: KeyName,
    }));
}

async function launchTemplatesAndGroups(
  ec2: EC2Client,
  autoScaling: AutoScalingClient,
): Promise<Reference[]> {
  const versions = await collect(
    'ec2:DescribeLaunchTemplateVersions',
    paginateDescribeLaunchTemplateVersions(
      { client: ec2, pageSize: 200 },
      { Versions: ['$Default', '$Latest'] },
    ),
    (page) => page.LaunchTemplateVersions,
  );
  const configurations = await collect(
    'autoscaling:DescribeLaunchConfigurations',
    paginateDescribeLaunchConfigurations({ client: autoScaling, pageSize: 100 }, {}),
    (page) => page.LaunchConfigurations,
  );
  const groups = await collect(
    'autoscaling:DescribeAutoScalingGroups',
    paginateDescribeAutoScalingGroups({ client: autoScaling, pageSize: 100 }, {}),
    (page) => page.AutoScalingGroups,
  );
  const found: Reference[] = [
    ...versions.map((version) => ({
      what: templateText(version),
      keyName: version.LaunchTemplateData?.KeyName,
    })),
    ...configurations.map((one) => ({
      what: `launch configuration ${one.LaunchConfigurationName}`,
      keyName: one.KeyName,
    })),
  ];
  for (const group of groups) {
    const configuration = configurations.find(
      (one) => one.LaunchConfigurationName === group.LaunchConfigurationName,
    );
    const keyNames = [configuration?.KeyName, ...(await keysOfTemplates(templatesOf(group), versions, ec2))];
    const what = `Auto Scaling group ${group.AutoScalingGroupName}`;
    found.push(...keyNames.map((keyName) => ({ what, keyName })));
  }
  return found;
}

/** The key names of the versions that a group launches from. Looks up a version that is neither default nor latest. */
async function keysOfTemplates(
  templates: readonly LaunchTemplateSpecification[],
  known: readonly LaunchTemplateVersion[],
  ec2: EC2Client,
): Promise<(string | undefined)[]> {
  const keyNames: (string | undefined)[] = [];
  for (const template of templates) {
    const found = known.find((version) => isVersion(version, template)) ?? (await lookUp(template, ec2));
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
  // `$Latest` never matches here and is looked up: a listing only says the number of each version.
  if (Version === undefined || Version === '$Default') return same && version.DefaultVersion === true;
  return same && String(version.VersionNumber) === Version;
}

async function lookUp(
  { LaunchTemplateId, LaunchTemplateName, Version = '$Default' }: LaunchTemplateSpecification,
  client: EC2Client,
): Promise<LaunchTemplateVersion | undefined> {
  const which = LaunchTemplateId === undefined ? { LaunchTemplateName } : { LaunchTemplateId };
  try {
    const [version] = await collect(
      'ec2:DescribeLaunchTemplateVersions',
      paginateDescribeLaunchTemplateVersions({ client }, { ...which, Versions: [Version] }),
      (page) => page.LaunchTemplateVersions,
    );
    return version;
  } catch (error) {
    if (error instanceof CollectError && isNamed(error.cause, ...deletedTemplateErrors)) return undefined;
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

/** A call failed that needs this permission. */
class CollectError extends Error {
  readonly action: string;

  constructor(action: string, cause: unknown) {
    super(action, { cause });
    this.action = action;
  }
}

/** @param action - The permission that the call needs. @throws CollectError */
async function collect<Page, Item>(
  action: string,
  pages: AsyncIterable<Page>,
  itemsOf: (page: Page) => readonly Item[] | undefined,
): Promise<Item[]> {
  const items: Item[] = [];
  try {
    for await (const page of pages) items.push(...(itemsOf(page) ?? []));
  } catch (cause) {
    throw new CollectError(action, cause);
  }
  return items;
}
