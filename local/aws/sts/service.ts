import { callerArn, callerId } from '../accounts.ts';
import { AwsError } from '../aws-error.ts';
import { type QueryOperation, queryService } from '../query-service.ts';
import type { CommonErrors } from '../service.ts';
import { textElement } from '../xml.ts';
import { accessDenied } from './roles.ts';

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

const assumeRoleWithWebIdentity: QueryOperation = {
  parameters: ['RoleArn', 'RoleSessionName', 'WebIdentityToken', 'DurationSeconds'],
  secrets: ['WebIdentityToken'],
  prepare(parameters) {
    const request = {
      roleArn: parameters.required('RoleArn'),
      sessionName: parameters.required('RoleSessionName'),
      token: parameters.required('WebIdentityToken'),
      duration: Number(parameters.text('DurationSeconds') ?? 3600),
    };
    if (!/^[\w+=,.@-]{2,64}$/.test(request.sessionName)) throw invalidParameter('roleSessionName');
    if (!(request.duration >= 900 && request.duration <= 3600)) throw invalidParameter('durationSeconds');
    return ({ roles }) => {
      const { account, expiresAt, subject } = roles.assume(request);
      const credentials =
        textElement('AccessKeyId', account.accessKeyId) +
        textElement('SecretAccessKey', account.secretAccessKey) +
        textElement('SessionToken', account.sessionToken) +
        textElement('Expiration', new Date(expiresAt).toISOString());
      const user = textElement('Arn', callerArn(account)) + textElement('AssumedRoleId', callerId(account));
      return `<Credentials>${credentials}</Credentials><AssumedRoleUser>${user}</AssumedRoleUser>${textElement('SubjectFromWebIdentityToken', subject)}`;
    };
  },
};

function invalidParameter(name: string): AwsError {
  return new AwsError(
    'ValidationError',
    `1 validation error detected: Value at '${name}' failed to satisfy constraint`,
  );
}

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
  denied: (_call, operation) => {
    if (operation === 'AssumeRoleWithWebIdentity') return accessDenied();
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
  unsigned: ['AssumeRoleWithWebIdentity'],
  operations: {
    GetCallerIdentity: getCallerIdentity,
    AssumeRoleWithWebIdentity: assumeRoleWithWebIdentity,
  },
  success,
  failure,
});
