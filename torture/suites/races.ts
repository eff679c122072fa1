import type { JobRun } from '../../local/runner/job.ts';
import { leaksOf } from '../../test-support/leaks.ts';
import { SecretPieces } from '../../test-support/secret-pieces.ts';
import { keyName, publicKey } from '../creating-operations.ts';
import { type Environment, region } from '../environment.ts';
import { outputOf } from '../operation-cases.ts';
import type { Finding, Row, Suite, TestCase } from '../plan.ts';
import { inTurn } from '../pool.ts';
import { copiesIn } from '../stored-copies.ts';
import type { TestBed } from '../test-bed.ts';
import { lastLinesOf } from '../verify.ts';

/** How many processes run at the same time. */
const atATime = 8;

const ensure = { operation: 'ensure', 'key-name': keyName, 'key-type': 'ed25519' } as const;
/** Whoever loses the race waits for the copy of the winner. */
const ensureKey = { ...ensure, store: 'ssm', 'output-private-key': 'true' } as const;
/** Only a key pair of this repository gets tags, and every expiry is another one. */
const ensureExpiry = { ...ensure, 'expires-after': '1h' } as const;
const ensureInRegions = {
  ...ensureKey,
  'generate-on': 'runner',
  'aws-region': `${region}, us-east-1, ap-south-1`,
} as const;
const importKey = { operation: 'import', 'key-name': keyName, 'public-key': publicKey } as const;
const create = {
  'key-name': keyName,
  'key-type': 'ed25519',
  lifetime: 'persistent',
  'private-key-path': 'deploy.pem',
} as const;
const deletePair = { operation: 'delete', 'key-name': keyName } as const;

/** Independent jobs that use the same key name. */
export const races: Suite = {
  name: `races, ${atATime} at a time`,
  about: `${atATime} jobs at a time use the same key name: 50 \`ensure\`, 50 with a store, 24 in 3 Regions, 50 that change tags, 50 \`import\`, \`create\` against \`create\`, \`ensure\` (also with tags) and \`import\` against \`delete\``,
  rows: [
    row('50 ensures of one name', [0, 3], (stale, random) =>
      race({ inputs: Array(50).fill(ensure), stale, random }, onePairForAll),
    ),
    row('50 ensures of one name with a store', [0, 3], (stale, random) =>
      race({ inputs: Array(50).fill(ensureKey), stale, random }, oneKeyForAll),
    ),
    row('24 ensures of one name in 3 Regions with a store', [0, 3], (stale, random) =>
      race({ inputs: Array(24).fill(ensureInRegions), stale, random }, oneKeyInAllRegions),
    ),
    row('50 ensures of one name that set its expiry', [0], (stale, random) =>
      race({ inputs: Array(50).fill(ensureExpiry), stale, random, tagChangesTake: 60 }, onePairForAll),
    ),
    row('16 ensures that set its expiry against 16 deletes', [0, 3], (stale, random) =>
      race(
        {
          inputs: Array.from({ length: 32 }, (_, index) => (index % 2 === 0 ? ensureExpiry : deletePair)),
          ...{ stale, random, tagChangesTake: 60 },
        },
        consistentWithSomeInstant,
      ),
    ),
    row('50 imports of one name', [0, 3], (stale, random) =>
      race({ inputs: Array(50).fill(importKey), stale, random }, onePairForAll),
    ),
    row('24 creates of one name', [0, 3], (stale, random) =>
      race({ inputs: Array(24).fill(create), stale, random }, oneWinner),
    ),
    row('16 ensures against 16 deletes', [0, 3], (stale, random) =>
      race(
        {
          inputs: Array.from({ length: 32 }, (_, index) => (index % 2 === 0 ? ensure : deletePair)),
          stale,
          random,
        },
        consistentWithSomeInstant,
      ),
    ),
    row('16 imports against 16 deletes', [0, 3], (stale, random) =>
      race(
        {
          inputs: Array.from({ length: 32 }, (_, index) => (index % 2 === 0 ? importKey : deletePair)),
          stale,
          random,
        },
        consistentWithSomeInstant,
      ),
    ),
  ],
};

