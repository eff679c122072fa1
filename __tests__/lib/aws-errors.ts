/** An error as an SDK client throws it, with the response that it carries and that must never be printed. */
export interface AwsErrorParts {
  readonly message?: string;
  readonly status?: number;
  /** The default is an example, for an error with a status; undefined for one that is not from the service. */
  readonly requestId?: string | undefined;
  /** Node's own code of a network error. */
  readonly code?: string;
  readonly throttling?: boolean;
  readonly clockSkewCorrected?: boolean;
  readonly cause?: unknown;
}

/** Part of the response of every such error: tests check that it is printed nowhere. */
export const responseText = 'MIIEpAIBAAKCAQEA-response-body';

/** The ID of every request, unless a test sets another. */
export const exampleId = '8f7724cf-example';

export function awsError(name: string, parts: AwsErrorParts = {}): Error {
  const { message = `the text of ${name}`, status, code, throttling, clockSkewCorrected } = parts;
  const requestId = 'requestId' in parts || status === undefined ? parts.requestId : exampleId;
  const error = new Error(message, 'cause' in parts ? { cause: parts.cause } : undefined);
  error.name = name;
  return Object.assign(error, {
    $fault: 'client',
    $metadata: {
      ...(status === undefined ? {} : { httpStatusCode: status }),
      ...(requestId === undefined ? {} : { requestId }),
      ...(clockSkewCorrected === undefined ? {} : { clockSkewCorrected }),
    },
    ...(throttling === undefined ? {} : { $retryable: { throttling } }),
    ...(code === undefined ? {} : { code }),
    $response: { statusCode: status, body: responseText },
  });
}

/** Errors of EC2 that many tests need. */
export const ec2Errors = {
  duplicate: () =>
    awsError('InvalidKeyPair.Duplicate', { status: 400, message: 'The keypair already exists' }),
  notFound: () =>
    awsError('InvalidKeyPair.NotFound', { status: 400, message: 'The key pair does not exist' }),
  throttled: () => awsError('RequestLimitExceeded', { status: 503 }),
  /** What the SDK makes of a well-formed page, or of an empty body, with a status that says "no". */
  proxyPage: (status = 403) =>
    Object.assign(
      awsError(status === 404 ? 'NotFound' : 'Unknown', { status, message: 'Unknown', requestId: undefined }),
      {
        Error: { Message: 'Unknown' },
      },
    ),
  denied: () => awsError('UnauthorizedOperation', { status: 403 }),
  silence: () => awsError('TimeoutError', { message: 'Request timed out after 15000 ms' }),
  reset: () => awsError('Error', { message: 'socket hang up', code: 'ECONNRESET' }),
  wouldBeAllowed: () => awsError('DryRunOperation', { status: 412 }),
};
