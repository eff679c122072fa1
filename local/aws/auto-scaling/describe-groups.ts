import type { Tag } from '../ec2/tags.ts';
import { readPage } from '../pages.ts';
import type { QueryParameters } from '../query.ts';
import type { QueryOperation } from '../query-service.ts';
import { listElement } from '../xml.ts';
import type { AutoScalingGroup } from './group.ts';
import { groupElements } from './group-answer.ts';
import { autoScalingPages, checkNameCount, nextTokenElement, validationError } from './pages.ts';

/** DescribeAutoScalingGroups: a name that is none is left out in silence. Pages are cut before filters are applied. */
export const describeAutoScalingGroups: QueryOperation = {
  parameters: ['AutoScalingGroupNames', 'Filters', 'MaxRecords', 'NextToken'],
  prepare(parameters) {
    const names = parameters.list('AutoScalingGroupNames.member');
    const passes = readTagFilters(parameters);
    const cutPage = readPage(parameters, autoScalingPages);
    checkNameCount(names, parameters.text('MaxRecords'), 'group');
    return (where) => {
      const asked = where.region.autoScalingGroups.filter(
        ({ name }) => names.length === 0 || names.includes(name),
      );
      const { items, nextToken } = cutPage(asked, where);
      const entries = items.filter(passes).map((group) => groupElements(group, where));
      return listElement('AutoScalingGroups', entries, 'member') + nextTokenElement(nextToken);
    };
  },
};

/** Groups are found by their tags alone, and the values are taken as they are. Throws ValidationError. */
function readTagFilters(parameters: QueryParameters): (group: AutoScalingGroup) => boolean {
  const filters = parameters.records('Filters.member').map((record) => {
    const textsOf = tagTexts(record.text('Name') ?? '');
    return { textsOf, values: record.list('Values.member') };
  });
  return ({ tags }) =>
    filters.every(({ textsOf, values }) => tags.flatMap(textsOf).some((text) => values.includes(text)));
}

function tagTexts(filter: string): (tag: Tag) => string[] {
  if (filter === 'tag-key') return ({ key }) => [key];
  if (filter === 'tag-value') return ({ value }) => [value];
  if (filter.startsWith('tag:')) {
    const wanted = filter.slice('tag:'.length);
    return ({ key, value }) => (key === wanted ? [value] : []);
  }
  throw validationError(
    `Filter type ${filter} is not correct. Allowed Filter types are: [tag-key, tag-value, tag:<key>]`,
  );
}
