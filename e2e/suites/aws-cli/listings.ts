import assert from 'node:assert/strict';
import type { LocalAws } from '../../../local/aws/server.ts';
import { type Endpoint, region } from './endpoints.ts';

/** What names key pairs: read by the command line to the last page. */
export async function checkListings({ site, aws, cli }: Endpoint): Promise<void> {
  await site.check('describe-instances shows the seeded instances, page by page to the last', async () => {
    const states = ['running', 'stopped', 'terminated', 'pending'] as const;
    const seeds = Array.from({ length: 12 }, (_, index) => ({
      ...(index % 3 === 0 ? {} : { keyName: `key-${index % 3}` }),
      state: states[index % states.length] ?? 'running',
      tags: { Name: `host ${index}` },
    }));
    const seeded = aws.seedInstances(region, seeds);
    const { Reservations } = (await cli.json('ec2', 'describe-instances', '--page-size', '5')) as {
      readonly Reservations: readonly { readonly Instances: readonly ShownInstance[] }[];
    };
    assert.deepEqual(
      Reservations.flatMap(({ Instances }) => Instances).map(({ InstanceId, KeyName, State, Tags }) => [
        InstanceId,
        KeyName,
        State.Name,
        Tags[0]?.Value,
      ]),
      seeded.map(({ id, keyName, state, tags }) => [id, keyName, state, tags[0]?.value]),
    );
    assert.deepEqual(pageSizesOf(aws, 'DescribeInstances'), ['5', '5', '5']);
  });

  await site.check('describe-instances finds the living ones by key name, and those by id', async () => {
    const ids = (...args: readonly string[]) =>
      cli.json('ec2', 'describe-instances', '--query', 'Reservations[].Instances[].InstanceId', ...args);
    const all = await ids();
    const living = ['Name=key-name,Values=key-1', 'Name=instance-state-name,Values=running,stopped'];
    const [, second, , , fifth] = all as string[];
    assert.deepEqual(await ids('--filters', ...living), [second, fifth]);
    assert.deepEqual(await ids('--instance-ids', fifth ?? '', second ?? ''), [second, fifth]);
  });

  await checkTemplates({ site, aws, cli });
  await checkGroups({ site, aws, cli });
}

async function checkTemplates({ site, aws, cli }: Endpoint): Promise<void> {
  const templates = aws.seedLaunchTemplates(region, [
    { name: 'workers', versions: [{ keyName: 'old', imageId: 'ami-1' }, { keyName: 'new' }, { number: 5 }] },
    { name: 'web', versions: [{ keyName: 'web', instanceType: 't3.nano' }], tags: { team: 'web' } },
    { name: 'batch', versions: [{}, { keyName: 'batch', description: 'second' }], defaultVersion: 2 },
  ]);
  const versions = (...args: readonly string[]) =>
    cli.json(
      ...['ec2', 'describe-launch-template-versions', ...args, '--query'],
      'LaunchTemplateVersions[].[LaunchTemplateName,VersionNumber,DefaultVersion,LaunchTemplateData.KeyName]',
    );

  await site.check(
    'describe-launch-template-versions shows default and latest of all, by pages',
    async () => {
      assert.deepEqual(await versions('--versions', '$Default', '$Latest', '--page-size', '4'), [
        ['workers', 1, true, 'old'],
        ['workers', 5, false, null],
        ['web', 1, true, 'web'],
        ['web', 1, true, 'web'],
        ['batch', 2, true, 'batch'],
        ['batch', 2, true, 'batch'],
      ]);
      assert.deepEqual(pageSizesOf(aws, 'DescribeLaunchTemplateVersions'), ['4', '4']);
    },
  );

  await site.check(
    'describe-launch-template-versions shows all versions of one, or those named',
    async () => {
      assert.deepEqual(await versions('--launch-template-name', 'workers'), [
        ['workers', 5, false, null],
        ['workers', 2, false, 'new'],
        ['workers', 1, true, 'old'],
      ]);
      const [workers] = templates;
      assert.deepEqual(await versions('--launch-template-id', workers?.id ?? '', '--versions', '2'), [
        ['workers', 2, false, 'new'],
      ]);
    },
  );

  await site.check('describe-launch-templates goes on where --max-items ended', async () => {
    const list = async (...args: readonly string[]) =>
      (await cli.json('ec2', 'describe-launch-templates', '--page-size', '2', ...args)) as {
        readonly LaunchTemplates: readonly { readonly LaunchTemplateId: string }[];
        readonly NextToken?: string;
      };
    const first = await list('--max-items', '2');
    const rest = await list('--starting-token', first.NextToken ?? '');
    assert.deepEqual(
      [first, rest].map(({ LaunchTemplates }) =>
        LaunchTemplates.map(({ LaunchTemplateId }) => LaunchTemplateId),
      ),
      [templates.slice(0, 2), templates.slice(2)].map((page) => page.map(({ id }) => id)),
    );
    assert.equal(rest.NextToken, undefined);
  });
}

