import { callerArn } from '../../accounts.ts';
import { readPage } from '../../pages.ts';
import type { QueryParameters } from '../../query.ts';
import type { QueryOperation } from '../../query-service.ts';
import { Refusal } from '../../refusal.ts';
import { element, listElement, textElement } from '../../xml.ts';
import { ec2Pages, nextTokenElement } from '../pages.ts';
import type { LaunchTemplate, LaunchTemplateVersion } from './launch-template.ts';
import { checkTemplateId, templateIdNotFound, templateNameNotFound, versionNotFound } from './refusals.ts';

const PAGES = ec2Pages({ smallest: 1, greatest: 200, usual: 200 });

const HOW_TO_ASK =
  'To describe the launch template data for all your launch templates, for ‘--versions’ specify ‘$Latest’, ‘$Default’, or both, and omit ‘--launch-template-id’, ‘--launch-template-name’, and version numbers. ' +
  'To describe the launch template data for a specific launch template, specify ‘--launch-template-id’ or ‘--launch-template-name’, and for ‘--versions’ specify one or more of the following values: ‘$Latest’, ‘$Default’, or one or more version numbers.';

/** One version with the template it belongs to. */
interface Described {
  template: LaunchTemplate;
  version: LaunchTemplateVersion;
}

/**
 * DescribeLaunchTemplateVersions: of one template the named versions, or all of them, the newest first; of all
 * templates together only `$Default` and `$Latest`, one after the other where both were asked, also when it is one version.
 */
export const describeLaunchTemplateVersions: QueryOperation = {
  parameters: ['LaunchTemplateId', 'LaunchTemplateName', 'LaunchTemplateVersion', 'MaxResults', 'NextToken'],
  prepare(parameters) {
    const versions = parameters.list('LaunchTemplateVersion');
    const describe = readSelection(parameters, versions);
    const cutPage = readPage(parameters, PAGES);
    return (where) => {
      const { items, nextToken } = cutPage(describe(where.region.launchTemplates), where);
      const creator = callerArn(where.account);
      const entries = items.map((described) => versionElements(described, creator));
      return listElement('launchTemplateVersionSet', entries, 'item') + nextTokenElement(nextToken);
    };
  },
};

type Selection = (templates: readonly LaunchTemplate[]) => Described[];

function readSelection(parameters: QueryParameters, versions: readonly string[]): Selection {
  const id = parameters.text('LaunchTemplateId');
  const name = parameters.text('LaunchTemplateName');
  if (id !== undefined && name !== undefined) {
    const message = 'Either provide launch template ID or launch template name, not both.';
    throw new Refusal('InvalidParameterCombination', message);
  }
  if (id !== undefined) {
    checkTemplateId(id);
    return (templates) =>
      versionsOf(
        found(templates, (one) => one.id === id, templateIdNotFound(id)),
        versions,
      );
  }
  if (name !== undefined) {
    return (templates) =>
      versionsOf(
        found(templates, (one) => one.name === name, templateNameNotFound(name)),
        versions,
      );
  }
  if (versions.length === 0) throw new Refusal('MissingParameter', HOW_TO_ASK);
  if (!versions.every((version) => version === '$Latest' || version === '$Default')) {
    throw new Refusal('InvalidParameterValue', HOW_TO_ASK);
  }
  return (templates) => templates.flatMap((template) => versionsOf(template, versions));
}

function found(
  templates: readonly LaunchTemplate[],
  isIt: (template: LaunchTemplate) => boolean,
  otherwise: Refusal,
): LaunchTemplate {
  const template = templates.find(isIt);
  if (template === undefined) throw otherwise;
  return template;
}

function versionsOf(template: LaunchTemplate, named: readonly string[]): Described[] {
  const versions =
    named.length === 0 ? template.versions.toReversed() : named.map((name) => namedVersion(template, name));
  return versions.map((version) => ({ template, version }));
}

function namedVersion(template: LaunchTemplate, name: string): LaunchTemplateVersion {
  if (name === '$Latest') return template.latestVersion;
  if (name === '$Default') return template.defaultVersion;
  const version = template.versions.find(({ number }) => String(number) === name);
  if (version === undefined) throw versionNotFound(name, template.id);
  return version;
}

function versionElements({ template, version }: Described, creator: string): string {
  const { number, description, createTime, keyName, imageId, instanceType } = version;
  const data =
    (imageId === undefined ? '' : textElement('imageId', imageId)) +
    (instanceType === undefined ? '' : textElement('instanceType', instanceType)) +
    (keyName === undefined ? '' : textElement('keyName', keyName));
  return (
    textElement('launchTemplateId', template.id) +
    textElement('launchTemplateName', template.name) +
    textElement('versionNumber', String(number)) +
    (description === undefined ? '' : textElement('versionDescription', description)) +
    textElement('createTime', createTime.toISOString()) +
    textElement('createdBy', creator) +
    textElement('defaultVersion', String(version === template.defaultVersion)) +
    element('launchTemplateData', data)
  );
}
