import {
  CancelCommandCommand,
  DescribeInstanceInformationCommand,
  GetCommandInvocationCommand,
  ListCommandInvocationsCommand,
  ListCommandsCommand,
  SendCommandCommand,
  type SendCommandCommandInput,
  SSMClient,
} from '@aws-sdk/client-ssm';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type LocalAws, type Machine, startLocalAws } from '../../../../local/aws/server.ts';
import { expectError } from './clients.ts';

let aws: LocalAws;
let ssm: SSMClient;

beforeEach(async () => {
  aws = await startLocalAws();
  ssm = new SSMClient({ region: 'eu-west-1', endpoint: aws.url, credentials: aws.account, maxAttempts: 1 });
});

afterEach(() => aws.close());

async function send(
  machines: readonly (Machine | { instanceId: string })[],
  commands: readonly string[] = ['echo'],
  more: Partial<SendCommandCommandInput> = {},
): Promise<string> {
  const { Command } = await ssm.send(
    new SendCommandCommand({
      DocumentName: 'AWS-RunShellScript',
      InstanceIds: machines.map(({ instanceId }) => instanceId),
      Parameters: { commands: [...commands] },
      ...more,
    }),
  );
  return Command?.CommandId ?? '';
}

async function invocations(CommandId: string, Details = true) {
  const { CommandInvocations = [] } = await ssm.send(
    new ListCommandInvocationsCommand({ CommandId, Details }),
  );
  return CommandInvocations;
}

/** Looks until the only invocation has a status. */
async function untilStatus(commandId: string, wanted: string) {
  for (;;) {
    const [one] = await invocations(commandId);
    if (one?.Status === wanted) return one;
  }
}

const printing = (output: string, code = 0) => ({ run: () => ({ output, code }) });

