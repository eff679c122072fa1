import type { RefusedCommand } from './refusals.ts';

const instances = (...args: readonly string[]) => ['ec2', 'describe-instances', ...args];
const templates = (...args: readonly string[]) => ['ec2', 'describe-launch-templates', ...args];
const versions = (...args: readonly string[]) => ['ec2', 'describe-launch-template-versions', ...args];
const groups = (...args: readonly string[]) => ['autoscaling', 'describe-auto-scaling-groups', ...args];
const configurations = (...args: readonly string[]) => [
  ...['autoscaling', 'describe-launch-configurations', ...args],
];

const invalid = 'InvalidParameterValue';
const names = (count: number) => Array.from({ length: count }, (_, n) => `name-${n}`);

/** Listings of what is not there, and pages that cannot be; `web` and `i-0123456789abcdef0` are there. */
export const listingRefusals: readonly RefusedCommand[] = [
  ['an instance id that is none', 'InvalidInstanceID.Malformed', instances('--instance-ids', 'web')],
  [
    'an instance that is not there',
    'InvalidInstanceID.NotFound',
    instances('--instance-ids', 'i-00000000000000000'),
    "The instance ID 'i-00000000000000000' does not exist",
  ],
  [
    'instances by id in pages',
    'InvalidParameterCombination',
    instances('--instance-ids', 'i-0123456789abcdef0', '--page-size', '5'),
  ],
  ['a page of 4 instances', invalid, instances('--page-size', '4')],
  ['a page of 1001 instances', invalid, instances('--page-size', '1001')],
  ['a page of instances that follows none', invalid, instances('--next-token', 'made-up')],
  ['a filter of instances that EC2 does not know', invalid, instances('--filters', 'Name=colour,Values=red')],

  [
    'a launch template id that is none',
    'InvalidLaunchTemplateId.Malformed',
    versions('--launch-template-id', 'web'),
  ],
  [
    'a launch template id that is not there',
    'InvalidLaunchTemplateId.NotFound',
    templates('--launch-template-ids', 'lt-00000000000000000'),
  ],
  [
    'a launch template name that is not there',
    'InvalidLaunchTemplateName.NotFoundException',
    templates('--launch-template-names', 'nobody'),
  ],
  [
    'versions of a launch template that is not there',
    'InvalidLaunchTemplateName.NotFoundException',
    versions('--launch-template-name', 'nobody'),
  ],
  [
    'a version that is not there',
    'InvalidLaunchTemplateId.VersionNotFound',
    versions('--launch-template-name', 'web', '--versions', '7'),
  ],
  [
    'a launch template by name and id at once',
    'InvalidParameterCombination',
    versions('--launch-template-name', 'web', '--launch-template-id', 'lt-0123456789abcdef0'),
  ],
  ['versions of no launch template in particular', 'MissingParameter', versions()],
  ['a version number of all launch templates', invalid, versions('--versions', '1')],
  ['a page of 201 launch templates', invalid, templates('--page-size', '201')],

  ['a page of 101 Auto Scaling groups', 'ValidationError', groups('--page-size', '101')],
  ['a page of groups that follows none', 'InvalidNextToken', groups('--next-token', 'made-up')],
  ['a filter of groups that is none', 'ValidationError', groups('--filters', 'Name=colour,Values=red')],
  ['51 names of Auto Scaling groups', 'ValidationError', groups('--auto-scaling-group-names', ...names(51))],
  [
    '51 names of launch configurations',
    'ValidationError',
    configurations('--launch-configuration-names', ...names(51)),
  ],
  [
    'a page of configurations that follows none',
    'InvalidNextToken',
    configurations('--next-token', 'made-up'),
  ],

  ['an operation that the endpoint does not have', 'InvalidAction', ['ec2', 'describe-vpcs']],
  ['a service that the endpoint does not have', 'InvalidAction', ['iam', 'list-users']],
  [
    'a parameter that the endpoint does not have',
    'UnknownParameter',
    instances('--include-managed-resources'),
  ],
];
