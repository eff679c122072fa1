import { KeyPairError } from '../errors.ts';
import { AwsError, errorNames, isNamed } from './errors.ts';
import { decodingOf } from './explain.ts';
import { responseTextOf } from './response-text.ts';

/** What would make a cleanup work that failed, as in `ReleaseOutcome`. Empty if nothing is known to. */
export interface CleanupAdvice {
  readonly hint?: string | undefined;
  /** What is too long for an annotation. */
  readonly details?: string | undefined;
}

const sessionEnded =
  'The AWS session ended before the job. Set role-to-assume: cleanup then starts a session of its own. Or set a longer session duration where the job authenticates to AWS.';

/**
 * Advice on an error of a cleanup. The hints of other errors are for a step that can still be changed or run again.
 *
 * @param actions - The IAM actions of the whole cleanup, as in `ec2:DescribeKeyPairs and ec2:DeleteKeyPair`. Without them,
 *   only the action that was denied is named.
 */
export function adviceOnCleanup(error: unknown, actions?: string): CleanupAdvice {
  if (error instanceof KeyPairError && error.code === 'NO_CREDENTIALS')
    return { hint: 'A later step removed them: keep them until the job ends.' };
  if (error instanceof KeyPairError && error.code === 'CLOCK_WRONG') return { hint: error.hint };
  if (isOfExpiredSession(error)) return { hint: sessionEnded };
  if (isNamed(error, ...errorNames.notAuthorized)) {
    const known = error instanceof KeyPairError ? error.hint : undefined;
    const hint = actions === undefined ? known : `The role needs ${actions} for the cleanup.`;
    return { hint, details: decodingOf(error) };
  }
  // No call failed: the environment of the post step is not as it should be.
  return error instanceof KeyPairError && !(error instanceof AwsError) ? { hint: error.hint } : {};
}

/** Also if the credentials that load others have expired. */
function isOfExpiredSession(error: unknown): boolean {
  if (isNamed(error, ...errorNames.expired)) return true;
  const isOfSource = error instanceof KeyPairError && error.code === 'CREDENTIALS_NOT_LOADED';
  return isOfSource && isNamed(error.cause, ...errorNames.expired);
}

/** Why a cleanup failed, without a period at its end. */
export function whyCleanupFailed(error: unknown): string {
  const text = error instanceof KeyPairError ? error.message : responseTextOf(error);
  return text.replace(/[\s.]+$/, '');
}
