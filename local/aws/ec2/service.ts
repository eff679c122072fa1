import { randomBytes } from 'node:crypto';
import { callerArn, type LocalAccount } from '../accounts.ts';
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
  unknownKey: authFailure,
  wrongToken: authFailure,
  wrongSignature: authFailure,
  expired: () => new Refusal('RequestExpired', 'Request has expired.', 400),
  throttled: () => new Refusal('RequestLimitExceeded', 'Request limit exceeded.', 503),
  denied,
};

function denied(call: OpenedCall, operation: string, account: LocalAccount, regionName: string): Refusal {
  const { KeyName } = call.params;
  const what = KeyName === undefined ? '*/*' : `key-pair/${KeyName}`;
  const resource = `arn:aws:ec2:${regionName}:${account.accountId}:${what}`;
  const message =
    `You are not authorized to perform this operation. User: ${callerArn(account)} is not authorized to perform: ` +
    `ec2:${operation} on resource: ${resource} because no identity-based policy allows the ec2:${operation} action. ` +
    `Encoded authorization failure message: ${randomBytes(330).toString('base64url')}`;
  return new Refusal('UnauthorizedOperation', message, 403);
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
