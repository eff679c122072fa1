import { callerArn } from '../../accounts.ts';
import { readPage } from '../../pages.ts';
import type { QueryOperation } from '../../query-service.ts';
import { listElement, textElement } from '../../xml.ts';
import { type FilterFields, readFilters } from '../filters.ts';
import { ec2Pages, nextTokenElement } from '../pages.ts';
import { tagSet } from '../tags.ts';
import type { LaunchTemplate } from './launch-template.ts';
import { checkTemplateId, someTemplateNotFound, templateIdNotFound } from './refusals.ts';

const FIELDS: FilterFields<LaunchTemplate> = {
  'create-time': ({ createTime }) => [createTime.toISOString()],
  'launch-template-name': ({ name }) => [name],
};

const PAGES = ec2Pages({ smallest: 1, greatest: 200, usual: 200 });

/** DescribeLaunchTemplates: one missing id or name fails the whole call. Pages are cut before filters are applied. */
export const describeLaunchTemplates: QueryOperation = {
  parameters: ['LaunchTemplateId', 'LaunchTemplateName', 'Filter', 'MaxResults', 'NextToken'],
  prepare(parameters) {
    const ids = parameters.list('LaunchTemplateId').map(checkTemplateId);
    const names = parameters.list('LaunchTemplateName');
    const passes = readFilters(parameters, FIELDS);
    const cutPage = readPage(parameters, PAGES);
    return (where) => {
      const { launchTemplates } = where.region;
      const missingId = ids.find((id) => !launchTemplates.some((template) => template.id === id));
      if (missingId !== undefined) throw templateIdNotFound(missingId);
      if (names.some((name) => !launchTemplates.some((template) => template.name === name))) {
        throw someTemplateNotFound();
      }
      const everything = ids.length === 0 && names.length === 0;
      const asked = launchTemplates.filter(
        ({ id, name }) => everything || ids.includes(id) || names.includes(name),
      );
      const { items, nextToken } = cutPage(asked, where);
      const creator = callerArn(where.account);
      const entries = items.filter(passes).map((template) => templateElements(template, creator));
      return listElement('launchTemplates', entries, 'item') + nextTokenElement(nextToken);
    };
  },
};

function templateElements(template: LaunchTemplate, creator: string): string {
  const { id, name, createTime, defaultVersion, latestVersion, tags } = template;
  return (
    textElement('launchTemplateId', id) +
    textElement('launchTemplateName', name) +
    textElement('createTime', createTime.toISOString()) +
    textElement('createdBy', creator) +
    textElement('defaultVersionNumber', String(defaultVersion.number)) +
    textElement('latestVersionNumber', String(latestVersion.number)) +
    (tags.length === 0 ? '' : tagSet(tags))
  );
}
