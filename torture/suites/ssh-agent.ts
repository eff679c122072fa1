import { spawnSync } from 'node:child_process';
import type { JobRun } from '../../local/runner/job.ts';
import { type Environment, isOfAction } from '../environment.ts';
import { runWithFaults } from '../faulty-job.ts';
import type { OperationCase } from '../operation-cases.ts';
import type { Finding, Row, Suite, TestCase } from '../plan.ts';
import { agentCases, fetchedIntoAgent, keyInAgentBefore } from '../runner-cases.ts';
import { verify } from '../verify.ts';
import { type AgentFault, type AgentUse, agentFaults } from './agent-faults.ts';
import { writeFaults } from './faults.ts';

/** An agent keeps no key of a job, and loses no key of anyone else. */
export const sshAgent: Suite = {
  name: 'SSH agent',
  about:
    'The SSH agent or its programs are missing, end, hang, refuse the key, or are locked or replaced, before, during, or after the step',
  rows: [
    ...agentFaults.flatMap((fault) =>
      fault.operations.map(
        (operation): Row => ({
          operation: operation.name,
          fault: `${fault.at}: ${fault.name}`,
          inSample: operation.inSample === true && fault.name === 'a later step adds a key',
          waits: fault.waits === true,
          cases: async (): Promise<TestCase[]> => [
            {
              name: 'agent',
              run: (testBed) =>
                testBed.withEnvironment((environment) => injectFault(operation, fault, environment)),
            },
          ],
        }),
      ),
    ),
    ...[fetchedIntoAgent, keyInAgentBefore].map(
      (operation): Row => ({
        operation: operation.name,
        fault: 'none',
        cases: async (): Promise<TestCase[]> => [
          {
            name: 'agent',
            run: (testBed) => testBed.withEnvironment((environment) => run(operation, environment)),
          },
        ],
      }),
    ),
    ...agentCases.map(
      (operation): Row => ({
        operation: operation.name,
        fault: 'a write fails',
        waits: true,
        cases: async () =>
          writeFaults.map(
            (fault): TestCase => ({
              name: fault.name,
              run: (testBed) => runWithFaults(operation, [fault], testBed),
            }),
          ),
      }),
    ),
  ],
};

async function run(operation: OperationCase, environment: Environment): Promise<Finding> {
  const job = await environment.start(await operation.prepare(environment)).finished;
  const finding = verify(environment, job, {
    leftovers: operation.leftovers,
    main: 'success',
    warningsOfPost: 0,
  });
  return { ...finding, problems: [...finding.problems, ...operation.mismatches(environment, job)] };
}

async function injectFault(
  operation: AgentUse,
  fault: AgentFault,
  environment: Environment,
): Promise<Finding> {
  const inputs = await operation.prepare(environment);
  const openSsh = environment.useOpenSsh();
  await openSsh.startBystander();
  if (fault.at === 'before main') fault.put(openSsh);
  environment.aws.onExecuted((request) => {
    const isCreation = /^(?:Create|Import)KeyPair$/.test(request.operation) && isOfAction(request);
    if (isCreation && fault.at === 'when EC2 has the key pair') fault.put(openSsh);
  });
  // Nothing but the programs of this environment, so that a missing one is not found elsewhere.
  const job = environment.start(inputs, { host: { PATH: openSsh.bin } });
  job.on('step-finished', ({ phase }) => {
    if (phase === 'main' && fault.at === 'before post') fault.put(openSsh);
  });
  const finished = await job.finished;
  openSsh.recover();
  return findingOf(fault, environment, finished);
}

function findingOf(fault: AgentFault, environment: Environment, job: JobRun): Finding {
  const { main = 'success', prints, warns, leaves } = fault;
  const finding = verify(environment, job, {
    leftovers: 'nothing',
    main,
    warningsOfPost: warns === undefined ? 0 : 1,
  });
  const left = leaves === undefined ? undefined : expectedOf[leaves];
  const unexpected = finding.problems.filter((problem) => left?.test(problem) !== true);
  return {
    ...finding,
    problems: [
      ...unexpected,
      ...(left === undefined || unexpected.length < finding.problems.length ? [] : [`not so: ${left}`]),
      ...unclear(job, { main: prints, post: warns }),
      ...(leaves === 'a key' ? stillThere(environment, job) : []),
    ],
    filesLeft: leaves === 'a key' ? finding.filesLeft - 1 : finding.filesLeft,
  };
}

/** What is left and cannot be helped, as `verify` says it. */
const expectedOf = {
  'a key': /^a private key is left in an SSH agent/,
  'no agent': /^another user's agent was ended/,
} as const;

/** Whether the command that post prints does not remove the key. */
function stillThere({ openSsh }: Environment, { steps }: JobRun): string[] {
  const warnings = steps.flatMap(({ phase, annotations }) => (phase === 'post' ? annotations : []));
  const [, command = 'false'] = warnings.flatMap(({ message }) => message.split('\n'));
  spawnSync('/bin/sh', ['-c', command], { stdio: 'ignore', timeout: 10_000 });
  return openSsh?.addedKeys().map((key) => `${command} does not remove ${key}`) ?? [];
}

/** What a user does not learn, or cannot understand. */
function unclear(
  { steps }: JobRun,
  expected: { readonly main: RegExp | undefined; readonly post: RegExp | undefined },
): string[] {
  return steps.flatMap(({ phase, log, annotations }) => {
    const text = log.join('\n');
    const messages = annotations.map(({ message }) => message).join('\n');
    const pattern = phase === 'post' ? expected.post : expected.main;
    return [
      ...(pattern === undefined || pattern.test(messages)
        ? []
        : [`${phase} does not print ${pattern}: ${messages}`]),
      ...(/bug in the action|Unexpected error|Not cleaned up/.test(text) && expected.post === undefined
        ? [`${phase} prints: ${text.slice(-600)}`]
        : []),
    ];
  });
}
