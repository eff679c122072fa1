import { callerArn, callerId } from '../accounts.ts';
import { AwsError } from '../aws-error.ts';
import { type QueryOperation, queryService } from '../query-service.ts';
import type { CommonErrors } from '../service.ts';
import { textElement } from '../xml.ts';

const NAMESPACE = 'https://sts.amazonaws.com/doc/2011-06-15/';

const getCallerIdentity: QueryOperation = {
  parameters: [],
  prepare:
    () =>
    ({ account }) =>
      textElement('Arn', callerArn(account)) +
      textElement('UserId', callerId(account)) +
      textElement('Account', account.accountId),
};

/** Unlike EC2, STS reveals which part of the credentials is wrong. */
const errors: CommonErrors = {
  unsigned: () => new AwsError('MissingAuthenticationToken', 'Request is missing Authentication Token', 403),
  unknownKey: invalidToken,
  wrongToken: invalidToken,
  wrongSignature: () =>
    new AwsError(
      'SignatureDoesNotMatch',
      'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.',
      403,
    ),
  expired: (cause) =>
    cause === 'credentials'
      ? new AwsError('ExpiredToken', 'The security token included in the request is expired', 403)
      : new AwsError(
          'SignatureDoesNotMatch',
          'Signature expired: the request is more than 15 minutes off.',
          403,
        ),
  throttled: () => new AwsError('Throttling', 'Rate exceeded', 400),
  denied: () => {
    throw new Error('GetCallerIdentity needs no permission, so it cannot be denied');
  },
};

function invalidToken(): AwsError {
  return new AwsError('InvalidClientTokenId', 'The security token included in the request is invalid.', 403);
}

function success(operation: string, content: string, requestId: string): string {
  const result = `<${operation}Result>${content}</${operation}Result>`;
  const metadata = `<ResponseMetadata>${textElement('RequestId', requestId)}</ResponseMetadata>`;
  return `<${operation}Response xmlns="${NAMESPACE}">${result}${metadata}</${operation}Response>`;
}

function failure({ code, message, status }: AwsError, requestId: string): string {
  const type = textElement('Type', status >= 500 ? 'Receiver' : 'Sender');
  const error = `<Error>${type}${textElement('Code', code)}${textElement('Message', message)}</Error>`;
  return `<ErrorResponse xmlns="${NAMESPACE}">${error}${textElement('RequestId', requestId)}</ErrorResponse>`;
}

/** AWS Security Token Service, version 2011-06-15. */
export const sts = queryService({
  name: 'sts',
  version: '2011-06-15',
  errors,
  supportsDryRun: false,
  operations: { GetCallerIdentity: getCallerIdentity },
  success,
  failure,
});