describe('SendCommand', () => {
  test('runs the lines as one program, and lists what it printed', async () => {
    const programs: string[] = [];
    const machine = aws.machines.add({
      run(program) {
        programs.push(program);
        return { code: 0, output: 'done\n' };
      },
    });
    const id = await send([machine], ['a', 'b'], { Comment: 'why' });
    expect(await untilStatus(id, 'Success')).toMatchObject({
      InstanceId: machine.instanceId,
      Comment: 'why',
      StatusDetails: 'Success',
      CommandPlugins: [{ Name: 'aws:runShellScript', ResponseCode: 0, Output: 'done\n' }],
    });
    expect(programs).toEqual(['a\nb']);
    expect((await invocations(id, false))[0]?.CommandPlugins).toEqual([]);
  });

  test("appends the agent's own error to the output of a program that fails", async () => {
    const machine = aws.machines.add(printing('broken\n', 3));
    const id = await send([machine]);
    const plugin = (await untilStatus(id, 'Failed')).CommandPlugins?.[0];
    expect(plugin).toMatchObject({
      ResponseCode: 3,
      Output: 'broken\n\n----------ERROR-------\nfailed to run commands: exit status 3',
    });
    const got = await ssm.send(
      new GetCommandInvocationCommand({ CommandId: id, InstanceId: machine.instanceId }),
    );
    expect(got).toMatchObject({
      Status: 'Failed',
      StandardOutputContent: 'broken\n',
      StandardErrorContent: 'failed to run commands: exit status 3',
    });
  });

  test('cuts a long output to 2,500 characters in lists, and to 24,000 in GetCommandInvocation', async () => {
    const machine = aws.machines.add(printing('x'.repeat(30_000)));
    const id = await send([machine]);
    const { Output = '' } = (await untilStatus(id, 'Success')).CommandPlugins?.[0] ?? {};
    expect(Output).toHaveLength(2500);
    expect(Output).toMatch(/^x+\n---Output truncated---$/);
    const got = await ssm.send(
      new GetCommandInvocationCommand({ CommandId: id, InstanceId: machine.instanceId }),
    );
    expect(got.StandardOutputContent).toHaveLength(24_000);
  });

  test('rejects instances without an agent, unknown ones, and Windows, and then runs nothing', async () => {
    const reachable = aws.machines.add();
    for (const other of [
      { instanceId: 'i-0123456789abcdef0' },
      aws.machines.add({ managed: 'no' }),
      aws.machines.add({ state: 'terminated' }),
    ]) {
      await expect(send([reachable, other])).rejects.toMatchObject({
        name: 'InvalidInstanceId',
        message: expect.stringContaining(other.instanceId),
      });
    }
    const windows = aws.machines.add({ platform: 'Windows' });
    await expectError(send([reachable, windows]), 'UnsupportedPlatformType');
    expect(aws.machines.commands()).toEqual([]);
  });

  test.each<[string, Partial<SendCommandCommandInput>, string]>([
    ['another document', { DocumentName: 'Mine' }, 'InvalidDocument'],
    ['a timeout of 29 seconds', { TimeoutSeconds: 29 }, 'ValidationException'],
    ['a timeout of more than 30 days', { TimeoutSeconds: 2_592_001 }, 'ValidationException'],
    ['101 characters of comment', { Comment: 'x'.repeat(101) }, 'ValidationException'],
    ['no commands', { Parameters: {} }, 'InvalidParameters'],
    ['an unknown parameter', { Parameters: { commands: ['x'], more: [''] } }, 'InvalidParameters'],
    [
      'an endless execution',
      { Parameters: { commands: ['x'], executionTimeout: ['172801'] } },
      'InvalidParameters',
    ],
    ['more than 64 KB', { Parameters: { commands: ['x'.repeat(65_536)] } }, 'MaxDocumentSizeExceeded'],
  ])('rejects %s', async (_, more, code) => {
    await expectError(send([aws.machines.add()], [], more), code);
  });

  test('takes 50 instances, each once', async () => {
    const machines = Array.from({ length: 51 }, () => aws.machines.add());
    await expectError(send(machines), 'ValidationException');
    const [first] = machines;
    if (first !== undefined) await expectError(send([first, first]), 'DuplicateInstanceId');
    const id = await send(machines.slice(1));
    const list = (NextToken?: string) =>
      ssm.send(new ListCommandInvocationsCommand({ CommandId: id, MaxResults: 30, NextToken }));
    const page = await list();
    expect(page.CommandInvocations).toHaveLength(30);
    const last = await list(page.NextToken);
    expect(last.CommandInvocations).toHaveLength(20);
    expect(last.NextToken).toBeUndefined();
  });

  test('stays Pending on a machine that does not answer, until it is canceled', async () => {
    const machine = aws.machines.add({ managed: 'lost' });
    const id = await send([machine]);
    expect((await invocations(id))[0]).toMatchObject({ Status: 'Pending', CommandPlugins: [] });
    await ssm.send(new CancelCommandCommand({ CommandId: id }));
    await untilStatus(id, 'Cancelled');
  });

  test('is denied for the document', async () => {
    aws.faults.add({ on: 'SendCommand', effect: { kind: 'deny' } });
    await expect(send([aws.machines.add()])).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: expect.stringContaining('arn:aws:ssm:eu-west-1::document/AWS-RunShellScript'),
    });
  });

  test('is executed even if the response is lost, and ListCommands finds it by its comment', async () => {
    const machine = aws.machines.add();
    aws.faults.add({ on: 'SendCommand', effect: { kind: 'execute-then-drop' } });
    await expect(send([machine], ['x'], { Comment: 'mine' })).rejects.toThrow();
    const { Commands = [] } = await ssm.send(new ListCommandsCommand({ InstanceId: machine.instanceId }));
    expect(Commands).toMatchObject([{ Comment: 'mine', InstanceIds: [machine.instanceId] }]);
  });
});

