import { setTimeout as wait } from 'node:timers/promises';
import type { Effect } from '../../local/aws/server.ts';
import { startLocalGitHub } from '../../local/github/server.ts';
import type { JobRun } from '../../local/runner/job.ts';
import { type Environment, isOfAction, unrelated } from '../environment.ts';
import type { Finding, Row, Suite, TestCase } from '../plan.ts';
import { namedCopyOf } from '../stored-copies.ts';
import type { TestBed } from '../test-bed.ts';
import { verify } from '../verify.ts';

const keyName = 'deploy';
const ownRun = '4242';
/** The one that rotates. It is over for an hour. */
const rotating = '11';

/** The request after which the runner of a rotation is lost: the first one with this operation after so many imports. */
const lostAfter = {
  undone: { operation: 'DeleteKeyPair', imports: 1 },
  completed: { operation: 'ImportKeyPair', imports: 2 },
} as const;

type Way = keyof typeof lostAfter;

/** What happens to the sweep at its first request with this operation. */
type Disturbance =
  | { readonly on: string; readonly stops: 'onRequest' | 'onExecuted' }
  | { readonly on: string; readonly effect: Effect };

/** A runner is lost during a rotation. The sweep that ends it is stopped or disturbed. The next one must finish. */
export const rotationSweeps: Suite = {
  name: 'a sweep that ends a rotation fails',
  about:
    'A runner is lost during a rotation; the sweep that ends it an hour later is killed, or its requests fail; then another one runs',
  rows: [
    row('undone', [
      { on: 'ImportKeyPair', stops: 'onExecuted' },
      { on: 'DeleteKeyPair', stops: 'onRequest' },
      { on: 'ImportKeyPair', effect: { kind: 'execute-then-drop' } },
      { on: 'ImportKeyPair', effect: { kind: 'deny' } },
      { on: 'DeleteKeyPair', effect: { kind: 'deny' } },
    ]),
    row('completed', [
      { on: 'ImportKeyPair', stops: 'onExecuted' },
      { on: 'PutParameter', stops: 'onExecuted' },
      { on: 'CreateTags', stops: 'onExecuted' },
      { on: 'DeleteParameter', stops: 'onExecuted' },
      { on: 'DeleteKeyPair', stops: 'onExecuted' },
      { on: 'PutParameter', effect: { kind: 'execute-then-drop' } },
      { on: 'CreateTags', effect: { kind: 'deny' } },
    ]),
  ],
};

function row(way: Way, disturbances: readonly Disturbance[]): Row {
  return {
    operation: 'sweep',
    fault: `the end of a rotation, which is to be ${way}, is interrupted`,
    waits: true,
    cases: async () =>
      disturbances.map(
        (disturbance): TestCase => ({
          name: `${disturbance.on}: ${'stops' in disturbance ? `killed, ${disturbance.stops}` : disturbance.effect.kind}`,
          run: (testBed) => runDisturbed(way, disturbance, testBed),
        }),
      ),
  };
}

function runDisturbed(way: Way, disturbance: Disturbance, testBed: TestBed): Promise<Finding> {
  return testBed.withEnvironment(async (environment) => {
    const expected = await loseRotation(way, environment);
    const github = await startLocalGitHub();
    for (const [runId, status] of [
      [ownRun, 'in_progress'],
      [rotating, 'completed'],
    ] as const) {
      github.setRun('octo/widgets', runId, [{ status, updatedAt: new Date(Date.now() - 3_600_000) }]);
    }
    try {
      const options = { github: { apiUrl: github.url, token: github.token } };
      const first = await disturbed(disturbance, environment, options);
      await environment.aws.settled();
      const finding = verify(environment, first, { leftovers: 'any-pairs' });
      environment.aws.faults.clear();
      const second = await environment.start({ operation: 'sweep' }, options).finished;
      const problems = [
        ...('stops' in disturbance && outputsDeleted(first) ? ['the sweep was not stopped'] : []),
        ...(second.conclusion === 'success' ? [] : [`the next sweep fails:\n${second.log}`]),
        ...wrongAfter(environment, expected),
      ];
      return { ...finding, problems: [...finding.problems, ...problems], pairsLeft: problems.length };
    } finally {
      await github.close();
    }
  });
}

/** @returns The public key that the key pair must have in the end. */
async function loseRotation(way: Way, environment: Environment): Promise<string | undefined> {
  const { aws } = environment;
  const inputs = { 'key-name': keyName, 'private-key-path': 'none', store: 'ssm' };
  const github = { runId: rotating };
  const ensure = { operation: 'ensure', 'key-type': 'ed25519', ...inputs };
  await environment.start(ensure, { github }).finished;
  const publicKey = () => environment.pairs().find(({ name }) => name === keyName)?.publicKey;
  const oldKey = publicKey();
  const job = environment.start({ operation: 'rotate', ...inputs }, { github });
  const { operation, imports } = lostAfter[way];
  let seen = 0;
  const ignore = aws.onExecuted((request) => {
    if (!isOfAction(request) || request.dryRun) return;
    if (request.operation === 'ImportKeyPair') seen += 1;
    if (request.operation !== operation || seen !== imports) return;
    ignore();
    job.loseWorker();
  });
  await job.finished.catch(() => undefined);
  await aws.settled();
  const journal = environment.pairs().find(({ name }) => name === `${keyName}.rotating`);
  if (journal === undefined) throw new Error('The rotation cannot be prepared: there is no journal');
  journal.createTime.setTime(Date.now() - 3_600_000);
  return way === 'undone' ? oldKey : publicKey();
}

async function disturbed(
  disturbance: Disturbance,
  environment: Environment,
  options: Parameters<Environment['start']>[1],
): Promise<JobRun> {
  const { aws } = environment;
  const { on } = disturbance;
  if ('effect' in disturbance) aws.faults.add({ on, when: isOfAction, effect: disturbance.effect });
  const job = environment.start({ operation: 'sweep' }, options);
  if ('stops' in disturbance) {
    const ignore = aws[disturbance.stops](async (request) => {
      if (!isOfAction(request) || request.operation !== on) return;
      ignore();
      job.killStep();
      await wait(100);
    });
  }
  return job.finished;
}

function outputsDeleted({ steps }: JobRun): boolean {
  return steps.some(({ id, outputs }) => id === 'key' && 'deleted' in outputs);
}

function wrongAfter(environment: Environment, expected: string | undefined): string[] {
  const [pair, ...others] = environment.pairs().filter(({ name }) => name !== unrelated.keyName);
  if (pair?.name !== keyName || others.length > 0) {
    return [`the key pairs ${[pair, ...others].map((one) => one?.name).join(', ')} are left`];
  }
  const { store, fits } = namedCopyOf(pair, environment);
  return [
    ...(expected !== undefined && pair.publicKey === expected ? [] : ['the key pair has the wrong key']),
    ...(fits ? [] : [`the copy that the key pair names (${store}) does not fit`]),
  ];
}
