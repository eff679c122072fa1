import type { Effect, FaultRule } from '../../local/aws/server.ts';
import type { JobRun } from '../../local/runner/job.ts';
import { judge } from '../judge.ts';
import type { Case, Finding, Row, Suite } from '../plan.ts';
import { isOfAction, type Stage } from '../stage.ts';
import { makingSubjects, type Subject, subjects } from '../subjects.ts';
import type { Theatre } from '../theatre.ts';
import { forLong, outages, type Trouble, troubles } from './troubles.ts';

const oneFault = subjects.flatMap((subject) =>
  troubles.map(
    (trouble): Row => ({
      operation: subject.name,
      fault: `${trouble.fault}, at each request`,
      inSample: subject.inSample === true && trouble.inSample === true,
      waits: trouble.waits === true,
      cases: async (theatre) =>
        (await requestsOf(subject, theatre)).flatMap((request, at) =>
          request.phase === 'main' && request.operation === trouble.spares
            ? []
            : [troubleAt(subject, trouble, { ...request, at })],
        ),
    }),
  ),
);

const lostThenOutage = makingSubjects.map(
  (subject): Row => ({
    operation: subject.name,
    fault: 'each request carried out and reset, all further ones of main fail',
    cases: async (theatre) => {
      const requests = (await requestsOf(subject, theatre)).filter(({ phase }) => phase === 'main');
      return requests.flatMap(({ operation }, at) =>
        outages.map(
          (outage): Case => ({
            name: `#${at} ${operation}, then ${outage.fault}`,
            run: (inTheatre) =>
              play(subject, inTheatre, {
                rules: [
                  ruleAt(at, { kind: 'execute-then-drop' }),
                  { ...ruleAt(at, outage.effect), times: Number.POSITIVE_INFINITY },
                ],
                untilMainEnds: true,
                main: 'failure',
              }),
          }),
        ),
      );
    },
  }),
);

const forGood = subjects.map(
  (subject): Row => ({
    operation: subject.name,
    fault: 'each request and all further ones of main fail',
    cases: async (theatre) => {
      const requests = (await requestsOf(subject, theatre)).filter(({ phase }) => phase === 'main');
      return requests.flatMap(({ operation }, at) =>
        outages.map(
          (outage): Case => ({
            name: `#${at} ${operation}, ${outage.fault}`,
            run: (inTheatre) =>
              play(subject, inTheatre, {
                rules: [{ ...ruleAt(at, outage.effect), times: Number.POSITIVE_INFINITY }],
                untilMainEnds: true,
                main: 'failure',
              }),
          }),
        ),
      );
    },
  }),
);

const throttledForLong = subjects.map(
  (subject): Row => ({
    operation: subject.name,
    fault: 'each request and all further ones of main are throttled, for longer than the 60 s of main',
    waits: true,
    beginsFirst: true,
    cases: async (theatre) => {
      const requests = (await requestsOf(subject, theatre)).filter(({ phase }) => phase === 'main');
      return requests.map(
        ({ operation }, at): Case => ({
          name: `#${at} ${operation}`,
          run: (inTheatre) =>
            play(subject, inTheatre, {
              rules: [{ ...ruleAt(at, forLong), times: Number.POSITIVE_INFINITY }],
              untilMainEnds: true,
              main: 'failure',
              says: 'EC2 asks to slow down (throttling). Trying again for up to 60 s.',
            }),
        }),
      );
    },
  }),
);

const staleReads = subjects.map(
  (subject): Row => ({
    operation: subject.name,
    fault: 'stale reads',
    waits: true,
    cases: async (theatre) => {
      const writes = (await requestsOf(subject, theatre)).flatMap(({ operation, phase }, at) =>
        operation.startsWith('Describe') || phase === 'post' ? [] : [{ operation, at }],
      );
      return [1, 5, 20].flatMap((stale): Case[] => [
        {
          name: `${stale} after each write`,
          run: (inTheatre) => play(subject, inTheatre, { rules: [], stale, main: 'success' }),
        },
        ...writes.map(
          ({ operation, at }): Case => ({
            name: `${stale} after each write, #${at} ${operation} carried out and reset`,
            run: (inTheatre) =>
              play(subject, inTheatre, {
                rules: [ruleAt(at, { kind: 'execute-then-drop' })],
                stale,
                main: 'success',
              }),
          }),
        ),
      ]);
    },
  }),
);

