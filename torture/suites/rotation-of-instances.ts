import type { CommandEffect, Machine } from '../../local/aws/server.ts';
import type { JobRun } from '../../local/runner/job.ts';
import { type Environment, region } from '../environment.ts';
import type { Finding, Suite, TestCase } from '../plan.ts';
import {
  type Boundary,
  isToldUnfinished,
  keyName,
  rotated,
  rotationInputs,
  stopped,
} from '../rotated-pair.ts';
import type { TestBed } from '../test-bed.ts';
import { rowsAtBoundaries } from './rotation-boundaries.ts';

const inputs = { ...rotationInputs, 'update-instances': 'ssm' };

/** The requests between the first command and the end that change something. */
const boundaries = [
  ['SendCommand', 0, 'the command that adds the new key'],
  ['DeleteKeyPair', 0, 'the old key pair'],
  ['ImportKeyPair', 1, 'the new key pair'],
  ['SendCommand', 1, 'the command that removes the old key'],
  ['DeleteKeyPair', 1, 'the end of the journal'],
] as const satisfies readonly Boundary[];

/** Those whose faults concern the instances in another way than the torture of all rotations shows. */
const commands = boundaries.filter(([operation]) => operation === 'SendCommand');

/** What can happen to a command on one of the machines. */
const effects: readonly (readonly [what: string, effect: CommandEffect])[] = [
  ['fails', { kind: 'fail', executed: false }],
  ['fails, and was executed', { kind: 'fail', executed: true }],
  ['takes too long, and was executed', { kind: 'time-out', during: 'execution', executed: true }],
  ['cannot be delivered', { kind: 'undeliverable' }],
  ['has an output that is cut off', { kind: 'output', change: (output) => output.slice(0, -20) }],
];

/** Commands that are not complete when their step is killed. */
const slow: readonly (readonly [what: string, effect: CommandEffect])[] = [
  ['is not delivered yet', { kind: 'pending' }],
  ['is running, and was executed', { kind: 'in-progress', executed: true }],
  ['cannot be stopped', { kind: 'executed-after-cancel' }],
];

/** A rotation with running instances: afterwards each accepts the key that the key pair has, and no other, or that is told. */
export const rotationOfInstances: Suite = {
  name: 'a rotation that updates instances fails',
  about:
    'Each request that changes something fails, is lost, or the step is stopped during it; commands fail on an instance',
  rows: [
    ...rowsAtBoundaries({
      operation: 'rotate, update-instances: ssm',
      inputs,
      boundaries,
      sampleStep: 12,
      run: withMachines,
    }),
    {
      operation: 'rotate, update-instances: ssm',
      fault: 'a command fails on one of the instances',
      waits: true,
      cases: async () =>
        (['fail', 'warn'] as const).flatMap((policy) =>
          commands.flatMap(([, after, command]) =>
            effects.map(
              ([what, effect]): TestCase => ({
                name: `${command} ${what}, policy ${policy}`,
                run: (testBed) =>
                  withMachines(testBed, async (environment, [machine]) => {
                    environment.aws.machines.faults.add({ instanceId: machine.instanceId, after, effect });
                    return environment.start({ ...inputs, 'update-instances-policy': policy }).finished;
                  }),
              }),
            ),
          ),
        ),
    },
    {
      operation: 'rotate, update-instances: ssm',
      fault: 'killed while a command is not complete on one of the instances',
      waits: true,
      cases: async () =>
        commands.flatMap((boundary) =>
          slow.map(
            ([what, effect]): TestCase => ({
              name: `${boundary[2]} ${what}`,
              run: (testBed) =>
                withMachines(testBed, (environment, [machine]) => {
                  const [, after] = boundary;
                  environment.aws.machines.faults.add({ instanceId: machine.instanceId, after, effect });
                  return stopped(environment, inputs, { boundary, action: 'killStep', moment: 'onExecuted' });
                }),
            }),
          ),
        ),
    },
    {
      operation: 'rotate, update-instances: ssm',
      fault: 'killed, and no further command is delivered to one of the instances',
      waits: true,
      startsFirst: true,
      cases: async () =>
        commands.map(
          (boundary): TestCase => ({
            name: boundary[2],
            run: (testBed) =>
              withMachines(testBed, (environment, [{ instanceId }]) => {
                const [, after] = boundary;
                environment.aws.machines.faults.add({
                  instanceId,
                  after,
                  times: 9,
                  effect: { kind: 'pending' },
                });
                return stopped(environment, inputs, { boundary, action: 'killStep', moment: 'onExecuted' });
              }),
          }),
        ),
    },
    {
      operation: 'rotate, update-instances: ssm',
      fault: 'Systems Manager refuses everything after the first command',
      waits: true,
      cases: async () =>
        (['SendCommand', 'ListCommandInvocations'] as const).map(
          (on): TestCase => ({
            name: on,
            run: (testBed) =>
              withMachines(testBed, async (environment) => {
                const after = on === 'SendCommand' ? 1 : 0;
                environment.aws.faults.add({ on, after, times: 1000, effect: { kind: 'deny' } });
                return environment.start(inputs).finished;
              }),
          }),
        ),
    },
  ],
};

type Machines = readonly [Machine, Machine];

/** What precedes the key in the file of each machine. */
const options = ['command="echo \\"a b\\"",no-pty ', ''] as const;

function withMachines(
  testBed: TestBed,
  work: (environment: Environment, machines: Machines) => Promise<JobRun>,
): Promise<Finding> {
  let launched: Machines | undefined;
  return rotated(
    testBed,
    (environment) => {
      const key = publicKeyOf(environment);
      const [first, second] = options.map((text) =>
        environment.aws.machines.add({
          ...{ region, keyName },
          files: { '/root/.ssh/authorized_keys': `# comment\n${text}${key} me\n` },
        }),
      );
      if (first === undefined || second === undefined) throw new TypeError('no machines');
      launched = [first, second];
      return work(environment, launched);
    },
    (environment, run) =>
      (launched ?? []).flatMap((machine, index) =>
        problemsOf(machine, options[index] ?? '', environment, run),
      ),
  );
}

/** The public key of the key pair as in authorized_keys, without a comment; empty if no key pair has the name. */
function publicKeyOf(environment: Environment): string {
  const pair = environment.pairs().find(({ name }) => name === keyName);
  return pair?.publicKey.split(' ', 2).join(' ') ?? '';
}

/** Whether a machine accepts the key of the key pair, and no other; else that must be told. */
function problemsOf(machine: Machine, prefix: string, environment: Environment, run: JobRun): string[] {
  const [text = ''] = machine.files.values();
  const { instanceId } = machine;
  const keys = text.split('\n').filter((line) => line.includes('ssh-ed25519'));
  if (keys.length === 0) return [`no one can log in to ${instanceId}`];
  if (keys.some((line) => !line.startsWith(prefix) || !line.endsWith(' me'))) {
    return [`the options or the comment of a key on ${instanceId} are gone: ${text}`];
  }
  const current = publicKeyOf(environment);
  const isRight = current !== '' && keys.length === 1 && keys[0] === `${prefix}${current} me`;
  return isRight || isToldUnfinished(run) || isInstanceTold(run, instanceId)
    ? []
    : [`${instanceId} accepts ${keys.length} keys, and not only that of the key pair; no one was told`];
}

/** Whether a warning or an error names the instance. */
function isInstanceTold({ steps }: JobRun, instanceId: string): boolean {
  return steps.some(({ annotations }) => annotations.some(({ message }) => message.includes(instanceId)));
}
