import { KeyPairError } from '../errors.ts';
import type { AwsClient } from './client.ts';

/** The time of a service. The clock of this machine may be wrong. */
export interface ServiceClock {
  /** @throws KeyPairError `NO_ANSWER` if no response has said what time it is. */
  now(): Date;
}

/** Reads the time in every further response to a client. Between responses, this machine counts. */
export function serviceClock({ config: { requestHandler } }: AwsClient): ServiceClock {
  const handle = requestHandler.handle.bind(requestHandler);
  let latest: { readonly time: number; readonly at: number } | undefined;
  requestHandler.handle = async (...call) => {
    const handled = await handle(...call);
    const time = dateIn(handled);
    if (!Number.isNaN(time)) latest = { time, at: performance.now() };
    return handled;
  };
  return {
    now() {
      if (latest === undefined) throw unknownTime();
      return new Date(latest.time + performance.now() - latest.at);
    },
  };
}

/** Headers that only the service itself sends: a proxy has a clock of its own. */
const idHeaders = ['x-amzn-requestid', 'x-amzn-request-id', 'x-amz-request-id'];

/** Milliseconds; not a number if the response does not say. */
function dateIn(handled: object): number {
  const { headers = {} } = (handled as { readonly response: { readonly headers?: Record<string, string> } })
    .response;
  const isOfService = idHeaders.some((name) => headers[name] !== undefined);
  return isOfService ? new Date(headers['date'] ?? '').getTime() : Number.NaN;
}

function unknownTime(): KeyPairError {
  return new KeyPairError(
    'NO_ANSWER',
    'EC2 did not say what time it is: its responses have no Date header.',
    {
      hint: 'Check what is between this runner and EC2, such as a proxy, and AWS_ENDPOINT_URL.',
    },
  );
}
