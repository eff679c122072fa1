import { randomBytes } from 'node:crypto';
import { callerArn, type LocalAccount } from '../accounts.ts';
import { missingParameter } from '../query.ts';
import { queryService } from '../query-service.ts';
import { Refusal } from '../refusal.ts';
import type { OpenedCall, StandingRefusals } from '../service.ts';
import { textElement } from '../xml.ts';
import { createTags, deleteTags } from './change-tags.ts';
import { createKeyPair } from './key-pairs/create.ts';
import { deleteKeyPair } from './key-pairs/delete.ts';
import { describeKeyPairs } from './key-pairs/describe.ts';
import { importKeyPair } from './key-pairs/import.ts';

const NAMESPACE = 'http://ec2.amazonaws.com/doc/2016-11-15/';

/** EC2 tells nobody whether it was the key, the token or the signature. */
function authFailure(): Refusal {
  return new Refusal('AuthFailure', 'AWS was not able to validate the provided access credentials', 401);
}

const standing: StandingRefusals = {
  unsigned: () => missingParameter('AWSAccessKeyId'),
  unknownKey: authFailure,
  wrongToken: authFailure,
  wrongSignature: authFailure,
  expired: () => new Refusal('RequestExpired', 'Request has expired.', 400),
  throttled: () => new Refusal('RequestLimitExceeded', 'Request limit exceeded.', 503),
  denied,
};

/** A Describe call has no resource, and nothing that sts:DecodeAuthorizationMessage could tell more of. */
function denied(call: OpenedCall, operation: string, account: LocalAccount, regionName: string): Refusal {
  const action = `ec2:${operation}`;
  const reads = operation.startsWith('Describe');
  const resource = reads ? '' : ` on resource: ${resourceArn(call, account, regionName)}`;
  const more = reads
    ? ''
    : `. Encoded authorization failure message: ${randomBytes(330).toString('base64url')}`;
  const message =
    `You are not authorized to perform this operation. User: ${callerArn(account)} is not authorized to perform: ` +
    `${action}${resource} because no identity-based policy allows the ${action} action${more}`;
  return new Refusal('UnauthorizedOperation', message, 403);
}

function resourceArn({ params }: OpenedCall, { accountId }: LocalAccount, regionName: string): string {
  const what = params['KeyName'] === undefined ? '*/*' : `key-pair/${params['KeyName']}`;
  return `arn:aws:ec2:${regionName}:${accountId}:${what}`;
}

/** Amazon EC2, version 2016-11-15. */
export const ec2 = queryService({
  name: 'ec2',
  version: '2016-11-15',
  standing,
  dryRuns: true,
  operations: {
    CreateKeyPair: createKeyPair,
    ImportKeyPair: importKeyPair,
    DescribeKeyPairs: describeKeyPairs,
    DeleteKeyPair: deleteKeyPair,
    CreateTags: createTags,
    DeleteTags: deleteTags,
  },
  success: (operation, content, requestId) =>
    `<${operation}Response xmlns="${NAMESPACE}">${textElement('requestId', requestId)}${content}</${operation}Response>`,
  failure: ({ code, message }, requestId) =>
    `<Response><Errors><Error>${textElement('Code', code)}${textElement('Message', message)}</Error></Errors>${textElement('RequestID', requestId)}</Response>`,
});
