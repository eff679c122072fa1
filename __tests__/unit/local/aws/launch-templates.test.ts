import {
  DescribeLaunchTemplatesCommand,
  type DescribeLaunchTemplatesCommandInput,
  DescribeLaunchTemplateVersionsCommand,
  type DescribeLaunchTemplateVersionsCommandInput,
  type DescribeLaunchTemplateVersionsCommandOutput,
  paginateDescribeLaunchTemplates,
  paginateDescribeLaunchTemplateVersions,
} from '@aws-sdk/client-ec2';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type LaunchTemplate, type LocalAws, startLocalAws } from '../../../../local/aws/server.ts';
import { allPages, ec2ClientOf, expectRefusal } from './clients.ts';

/** What EC2 said to the moto project's tests, which run against AWS as well (moto, test_launch_templates.py). */
const HOW_TO_ASK =
  'To describe the launch template data for all your launch templates, for ‘--versions’ specify ‘$Latest’, ‘$Default’, or both, and omit ‘--launch-template-id’, ‘--launch-template-name’, and version numbers. To describe the launch template data for a specific launch template, specify ‘--launch-template-id’ or ‘--launch-template-name’, and for ‘--versions’ specify one or more of the following values: ‘$Latest’, ‘$Default’, or one or more version numbers.';

let aws: LocalAws;
let ec2: ReturnType<typeof ec2ClientOf>;

beforeEach(async () => {
  aws = await startLocalAws();
  ec2 = ec2ClientOf(aws);
});

afterEach(() => aws.close());

function askTemplates(input: DescribeLaunchTemplatesCommandInput = {}) {
  return ec2.send(new DescribeLaunchTemplatesCommand(input));
}

async function names(input: DescribeLaunchTemplatesCommandInput = {}) {
  return (await askTemplates(input)).LaunchTemplates?.map(({ LaunchTemplateName }) => LaunchTemplateName);
}

function askVersions(input: DescribeLaunchTemplateVersionsCommandInput) {
  return ec2.send(new DescribeLaunchTemplateVersionsCommand(input));
}

/** As `web 2: deploy`. */
function lines({ LaunchTemplateVersions = [] }: DescribeLaunchTemplateVersionsCommandOutput): string[] {
  return LaunchTemplateVersions.map(
    ({ LaunchTemplateName, VersionNumber, LaunchTemplateData }) =>
      `${LaunchTemplateName} ${VersionNumber}: ${LaunchTemplateData?.KeyName ?? 'no key'}`,
  );
}

/** `web` with three versions, the second by default, and `db` with one. */
function seedTwo(): LaunchTemplate {
  const [web] = aws.seedLaunchTemplates('eu-west-1', [
    {
      name: 'web',
      versions: [{ keyName: 'old' }, { keyName: 'deploy' }, { keyName: 'new' }],
      defaultVersion: 2,
    },
    { name: 'db', versions: [{}] },
  ]);
  if (web === undefined) throw new Error('Nothing was seeded');
  return web;
}

function seedMany(count: number): void {
  const seeds = Array.from({ length: count }, (_, index) => ({
    name: `t${index}`,
    versions: [{ keyName: `k${index}` }],
  }));
  aws.seedLaunchTemplates('eu-west-1', seeds);
}

describe('DescribeLaunchTemplates', () => {
  test('shows id, name, maker, version numbers and tags', async () => {
    const createTime = new Date('2026-02-03T04:05:06.000Z');
    aws.seedLaunchTemplates('eu-west-1', [
      {
        name: 'web',
        createTime,
        tags: { team: 'a' },
        versions: [{}, { number: 4 }, {}],
        defaultVersion: 4,
      },
    ]);
    const { LaunchTemplates } = await askTemplates();
    expect(LaunchTemplates).toEqual([
      {
        LaunchTemplateId: expect.stringMatching(/^lt-[0-9a-f]{17}$/),
        LaunchTemplateName: 'web',
        CreateTime: createTime,
        CreatedBy: 'arn:aws:iam::123456789012:user/local',
        DefaultVersionNumber: 4,
        LatestVersionNumber: 5,
        Tags: [{ Key: 'team', Value: 'a' }],
      },
    ]);
  });

  test('finds by id, name and filter', async () => {
    const { id } = seedTwo();
    expect(await names({ LaunchTemplateIds: [id] })).toEqual(['web']);
    expect(await names({ LaunchTemplateNames: ['db'] })).toEqual(['db']);
    expect(await names({ Filters: [{ Name: 'launch-template-name', Values: ['w*'] }] })).toEqual(['web']);
    expect(await names({ Filters: [{ Name: 'tag-key', Values: ['*'] }] })).toEqual([]);
  });

  test('fails when one that was named is missing', async () => {
    seedTwo();
    await expectRefusal(
      askTemplates({ LaunchTemplateNames: ['web', 'gone'] }),
      'InvalidLaunchTemplateName.NotFoundException',
      { message: 'At least one of the launch templates specified in the request does not exist.' },
    );
    const absent = askTemplates({ LaunchTemplateIds: ['lt-00000000000000000'] });
    await expectRefusal(absent, 'InvalidLaunchTemplateId.NotFound');
    const malformed = askTemplates({ LaunchTemplateIds: ['web'] });
    await expectRefusal(malformed, 'InvalidLaunchTemplateId.Malformed');
  });

  test('gives pages, of 200 unless asked for less', async () => {
    seedMany(201);
    const pages = await allPages(paginateDescribeLaunchTemplates({ client: ec2 }, {}));
    expect(pages.map(({ LaunchTemplates }) => LaunchTemplates?.length)).toEqual([200, 1]);
    const small = await allPages(paginateDescribeLaunchTemplates({ client: ec2, pageSize: 67 }, {}));
    expect(small.map(({ LaunchTemplates }) => LaunchTemplates?.length)).toEqual([67, 67, 67]);
    expect(small.at(-1)?.LaunchTemplates?.at(-1)?.LaunchTemplateName).toBe('t200');
    await expectRefusal(askTemplates({ MaxResults: 201 }), 'InvalidParameterValue');
    await expectRefusal(askTemplates({ MaxResults: 0 }), 'InvalidParameterValue');
  });
});

