import { AwsError } from '../aws-error.ts';
import { invalid, type JsonOperation, type JsonParameters, requiredText, textOf } from '../json-service.ts';
import type { Machine } from '../machines/machine.ts';
import type { MachineStore } from '../machines/store.ts';
import { commandShape } from './command-shapes.ts';

/** SendCommand, API reference. */
const MAX_INSTANCES = 50;
const MAX_COMMENT = 100;
const TIMEOUT = { min: 30, max: 2_592_000, standard: 3600 } as const;
/** Bytes of a document with its parameters. */
const MAX_DOCUMENT = 64 * 1024;

/** The parameters of AWS-RunShellScript. */
const PARAMETERS = ['commands', 'workingDirectory', 'executionTimeout'];

/** SendCommand, for AWS-RunShellScript and instances by their IDs. */
export const sendCommand: JsonOperation = {
  members: [
    ...['DocumentName', 'DocumentVersion', 'InstanceIds', 'Parameters', 'Comment', 'TimeoutSeconds'],
    'MaxErrors',
  ],
  prepare(parameters) {
    const documentName = requiredText(parameters, 'DocumentName');
    if (documentName !== 'AWS-RunShellScript') {
      throw new AwsError('InvalidDocument', `Document with name ${documentName} does not exist.`);
    }
    const request = {
      documentName,
      comment: readComment(parameters),
      parameters: readParameters(parameters),
      timeoutSeconds: readTimeout(parameters),
    };
    checkMaxErrors(parameters);
    const ids = readInstanceIds(parameters);
    return ({ region: { machines }, account }) => {
      const targets = ids.map((id) => managedMachine(id, machines, account.accountId));
      if (targets.some(({ platform }) => platform !== 'Linux')) throw unsupportedPlatform();
      return { Command: commandShape(machines.send(targets, request)) };
    };
  },
};

function readComment(parameters: JsonParameters): string {
  const comment = textOf(parameters, 'Comment') ?? '';
  if (comment.length > MAX_COMMENT) {
    throw invalid(
      `Value '${comment}' at 'comment' failed to satisfy constraint: Member must have length less than or equal to ${MAX_COMMENT}`,
    );
  }
  return comment;
}

function readTimeout({ TimeoutSeconds: seconds = TIMEOUT.standard }: JsonParameters): number {
  if (typeof seconds !== 'number' || seconds < TIMEOUT.min || seconds > TIMEOUT.max) {
    throw invalid(
      `Value '${seconds}' at 'timeoutSeconds' failed to satisfy constraint: Member must have value between ${TIMEOUT.min} and ${TIMEOUT.max}`,
    );
  }
  return seconds;
}

/** Every instance of a batch gets its command at once here, so no error can stop the others. */
function checkMaxErrors(parameters: JsonParameters): void {
  const errors = textOf(parameters, 'MaxErrors') ?? '0';
  if (!/^([1-9]\d*|0|[1-9]\d%|\d%|100%)$/.test(errors)) {
    throw invalid(
      `Value '${errors}' at 'maxErrors' failed to satisfy constraint: Member must satisfy its pattern`,
    );
  }
}

/** @throws AwsError `InvalidParameters`, `MaxDocumentSizeExceeded` */
function readParameters({ Parameters: given = {} }: JsonParameters): Record<string, string[]> {
  const read = given as Record<string, string[]>;
  const unknown = Object.keys(read).find((name) => !PARAMETERS.includes(name));
  if (unknown !== undefined) {
    throw new AwsError(
      'InvalidParameters',
      `Parameter ${unknown} is not defined in the document AWS-RunShellScript.`,
    );
  }
  if (read['commands'] === undefined) {
    throw new AwsError('InvalidParameters', 'Missing parameters [commands].');
  }
  const [timeout = '3600'] = read['executionTimeout'] ?? [];
  if (!/^[1-9]\d{0,5}$/.test(timeout) || Number(timeout) > 172_800) {
    throw new AwsError('InvalidParameters', `Parameter executionTimeout is not valid: ${timeout}`);
  }
  if (JSON.stringify(read).length > MAX_DOCUMENT) {
    throw new AwsError('MaxDocumentSizeExceeded', 'The size limit of a document is 64 KB.');
  }
  return read;
}

/** @throws AwsError `ValidationException`, `DuplicateInstanceId` */
function readInstanceIds({ InstanceIds: given = [] }: JsonParameters): string[] {
  const ids = given as string[];
  if (ids.length === 0) throw new AwsError('InvalidParameters', 'Either InstanceIds or Targets is required.');
  if (ids.length > MAX_INSTANCES) {
    throw invalid(
      `Value at 'instanceIds' failed to satisfy constraint: Member must have length less than or equal to ${MAX_INSTANCES}`,
    );
  }
  if (new Set(ids).size < ids.length) {
    throw new AwsError('DuplicateInstanceId', 'An instance ID is specified more than once.');
  }
  return ids;
}

/** A machine that has an agent, even if it does not answer now. @throws AwsError `InvalidInstanceId` */
function managedMachine(id: string, machines: MachineStore, accountId: string): Machine {
  const machine = machines.find(id);
  const isOver = machine?.state === 'terminated' || machine?.state === 'shutting-down';
  if (machine === undefined || machine.managed === 'no' || isOver) {
    throw new AwsError(
      'InvalidInstanceId',
      `Instances [[${id}]] not in a valid state for account ${accountId}`,
    );
  }
  return machine;
}

function unsupportedPlatform(): AwsError {
  return new AwsError(
    'UnsupportedPlatformType',
    'The document does not support the platform type of the given instance ID(s).',
  );
}