type RunRace = (testBed: TestBed) => Promise<Finding>;

function row(
  operation: string,
  staleReads: readonly number[],
  makeRace: (stale: number, random: () => number) => RunRace,
): Row {
  return {
    operation,
    fault: `stale reads: ${staleReads.join(', ')}`,
    cases: async (_, random) =>
      staleReads.map((stale): TestCase => ({ name: `${stale} stale reads`, run: makeRace(stale, random) })),
  };
}

interface RacePlan {
  readonly inputs: readonly Readonly<Record<string, string>>[];
  readonly stale: number;
  readonly random: () => number;
  /** Milliseconds that changing tags takes. Default: 0. */
  readonly tagChangesTake?: number;
}

/** The result of a race. */
interface Outcome {
  readonly environment: Environment;
  readonly runs: readonly JobRun[];
  /** When each job's step ran. */
  readonly spans: ReadonlyMap<JobRun, Span>;
  /** When each key pair that was ever created existed. */
  readonly pairSpans: ReadonlyMap<string, Span>;
  readonly stale: number;
}

/** A period, in milliseconds of this process. */
interface Span {
  from: number;
  /** Infinity: it still exists. */
  to: number;
}

/** Runs the jobs. Requests are delayed for random times, so that they overtake one another. */
function race(
  { inputs, stale, random, tagChangesTake = 0 }: RacePlan,
  check: (outcome: Outcome) => string[],
): RunRace {
  return (testBed) =>
    testBed.withEnvironment(async (environment) => {
      environment.aws.faults.staleReads = stale;
      environment.aws.faults.tagChangesTake = tagChangesTake;
      const pairSpans = new Map<string, Span>();
      const spans = new Map<JobRun, Span>();
      environment.aws.onRequest(() => new Promise((resolve) => setTimeout(resolve, random() * 60)));
      environment.aws.onExecuted(() => recordPairs(environment, pairSpans));
      const runs = await inTurn(inputs, atATime, async (one) => {
        const from = performance.now();
        const run = await environment.start(one).finished;
        spans.set(run, { from, to: performance.now() });
        return run;
      });
      const outcome = { environment, runs, spans, pairSpans, stale };
      const pieces = SecretPieces.ofKeys(environment.keys);
      const leaks = runs.flatMap((run) => leaksOf(run, pieces)).reduce((sum, { count }) => sum + count, 0);
      return {
        problems: [
          ...check(outcome),
          ...(leaks === 0 ? [] : [`${leaks} pieces of private keys can be read`]),
        ],
        pairsLeft: Math.max(0, environment.pairs().length - 1),
        filesLeft: 0,
        leaks,
      };
    });
}

/** One key pair, one copy, and its private key in every job. */
function oneKeyForAll(outcome: Outcome): string[] {
  const copies = copiesIn(outcome.environment);
  const keys = new Set([
    ...copies.map(({ value }) => value),
    ...outcome.runs.map((run) => outputOf(run, 'private-key')),
  ]);
  return [
    ...onePairForAll(outcome),
    ...(copies.length === 1 ? [] : [`there are ${copies.length} copies`]),
    ...(keys.size === 1 ? [] : [`the jobs have ${keys.size} different keys`]),
  ];
}

/** One key, in the Regions and in the store. */
function oneKeyInAllRegions(outcome: Outcome): string[] {
  const regions = ensureInRegions['aws-region'].split(', ');
  const pairs = regions.flatMap((name) =>
    outcome.environment.aws.keyPairs(name).filter((pair) => pair.name === keyName),
  );
  const keys = new Set(pairs.map((pair) => pair.publicKey)).size;
  return [
    ...oneKeyForAll(outcome),
    ...(pairs.length === regions.length ? [] : [`there are ${pairs.length} key pairs in all Regions`]),
    ...(keys === 1 ? [] : [`the Regions have ${keys} different keys`]),
  ];
}