describe('faults of commands', () => {
  test('a late command is not executed after it was canceled', async () => {
    const ran: string[] = [];
    const machine = aws.machines.add({
      run(program) {
        ran.push(program);
        return { code: 0, output: '' };
      },
    });
    const delivery = Promise.withResolvers<void>();
    aws.machines.faults.add({ effect: { kind: 'late', until: delivery.promise } });
    const canceled = await send([machine], ['canceled']);
    await ssm.send(new CancelCommandCommand({ CommandId: canceled, InstanceIds: [machine.instanceId] }));
    delivery.resolve();
    await untilStatus(canceled, 'Cancelled');
    aws.machines.faults.add({ effect: { kind: 'late', until: 1 } });
    await untilStatus(await send([machine], ['late']), 'Success');
    expect(ran).toEqual(['late']);
  });

  test.each([
    [{ kind: 'time-out', during: 'delivery', executed: false }, 'TimedOut', 'DeliveryTimedOut', 0],
    [{ kind: 'time-out', during: 'execution', executed: true }, 'TimedOut', 'ExecutionTimedOut', 1],
    [{ kind: 'undeliverable' }, 'Failed', 'Undeliverable', 0],
    [{ kind: 'fail', executed: true }, 'Failed', 'Failed', 1],
    [{ kind: 'fail', executed: false }, 'Failed', 'Failed', 0],
    [{ kind: 'in-progress', executed: true }, 'InProgress', 'InProgress', 1],
  ] as const)('%j', async (effect, status, details, runs) => {
    let ran = 0;
    const machine = aws.machines.add({
      run() {
        ran += 1;
        return { code: 0, output: 'text' };
      },
    });
    aws.machines.faults.add({ instanceId: machine.instanceId, effect });
    const invocation = await untilStatus(await send([machine]), status);
    expect(invocation.StatusDetails).toBe(details);
    expect(ran).toBe(runs);
  });

  test('the output can differ from what the program printed', async () => {
    aws.machines.faults.add({ effect: { kind: 'output', change: (output) => output.slice(0, 2) } });
    const invocation = await untilStatus(await send([aws.machines.add(printing('text'))]), 'Success');
    expect(invocation.CommandPlugins?.[0]?.Output).toBe('te');
  });

  test('reads can show a command later', async () => {
    aws.machines.faults.hiddenReads = 1;
    const machine = aws.machines.add();
    const id = await send([machine]);
    expect(await invocations(id)).toEqual([]);
    expect(await invocations(id)).toHaveLength(1);
    await expectError(
      ssm.send(new GetCommandInvocationCommand({ CommandId: id, InstanceId: 'i-0123456789abcdef0' })),
      'InvocationDoesNotExist',
    );
  });
});

describe('DescribeInstanceInformation', () => {
  const list = async (Filters: { Key: string; Values: string[] }[] = [], NextToken?: string) =>
    ssm.send(new DescribeInstanceInformationCommand({ Filters, NextToken }));

  test('shows the machines that have an agent, ten on a page', async () => {
    for (let index = 0; index < 12; index += 1) aws.machines.add();
    aws.machines.add({ managed: 'no' });
    const page = await list();
    expect(page.InstanceInformationList).toHaveLength(10);
    const last = await list([], page.NextToken);
    expect(last.InstanceInformationList).toHaveLength(2);
    expect(last.NextToken).toBeUndefined();
  });

  test('filters by ID and connection', async () => {
    const online = aws.machines.add();
    const lost = aws.machines.add({ managed: 'lost' });
    const stopped = aws.machines.add({ state: 'stopped' });
    const windows = aws.machines.add({ platform: 'Windows' });
    const ids = [lost, stopped, windows].map(({ instanceId }) => instanceId);
    const found = await list([{ Key: 'InstanceIds', Values: [...ids, 'i-0123456789abcdef0'] }]);
    expect(
      found.InstanceInformationList?.map((one) => [one.InstanceId, one.PingStatus, one.PlatformType]),
    ).toEqual([
      [lost.instanceId, 'ConnectionLost', 'Linux'],
      [stopped.instanceId, 'ConnectionLost', 'Linux'],
      [windows.instanceId, 'Online', 'Windows'],
    ]);
    const here = await list([
      { Key: 'PingStatus', Values: ['Online'] },
      { Key: 'PlatformTypes', Values: ['Linux'] },
    ]);
    expect(here.InstanceInformationList?.map(({ InstanceId }) => InstanceId)).toEqual([online.instanceId]);
    await expectError(list([{ Key: 'Name', Values: ['x'] }]), 'InvalidFilterKey');
  });
});
