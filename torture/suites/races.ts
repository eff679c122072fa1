import type { JobRun } from '../../local/runner/job.ts';
import { said } from '../judge.ts';
import { SecretPieces } from '../leaks.ts';
import { keyName, publicKey } from '../operations.ts';
import type { Case, Finding, Row, Suite } from '../plan.ts';
import { inTurn } from '../pool.ts';
import { jobLimit, type Stage } from '../stage.ts';
import { outputOf } from '../subjects.ts';
import type { Theatre } from '../theatre.ts';

/** How many real processes run beside each other. */
const atATime = 8;

const ensure = { operation: 'ensure', 'key-name': keyName, 'key-type': 'ed25519' } as const;
const importIt = { operation: 'import', 'key-name': keyName, 'public-key': publicKey } as const;
const create = {
  'key-name': keyName,
  'key-type': 'ed25519',
  lifetime: 'persistent',
  'private-key-path': 'deploy.pem',
} as const;
const deleteIt = { operation: 'delete', 'key-name': keyName } as const;

/** Jobs that know nothing of each other and want the same name. */
export const races: Suite = {
  name: `races, ${atATime} at a time`,
  about: `real processes, ${atATime} at a time and with ${jobLimit / 1000} s each, want the same name: 50 \`ensure\`, 50 \`import\`, \`create\` against \`create\`, both against \`delete\``,
  rows: [
    row('50 ensures of one name', [0, 3], (stale, random) =>
      race({ inputs: Array(50).fill(ensure), stale, random }, onePairForAll),
    ),
    row('50 imports of one name', [0, 3], (stale, random) =>
      race({ inputs: Array(50).fill(importIt), stale, random }, onePairForAll),
    ),
    row('24 creates of one name', [0, 3], (stale, random) =>
      race({ inputs: Array(24).fill(create), stale, random }, oneWinner),
    ),
    row('16 ensures against 16 deletes', [0, 3], (stale, random) =>
      race(
        {
          inputs: Array.from({ length: 32 }, (_, index) => (index % 2 === 0 ? ensure : deleteIt)),
          stale,
          random,
        },
        trueOfSomeInstant,
      ),
    ),
    row('16 imports against 16 deletes', [0, 3], (stale, random) =>
      race(
        {
          inputs: Array.from({ length: 32 }, (_, index) => (index % 2 === 0 ? importIt : deleteIt)),
          stale,
          random,
        },
        trueOfSomeInstant,
      ),
    ),
  ],
};

type RunRace = (theatre: Theatre) => Promise<Finding>;

function row(
  operation: string,
  staleReads: readonly number[],
  makeRace: (stale: number, random: () => number) => RunRace,
): Row {
  return {
    operation,
    fault: `stale reads: ${staleReads.join(', ')}`,
    cases: async (_, random) =>
      staleReads.map((stale): Case => ({ name: `${stale} stale reads`, run: makeRace(stale, random) })),
  };
}

interface RacePlan {
  readonly inputs: readonly Readonly<Record<string, string>>[];
  readonly stale: number;
  readonly random: () => number;
}

/** All that a race showed. */
interface Outcome {
  readonly stage: Stage;
  readonly runs: readonly JobRun[];
  /** When each job's step ran. */
  readonly spans: ReadonlyMap<JobRun, Span>;
  /** When each pair that ever was stood under the name. */
  readonly everSeen: ReadonlyMap<string, Span>;
  readonly stale: number;
}

/** From one instant to another, in milliseconds of this process. */
interface Span {
  from: number;
  /** Infinity: still there. */
  to: number;
}

/** Requests are held up for a moment each, so that they overtake one another. */
function race({ inputs, stale, random }: RacePlan, verdict: (outcome: Outcome) => string[]): RunRace {
  return (theatre) =>
    theatre.onStage(async (stage) => {
      stage.aws.faults.staleReads = stale;
      const everSeen = new Map<string, Span>();
      const spans = new Map<JobRun, Span>();
      stage.aws.onRequest(() => new Promise((resolve) => setTimeout(resolve, random() * 60)));
      stage.aws.onExecuted(() => note(stage, everSeen));
      const runs = await inTurn(inputs, atATime, async (one) => {
        const from = performance.now();
        const run = await stage.start(one).finished;
        spans.set(run, { from, to: performance.now() });
        return run;
      });
      const outcome = { stage, runs, spans, everSeen, stale };
      const leaks = leaksOf(outcome);
      return {
        problems: [
          ...verdict(outcome),
          ...(leaks === 0 ? [] : [`${leaks} pieces of private keys were printed`]),
        ],
        pairsLeft: Math.max(0, stage.pairs().length - 1),
        filesLeft: 0,
        leaks,
      };
    });
}

