import { clockError } from './clock.ts';
import { errorNames, failureOf, isNamed, isThrottled } from './errors.ts';
import { isFailureOfService } from './response-text.ts';

/** Says why a call is tried again. */
export function retryNotice(error: unknown, service: string): string {
  switch (failureOf(error)) {
    case 'never-sent':
      return `There is no connection to ${service}.`;
    case 'turned-away':
      return noticeOfAnswer(error, service);
    default:
      return isFailureOfService(error)
        ? `${service} has an internal error.`
        : `There is no response from ${service}.`;
  }
}

/** The service itself responded that it has not done anything yet. */
function noticeOfAnswer(error: unknown, service: string): string {
  if (isNamed(error, ...errorNames.busy)) return 'Another process is changing the same resource.';
  const wrongClock = isThrottled(error) ? undefined : clockError(error, service);
  return wrongClock ?? `${service} is throttling requests.`;
}
