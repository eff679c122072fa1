import { type QueryParameters, readQueryParameters } from './query.ts';
import { Refusal } from './refusal.ts';
import type { Answer, Circumstances, OpenedCall, Service, StandingRefusals } from './service.ts';
import { xmlDocument } from './xml.ts';

/** One call of a Query service. */
export interface QueryOperation {
  /** The parameters it knows, by the part of the name before the first dot. */
  parameters: readonly string[];
  /** Those of which the log keeps only the length. */
  secrets?: readonly string[];
  /** Operations whose permission this request needs as well. */
  alsoNeeds?(parameters: QueryParameters): readonly string[];
  /** Checks the parameters (throws Refusal) and gives what carries the call out: to the XML inside its answer. */
  prepare(parameters: QueryParameters): (circumstances: Circumstances) => Promise<string> | string;
}

/** What sets one Query service apart from another. */
export interface QueryDialect {
  name: string;
  version: string;
  standing: StandingRefusals;
  operations: Readonly<Record<string, QueryOperation>>;
  /** Whether every call takes `DryRun`. */
  dryRuns: boolean;
  success(operation: string, content: string, requestId: string): string;
  failure(refusal: Refusal, requestId: string): string;
}

/** A service that takes form parameters with an `Action` and answers in XML. */
export function queryService(dialect: QueryDialect): Service {
  return {
    name: dialect.name,
    version: dialect.version,
    operations: Object.keys(dialect.operations),
    standing: dialect.standing,
    open: (request) => openCall(dialect, readQueryParameters(request.queryString, request.body.toString())),
    refuse: (refusal, requestId) => ({
      ...xmlAnswer(refusal.status, dialect.failure(refusal, requestId)),
      error: refusal.code,
    }),
  };
}

function openCall(dialect: QueryDialect, parameters: QueryParameters): OpenedCall {
  const name = parameters.text('Action') ?? '';
  const operation = Object.hasOwn(dialect.operations, name) ? dialect.operations[name] : undefined;
  return {
    operation: name,
    params: logged(parameters, operation?.secrets ?? []),
    dryRun: dialect.dryRuns && parameters.text('DryRun')?.toLowerCase() === 'true',
    alsoNeeds: operation?.alsoNeeds?.(parameters) ?? [],
    async carryOut(circumstances) {
      if (operation === undefined) throw invalidAction(name);
      checkNames(dialect, operation, parameters);
      const execute = operation.prepare(parameters);
      if (dialect.dryRuns && parameters.flag('DryRun')) throw wouldHaveSucceeded();
      const content = await execute(circumstances);
      return xmlAnswer(200, dialect.success(name, content, circumstances.requestId));
    },
  };
}

function checkNames(dialect: QueryDialect, operation: QueryOperation, parameters: QueryParameters): void {
  const version = parameters.required('Version');
  if (version !== dialect.version) {
    throw new Refusal(
      'NoSuchVersion',
      `The requested version (${version}) of service ${dialect.name} does not exist`,
    );
  }
  const known = new Set([
    'Action',
    'Version',
    ...(dialect.dryRuns ? ['DryRun'] : []),
    ...operation.parameters,
  ]);
  const stranger = parameters.names().find((name) => !known.has(name.split('.')[0] ?? ''));
  if (stranger !== undefined) {
    throw new Refusal('UnknownParameter', `The parameter ${stranger} is not recognized`);
  }
}

function logged(parameters: QueryParameters, secrets: readonly string[]): Record<string, string> {
  const entries = parameters.entries().filter(([name]) => name !== 'Action' && name !== 'Version');
  return Object.fromEntries(
    entries.map(([name, value]) => [name, secrets.includes(name) ? `(${value.length} characters)` : value]),
  );
}

function xmlAnswer(status: number, root: string): Answer {
  return { status, contentType: 'text/xml;charset=UTF-8', body: xmlDocument(root) };
}

function invalidAction(name: string): Refusal {
  return name === ''
    ? new Refusal('MissingAction', 'The request must contain the parameter Action')
    : new Refusal('InvalidAction', `The action ${name} is not valid for this web service.`);
}

function wouldHaveSucceeded(): Refusal {
  return new Refusal('DryRunOperation', 'Request would have succeeded, but DryRun flag is set.', 412);
}
