import { setTimeout as wait } from 'node:timers/promises';
import type { Effect } from '../../local/aws/server.ts';
import { type GitHubFault, type LocalGitHub, startLocalGitHub } from '../../local/github/server.ts';
import type { JobRun } from '../../local/runner/job.ts';
import { managedTags } from '../../test-support/managed-tags.ts';
import { type Environment, isOfAction, region } from '../environment.ts';
import { outputOf } from '../operation-cases.ts';
import type { Finding, Row, Suite, TestCase } from '../plan.ts';
import type { TestBed } from '../test-bed.ts';
import { verify } from '../verify.ts';

const ownRun = '4242';
/** Over for two hours, in progress, and deleted. */
const [finished, live, forgotten] = ['11', '22', '33'] as const;

/** What a sweep must delete, with and without a private key in a store, and what it must not. */
const swept = ['swept-1', 'swept-2', 'swept-with-store'] as const;
const kept = ['kept-live', 'kept-forgotten', 'kept-persistent', 'kept-of-others'] as const;

/** Requests of one sweep to AWS, in order. The last key pair has a copy in Parameter Store. */
const requests = [
  'DescribeKeyPairs',
  ...['DescribeKeyPairs', 'DeleteKeyPair'],
  ...['DescribeKeyPairs', 'DeleteKeyPair'],
  ...['DescribeKeyPairs', 'DeleteKeyPair', 'ListTagsForResource', 'DeleteParameter', 'DeleteKeyPair'],
] as const;

/** Requests to GitHub: for each run, and for the own one to see whether the token may see any. */
const askedRuns = [finished, live, forgotten, ownRun];

const awsFaults: readonly (readonly [fault: string, effect: Effect, times?: number])[] = [
  ['throttled', { kind: 'throttle' }],
  ['throttled 3 times', { kind: 'throttle' }, 3],
  ['not authorized', { kind: 'deny' }],
  ['reset', { kind: 'drop' }],
  ['executed, then reset', { kind: 'execute-then-drop' }],
];

const gitHubFaults: readonly (readonly [fault: string, effect: GitHubFault, times: number])[] = [
  ['server error', { kind: 'error', status: 502 }, 1],
  ['connection lost, twice', { kind: 'drop' }, 2],
  ['page of another device', { kind: 'page', status: 200 }, 1],
  ['secondary limit', { kind: 'secondary-limit', retryAfter: 1 }, 1],
  ['no requests left for an hour', { kind: 'primary-limit', reset: new Date(Date.now() + 3_600_000) }, 99],
  ['token rejected', { kind: 'error', status: 401, message: 'Bad credentials' }, 99],
  ['not allowed', { kind: 'error', status: 403, message: 'Resource not accessible' }, 99],
  ['hidden', { kind: 'error', status: 404, message: 'Not Found' }, 99],
];

/** A sweep is stopped or disturbed at each of its requests. The next one must finish what it left. */
export const sweepFaults: Suite = {
  name: 'a sweep fails',
  about:
    'A sweep is killed at each of its requests, or EC2, the store, or GitHub fails them; then another one runs',
  rows: [
    row('killed at each request, before or after it is executed', 'stops', () => [
      ...requests.flatMap((operation, at) =>
        (['onRequest', 'onExecuted'] as const).map((moment) => ({
          name: `#${at} ${operation}, ${moment}`,
          disturb: killAt(at, moment),
        })),
      ),
      ...askedRuns.map((runId) => ({ name: `GitHub, run ${runId}`, disturb: killAtRun(runId) })),
    ]),
    row('each kind of request fails', 'ends', () =>
      [...new Set(requests)].flatMap((operation) =>
        awsFaults.map(([fault, effect, times = 1]) => ({
          name: `${operation}: ${fault}`,
          disturb: ({ environment }: Sweeping) => {
            environment.aws.faults.add({ on: operation, when: isOfAction, effect, times });
          },
        })),
      ),
    ),
    row('GitHub fails', 'ends', () =>
      gitHubFaults.map(([fault, effect, times]) => ({
        name: fault,
        disturb: ({ github }: Sweeping) => github.fail(effect, { after: 1, times }),
      })),
    ),
  ],
};

interface Sweeping {
  readonly environment: Environment;
  readonly github: LocalGitHub;
  /** Kills the step. */
  kill(): void;
}

interface Disturbance {
  readonly name: string;
  /** Called before the sweep starts. */
  disturb(sweeping: Sweeping): void;
}

/** @param how - Whether the sweep is stopped, or ends by itself. */
function row(fault: string, how: 'stops' | 'ends', disturbances: () => readonly Disturbance[]): Row {
  return {
    operation: 'sweep',
    fault,
    inSample: how === 'stops',
    sampleStep: 12,
    waits: true,
    cases: async () =>
      disturbances().map(
        ({ name, disturb }): TestCase => ({ name, run: (testBed) => runDisturbed(disturb, how, testBed) }),
      ),
  };
}

