import { EC2Client } from '@aws-sdk/client-ec2';
import { type ServiceClock, serviceClock } from '../aws/service-clock.ts';
import type { AwsSession } from '../aws/session.ts';

/** EC2's own time, from then on. Key pairs get their time of creation from the same clock. */
export function ec2Clock(session: Pick<AwsSession, 'client'>): ServiceClock {
  return serviceClock(session.client(EC2Client));
}
