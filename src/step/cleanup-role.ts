import { type GitHubRole, notAssumed, sentenceOf } from '../aws/github-role.ts';
import type { RetryPolicy } from '../aws/retry.ts';
import type { Caller } from '../aws/session.ts';
import { log } from '../runner/log.ts';
import { githubRole } from './github-role.ts';
import { timeForRole } from './retry-policies.ts';

/** A Region that can tell whose credentials it was opened with. */
interface Access {
  isSameAccount(recorded: Caller): Promise<boolean>;
}

/** The roles that this post step assumes. One that failed once is not tried again: the time is short. */
const roles = new Map<string, GitHubRole>();

/**
 * Opens a Region with the role that main assumed. If that fails, uses the credentials of the environment, but only if they
 * belong to the same account.
 *
 * @param open - Without a role: with the credentials of the environment.
 * @throws KeyPairError `ROLE_NOT_ASSUMED`.
 */
export async function openWithRole<Opened extends Access>(
  recorded: Caller & { readonly role: string },
  policy: RetryPolicy,
  open: (role?: GitHubRole) => Promise<Opened>,
): Promise<Opened> {
  const role = roles.get(recorded.role) ?? githubRole(recorded.role, policy, timeForRole.post);
  roles.set(recorded.role, role);
  try {
    return await open(role);
  } catch (error) {
    const access = await open().catch(() => undefined);
    if (!(await access?.isSameAccount(recorded).catch(() => false)) || access === undefined)
      throw notAssumed(error);
    log.info(
      `${sentenceOf(error)} Using the AWS credentials of the environment, which belong to the same account.`,
    );
    return access;
  }
}