/** Promise 5: one pair, nobody fails, everybody is told of the same one, and one says that it made it. */
function onePairForAll({ stage, runs }: Outcome): string[] {
  const pairs = stage.pairs();
  const ids = new Set(runs.map((run) => outputOf(run, 'key-pair-id')));
  const makers = runs.filter((run) => outputOf(run, 'created') === 'true').length;
  return [
    ...failed(runs),
    ...(pairs.length === 1 ? [] : [`there are ${pairs.length} pairs, not one`]),
    ...(ids.size === 1 && ids.has(pairs[0]?.id ?? '')
      ? []
      : [`the jobs were told of ${ids.size} pairs: ${[...ids].join(', ')}`]),
    ...(makers === 1 ? [] : [`${makers} jobs say that they made the pair`]),
  ];
}

/** One job has the pair and its key; the others are told that the name is taken, and leave nothing. */
function oneWinner({ stage, runs }: Outcome): string[] {
  const winners = runs.filter(({ conclusion }) => conclusion === 'success');
  const losers = runs.filter((run) => !winners.includes(run));
  const unclear = losers.filter(
    ({ annotations }) => !annotations.some(({ message }) => message.includes('exists already')),
  );
  const files = runs.map(
    ({ files: { workspace } }) => workspace.filter(({ path }) => path === 'deploy.pem').length,
  );
  return [
    ...(winners.length === 1 ? [] : [`${winners.length} jobs succeed, not one`]),
    ...(stage.pairs().length === 1 ? [] : [`there are ${stage.pairs().length} pairs, not one`]),
    ...(winners.every((run) => outputOf(run, 'key-pair-id') === stage.pairs()[0]?.id)
      ? []
      : ['the winner speaks of another pair']),
    ...unclear.map((run) => `a loser is not told why: ${said(run.steps[0])}`),
    ...(files.reduce((sum, count) => sum + count, 0) === winners.length ? [] : ['a loser left a file']),
  ];
}

/** Called after each write, before its answer is given. */
function note(stage: Stage, everSeen: Map<string, Span>): void {
  const now = performance.now();
  const there = new Set(stage.pairs().map(({ id }) => id));
  for (const id of there)
    if (!everSeen.has(id)) everSeen.set(id, { from: now, to: Number.POSITIVE_INFINITY });
  for (const [id, span] of everSeen) if (!there.has(id)) span.to = Math.min(span.to, now);
}

/** Nobody fails; who speaks of a pair speaks of one that was there meanwhile; as many were deleted as are gone. */
function trueOfSomeInstant({ stage, runs, spans, everSeen, stale }: Outcome): string[] {
  const untrue = runs.flatMap((run) => {
    const id = outputOf(run, 'key-pair-id');
    const pair = everSeen.get(id);
    const step = spans.get(run);
    if (id === '' || step === undefined) return [];
    if (pair === undefined) return [`a job speaks of ${id}, which never was`];
    // Where reads lag, a job may be shown what was there before it began.
    const meanwhile = pair.from <= step.to && (stale > 0 || step.from <= pair.to);
    return meanwhile ? [] : [`a job speaks of ${id}, which was not there at any instant of the job`];
  });
  const made = runs.filter((run) => outputOf(run, 'created') === 'true').length;
  const deleted = runs.reduce((sum, run) => sum + Number(outputOf(run, 'deleted') || 0), 0);
  const gone = everSeen.size - stage.pairs().length;
  return [
    ...failed(runs),
    ...untrue,
    ...(made === everSeen.size
      ? []
      : [`${everSeen.size} pairs were made, and ${made} jobs say that they made one`]),
    ...(deleted === gone ? [] : [`${gone} pairs are gone, and the deletes say ${deleted}`]),
  ];
}

function failed(runs: readonly JobRun[]): string[] {
  return runs
    .filter(({ conclusion }) => conclusion !== 'success')
    .map((run) => `a job fails: ${said(run.steps[0])}`);
}

function leaksOf({ stage, runs }: Outcome): number {
  const pieces = new SecretPieces(stage.keys);
  const texts = runs.map(({ raw, summary, annotations }) => {
    const printed = raw.split(/\r?\n/).filter((line) => !line.startsWith('::add-mask::'));
    return [...printed, summary, JSON.stringify(annotations)].join('\n');
  });
  return texts.reduce((sum, text) => sum + pieces.countIn(text), 0);
}
