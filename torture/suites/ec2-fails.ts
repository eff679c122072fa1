import type { Effect, FaultRule } from '../../local/aws/server.ts';
import type { JobRun } from '../../local/runner/job.ts';
import { type Environment, isOfAction } from '../environment.ts';
import { creatingCases, type OperationCase, operationCases } from '../operation-cases.ts';
import type { Finding, Row, Suite, TestCase } from '../plan.ts';
import { generated, generatedAndKept } from '../runner-cases.ts';
import type { TestBed } from '../test-bed.ts';
import { verify } from '../verify.ts';
import { baselineOf, type PlannedRequest, requestsOfMain } from './baseline.ts';
import { longThrottling, outages, type RequestFault, requestFaults } from './request-faults.ts';

const forever = { times: Number.POSITIVE_INFINITY } as const;

const oneFault = operationCases.flatMap((operation) =>
  requestFaults.map(
    (fault): Row => ({
      operation: operation.name,
      fault: `${fault.fault}, at each request`,
      inSample: operation.inSample === true && fault.inSample === true,
      waits: fault.waits === true,
      cases: async (testBed) =>
        (await baselineOf(operation, testBed)).requests.flatMap((request, at) =>
          request.phase === 'main' && request.operation === fault.except
            ? []
            : [caseOfFault(operation, fault, { ...request, at })],
        ),
    }),
  ),
);

/** A private key that was generated here is not in the response: the request can be repeated, and must cost nothing. */
const writeOfGenerated = [
  ...requestFaults.map((fault) => ({ operation: generated, fault })),
  ...requestFaults
    .filter(({ fault }) => fault.includes('executed'))
    .map((fault) => ({ operation: generatedAndKept, fault })),
].map(
  ({ operation, fault }): Row => ({
    operation: operation.name,
    fault: `${fault.fault}, at the request that imports the key`,
    inSample: operation.inSample === true && fault.inSample === true,
    waits: true,
    cases: async (testBed) => {
      const at = (await requestsOfMain(operation, testBed)).indexOf('ImportKeyPair');
      return [caseOfFault(operation, fault, { operation: 'ImportKeyPair', phase: 'main', at })];
    },
  }),
);

const lostThenOutage = creatingCases.map((operation) =>
  longRowOfMain(
    operation,
    'each request executed and reset, all further requests of main fail',
    (request, at) =>
      outagesAt(at).map(({ fault, effect }) => ({
        name: `${request}, then ${fault}`,
        plan: {
          rules: [ruleAt(at, { kind: 'execute-then-drop' }), { ...ruleAt(at, effect), ...forever }],
          untilMainEnds: true,
          main: 'failure',
        },
      })),
  ),
);

const outageOfMain = operationCases.map((operation) =>
  longRowOfMain(operation, 'each request and all further requests of main fail', (request, at) =>
    outagesAt(at).map(({ fault, effect }) => ({
      name: `${request}, ${fault}`,
      plan: { rules: [{ ...ruleAt(at, effect), ...forever }], untilMainEnds: true, main: 'failure' },
    })),
  ),
);

const throttledForLong = operationCases.map(
  (operation): Row =>
    longRowOfMain(
      operation,
      'each request and all further requests of main are throttled, for longer than main retries (60 s)',
      (request, at) => [
        {
          name: request,
          plan: {
            rules: [{ ...ruleAt(at, longThrottling), ...forever }],
            untilMainEnds: true,
            main: 'failure',
            prints: 'EC2 is throttling requests. Retrying for up to 60 s.',
          },
        },
      ],
    ),
);

/** Main retries for a minute if EC2 has not refused anything: one kind of such outages for each request is enough. */
function outagesAt(at: number): readonly RequestFault[] {
  const long = outages.filter(({ isTransient }) => isTransient);
  const first = at % long.length;
  return [...long.slice(first, first + 1), ...outages.filter(({ isTransient }) => !isTransient)];
}

const staleReads = operationCases.map(
  (operation): Row => ({
    operation: operation.name,
    fault: 'stale reads',
    waits: true,
    cases: async (testBed) => {
      const requests = await requestsOfMain(operation, testBed);
      const writes = requests.flatMap((name, at) => (name.startsWith('Describe') ? [] : [{ name, at }]));
      return [0.3, 2].flatMap((seconds): TestCase[] => [
        caseOf(operation, `${seconds} s after each write`, {
          rules: [],
          staleFor: seconds * 1_000,
          main: 'success',
        }),
        ...writes.map(({ name, at }) =>
          caseOf(operation, `${seconds} s after each write, #${at} ${name} executed and reset`, {
            rules: [ruleAt(at, { kind: 'execute-then-drop' })],
            staleFor: seconds * 1_000,
            main: 'success',
          }),
        ),
      ]);
    },
  }),
);

