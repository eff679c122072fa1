import type { RecordedInstances } from '../../ec2/rotation-record.ts';

/**
 * Instances that a record names. It is written several times, and the post step gets all of that as one variable of its
 * environment: up to 128 KiB on Linux (`MAX_ARG_STRLEN`), and 32,767 characters on Windows.
 */
const mostNamed = 100;

/** How a record names these instances. */
export function recordedInstances(instanceIds: readonly string[]): RecordedInstances {
  return instanceIds.length > mostNamed ? 'all' : instanceIds;
}
