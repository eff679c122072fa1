import type { AutoScalingGroup, LaunchTemplateSpecification } from '@aws-sdk/client-auto-scaling';
import { describe, expect, test } from '@jest/globals';
import { findReferences, type ReferencesFound } from '../../../src/ec2/references.ts';
import { ec2Errors } from '../../lib/aws-errors.ts';
import {
  type Account,
  answerFrom,
  group,
  groupOf,
  otherTemplate,
  sessionOf,
  webTemplate,
} from './fake-account.ts';

/** What uses each of these key pairs, as the code under test finds it. */
function find(keyNames: readonly string[]): Promise<ReadonlyMap<string, ReferencesFound>> {
  return findReferences(keyNames, sessionOf('eu-west-1'));
}

/** What uses the key pair `deploy` in an account. */
async function referencesToDeploy(account: Account): Promise<readonly string[]> {
  answerFrom(account);
  const found = (await find(['deploy'])).get('deploy');
  if (found === undefined || 'unknown' in found) throw new Error(`Not known: ${found?.unknown}`);
  return found.references;
}

describe('an instance', () => {
  test.each([
    ['pending', true],
    ['running', true],
    ['stopping', true],
    ['stopped', true],
    ['shutting-down', false],
    ['terminated', false],
  ])('that is %s uses its key pair: %s.', async (state, uses) => {
    const instances = [{ id: 'i-1', state, keyName: 'deploy' }];
    expect(await referencesToDeploy({ instances })).toEqual(uses ? [`instance i-1 (${state})`] : []);
  });

  test('with another key pair does not count, even if the names begin alike.', async () => {
    const instances = ['other', 'deploy2', 'Deploy'].map((keyName, index) => ({
      id: `i-${index}`,
      state: 'running',
      keyName,
    }));
    expect(await referencesToDeploy({ instances })).toEqual([]);
  });
});

describe('a launch template', () => {
  test.each([
    [1, []],
    [2, ['launch template web (version 2)']],
    [3, []],
    [4, ['launch template web (version 4)']],
  ])(
    'counts by its default and latest version: with the key pair in version %i of 4, it gives %j.',
    async (version, users) => {
      expect(await referencesToDeploy({ templates: [otherTemplate, webTemplate(version)] })).toEqual(users);
    },
  );

  test('is listed once if its default version is also the latest.', async () => {
    const templates = [{ id: 'lt-1', name: 'api', keyNames: ['deploy'] }];
    expect(await referencesToDeploy({ templates })).toEqual(['launch template api (version 1)']);
  });
});

test('A launch configuration uses its key pair.', async () => {
  const configurations = { old: 'deploy', new: 'other' };
  expect(await referencesToDeploy({ configurations })).toEqual(['launch configuration old']);
});