/** Every fault is injected into every request of every operation. */
export const ec2Fails: Suite = {
  name: 'EC2 fails',
  about:
    'EC2 or the network fails each request of each operation: lost, late, truncated, or invalid responses, throttling, rejections, stale reads',
  rows: [
    ...oneFault,
    ...writeOfGenerated,
    ...lostThenOutage,
    ...outageOfMain,
    ...throttledForLong,
    ...staleReads,
  ],
};

/** A job and what is expected of it. */
interface FaultPlan {
  readonly rules: readonly FaultRule[];
  readonly untilMainEnds?: boolean;
  /** Milliseconds for which reads show the state before a write. */
  readonly staleFor?: number;
  readonly main: 'success' | 'failure';
  /** Whether post cannot delete the key pair, and must report it once. */
  readonly leftByPost?: boolean;
  /** A line that main must print exactly once. */
  readonly prints?: string;
}

/** A row with cases for each request of main. Without an answer, main retries, and post looks, for a long time. */
function longRowOfMain(
  operation: OperationCase,
  fault: string,
  plansAt: (request: string, at: number) => readonly { readonly name: string; readonly plan: FaultPlan }[],
): Row {
  return {
    operation: operation.name,
    fault,
    waits: true,
    startsFirst: true,
    cases: async (testBed) =>
      (await requestsOfMain(operation, testBed)).flatMap((request, at) =>
        plansAt(`#${at} ${request}`, at).map(({ name, plan }) => caseOf(operation, name, plan)),
      ),
  };
}

function caseOfFault(
  operation: OperationCase,
  { effect, isTransient: isRepeated }: RequestFault,
  { operation: request, phase, at }: PlannedRequest & { readonly at: number },
): TestCase {
  // The key pairs of these jobs are new, and a new one may lack its tags where IAM looks for them.
  const isAskedAgain = effect.kind === 'deny' && /^(?:DeleteKeyPair|CreateTags)$/.test(request);
  const isTransient = isRepeated || isAskedAgain;
  const one = caseOf(operation, `#${at} ${request} of ${phase}`, {
    rules: [ruleAt(at, effect)],
    main: isTransient || phase === 'post' ? 'success' : 'failure',
    leftByPost: !isTransient && phase === 'post',
  });
  // Main looks for a key pair that may exist before it sends the request again.
  return isTransient && phase === 'main' && /^(?:Create|Import)KeyPair$/.test(request)
    ? { ...one, waits: true }
    : one;
}

function ruleAt(at: number, effect: Effect): FaultRule {
  return { on: '*', when: isOfAction, after: at, effect };
}

function caseOf(operation: OperationCase, name: string, plan: FaultPlan): TestCase {
  return { name, run: (testBed) => inject(operation, plan, testBed) };
}

function inject(operation: OperationCase, plan: FaultPlan, testBed: TestBed): Promise<Finding> {
  const { rules, untilMainEnds, staleFor = 0, main, leftByPost, prints } = plan;
  return testBed.withEnvironment(async (environment) => {
    const { faults } = environment.aws;
    faults.staleFor = operation.preparesWithoutStaleReads === true ? 0 : staleFor;
    const inputs = await operation.prepare(environment);
    faults.staleFor = staleFor;
    const removals = rules.map((rule) => faults.add(rule));
    const job = environment.start(inputs);
    job.on('step-finished', ({ phase }) => {
      if (phase === 'main' && untilMainEnds === true) for (const remove of removals) remove();
    });
    const run = await job.finished;
    if (leftByPost === true) return verifyReportOfPost(environment, run);
    const finding = verify(environment, run, { leftovers: operation.leftovers, main, warningsOfPost: 0 });
    const mismatches = main === 'failure' ? [] : operation.mismatches(environment, run);
    return { ...finding, problems: [...finding.problems, ...mismatches, ...notPrintedOnce(run, prints)] };
  });
}

function notPrintedOnce(run: JobRun, text: string | undefined): string[] {
  const step = run.steps.find(({ id, phase }) => id === 'key' && phase === 'main');
  const times = step?.log.filter((line) => line === text).length ?? 0;
  return text === undefined || times === 1 ? [] : [`main prints ${times} times: ${text}`];
}

/** Post reports once what it could not delete, with the command that deletes it. */
function verifyReportOfPost(environment: Environment, run: JobRun): Finding {
  const finding = verify(environment, run, { leftovers: 'any-pairs', main: 'success', warningsOfPost: 1 });
  const text = run.steps
    .filter(({ phase }) => phase === 'post')
    .flatMap(({ annotations }) => annotations.map(({ message }) => message))
    .join('\n');
  const command = `aws ec2 delete-key-pair --key-pair-id ${environment.pairs()[0]?.id}`;
  return text.includes(command)
    ? finding
    : { ...finding, problems: [...finding.problems, `post does not print: ${command}`] };
}
