import { AwsError } from '../aws-error.ts';
import { type JsonOperation, type JsonParameters, requiredText, textOf } from '../json-service.ts';
import { type SentCommand, statusOf } from '../machines/command.ts';
import type { MachineStore } from '../machines/store.ts';
import { commandShape, invocationResult, invocationShape } from './command-shapes.ts';
import { readPage } from './paging.ts';

const PAGE = { min: 1, max: 50, standard: 50 } as const;

/** ListCommands: the newest first. */
export const listCommands: JsonOperation = {
  members: ['CommandId', 'InstanceId', 'Filters', 'MaxResults', 'NextToken'],
  prepare(parameters) {
    const cut = readPage(parameters, PAGE);
    const passes = readCommandFilters(parameters);
    const instanceId = textOf(parameters, 'InstanceId');
    return ({ region: { machines } }) => {
      const { items, next } = cut(
        selected(parameters, machines).filter(
          (command) =>
            passes(command, statusOf(command)) &&
            (instanceId === undefined || command.invocations.some((one) => one.instanceId === instanceId)),
        ),
      );
      return { Commands: items.map(commandShape), ...next };
    };
  },
};

/** ListCommandInvocations: with the output only if `Details` is set. */
export const listCommandInvocations: JsonOperation = {
  members: ['CommandId', 'InstanceId', 'Details', 'Filters', 'MaxResults', 'NextToken'],
  prepare(parameters) {
    const cut = readPage(parameters, PAGE);
    const passes = readCommandFilters(parameters);
    const instanceId = textOf(parameters, 'InstanceId');
    const details = parameters['Details'] === true;
    return ({ region: { machines } }) => {
      const all = selected(parameters, machines).flatMap((command) =>
        machines
          .invocationsOf(command)
          .filter((one) => instanceId === undefined || one.instanceId === instanceId)
          .filter((one) => passes(command, one.status))
          .map((invocation) => ({ command, invocation })),
      );
      const { items, next } = cut(all);
      return {
        CommandInvocations: items.map(({ command, invocation }) =>
          invocationShape(command, invocation, details),
        ),
        ...next,
      };
    };
  },
};

export const getCommandInvocation: JsonOperation = {
  members: ['CommandId', 'InstanceId', 'PluginName'],
  prepare(parameters) {
    const commandId = requiredText(parameters, 'CommandId');
    const instanceId = requiredText(parameters, 'InstanceId');
    return ({ region: { machines } }) => {
      const command = machines.commands().find(({ id }) => id === commandId);
      const shown = command === undefined ? [] : machines.invocationsOf(command);
      const invocation = shown.find((one) => one.instanceId === instanceId);
      if (command === undefined || invocation === undefined) throw new AwsError('InvocationDoesNotExist', '');
      return invocationResult(command, invocation);
    };
  },
};

/** CancelCommand: on all machines, or on some. Commands that are over stay as they are. */
export const cancelCommand: JsonOperation = {
  members: ['CommandId', 'InstanceIds'],
  prepare(parameters) {
    requiredText(parameters, 'CommandId');
    const ids = (parameters['InstanceIds'] ?? []) as string[];
    return ({ region: { machines } }) => {
      const [command] = selected(parameters, machines);
      const chosen = command?.invocations.filter(
        ({ instanceId }) => ids.length === 0 || ids.includes(instanceId),
      );
      for (const invocation of chosen ?? []) invocation.cancel();
      return {};
    };
  },
};

/** The command with the ID, or all. @throws AwsError `InvalidCommandId` */
function selected(parameters: JsonParameters, machines: MachineStore): readonly SentCommand[] {
  const commandId = textOf(parameters, 'CommandId');
  if (commandId === undefined) return machines.commands();
  const command = machines.commands().find(({ id }) => id === commandId);
  if (command === undefined) throw new AwsError('InvalidCommandId', '');
  return [command];
}

/** The filters `Status`, `DocumentName`, `InvokedAfter`, and `InvokedBefore`. @throws AwsError `InvalidFilterKey` */
function readCommandFilters({
  Filters: given = [],
}: JsonParameters): (command: SentCommand, status: string) => boolean {
  const filters = (given as { key: string; value: string }[]).map(({ key, value }) => {
    const test = FILTERS[key];
    if (test === undefined) throw new AwsError('InvalidFilterKey', `The filter key ${key} is not valid.`);
    return (command: SentCommand, status: string) => test(command, status, value);
  });
  return (command, status) => filters.every((filter) => filter(command, status));
}

const FILTERS: Readonly<Record<string, (command: SentCommand, status: string, value: string) => boolean>> = {
  Status: (_, status, value) => status === value,
  DocumentName: ({ documentName }, _, value) => documentName === value,
  InvokedAfter: ({ requestedAt }, _, value) => requestedAt >= new Date(value),
  InvokedBefore: ({ requestedAt }, _, value) => requestedAt < new Date(value),
};
