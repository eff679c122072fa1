import { type Invocation, type SentCommand, statusOf } from '../machines/command.ts';

/** Characters of the output in lists, and of what GetCommandInvocation returns. */
const MAX_OUTPUT = 2_500;
const MAX_STDOUT = 24_000;

const PLUGIN = 'aws:runShellScript';
const TRUNCATED = '\n---Output truncated---';
const NEVER_STARTED = -1;

/** A command as SendCommand and ListCommands return it. */
export function commandShape(command: SentCommand): object {
  const { invocations, requestedAt, timeoutSeconds } = command;
  const status = statusOf(command);
  return {
    CommandId: command.id,
    DocumentName: command.documentName,
    DocumentVersion: '$DEFAULT',
    Comment: command.comment,
    Parameters: command.parameters,
    InstanceIds: invocations.map(({ instanceId }) => instanceId),
    Targets: [],
    RequestedDateTime: seconds(requestedAt),
    ExpiresAfter: seconds(new Date(requestedAt.getTime() + timeoutSeconds * 1000)),
    Status: status,
    StatusDetails: status,
    TimeoutSeconds: timeoutSeconds,
    TargetCount: invocations.length,
    CompletedCount: invocations.filter(({ isFinal }) => isFinal).length,
    ErrorCount: invocations.filter((one) => one.status === 'Failed').length,
    DeliveryTimedOutCount: invocations.filter(({ details }) => details === 'DeliveryTimedOut').length,
  };
}

/** An invocation as ListCommandInvocations returns it. */
export function invocationShape(command: SentCommand, invocation: Invocation, details: boolean): object {
  const { instanceId, status, details: statusDetails, requestedAt } = invocation;
  return {
    CommandId: command.id,
    InstanceId: instanceId,
    InstanceName: '',
    Comment: command.comment,
    DocumentName: command.documentName,
    DocumentVersion: '$DEFAULT',
    RequestedDateTime: seconds(requestedAt),
    Status: status,
    StatusDetails: statusDetails,
    StandardOutputUrl: '',
    StandardErrorUrl: '',
    CommandPlugins: details && invocation.startedAt !== undefined ? [pluginShape(invocation)] : [],
  };
}

/** An invocation as GetCommandInvocation returns it. */
export function invocationResult(command: SentCommand, invocation: Invocation): object {
  const { instanceId, result, startedAt, endedAt } = invocation;
  return {
    CommandId: command.id,
    InstanceId: instanceId,
    Comment: command.comment,
    DocumentName: command.documentName,
    DocumentVersion: '$DEFAULT',
    PluginName: PLUGIN,
    ResponseCode: result?.code ?? NEVER_STARTED,
    ExecutionStartDateTime: startedAt?.toISOString() ?? '',
    ExecutionEndDateTime: endedAt?.toISOString() ?? '',
    Status: invocation.status,
    StatusDetails: invocation.details,
    StandardOutputContent: (result?.output ?? '').slice(0, MAX_STDOUT),
    StandardErrorContent: errorOf(invocation),
    StandardOutputUrl: '',
    StandardErrorUrl: '',
  };
}

function pluginShape(invocation: Invocation): object {
  const { status, details, result, startedAt, endedAt } = invocation;
  return {
    Name: PLUGIN,
    Status: status,
    StatusDetails: details,
    ResponseCode: result?.code ?? NEVER_STARTED,
    ...(startedAt === undefined ? {} : { ResponseStartDateTime: seconds(startedAt) }),
    ...(endedAt === undefined ? {} : { ResponseFinishDateTime: seconds(endedAt) }),
    Output: shortOutput(invocation),
  };
}

/** Both streams, as the agent reports them. */
function shortOutput(invocation: Invocation): string {
  const { output = '' } = invocation.result ?? {};
  const error = errorOf(invocation);
  const rest = error === '' ? '' : `\n----------ERROR-------\n${error}`;
  if (output.length + rest.length <= MAX_OUTPUT) return output + rest;
  return output.slice(0, MAX_OUTPUT - rest.length - TRUNCATED.length) + TRUNCATED + rest;
}

/** What the agent adds to the errors of a program that failed. */
function errorOf({ result, isFinal }: Invocation): string {
  const hasFailed = isFinal && result !== undefined && result.code !== 0;
  return hasFailed ? `failed to run commands: exit status ${result.code}` : '';
}

function seconds(time: Date): number {
  return time.getTime() / 1000;
}