function killAt(at: number, moment: 'onRequest' | 'onExecuted'): Disturbance['disturb'] {
  return ({ environment, kill }) => {
    let seen = 0;
    environment.aws[moment](async (request) => {
      if (!isOfAction(request)) return;
      seen += 1;
      if (seen !== at + 1) return;
      kill();
      await wait(100);
    });
  };
}

function killAtRun(runId: string): Disturbance['disturb'] {
  return ({ github, kill }) =>
    github.onRequest(({ path }) => {
      if (path.endsWith(`/${runId}`)) kill();
    });
}

function runDisturbed(
  disturb: Disturbance['disturb'],
  how: 'stops' | 'ends',
  testBed: TestBed,
): Promise<Finding> {
  return testBed.withEnvironment(async (environment) => {
    const github = await startLocalGitHub();
    try {
      await prepare(environment, github);
      const options = { github: { apiUrl: github.url, token: github.token } };
      let kill = (): void => {};
      disturb({ environment, github, kill: () => kill() });
      const job = environment.start({ operation: 'sweep' }, options);
      kill = () => job.killStep();
      const first = await job.finished;
      await environment.aws.settled();
      const disturbed = verify(environment, first, { leftovers: 'any-pairs', warningsOfPost: 0 });
      const wasStopped = first.steps.every(({ id, outputs }) => id !== 'key' || !('deleted' in outputs));
      const problems = [
        ...(how === 'stops' && !wasStopped ? ['the sweep was not stopped'] : []),
        ...disturbed.problems,
        ...wrongAfter(environment),
        ...untrue(environment, first),
      ];
      environment.aws.faults.clear();
      const calm = await startLocalGitHub();
      setRuns(calm);
      const again = { github: { apiUrl: calm.url, token: calm.token } };
      const second = await environment.start({ operation: 'sweep' }, again).finished;
      await calm.close();
      const left = swept.filter((name) => namesIn(environment).includes(name));
      return {
        ...disturbed,
        pairsLeft: left.length,
        problems: [
          ...problems,
          ...wrongAfter(environment),
          ...(second.conclusion === 'success' ? [] : [`the next sweep fails:\n${second.log}`]),
          ...left.map((name) => `the next sweep leaves ${name}`),
        ],
      };
    } finally {
      await github.close();
    }
  });
}

async function prepare(environment: Environment, github: LocalGitHub): Promise<void> {
  setRuns(github);
  const create = { 'key-name': 'swept-with-store', 'key-type': 'ed25519', store: 'ssm', lifetime: 'run' };
  const options = { github: { runId: finished } };
  const { conclusion, log } = await environment.start(create, options).finished;
  if (conclusion !== 'success') throw new Error(`The sweep cannot be prepared:\n${log}`);
  const tagsOf = (keyName: string, tags: Readonly<Record<string, string>>) => ({
    keyName,
    tags: { ...tags, 'ec2-key-pair-action:nonce': keyName },
  });
  await environment.aws.seedKeyPairs(region, [
    tagsOf('swept-1', managedTags({ run: `${finished}/1` })),
    tagsOf('swept-2', managedTags({ run: `${finished}/1`, lifetime: 'job' })),
    tagsOf('kept-live', managedTags({ run: `${live}/1` })),
    tagsOf('kept-forgotten', managedTags({ run: `${forgotten}/1` })),
    tagsOf('kept-persistent', managedTags({ run: `${finished}/1`, lifetime: 'persistent' })),
    tagsOf('kept-of-others', managedTags({ repository: 'octo/other', run: `${finished}/1` })),
  ]);
}

function setRuns(github: LocalGitHub): void {
  const updatedAt = new Date(Date.now() - 2 * 3_600_000);
  const repository = 'octo/widgets';
  github.setRun(repository, ownRun, [{ status: 'in_progress', updatedAt }]);
  github.setRun(repository, finished, [{ status: 'completed', updatedAt }]);
  github.setRun(repository, live, [{ status: 'queued', updatedAt }]);
}

function namesIn(environment: Environment): string[] {
  return environment.pairs().map(({ name }) => name);
}

/** What is missing that must stay, and a copy whose key pair is gone. */
function wrongAfter(environment: Environment): string[] {
  const names = namesIn(environment);
  const hasCopy = environment.aws.parameters(region).length > 0;
  return [
    ...kept.filter((name) => !names.includes(name)).map((name) => `${name} was deleted`),
    ...(hasCopy && !names.includes('swept-with-store')
      ? ['the copy of a key pair that is gone is left']
      : []),
  ];
}

/** Key pairs that the log or the outputs report as deleted, and that exist. */
function untrue(environment: Environment, run: JobRun): string[] {
  const listed = JSON.parse(outputOf(run, 'key-pairs') || '[]') as { keyName: string; outcome: string }[];
  const reported = [
    ...[...run.log.matchAll(/^Deleted key pair "([^"]+)"/gm)].map(([, name = '']) => name),
    ...listed.filter(({ outcome }) => outcome === 'deleted').map(({ keyName }) => keyName),
  ];
  return namesIn(environment)
    .filter((name) => reported.includes(name))
    .map((name) => `${name} exists, but is reported as deleted`);
}
