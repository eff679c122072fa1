import { runSimulation } from '@cloud-copilot/iam-simulate';
import type { ServedRequest } from '../../../local/aws/server.ts';

/** An IAM policy. */
export interface Policy {
  readonly Version: string;
  readonly Statement: readonly object[];
}

/** One permission that a request needs: IAM's action, the resource, and what the conditions can refer to. */
export interface NeededPermission {
  readonly action: string;
  readonly resource: string;
  readonly context: Readonly<Record<string, string | string[]>>;
}

/** What a request is about. Requests for a key pair or a version have IDs, IAM has names. */
export interface Subject {
  readonly keyName: string;
  readonly accountId: string;
  readonly region: string;
  /** Of the key pair and of the copy, once they exist. */
  readonly tags: Readonly<Record<string, string>>;
  /** Of the instances that were launched with the key pair. */
  readonly tagsOfInstances?: Readonly<Record<string, string>>;
}

/** Operations that set tags of something that exists. */
const setsTags: readonly string[] = ['CreateTags', 'AddTagsToResource', 'TagResource'];

/** The permissions that a request needs, with those for its tags. */
export function permissionsOf(request: ServedRequest, subject: Subject): NeededPermission[] {
  const { service, operation, alsoNeeds } = request;
  const sent = tagsIn(request);
  const creates = Object.keys(sent).length > 0 && !setsTags.includes(operation);
  return [operation, ...alsoNeeds]
    .map((name) => (name.includes(':') ? name : `${service}:${name}`))
    .filter((action) => !action.startsWith('kms:'))
    .flatMap((action) => resourcesOf(request, subject).map((resource) => ({ action, resource })))
    .map(({ action, resource }) => ({
      action,
      resource,
      context: {
        'aws:RequestedRegion': request.region,
        ...prefixed('aws:RequestTag/', sent),
        ...(creates ? {} : prefixed('aws:ResourceTag/', tagsOfResource(resource, subject))),
        ...(action === 'ec2:CreateTags' ? { 'aws:TagKeys': Object.keys(sent) } : {}),
        ...(action === 'ec2:CreateTags' && creates ? { 'ec2:CreateAction': operation } : {}),
      },
    }));
}

/** The same in another Region or account, for another name, or with other tags. */
export function elsewhere(
  needed: NeededPermission,
  change: { readonly from: string; readonly to: string },
): NeededPermission {
  const { from, to } = change;
  const { 'aws:RequestedRegion': region } = needed.context;
  return {
    ...needed,
    resource: needed.resource.replace(from, to),
    context: { ...needed.context, ...(region === from ? { 'aws:RequestedRegion': to } : {}) },
  };
}

/** Whether the policies together allow it. Rejects for what IAM does not know. */
export async function isAllowed(
  { action, resource, context }: NeededPermission,
  accountId: string,
  policies: readonly Policy[],
): Promise<boolean> {
  const response = await runSimulation(
    {
      identityPolicies: policies.map((policy, index) => ({ name: `policy-${index}`, policy })),
      serviceControlPolicies: [],
      resourceControlPolicies: [],
      ...(action.startsWith('kms:') ? { resourcePolicy: defaultKeyPolicy(accountId) } : {}),
      request: {
        action,
        principal: `arn:aws:iam::${accountId}:role/ci`,
        resource: { resource, accountId },
        contextVariables: context,
      },
    },
    {},
  );
  if (response.resultType === 'error') throw new Error(`${action}: ${JSON.stringify(response.errors)}`);
  return response.overallResult === 'Allowed';
}

/** A provider of which the simulator knows that its tokens have `aud` and `sub`. Of GitHub's it does not. */
const knownProvider = 'accounts.google.com';

/** Whether a trust policy lets a token of GitHub with these claims assume the role. */
export async function mayAssume(
  trustPolicy: Policy,
  { iss = 'token.actions.githubusercontent.com', ...claims }: Readonly<Record<string, string>>,
  accountId: string,
): Promise<boolean> {
  const renamed = (text: string) => text.replaceAll('token.actions.githubusercontent.com', knownProvider);
  const response = await runSimulation(
    {
      identityPolicies: [],
      serviceControlPolicies: [],
      resourceControlPolicies: [],
      resourcePolicy: JSON.parse(renamed(JSON.stringify(trustPolicy))),
      request: {
        action: 'sts:AssumeRoleWithWebIdentity',
        principal: renamed(`arn:aws:iam::${accountId}:oidc-provider/${iss}`),
        resource: { resource: `arn:aws:iam::${accountId}:role/ci`, accountId },
        contextVariables: prefixed(`${renamed(iss)}:`, claims),
      },
    },
    {},
  );
  if (response.resultType === 'error') throw new Error(JSON.stringify(response.errors));
  return response.overallResult === 'Allowed';
}

/** The key policy of a new KMS key, which leaves the decision to the policies of the account. */
function defaultKeyPolicy(accountId: string): object {
  const Principal = { AWS: `arn:aws:iam::${accountId}:root` };
  return {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal, Action: 'kms:*', Resource: '*' }],
  };
}

function prefixed(prefix: string, tags: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(tags).map(([key, value]) => [`${prefix}${key}`, value]));
}

/** The tags that a request sends for what it creates. */
function tagsIn({ params }: ServedRequest): Record<string, string> {
  const { Tags: json } = params;
  if (json !== undefined) {
    const tags = JSON.parse(json) as { readonly Key: string; readonly Value: string }[];
    return Object.fromEntries(tags.map(({ Key, Value }) => [Key, Value]));
  }
  const keys = Object.entries(params).filter(([name]) =>
    /^(?:TagSpecification\.1\.)?Tag\.\d+\.Key$/.test(name),
  );
  return Object.fromEntries(keys.map(([name, key]) => [key, params[name.replace(/Key$/, 'Value')] ?? '']));
}

/** A command needs its document and each instance. */
function resourcesOf(request: ServedRequest, subject: Subject): string[] {
  if (request.operation !== 'SendCommand') return [resourceOf(request, subject)];
  const { accountId, region } = subject;
  const { DocumentName = '', InstanceIds = '[]' } = request.params;
  const ids = JSON.parse(InstanceIds) as string[];
  return [
    // AWS's own documents have no account. The simulator does not know that.
    `arn:aws:ssm:${region}:${accountId}:document/${DocumentName}`,
    ...ids.map((id) => `arn:aws:ec2:${region}:${accountId}:instance/${id}`),
  ];
}

function tagsOfResource(
  resource: string,
  { tags, tagsOfInstances = {} }: Subject,
): Readonly<Record<string, string>> {
  if (resource.includes(':document/') || resource === '*') return {};
  return resource.includes(':instance/') ? tagsOfInstances : tags;
}

/** Operations that IAM cannot limit to resources. */
const unlimited: readonly string[] = [
  'DescribeInstances',
  'DescribeInstanceInformation',
  'ListCommandInvocations',
  'CancelCommand',
];

function resourceOf({ service, operation, params }: ServedRequest, subject: Subject): string {
  const { accountId, region } = subject;
  // That of a journal, where a request names it.
  const { KeyName: keyName = subject.keyName } = params;
  const scope = `arn:aws:${service}:${region}:${accountId}`;
  if (operation.startsWith('DescribeKeyPairs') || unlimited.includes(operation)) return '*';
  if (service === 'ec2') return `${scope}:key-pair/${keyName}`;
  const { Name = '', ResourceId = Name, SecretId = Name } = params;
  return service === 'ssm'
    ? `${scope}:parameter${ResourceId.replace(/:\d+$/, '')}`
    : `${scope}:secret:${SecretId}-a1B2c3`;
}