describe('DescribeLaunchTemplateVersions of one template', () => {
  test('shows what a version holds', async () => {
    const { id, createTime } = seedTwo();
    const { LaunchTemplateVersions } = await askVersions({ LaunchTemplateId: id, Versions: ['2'] });
    expect(LaunchTemplateVersions).toEqual([
      {
        LaunchTemplateId: id,
        LaunchTemplateName: 'web',
        VersionNumber: 2,
        CreateTime: createTime,
        CreatedBy: 'arn:aws:iam::123456789012:user/local',
        DefaultVersion: true,
        LaunchTemplateData: { KeyName: 'deploy' },
      },
    ]);
  });

  test('shows all versions, the newest first, or those that are named', async () => {
    const { id } = seedTwo();
    expect(lines(await askVersions({ LaunchTemplateName: 'web' }))).toEqual([
      'web 3: new',
      'web 2: deploy',
      'web 1: old',
    ]);
    expect(lines(await askVersions({ LaunchTemplateId: id, Versions: ['$Latest', '1'] }))).toEqual([
      'web 3: new',
      'web 1: old',
    ]);
    expect(lines(await askVersions({ LaunchTemplateId: id, Versions: ['$Default'] }))).toEqual([
      'web 2: deploy',
    ]);
  });

  test('fails for a template or a version that is not there', async () => {
    const { id } = seedTwo();
    await expectRefusal(
      askVersions({ LaunchTemplateName: 'gone' }),
      'InvalidLaunchTemplateName.NotFoundException',
      { message: 'The specified launch template, with template name gone, does not exist.' },
    );
    await expectRefusal(
      askVersions({ LaunchTemplateId: 'lt-07ff4bb0369cd679c' }),
      'InvalidLaunchTemplateId.NotFound',
      {
        message: 'The specified launch template, with template ID lt-07ff4bb0369cd679c, does not exist.',
      },
    );
    await expectRefusal(
      askVersions({ LaunchTemplateName: 'web', Versions: ['4'] }),
      'InvalidLaunchTemplateId.VersionNotFound',
      { message: `Could not find the specified version 4 for the launch template with ID ${id}.` },
    );
    const both = askVersions({ LaunchTemplateName: 'web', LaunchTemplateId: id });
    await expectRefusal(both, 'InvalidParameterCombination');
  });

  test('does not bring back a version that was deleted', async () => {
    aws.seedLaunchTemplates('eu-west-1', [{ name: 'web', versions: [{ number: 2 }, { number: 5 }] }]);
    expect(lines(await askVersions({ LaunchTemplateName: 'web' }))).toEqual([
      'web 5: no key',
      'web 2: no key',
    ]);
    const deleted = askVersions({ LaunchTemplateName: 'web', Versions: ['3'] });
    await expectRefusal(deleted, 'InvalidLaunchTemplateId.VersionNotFound');
  });
});

describe('DescribeLaunchTemplateVersions of all templates', () => {
  test('shows default and latest versions', async () => {
    seedTwo();
    expect(lines(await askVersions({ Versions: ['$Default'] }))).toEqual(['web 2: deploy', 'db 1: no key']);
    expect(lines(await askVersions({ Versions: ['$Latest'] }))).toEqual(['web 3: new', 'db 1: no key']);
  });

  test('gives pages that may end between the versions of one template', async () => {
    seedTwo();
    const input = { Versions: ['$Default', '$Latest'] };
    const pages = await allPages(paginateDescribeLaunchTemplateVersions({ client: ec2, pageSize: 1 }, input));
    expect(pages.map(lines)).toEqual([['web 2: deploy'], ['web 3: new'], ['db 1: no key'], ['db 1: no key']]);
  });

  test('gives pages of 200 at most', async () => {
    seedMany(250);
    const pages = await allPages(
      paginateDescribeLaunchTemplateVersions({ client: ec2, pageSize: 200 }, { Versions: ['$Latest'] }),
    );
    expect(pages.map((page) => lines(page).length)).toEqual([200, 50]);
    expect(new Set(pages.flatMap(lines)).size).toBe(250);
    await expectRefusal(askVersions({ Versions: ['$Latest'], MaxResults: 201 }), 'InvalidParameterValue');
  });

  test('is refused for numbers, and for no versions at all', async () => {
    seedTwo();
    await expectRefusal(askVersions({ Versions: ['1'] }), 'InvalidParameterValue', { message: HOW_TO_ASK });
    const mixed = askVersions({ Versions: ['$Latest', '1'] });
    await expectRefusal(mixed, 'InvalidParameterValue', { message: HOW_TO_ASK });
    await expectRefusal(askVersions({}), 'MissingParameter', { message: HOW_TO_ASK });
  });

  test('is denied on its own', async () => {
    seedTwo();
    aws.faults.add({ on: 'DescribeLaunchTemplateVersions', effect: { kind: 'deny' } });
    expect(await names()).toEqual(['web', 'db']);
    const call = askVersions({ Versions: ['$Latest'] });
    await expectRefusal(call, 'UnauthorizedOperation', { status: 403 });
  });
});