describe('an Auto Scaling group', () => {
  const fleet = 'Auto Scaling group fleet';

  test('uses the key pair of its launch configuration.', async () => {
    const groups = [
      group({ LaunchConfigurationName: 'old' }),
      group({ AutoScalingGroupName: 'free', LaunchConfigurationName: 'new' }),
      group({ AutoScalingGroupName: 'nothing' }),
    ];
    const configurations = { old: 'deploy', new: 'other' };
    expect(await referencesToDeploy({ groups, configurations })).toEqual(['launch configuration old', fleet]);
  });

  const byId = { LaunchTemplateId: 'lt-web' };
  const byName = { LaunchTemplateName: 'web' };
  // In each row, `deploy` is the key pair of just one version of the template.
  test.each<[said: string, specification: LaunchTemplateSpecification, version: number]>([
    ['no version, by id', byId, 2],
    ['no version, by name', byName, 2],
    ['$Default, by id', { ...byId, Version: '$Default' }, 2],
    ['$Default, by name', { ...byName, Version: '$Default' }, 2],
    ['$Latest, by id', { ...byId, Version: '$Latest' }, 4],
    ['$Latest, by name', { ...byName, Version: '$Latest' }, 4],
    ['an older version than the default, by id', { ...byId, Version: '1' }, 1],
    ['an older version than the default, by name', { ...byName, Version: '1' }, 1],
    ['a version between default and latest', { ...byId, Version: '3' }, 3],
    ['the number of the default version', { ...byId, Version: '2' }, 2],
    ['the number of the latest version', { ...byName, Version: '4' }, 4],
  ])(
    'whose launch template says %s, uses the key pair of that version and no other.',
    async (_, specification, version) => {
      for (const candidate of [1, 2, 3, 4]) {
        const users = await referencesToDeploy({
          templates: [otherTemplate, webTemplate(candidate)],
          groups: [groupOf(specification)],
        });
        expect([candidate, users.includes(fleet)]).toEqual([candidate, candidate === version]);
      }
    },
  );

  const mixed = (specification: LaunchTemplateSpecification, ...overrides: LaunchTemplateSpecification[]) =>
    group({
      MixedInstancesPolicy: {
        LaunchTemplate: {
          LaunchTemplateSpecification: specification,
          Overrides: [
            { InstanceType: 't3.nano' },
            ...overrides.map((LaunchTemplateSpecification) => ({ LaunchTemplateSpecification })),
          ],
        },
      },
    });
  const other = { LaunchTemplateId: 'lt-other' };
  test.each<[said: string, group: AutoScalingGroup, users: string[]]>([
    ['the template of its policy', mixed({ ...byName, Version: '3' }, other), [fleet]],
    ['the template of an override', mixed(other, other, { ...byId, Version: '3' }), [fleet]],
    [
      'several templates with the same key pair',
      mixed({ ...byId, Version: '3' }, { ...byName, Version: '3' }),
      [fleet],
    ],
    ['none of its templates', mixed(other, { ...byId, Version: '1' }), []],
  ])(
    'with a mixed instances policy that references the key pair in %s, is listed once or not at all.',
    async (_, fleetGroup, users) => {
      const account = { templates: [otherTemplate, webTemplate(3)], groups: [fleetGroup] };
      expect(await referencesToDeploy(account)).toEqual(users);
    },
  );

  test.each<[said: string, specification: LaunchTemplateSpecification]>([
    ['the id of a template', { LaunchTemplateId: 'lt-deleted' }],
    ['the name of a template', { LaunchTemplateName: 'deleted', Version: '$Latest' }],
    ['a version', { ...byId, Version: '5' }],
  ])(
    'that still has %s that was deleted, uses no key pair, and the other users are found.',
    async (_, specification) => {
      const groups = [groupOf(specification), group({ AutoScalingGroupName: 'next', LaunchTemplate: byId })];
      expect(await referencesToDeploy({ templates: [webTemplate(2)], groups })).toEqual([
        'launch template web (version 2)',
        'Auto Scaling group next',
      ]);
    },
  );
});

test('Users on every page of every listing are found.', async () => {
  const five = [1, 2, 3, 4, 5];
  const account: Account = {
    instances: five.map((n) => ({ id: `i-${n}`, state: 'running', keyName: 'deploy' })),
    templates: five.map((n) => ({ id: `lt-${n}`, name: `template-${n}`, keyNames: ['deploy'] })),
    configurations: Object.fromEntries(five.map((n) => [`configuration-${n}`, 'deploy'])),
    groups: five.map((n) =>
      group({ AutoScalingGroupName: `group-${n}`, LaunchConfigurationName: `configuration-${n}` }),
    ),
  };
  expect(await referencesToDeploy(account)).toEqual([
    ...five.map((n) => `instance i-${n} (running)`),
    ...five.map((n) => `launch template template-${n} (version 1)`),
    ...five.map((n) => `launch configuration configuration-${n}`),
    ...five.map((n) => `Auto Scaling group group-${n}`),
  ]);
});

