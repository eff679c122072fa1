import { readPage } from '../../pages.ts';
import type { QueryOperation } from '../../query-service.ts';
import { Refusal } from '../../refusal.ts';
import { element, listElement, textElement } from '../../xml.ts';
import { type FilterFields, readFilters } from '../filters.ts';
import { isId } from '../ids.ts';
import { ec2Pages, nextTokenElement } from '../pages.ts';
import { tagSet } from '../tags.ts';
import { type Instance, STATE_CODES } from './instance.ts';

const FIELDS: FilterFields<Instance> = {
  'image-id': ({ imageId }) => [imageId],
  'instance-id': ({ id }) => [id],
  'instance-state-code': ({ state }) => [String(STATE_CODES[state])],
  'instance-state-name': ({ state }) => [state],
  'instance-type': ({ type }) => [type],
  'key-name': ({ keyName }) => (keyName === undefined ? [] : [keyName]),
  'launch-time': ({ launchTime }) => [launchTime.toISOString()],
  'reservation-id': ({ reservationId }) => [reservationId],
};

const PAGES = ec2Pages({ smallest: 5, greatest: 1000, usual: Number.POSITIVE_INFINITY });

/**
 * DescribeInstances. Pages count instances and are cut before the filters are applied: as EC2 may, a page can be short
 * or empty and still have one after it (EC2 API reference, "Pagination"). Without MaxResults there is one page.
 */
export const describeInstances: QueryOperation = {
  parameters: ['InstanceId', 'Filter', 'MaxResults', 'NextToken'],
  prepare(parameters) {
    const ids = parameters.list('InstanceId');
    for (const id of ids) checkInstanceId(id);
    if (ids.length > 0 && parameters.text('MaxResults') !== undefined) throw notWithIds('maxResults');
    if (ids.length > 0 && parameters.text('NextToken') !== undefined) throw notWithIds('nextToken');
    const passes = readFilters(parameters, FIELDS);
    const cutPage = readPage(parameters, PAGES);
    return (where) => {
      const { instances } = where.region;
      checkPresence(ids, instances);
      const asked = instances.filter(({ id }) => ids.length === 0 || ids.includes(id));
      const { items, nextToken } = cutPage(asked, where);
      const reservations = Map.groupBy(items.filter(passes), ({ reservationId }) => reservationId);
      const entries = [...reservations].map(([id, launched]) =>
        reservationElements(id, launched, where.account.accountId, where.regionName),
      );
      return nextTokenElement(nextToken) + listElement('reservationSet', entries, 'item');
    };
  },
};

function checkInstanceId(id: string): void {
  if (isId('i', id)) return;
  throw new Refusal('InvalidInstanceID.Malformed', `Invalid id: "${id}" (expecting "i-...")`);
}

function notWithIds(parameter: string): Refusal {
  const message = `The parameter instancesSet cannot be used with the parameter ${parameter}`;
  return new Refusal('InvalidParameterCombination', message);
}

function checkPresence(ids: readonly string[], instances: readonly Instance[]): void {
  const missing = ids.filter((id) => !instances.some((instance) => instance.id === id));
  if (missing.length === 0) return;
  const message =
    missing.length === 1
      ? `The instance ID '${missing[0]}' does not exist`
      : `The instance IDs '${missing.join(', ')}' do not exist`;
  throw new Refusal('InvalidInstanceID.NotFound', message);
}

function reservationElements(
  id: string,
  launched: readonly Instance[],
  ownerId: string,
  regionName: string,
): string {
  return (
    textElement('reservationId', id) +
    textElement('ownerId', ownerId) +
    element('groupSet', '') +
    listElement(
      'instancesSet',
      launched.map((instance) => instanceElements(instance, regionName)),
      'item',
    )
  );
}

function instanceElements(instance: Instance, regionName: string): string {
  const { id, imageId, state, keyName, type, launchTime, tags } = instance;
  return (
    textElement('instanceId', id) +
    textElement('imageId', imageId) +
    element('instanceState', textElement('code', String(STATE_CODES[state])) + textElement('name', state)) +
    (keyName === undefined ? '' : textElement('keyName', keyName)) +
    textElement('instanceType', type) +
    textElement('launchTime', launchTime.toISOString()) +
    element('placement', textElement('availabilityZone', `${regionName}a`)) +
    (tags.length === 0 ? '' : tagSet(tags))
  );
}
