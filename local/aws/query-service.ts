import { AwsError } from './aws-error.ts';
import { type QueryParameters, readQueryParameters } from './query.ts';
import type { CallContext, CommonErrors, ParsedCall, Service, ServiceResponse } from './service.ts';
import { xmlDocument } from './xml.ts';

/** One operation of a Query service. */
export interface QueryOperation {
  /** The parameters it supports: the part of each name before the first dot. */
  parameters: readonly string[];
  /** The parameters of which only the length is logged. */
  secrets?: readonly string[];
  /** Operations whose permission this request needs in addition to its own. */
  alsoNeeds?(parameters: QueryParameters): readonly string[];
  /**
   * Checks the parameters. Returns a function that executes the call and returns the content of the response's XML.
   *
   * @throws AwsError
   */
  prepare(parameters: QueryParameters): (context: CallContext) => Promise<string> | string;
}

/** What differs from one Query service to another. */
export interface QueryDialect {
  name: string;
  /** The version of its API, as in requests. No two services have the same version. */
  version: string;
  errors: CommonErrors;
  operations: Readonly<Record<string, QueryOperation>>;
  /** Whether every call supports `DryRun`. */
  supportsDryRun: boolean;
  /** Operations whose requests are not signed. */
  unsigned?: readonly string[];
  success(operation: string, content: string, requestId: string): string;
  failure(error: AwsError, requestId: string): string;
}

/** A service that takes form parameters with an `Action` and responds in XML. */
export function queryService(dialect: QueryDialect): Service {
  return {
    name: dialect.name,
    operations: Object.keys(dialect.operations),
    unsigned: dialect.unsigned ?? [],
    errors: dialect.errors,
    isTargetOf: ({ queryString, body }) =>
      readQueryParameters(queryString, body.toString()).text('Version') === dialect.version,
    parse: (request) => parseCall(dialect, readQueryParameters(request.queryString, request.body.toString())),
    errorResponse: (error, requestId) => ({
      ...xmlResponse(error.status, dialect.failure(error, requestId)),
      error: error.code,
    }),
  };
}

function parseCall(dialect: QueryDialect, parameters: QueryParameters): ParsedCall {
  const name = parameters.text('Action') ?? '';
  const operation = Object.hasOwn(dialect.operations, name) ? dialect.operations[name] : undefined;
  return {
    operation: name,
    params: logged(parameters, operation?.secrets ?? []),
    dryRun: dialect.supportsDryRun && parameters.text('DryRun')?.toLowerCase() === 'true',
    alsoNeeds: operation?.alsoNeeds?.(parameters) ?? [],
    async execute(context) {
      if (operation === undefined) throw invalidAction(name);
      checkParameterNames(dialect, operation, parameters);
      const execute = operation.prepare(parameters);
      if (dialect.supportsDryRun && parameters.flag('DryRun')) throw wouldHaveSucceeded();
      const content = await execute(context);
      return xmlResponse(200, dialect.success(name, content, context.requestId));
    },
  };
}

function checkParameterNames(
  dialect: QueryDialect,
  operation: QueryOperation,
  parameters: QueryParameters,
): void {
  const version = parameters.required('Version');
  if (version !== dialect.version) {
    throw new AwsError(
      'NoSuchVersion',
      `The requested version (${version}) of service ${dialect.name} does not exist`,
    );
  }
  const known = new Set([
    'Action',
    'Version',
    ...(dialect.supportsDryRun ? ['DryRun'] : []),
    ...operation.parameters,
  ]);
  const unsupported = parameters.names().find((name) => !known.has(name.split('.')[0] ?? ''));
  if (unsupported !== undefined) {
    throw new AwsError('UnknownParameter', `The parameter ${unsupported} is not recognized`);
  }
}

function logged(parameters: QueryParameters, secrets: readonly string[]): Record<string, string> {
  const entries = parameters.entries().filter(([name]) => name !== 'Action' && name !== 'Version');
  return Object.fromEntries(
    entries.map(([name, value]) => [name, secrets.includes(name) ? `(${value.length} characters)` : value]),
  );
}

function xmlResponse(status: number, root: string): ServiceResponse {
  return { status, contentType: 'text/xml;charset=UTF-8', body: xmlDocument(root) };
}

function invalidAction(name: string): AwsError {
  return name === ''
    ? new AwsError('MissingAction', 'The request must contain the parameter Action')
    : new AwsError('InvalidAction', `The action ${name} is not valid for this web service.`);
}

function wouldHaveSucceeded(): AwsError {
  return new AwsError('DryRunOperation', 'Request would have succeeded, but DryRun flag is set.', 412);
}
