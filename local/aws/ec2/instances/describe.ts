import { AwsError } from '../../aws-error.ts';
import type { Machine, MachineState } from '../../machines/machine.ts';
import type { QueryOperation } from '../../query-service.ts';
import { listElement, textElement } from '../../xml.ts';
import { readFilters } from '../filters.ts';
import type { Tag } from '../tags.ts';

/** EC2 API reference, DescribeInstances. */
const PAGE = { min: 5, max: 1000 } as const;

const CODES: Readonly<Record<MachineState, number>> = {
  pending: 0,
  running: 16,
  'shutting-down': 32,
  terminated: 48,
  stopping: 64,
  stopped: 80,
};

const NO_TAGS: readonly Tag[] = [];

/** DescribeInstances: in reservations, and in pages if MaxResults is set. Instances have no tags. */
export const describeInstances: QueryOperation = {
  parameters: ['InstanceId', 'Filter', 'MaxResults', 'NextToken'],
  prepare(parameters) {
    const ids = parameters.list('InstanceId');
    const passes = readFilters<{ machine: Machine; tags: readonly Tag[] }>(parameters, {
      'key-name': ({ machine: { keyName } }) => (keyName === undefined ? [] : [keyName]),
      'instance-id': ({ machine }) => [machine.instanceId],
      'instance-state-name': ({ machine }) => [machine.state],
      'instance-state-code': ({ machine }) => [String(CODES[machine.state])],
      'reservation-id': ({ machine }) => [machine.reservationId],
      platform: ({ machine }) => (machine.platform === 'Windows' ? ['windows'] : []),
    });
    const size = readSize(parameters.text('MaxResults'), ids.length > 0);
    const start = readStart(parameters.text('NextToken'));
    return ({ region: { machines }, account }) => {
      const missing = ids.find((id) => machines.find(id) === undefined);
      if (missing !== undefined) {
        throw new AwsError('InvalidInstanceID.NotFound', `The instance ID '${missing}' does not exist`);
      }
      const all = machines
        .all()
        .filter(({ instanceId }) => ids.length === 0 || ids.includes(instanceId))
        .filter((machine) => passes({ machine, tags: NO_TAGS }));
      const end = start + size;
      const next = end < all.length ? textElement('nextToken', token(end)) : '';
      return reservations(all.slice(start, end), account.accountId) + next;
    };
  },
};

/** @throws AwsError `InvalidParameterValue`, `InvalidParameterCombination` */
function readSize(text: string | undefined, hasIds: boolean): number {
  if (text === undefined) return Number.POSITIVE_INFINITY;
  if (hasIds) {
    throw new AwsError(
      'InvalidParameterCombination',
      'The parameter instancesSet cannot be used with the parameter maxResults',
    );
  }
  const size = Number(text);
  if (size >= PAGE.min && size <= PAGE.max) return size;
  throw new AwsError(
    'InvalidParameterValue',
    `Value ( ${text} ) for parameter maxResults is invalid. Expecting a value between ${PAGE.min} and ${PAGE.max}.`,
  );
}

function token(start: number): string {
  return Buffer.from(`after ${start}`).toString('base64');
}

function readStart(text: string | undefined): number {
  if (text === undefined) return 0;
  const [, start] = /^after (\d+)$/.exec(Buffer.from(text, 'base64').toString()) ?? [];
  if (start === undefined) {
    throw new AwsError('InvalidNextToken', 'The token is invalid.');
  }
  return Number(start);
}

function reservations(machines: readonly Machine[], ownerId: string): string {
  const byReservation = Map.groupBy(machines, ({ reservationId }) => reservationId);
  return listElement(
    'reservationSet',
    [...byReservation].map(
      ([id, members]) =>
        textElement('reservationId', id) +
        textElement('ownerId', ownerId) +
        listElement('groupSet', []) +
        listElement('instancesSet', members.map(instanceElements)),
    ),
  );
}

function instanceElements({ instanceId, keyName, state, platform, launchTime }: Machine): string {
  return (
    textElement('instanceId', instanceId) +
    `<instanceState>${textElement('code', String(CODES[state]))}${textElement('name', state)}</instanceState>` +
    (keyName === undefined ? '' : textElement('keyName', keyName)) +
    textElement('launchTime', launchTime.toISOString()) +
    (platform === 'Windows' ? textElement('platform', 'windows') : '') +
    textElement('platformDetails', platform === 'Windows' ? 'Windows' : 'Linux/UNIX')
  );
}