async function checkGroups({ site, aws, cli }: Endpoint): Promise<void> {
  aws.seedLaunchConfigurations(
    region,
    ['lc-1', 'lc-2', 'lc-3'].map((name, index) => ({
      name,
      ...(index === 2 ? {} : { keyName: `of ${name}` }),
    })),
  );
  aws.seedAutoScalingGroups(region, [
    { name: 'configured', launchConfigurationName: 'lc-1', tags: { team: 'web' } },
    { name: 'templated', launchTemplate: { name: 'web', version: '$Latest' } },
    {
      name: 'mixed',
      mixedInstancesPolicy: {
        launchTemplate: { name: 'workers', version: '2' },
        overrides: [
          { instanceType: 't3.nano', launchTemplate: { name: 'batch' } },
          { instanceType: 't3.micro' },
        ],
      },
    },
  ]);

  await site.check('describe-auto-scaling-groups shows what each launches from, by pages', async () => {
    const template = '[LaunchTemplateName,Version]';
    const groups = await cli.json(
      ...['autoscaling', 'describe-auto-scaling-groups', '--page-size', '1', '--query'],
      `AutoScalingGroups[].{name:AutoScalingGroupName,configuration:LaunchConfigurationName,template:LaunchTemplate.${template},mixed:MixedInstancesPolicy.LaunchTemplate.LaunchTemplateSpecification.${template},overrides:MixedInstancesPolicy.LaunchTemplate.Overrides[].[InstanceType,LaunchTemplateSpecification.LaunchTemplateName]}`,
    );
    const nothing = { configuration: null, template: null, mixed: null, overrides: null };
    assert.deepEqual(groups, [
      { ...nothing, name: 'configured', configuration: 'lc-1' },
      { ...nothing, name: 'templated', template: ['web', '$Latest'] },
      {
        ...nothing,
        name: 'mixed',
        mixed: ['workers', '2'],
        overrides: [
          ['t3.nano', 'batch'],
          ['t3.micro', null],
        ],
      },
    ]);
    assert.deepEqual(pageSizesOf(aws, 'DescribeAutoScalingGroups'), ['1', '1', '1']);
  });

  await site.check('describe-auto-scaling-groups finds groups by name and by tag', async () => {
    const names = (...args: readonly string[]) =>
      cli.json(
        ...['autoscaling', 'describe-auto-scaling-groups', ...args],
        ...['--query', 'AutoScalingGroups[].AutoScalingGroupName'],
      );
    assert.deepEqual(await names('--auto-scaling-group-names', 'mixed', 'nobody'), ['mixed']);
    assert.deepEqual(await names('--filters', 'Name=tag:team,Values=web'), ['configured']);
  });

  await site.check('describe-launch-configurations shows the key names, by pages', async () => {
    const shown = await cli.json(
      ...['autoscaling', 'describe-launch-configurations', '--page-size', '2'],
      ...['--query', 'LaunchConfigurations[].[LaunchConfigurationName,KeyName]'],
    );
    // Auto Scaling shows what is not there as an empty text.
    assert.deepEqual(shown, [
      ['lc-1', 'of lc-1'],
      ['lc-2', 'of lc-2'],
      ['lc-3', ''],
    ]);
    assert.deepEqual(pageSizesOf(aws, 'DescribeLaunchConfigurations'), ['2', '2']);
  });
}

interface ShownInstance {
  readonly InstanceId: string;
  readonly KeyName?: string;
  readonly State: { readonly Name: string };
  readonly Tags: readonly { readonly Value: string }[];
}

/** The page sizes of all requests for a listing, in order; all of them were answered. */
function pageSizesOf({ requests }: LocalAws, operation: string): (string | undefined)[] {
  const asked = requests.filter((request) => request.operation === operation);
  assert.ok(asked.every(({ executed }) => executed));
  return asked.map(({ params }) => params['MaxResults'] ?? params['MaxRecords']);
}
