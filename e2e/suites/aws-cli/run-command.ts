import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Endpoint } from './endpoints.ts';

const document = ['--document-name', 'AWS-RunShellScript'];
const hello = ['--parameters', 'commands=["echo hello"]'];

/** Instances, what Systems Manager knows of them, and commands on them. */
export async function checkRunCommand(endpoint: Endpoint): Promise<void> {
  await checkInstances(endpoint);
  await checkCommands(endpoint);
  await checkCommandErrors(endpoint);
}

async function checkInstances({ site, aws, cli }: Endpoint): Promise<void> {
  await site.check(
    'describe-instances selects by key pair and state, and describe-instance-information by ID',
    async () => {
      const { instanceId } = aws.machines.add({ keyName: 'fleet' });
      aws.machines.add({ keyName: 'fleet', state: 'stopped' });
      aws.machines.add({ keyName: 'other' });
      const filters = ['Name=key-name,Values=fleet', 'Name=instance-state-name,Values=running'];
      const query = ['--query', 'Reservations[].Instances[].[InstanceId,State.Name]'];
      assert.deepEqual(await cli.json('ec2', 'describe-instances', '--filters', ...filters, ...query), [
        [instanceId, 'running'],
      ]);
      const information = ['ssm', 'describe-instance-information', '--filters'];
      const shown = ['--query', 'InstanceInformationList[].[InstanceId,PingStatus,PlatformType]'];
      assert.deepEqual(await cli.json(...information, `Key=InstanceIds,Values=${instanceId}`, ...shown), [
        [instanceId, 'Online', 'Linux'],
      ]);
    },
  );
}

async function checkCommands({ site, aws, cli }: Endpoint): Promise<void> {
  const run = async () => ({ code: 0, output: 'hello\n' });
  await site.check('send-command runs a program, and its outcome can be read in three ways', async () => {
    const { instanceId } = aws.machines.add({ run });
    const id = await sent(cli, instanceId);
    await settled(aws);
    const one = ['--command-id', id, '--instance-id', instanceId];
    const result = await cli.json(
      'ssm',
      'get-command-invocation',
      ...one,
      '--query',
      '[Status,StandardOutputContent]',
    );
    assert.deepEqual(result, ['Success', 'hello\n']);
    const listed = ['--query', 'CommandInvocations[].[Status,CommandPlugins[0].Output]'];
    assert.deepEqual(
      await cli.json('ssm', 'list-command-invocations', '--details', '--command-id', id, ...listed),
      [['Success', 'hello\n']],
    );
    const commands = ['ssm', 'list-commands', '--command-id', id, '--query', 'Commands[].Status'];
    assert.deepEqual(await cli.json(...commands), ['Success']);
  });

  await site.check('cancel-command stops a program', async () => {
    const stopped = (_: string, signal: AbortSignal) =>
      new Promise<{ code: number; output: string }>((resolve) => {
        signal.addEventListener('abort', () => resolve({ code: 137, output: '' }));
      });
    const { instanceId } = aws.machines.add({ run: stopped });
    const id = await sent(cli, instanceId);
    await cli.text('ssm', 'cancel-command', '--command-id', id);
    await settled(aws);
    const commands = ['ssm', 'list-commands', '--command-id', id, '--query', 'Commands[].Status'];
    assert.deepEqual(await cli.json(...commands), ['Cancelled']);
  });
}

async function checkCommandErrors({ site, aws, cli }: Endpoint): Promise<void> {
  const linux = aws.machines.add();
  const windows = aws.machines.add({ platform: 'Windows' });
  const large = path.join(site.folder, 'large-parameters.json');
  await writeFile(large, JSON.stringify({ commands: [`# ${'x'.repeat(70_000)}`] }));
  const send = (...more: readonly string[]) => ['ssm', 'send-command', ...more];
  const on = (...ids: readonly string[]) => ['--instance-ids', ...ids];
  const unknownCommand = '00000000-0000-0000-0000-000000000000';
  const failing: readonly (readonly [sentence: string, code: string, args: readonly string[]])[] = [
    ['an unknown document', 'InvalidDocument', send('--document-name', 'Other', ...on(linux.instanceId))],
    ['an unknown instance', 'InvalidInstanceId', send(...document, ...hello, ...on('i-00000000000000000'))],
    [
      'an instance that is named twice',
      'DuplicateInstanceId',
      send(...document, ...hello, ...on(linux.instanceId, linux.instanceId)),
    ],
    [
      'an instance with Windows',
      'UnsupportedPlatformType',
      send(...document, ...hello, ...on(windows.instanceId)),
    ],
    ['a command without a program', 'InvalidParameters', send(...document, ...on(linux.instanceId))],
    [
      'a program with more than 64 KB',
      'MaxDocumentSizeExceeded',
      send(...document, '--parameters', `file://${large}`, ...on(linux.instanceId)),
    ],
    [
      'an unknown command',
      'InvalidCommandId',
      ['ssm', 'list-command-invocations', '--command-id', unknownCommand],
    ],
    [
      'a command that was not sent to the instance',
      'InvocationDoesNotExist',
      ['ssm', 'get-command-invocation', '--command-id', unknownCommand, '--instance-id', linux.instanceId],
    ],
    [
      'an unknown filter',
      'InvalidFilterKey',
      ['ssm', 'describe-instance-information', '--filters', 'Key=Color,Values=red'],
    ],
    [
      'a token of another list',
      'InvalidNextToken',
      ['ssm', 'list-commands', '--no-paginate', '--next-token', 'other'],
    ],
  ];
  for (const [sentence, code, args] of failing) {
    await site.check(`${sentence} causes ${code}`, async () => {
      assert.equal((await cli.awsError(...args)).code, code);
    });
  }
}

async function sent(cli: Endpoint['cli'], instanceId: string): Promise<string> {
  const which = ['--instance-ids', instanceId, '--query', 'Command.CommandId', '--output', 'text'];
  return cli.text('ssm', 'send-command', ...document, ...hello, ...which);
}

/** Waits for the programs of all commands. */
async function settled({ machines }: Endpoint['aws']): Promise<void> {
  const invocations = machines.commands().flatMap((command) => command.invocations);
  await Promise.all(invocations.map(({ course }) => course));
}
