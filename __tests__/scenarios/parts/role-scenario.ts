import { createAccount, type LocalAccount, type LocalRole } from '../../../local/aws/server.ts';
import { type IdTokens, startIdTokens } from '../../../local/runner/id-tokens.ts';
import type { Job, JobRun, Step } from '../../../local/runner/job.ts';
import { openScenario, type Scenario } from '../../lib/scenario.ts';

export const roleArn = 'arn:aws:iam::111111111111:role/team/ci';

/** Variables of a job without AWS credentials. */
const noCredentials = {
  AWS_ACCESS_KEY_ID: undefined,
  AWS_SECRET_ACCESS_KEY: undefined,
  AWS_SESSION_TOKEN: undefined,
};

export interface RoleScenario extends AsyncDisposable {
  readonly scenario: Scenario;
  readonly tokens: IdTokens;
  /** What the job has instead of the role; an account of its own. */
  readonly other: LocalAccount;
  /** A session that the job's own sign-in step has opened, in the account of the role. */
  readonly session: LocalAccount;
  /** Runs a job that may request tokens. @param account - The credentials of its environment. Default: none. */
  run(steps: readonly Step[], account?: LocalAccount, job?: Partial<Job>): Promise<JobRun>;
  /** Like `run`, and does something between main and post. */
  runUntilPost(steps: readonly Step[], between: () => void, account?: LocalAccount): Promise<JobRun>;
}

/** An endpoint with the role, and GitHub's service for tokens. Use with `await using`. */
export async function openRoleScenario(changes: Partial<LocalRole> = {}): Promise<RoleScenario> {
  const tokens = await startIdTokens();
  const { issuer, publicKey } = tokens;
  const role: LocalRole = {
    arn: roleArn,
    provider: { issuer, publicKey, audiences: ['sts.amazonaws.com'] },
    subjects: ['repo:octo/widgets:ref:refs/heads/main'],
    ...changes,
  };
  const other = createAccount('222222222222', 'session');
  const session = createAccount('111111111111', 'session');
  const scenario = await openScenario('eu-west-1', [other, session]);
  scenario.aws.addRole(role);
  const jobOf = (account: LocalAccount | undefined): Partial<Job> => {
    const variables = account === undefined ? noCredentials : scenario.aws.environment('eu-west-1', account);
    return { idTokens: tokens, host: scenario.host(variables) };
  };
  return {
    ...{ scenario, tokens, other, session },
    run: (steps, account, job = {}) => scenario.run(steps, { ...jobOf(account), ...job }),
    runUntilPost(steps, between, account) {
      const job = scenario.start(steps, jobOf(account));
      job.on('step-finished', ({ phase, name }) => {
        if (phase === 'main' && name === 'key pair') between();
      });
      return job.finished;
    },
    async [Symbol.asyncDispose]() {
      await scenario[Symbol.asyncDispose]();
      await tokens[Symbol.asyncDispose]();
    },
  };
}