/** One key pair exists, every job succeeds and reports it, and exactly one job reports that it created it. */
function onePairForAll({ environment, runs }: Outcome): string[] {
  const pairs = environment.pairs();
  const ids = new Set(runs.map((run) => outputOf(run, 'key-pair-id')));
  const creators = runs.filter((run) => outputOf(run, 'created') === 'true').length;
  return [
    ...failed(runs),
    ...(pairs.length === 1 ? [] : [`there are ${pairs.length} key pairs, not one`]),
    ...(ids.size === 1 && ids.has(pairs[0]?.id ?? '')
      ? []
      : [`the jobs report ${ids.size} key pairs: ${[...ids].join(', ')}`]),
    ...(creators === 1 ? [] : [`${creators} jobs report that they created the key pair`]),
  ];
}

/** One job gets the key pair and its private key. The others report that the name exists, and leave nothing. */
function oneWinner({ environment, runs }: Outcome): string[] {
  const winners = runs.filter(({ conclusion }) => conclusion === 'success');
  const losers = runs.filter((run) => !winners.includes(run));
  const unclear = losers.filter(
    ({ annotations }) =>
      !annotations.some(({ message }) => message.startsWith(`Key pair "${keyName}" already exists in `)),
  );
  const files = runs.map(
    ({ files: { workspace } }) => workspace.filter(({ path }) => path === 'deploy.pem').length,
  );
  return [
    ...(winners.length === 1 ? [] : [`${winners.length} jobs succeed, not one`]),
    ...(environment.pairs().length === 1
      ? []
      : [`there are ${environment.pairs().length} key pairs, not one`]),
    ...(winners.every((run) => outputOf(run, 'key-pair-id') === environment.pairs()[0]?.id)
      ? []
      : ['the winner reports another key pair']),
    ...unclear.map((run) => `a losing job does not report why: ${lastLinesOf(run.steps[0])}`),
    ...(files.reduce((sum, count) => sum + count, 0) === winners.length ? [] : ['a losing job left a file']),
  ];
}

/** Called after each write, before the response is sent. */
function recordPairs(environment: Environment, pairSpans: Map<string, Span>): void {
  const now = performance.now();
  const existing = new Set(environment.pairs().map(({ id }) => id));
  for (const id of existing)
    if (!pairSpans.has(id)) pairSpans.set(id, { from: now, to: Number.POSITIVE_INFINITY });
  for (const [id, span] of pairSpans) if (!existing.has(id)) span.to = Math.min(span.to, now);
}

/** Every job succeeds and reports a key pair that existed during the job, and the counts add up. */
function consistentWithSomeInstant({ environment, runs, spans, pairSpans, stale }: Outcome): string[] {
  const wrong = runs.flatMap((run) => {
    const id = outputOf(run, 'key-pair-id');
    const pair = pairSpans.get(id);
    const step = spans.get(run);
    if (id === '' || step === undefined) return [];
    if (pair === undefined) return [`a job reports ${id}, which never existed`];
    // With stale reads, a job may see what existed before it started.
    const existed = pair.from <= step.to && (stale > 0 || step.from <= pair.to);
    return existed ? [] : [`a job reports ${id}, which did not exist at any instant of the job`];
  });
  const created = runs.filter((run) => outputOf(run, 'created') === 'true').length;
  const deleted = runs.reduce((sum, run) => sum + Number(outputOf(run, 'deleted') || 0), 0);
  const missing = pairSpans.size - environment.pairs().length;
  return [
    ...failed(runs),
    ...wrong,
    ...(created === pairSpans.size
      ? []
      : [`${pairSpans.size} key pairs were created, but ${created} jobs report that they created one`]),
    ...(deleted === missing ? [] : [`${missing} key pairs were deleted, but the jobs report ${deleted}`]),
  ];
}

function failed(runs: readonly JobRun[]): string[] {
  return runs
    .filter(({ conclusion }) => conclusion !== 'success')
    .map((run) => `a job fails: ${lastLinesOf(run.steps[0])}`);
}
