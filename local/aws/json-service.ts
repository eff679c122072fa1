import { callerArn, type LocalAccount } from './accounts.ts';
import { AwsError } from './aws-error.ts';
import type { HttpRequest } from './http-request.ts';
import type { CallContext, CommonErrors, ParsedCall, Service, ServiceResponse } from './service.ts';

/** The members of a JSON request. */
export type JsonParameters = Readonly<Record<string, unknown>>;

/** One operation of a JSON service. */
export interface JsonOperation {
  /** The members it supports. */
  members: readonly string[];
  /** The members of which only the length is logged. */
  secrets?: readonly string[];
  /** Operations whose permission this request needs in addition to its own, as in `kms:Decrypt` of another service. */
  alsoNeeds?(parameters: JsonParameters): readonly string[];
  /**
   * Checks the members. Returns a function that executes the call and returns the response.
   *
   * @throws AwsError
   */
  prepare(parameters: JsonParameters): (context: CallContext) => object;
}

/** What differs from one JSON service to another. */
export interface JsonDialect {
  name: string;
  /** What precedes the operation in `X-Amz-Target`. */
  targetPrefix: string;
  operations: Readonly<Record<string, JsonOperation>>;
  /** The ARN of what a request is about. */
  resourceOf(parameters: Readonly<Record<string, string>>, scope: string): string;
}

/** A service that takes JSON with a target in a header, and responds in JSON (AWS JSON 1.1). */
export function jsonService(dialect: JsonDialect): Service {
  const { name, targetPrefix, operations } = dialect;
  return {
    name,
    operations: Object.keys(operations),
    isTargetOf: ({ headers }) => headers['x-amz-target']?.startsWith(`${targetPrefix}.`) === true,
    errors: errorsOf(dialect),
    parse: (request) => parseCall(dialect, request),
    errorResponse: ({ code, message, status }) => ({
      ...jsonResponse(status, message === '' ? { __type: code } : { __type: code, message }),
      error: code,
    }),
  };
}

/** A member that must be a text of at least one character. @throws AwsError `ValidationException` */
export function requiredText(parameters: JsonParameters, member: string): string {
  const text = textOf(parameters, member);
  if (text === undefined || text === '') throw invalid(`Value at '${member}' must not be null or empty`);
  return text;
}

export function textOf(parameters: JsonParameters, member: string): string | undefined {
  const value = parameters[member];
  return typeof value === 'string' ? value : undefined;
}

export function invalid(message: string): AwsError {
  return new AwsError('ValidationException', message);
}

function parseCall({ targetPrefix, operations }: JsonDialect, request: HttpRequest): ParsedCall {
  const [, name = ''] = (request.headers['x-amz-target'] ?? '').split(`${targetPrefix}.`);
  const operation = Object.hasOwn(operations, name) ? operations[name] : undefined;
  const parameters = parseBody(request);
  return {
    operation: name,
    params: logged(parameters, operation?.secrets ?? []),
    dryRun: false,
    alsoNeeds: operation?.alsoNeeds?.(parameters) ?? [],
    async execute(context) {
      if (operation === undefined) throw new AwsError('UnknownOperationException', '');
      const unknown = Object.keys(parameters).find((member) => !operation.members.includes(member));
      if (unknown !== undefined)
        throw new RangeError(`The endpoint does not support ${name} with ${unknown}`);
      return jsonResponse(200, operation.prepare(parameters)(context));
    },
  };
}

function parseBody({ body }: HttpRequest): JsonParameters {
  try {
    const value: unknown = JSON.parse(body.toString());
    return typeof value === 'object' && value !== null ? (value as JsonParameters) : {};
  } catch {
    return {};
  }
}

function logged(parameters: JsonParameters, secrets: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => {
      const text = typeof value === 'string' ? value : JSON.stringify(value);
      return [name, secrets.includes(name) ? `(${text.length} characters)` : text];
    }),
  );
}

function jsonResponse(status: number, value: object): ServiceResponse {
  return { status, contentType: 'application/x-amz-json-1.1', body: JSON.stringify(value) };
}

function errorsOf({ name, resourceOf }: JsonDialect): CommonErrors {
  const unrecognized = () =>
    new AwsError('UnrecognizedClientException', 'The security token included in the request is invalid.');
  return {
    unsigned: () => new AwsError('MissingAuthenticationTokenException', 'Missing Authentication Token'),
    unknownKey: unrecognized,
    wrongToken: unrecognized,
    wrongSignature: () =>
      new AwsError(
        'InvalidSignatureException',
        'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.',
      ),
    expired: (cause) =>
      cause === 'credentials'
        ? new AwsError('ExpiredTokenException', 'The security token included in the request is expired')
        : new AwsError(
            'InvalidSignatureException',
            'Signature expired: the request is more than 15 minutes off.',
          ),
    throttled: () => new AwsError('ThrottlingException', 'Rate exceeded'),
    denied: (call, operation, account, regionName) =>
      denied(
        operation.includes(':') ? operation : `${name}:${operation}`,
        resourceOf(call.params, `${regionName}:${account.accountId}`),
        account,
      ),
  };
}

function denied(action: string, resource: string, account: LocalAccount): AwsError {
  return new AwsError(
    'AccessDeniedException',
    `User: ${callerArn(account)} is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`,
  );
}