/** Every operation meets every fault at every one of its requests. */
export const faults: Suite = {
  name: 'EC2 fails',
  about:
    'EC2 or the network fails each request of each operation: lost, late, cut or wrong answers, throttling, refusals, stale reads',
  rows: [...oneFault, ...lostThenOutage, ...forGood, ...throttledForLong, ...staleReads],
};

interface PlannedRequest {
  readonly operation: string;
  readonly phase: 'main' | 'post';
}

const known = new Map<string, Promise<readonly PlannedRequest[]>>();

/** Runs the operation once, undisturbed, and gives what it asks of EC2. */
function requestsOf(subject: Subject, theatre: Theatre): Promise<readonly PlannedRequest[]> {
  const requests =
    known.get(subject.name) ??
    theatre.onStage(async (stage) => {
      const job = stage.start(await subject.prepare(stage));
      let ofMain = 0;
      job.on('step-finished', ({ phase }) => {
        if (phase === 'main') ofMain = stage.requests().length;
      });
      const run = await job.finished;
      const problems = [
        ...judge(stage, run, { bill: subject.bill, main: 'success', warningsOfPost: 0 }).problems,
        ...subject.unlike(stage, run),
      ];
      if (problems.length > 0) throw new Error(`${subject.name} fails undisturbed: ${problems.join('; ')}`);
      return stage.requests().map(({ operation }, at) => ({
        operation,
        phase: at < ofMain ? ('main' as const) : ('post' as const),
      }));
    });
  known.set(subject.name, requests);
  return requests;
}

function troubleAt(
  subject: Subject,
  { effect, passes }: Trouble,
  { operation, phase, at }: PlannedRequest & { at: number },
): Case {
  return {
    name: `#${at} ${operation} of ${phase}`,
    run: (theatre) =>
      play(subject, theatre, {
        rules: [ruleAt(at, effect)],
        main: passes || phase === 'post' ? 'success' : 'failure',
        ...(passes || phase === 'main' ? {} : { leftByPost: true }),
      }),
  };
}

function ruleAt(at: number, effect: Effect): FaultRule {
  return { on: '*', when: isOfAction, after: at, effect };
}

interface Play {
  readonly rules: readonly FaultRule[];
  readonly untilMainEnds?: boolean;
  readonly stale?: number;
  readonly main: 'success' | 'failure';
  /** Post cannot remove the pair, and says so once. */
  readonly leftByPost?: boolean;
  /** What main says, once. */
  readonly says?: string;
}

function play(
  subject: Subject,
  theatre: Theatre,
  { rules, untilMainEnds, stale = 0, main, leftByPost, says }: Play,
): Promise<Finding> {
  return theatre.onStage(async (stage) => {
    stage.aws.faults.staleReads = subject.isSettled === true ? 0 : stale;
    const inputs = await subject.prepare(stage);
    stage.aws.faults.staleReads = stale;
    const takeBack = rules.map((rule) => stage.aws.faults.add(rule));
    const job = stage.start(inputs);
    job.on('step-finished', ({ phase }) => {
      if (phase === 'main' && untilMainEnds === true) for (const take of takeBack) take();
    });
    const run = await job.finished;
    if (leftByPost === true) return leftAndSaid(stage, run);
    const finding = judge(stage, run, { bill: subject.bill, main, warningsOfPost: 0 });
    const unlike = main === 'failure' ? [] : subject.unlike(stage, run);
    return { ...finding, problems: [...finding.problems, ...unlike, ...unlessOnce(run, says)] };
  });
}

function unlessOnce(run: JobRun, text: string | undefined): string[] {
  const step = run.steps.find(({ id, phase }) => id === 'key' && phase === 'main');
  const times = step?.log.filter((line) => line === text).length ?? 0;
  return text === undefined || times === 1 ? [] : [`main says ${times} times: ${text}`];
}

/** What post could not remove it names once, with the command that removes it. */
function leftAndSaid(stage: Stage, run: JobRun): Finding {
  const finding = judge(stage, run, { bill: 'any-pairs', main: 'success', warningsOfPost: 1 });
  const text = run.steps
    .filter(({ phase }) => phase === 'post')
    .flatMap(({ annotations }) => annotations.map(({ message }) => message))
    .join('\n');
  const command = `aws ec2 delete-key-pair --key-pair-id ${stage.pairs()[0]?.id}`;
  return text.includes(command)
    ? finding
    : { ...finding, problems: [...finding.problems, `post does not say: ${command}`] };
}