describe('several key pairs', () => {
  test('each have their own users, and one without users has none.', async () => {
    answerFrom({
      instances: [
        { id: 'i-1', state: 'running', keyName: 'a' },
        { id: 'i-2', state: 'stopped', keyName: 'b' },
      ],
      configurations: { old: 'b' },
    });
    expect([...(await find(['a', 'b', 'c']))]).toEqual([
      ['a', { references: ['instance i-1 (running)'] }],
      ['b', { references: ['instance i-2 (stopped)', 'launch configuration old'] }],
      ['c', { references: [] }],
    ]);
  });

  test('are looked up in requests of 190 names, and everything else is listed once.', async () => {
    const keyNames = Array.from({ length: 400 }, (_, index) => `key-${index}`);
    const requests = answerFrom({
      instances: [0, 189, 190, 399].map((n) => ({ id: `i-${n}`, state: 'running', keyName: `key-${n}` })),
    });
    const found = await find(keyNames);
    const used = [...found].filter(
      ([, references]) => 'references' in references && references.references.length > 0,
    );
    expect(used.map(([keyName]) => keyName)).toEqual(['key-0', 'key-189', 'key-190', 'key-399']);
    expect([...requests].map(([operation, inputs]) => [operation, inputs.length])).toEqual([
      ['DescribeInstances', 3],
      ['DescribeLaunchTemplateVersions', 1],
      ['DescribeLaunchConfigurations', 1],
      ['DescribeAutoScalingGroups', 1],
    ]);
  });
});

test.each<[what: string, failure: () => Error]>([
  ['throttles', ec2Errors.throttled],
  ['does not answer', ec2Errors.reset],
])(
  'A request that the service %s is sent until it is answered, however often it fails.',
  async (_, failure) => {
    const requests = answerFrom({
      instances: [{ id: 'i-0', state: 'running', keyName: 'deploy' }],
      failures: Array.from({ length: 9 }, failure),
    });
    expect((await find(['deploy'])).get('deploy')).toEqual({ references: ['instance i-0 (running)'] });
    expect(requests.get('DescribeInstances')).toHaveLength(10);
  },
);

test('If the time of the step is up, it is unknown what references a key pair.', async () => {
  const requests = answerFrom({ failures: [ec2Errors.throttled()] });
  const found = await findReferences(['deploy'], sessionOf('eu-west-1', AbortSignal.abort()));
  expect(found.get('deploy')).toEqual({ unknown: expect.stringContaining('RequestLimitExceeded') });
  expect(requests.get('DescribeInstances')).toHaveLength(1);
});

test('A key name is never taken as a pattern.', async () => {
  const requests = answerFrom({});
  await find(['web*?\\']);
  expect(requests.get('DescribeInstances')).toEqual([
    expect.objectContaining({
      Filters: expect.arrayContaining([{ Name: 'key-name', Values: ['web\\*\\?\\\\'] }]),
    }),
  ]);
});

describe('a refused request', () => {
  test.each([
    ['DescribeInstances', 'ec2:DescribeInstances'],
    ['DescribeLaunchTemplateVersions', 'ec2:DescribeLaunchTemplateVersions'],
    ['DescribeLaunchConfigurations', 'autoscaling:DescribeLaunchConfigurations'],
    ['DescribeAutoScalingGroups', 'autoscaling:DescribeAutoScalingGroups'],
    ['DescribeLaunchTemplateVersions of one template', 'ec2:DescribeLaunchTemplateVersions'],
  ])(
    '(%s) leaves it unknown for every key pair whether it is in use, and names %s.',
    async (denied, missingPermission) => {
      answerFrom({
        templates: [webTemplate(3)],
        groups: [groupOf({ LaunchTemplateId: 'lt-web', Version: '3' })],
        denied,
      });
      const unknown = `UnauthorizedOperation: no ${denied} (request r-1)`;
      expect([...(await find(['deploy', 'other']))]).toEqual([
        ['deploy', { unknown, missingPermission }],
        ['other', { unknown, missingPermission }],
      ]);
    },
  );
});
