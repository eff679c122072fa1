import { isThrottled } from '../aws/errors.ts';
import { get } from '../aws/get.ts';
import { Pace } from '../aws/pace.ts';
import { Retry, type RetryPolicy } from '../aws/retry.ts';
import type { AwsSession } from '../aws/session.ts';
import { ec2Clock } from '../ec2/ec2-clock.ts';
import { KeyPairs } from '../ec2/key-pairs.ts';
import type { RunReference } from '../github/run-status.ts';
import { WorkflowRuns } from '../github/workflow-runs.ts';
import type { StoreReference } from '../inputs/store-reference.ts';
import type { SweepTools } from '../operations/sweep.ts';
import type { TimeOfTurn } from '../operations/sweep-in-turn.ts';
import { log } from '../runner/log.ts';
import { registerMasks } from '../runner/masks.ts';
import { apiUrl } from '../runner/workflow.ts';
import { openStore } from '../stores/open-store.ts';
import { mainRetryPolicy, printReasons } from './retry-policies.ts';

/** Milliseconds for which turns share a time limit, whose timer would otherwise be one of thousands. */
const policyTime = 15_000;

/** Milliseconds between two lines of progress. */
const progressInterval = 5_000;

/**
 * What a sweep uses. A step has a minute and a half for all of its requests; a sweep sends thousands, and each deletion gets
 * about that time. The end of a rotation that changes instances gets as much as that rotation had.
 */
export function openSweep(
  githubToken: string | undefined,
  session: AwsSession,
  own: RunReference,
): SweepTools {
  const clock = ec2Clock(session);
  const pace = new Pace();
  const print = printReasons();
  let policy: RetryPolicy | undefined;
  let policyEnd = 0;
  const newPolicy = (time: TimeOfTurn): RetryPolicy =>
    mainRetryPolicy(async (error, within, service) => {
      await print(error, within, service);
      if (isThrottled(error) && service === 'EC2') await pace.backOff();
    }, time);
  const renewed = (time: TimeOfTurn = 'usual'): AwsSession => {
    if (time !== 'usual') return { ...session, retry: new Retry(newPolicy(time)) };
    if (policy === undefined || performance.now() > policyEnd) {
      policyEnd = performance.now() + policyTime;
      policy = newPolicy(time);
    }
    return { ...session, retry: new Retry(policy) };
  };
  let runs: Promise<WorkflowRuns> | undefined;
  return {
    now: () => clock.now(),
    async statusOf(run) {
      runs ??= openRuns(githubToken ?? '', own);
      return (await runs).statusOf(run);
    },
    async findReferences(keyNames) {
      const { findReferences } = await import('../ec2/references.ts');
      return findReferences(keyNames, renewed());
    },
    async nextTurn(changes, time) {
      for (let change = 0; change < changes; change += 1) await pace.next();
      const turn = renewed(time);
      return {
        keyPairs: new KeyPairs(turn),
        openStore: (reference: StoreReference) => openStore(reference, turn),
        openInstances: async () => (await import('../instances/fleet.ts')).openFleet(turn),
      };
    },
    openProgress,
  };
}

async function openRuns(token: string, own: RunReference): Promise<WorkflowRuns> {
  if (token !== '') await registerMasks([token]);
  const { checkApiUrl, openGitHub } = await import('../github/client.ts');
  const { agentFor, connectionError, isPrivateHost } = await import('../aws/network.ts');
  const url = apiUrl();
  checkApiUrl(url, isPrivateHost);
  const transport = { variables: process.env };
  const agent = agentFor(transport);
  const ask = openGitHub(token, url, {
    get: (target, options) =>
      get(target, {
        ...options,
        ...(target.protocol === 'https:' ? { agent, rejectUnauthorized: true } : {}),
      }),
    explain: (error, { protocol, hostname }) => connectionError(error, { protocol, hostname }, transport),
  });
  return new WorkflowRuns(own, ask, (why, pause) =>
    log.info(`${why}. Asking again in ${Math.ceil(pause / 1_000)} s.`),
  );
}

function openProgress(): (line: () => string) => void {
  let printed = performance.now();
  return (line) => {
    if (performance.now() - printed < progressInterval) return;
    printed = performance.now();
    log.info(line());
  };
}
