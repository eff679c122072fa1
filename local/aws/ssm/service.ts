import { jsonService } from '../json-service.ts';
import { cancelCommand, getCommandInvocation, listCommandInvocations, listCommands } from './commands.ts';
import { describeInstanceInformation } from './instance-information.ts';
import {
  addTagsToResource,
  deleteParameter,
  getParameter,
  getParameterHistory,
  listTagsForResource,
  putParameter,
} from './parameters.ts';
import { sendCommand } from './send-command.ts';

/** AWS Systems Manager, as far as it is Parameter Store and Run Command. */
export const ssm = jsonService({
  name: 'ssm',
  targetPrefix: 'AmazonSSM',
  operations: {
    PutParameter: putParameter,
    GetParameter: getParameter,
    GetParameterHistory: getParameterHistory,
    DeleteParameter: deleteParameter,
    AddTagsToResource: addTagsToResource,
    ListTagsForResource: listTagsForResource,
    SendCommand: sendCommand,
    ListCommands: listCommands,
    ListCommandInvocations: listCommandInvocations,
    GetCommandInvocation: getCommandInvocation,
    CancelCommand: cancelCommand,
    DescribeInstanceInformation: describeInstanceInformation,
  },
  resourceOf({ Name = '', ResourceId = Name, DocumentName }, scope) {
    if (DocumentName !== undefined) return `arn:aws:ssm:${scope.split(':')[0]}::document/${DocumentName}`;
    if (ResourceId === '') return `arn:aws:ssm:${scope}:*`;
    return `arn:aws:ssm:${scope}:parameter/${ResourceId.replace(/^\//, '').replace(/:\d+$/, '')}`;
  },
});
