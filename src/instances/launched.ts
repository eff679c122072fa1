import { DescribeInstancesCommand, EC2Client, type Reservation } from '@aws-sdk/client-ec2';
import { explain } from '../aws/explain.ts';
import { DamagedResponseError, required } from '../aws/responses.ts';
import type { AwsSession } from '../aws/session.ts';
import { exactPattern } from '../ec2/requests.ts';
import { instanceIdPattern } from '../ec2/rotation-record.ts';

/** An instance that was launched with a key pair, as EC2 shows it. */
export interface LaunchedInstance {
  readonly instanceId: string;
  /** As in `running`. */
  readonly state: string;
  readonly isWindows: boolean;
}

/** All states but `terminated` and `shutting-down`, after which no one logs in. */
const states = ['pending', 'running', 'stopping', 'stopped'];

/** Instances of one page, the most that EC2 sends. */
const pageSize = 1000;

/**
 * Finds the instances that were launched with a key pair of this name. Reads all pages.
 *
 * @throws AwsError
 */
export async function launchedWith(
  keyName: string,
  session: Pick<AwsSession, 'client' | 'retry' | 'region'>,
): Promise<LaunchedInstance[]> {
  const client = session.client(EC2Client);
  const Filters = [
    { Name: 'key-name', Values: [exactPattern(keyName)] },
    { Name: 'instance-state-name', Values: states },
  ];
  // Pages may overlap if instances are launched meanwhile, and Systems Manager refuses an ID that is there twice.
  const found = new Map<string, LaunchedInstance>();
  try {
    let NextToken: string | undefined;
    do {
      const command = new DescribeInstancesCommand({ Filters, MaxResults: pageSize, NextToken });
      const page = await session.retry.idempotent((abortSignal) => client.send(command, { abortSignal }));
      for (const one of instancesIn(required(page.Reservations), keyName)) found.set(one.instanceId, one);
      ({ NextToken } = page);
    } while (NextToken !== undefined && NextToken !== '');
  } catch (error) {
    const doing = `look up the instances that were launched with key pair "${keyName}"`;
    const { region } = session;
    throw explain(error, { service: 'EC2', action: 'ec2:DescribeInstances', doing, region });
  }
  return [...found.values()];
}

/** Endpoints other than AWS may ignore the filter. */
function instancesIn(reservations: readonly Reservation[], keyName: string): LaunchedInstance[] {
  return reservations
    .flatMap(({ Instances = [] }) => Instances)
    .filter(({ KeyName }) => KeyName === keyName)
    .map(({ InstanceId, State, Platform }) => ({
      instanceId: requiredId(InstanceId),
      state: State?.Name ?? 'unknown',
      isWindows: Platform?.toLowerCase() === 'windows',
    }));
}

function requiredId(id: string | undefined): string {
  if (id !== undefined && instanceIdPattern.test(id)) return id;
  throw new DamagedResponseError('the response lacks the ID of an instance');
}
