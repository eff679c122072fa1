import { randomBytes } from 'node:crypto';
import { callerArn, type LocalAccount } from '../accounts.ts';
import { AwsError } from '../aws-error.ts';
import { missingParameter } from '../query.ts';
import { queryService } from '../query-service.ts';
import type { CommonErrors, ParsedCall } from '../service.ts';
import { textElement } from '../xml.ts';
import { createTags, deleteTags } from './change-tags.ts';
import { describeInstances } from './instances/describe.ts';
import { getPasswordData } from './instances/get-password-data.ts';
import { createKeyPair } from './key-pairs/create.ts';
import { deleteKeyPair } from './key-pairs/delete.ts';
import { describeKeyPairs } from './key-pairs/describe.ts';
import { importKeyPair } from './key-pairs/import.ts';

const NAMESPACE = 'http://ec2.amazonaws.com/doc/2016-11-15/';

/** EC2 does not reveal whether the key, the token or the signature is wrong. */
function authFailure(): AwsError {
  return new AwsError('AuthFailure', 'AWS was not able to validate the provided access credentials', 401);
}

const errors: CommonErrors = {
  unsigned: () => missingParameter('AWSAccessKeyId'),
  unknownKey: authFailure,
  wrongToken: authFailure,
  wrongSignature: authFailure,
  expired: () => new AwsError('RequestExpired', 'Request has expired.', 400),
  throttled: () => new AwsError('RequestLimitExceeded', 'Request limit exceeded.', 503),
  denied,
};

/** For Describe calls, EC2's message contains no resource and no encoded message. */
function denied(call: ParsedCall, operation: string, account: LocalAccount, regionName: string): AwsError {
  const action = `ec2:${operation}`;
  const reads = operation.startsWith('Describe');
  const resource = reads ? '' : ` on resource: ${resourceArn(call, account, regionName)}`;
  const more = reads
    ? ''
    : `. Encoded authorization failure message: ${randomBytes(330).toString('base64url')}`;
  const message =
    `You are not authorized to perform this operation. User: ${callerArn(account)} is not authorized to perform: ` +
    `${action}${resource} because no identity-based policy allows the ${action} action${more}`;
  return new AwsError('UnauthorizedOperation', message, 403);
}

function resourceArn({ params }: ParsedCall, { accountId }: LocalAccount, regionName: string): string {
  const what = params['KeyName'] === undefined ? '*/*' : `key-pair/${params['KeyName']}`;
  return `arn:aws:ec2:${regionName}:${accountId}:${what}`;
}

/** Amazon EC2, version 2016-11-15. */
export const ec2 = queryService({
  name: 'ec2',
  version: '2016-11-15',
  errors,
  supportsDryRun: true,
  operations: {
    CreateKeyPair: createKeyPair,
    ImportKeyPair: importKeyPair,
    DescribeKeyPairs: describeKeyPairs,
    DeleteKeyPair: deleteKeyPair,
    CreateTags: createTags,
    DeleteTags: deleteTags,
    GetPasswordData: getPasswordData,
    DescribeInstances: describeInstances,
  },
  success: (operation, content, requestId) =>
    `<${operation}Response xmlns="${NAMESPACE}">${textElement('requestId', requestId)}${content}</${operation}Response>`,
  failure: ({ code, message }, requestId) =>
    `<Response><Errors><Error>${textElement('Code', code)}${textElement('Message', message)}</Error></Errors>${textElement('RequestID', requestId)}</Response>`,
});
