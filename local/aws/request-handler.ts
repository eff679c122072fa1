import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { LocalAccount } from './accounts.ts';
import { AwsError } from './aws-error.ts';
import { Connection } from './connection.ts';
import type { View } from './ec2/key-pairs/view.ts';
import { ec2 } from './ec2/service.ts';
import { type Exchange, respond, respondWithFault } from './exchange.ts';
import type { Faults } from './faults.ts';
import { type HttpRequest, readHttpRequest } from './http-request.ts';
import type { KeyPool } from './keys/pool.ts';
import { Listeners } from './listeners.ts';
import { type LogEntry, type Outcome, RequestLog } from './request-log.ts';
import { secretsManager } from './secrets-manager/service.ts';
import type { ParsedCall, Service, ServiceResponse } from './service.ts';
import {
  type ClaimedSignature,
  readAuthorization,
  type SignatureVerdict,
  verifySignature,
} from './signature.ts';
import { ssm } from './ssm/service.ts';
import type { State } from './state.ts';
import type { Roles } from './sts/roles.ts';
import { sts } from './sts/service.ts';

/** Everything that the endpoint offers. */
export const SERVICES: readonly Service[] = [ec2, sts, ssm, secretsManager];

export interface RequestHandlerDependencies {
  accounts: readonly LocalAccount[];
  faults: Faults;
  state: State;
  keys: KeyPool;
  roles: Roles;
}

/** A request whose service is known and whose signature has been checked. */
interface CheckedRequest {
  service: Service;
  call: ParsedCall;
  verdict: SignatureVerdict;
  entry: LogEntry;
  connection: Connection;
}

/**
 * Handles requests: finds the service, checks the signature, applies faults, executes, responds, and logs everything.
 */
export class RequestHandler {
  readonly log = new RequestLog();
  readonly arrived = new Listeners();
  readonly executed = new Listeners();
  readonly #dependencies: RequestHandlerDependencies;
  readonly #closing = new AbortController();
  readonly #pending = new Set<Promise<void>>();
  readonly #failures: unknown[] = [];

  constructor(dependencies: RequestHandlerDependencies) {
    this.#dependencies = dependencies;
  }

  handle(request: IncomingMessage, response: ServerResponse): void {
    const handled = this.#handle(request, response)
      .catch((error: unknown) => {
        response.destroy();
        if (!this.#closing.signal.aborted) this.#failures.push(error);
      })
      .finally(() => this.#pending.delete(handled));
    this.#pending.add(handled);
  }

  /** Resolves when every request so far has been handled, including those that are executed late. */
  async settled(): Promise<void> {
    while (this.#pending.size > 0) await Promise.all(this.#pending);
  }

  /** Abandons the requests that are waiting. Rejects with the failures of the endpoint itself or of a listener. */
  async close(): Promise<void> {
    this.#closing.abort();
    await Promise.all(this.#pending);
    if (this.#failures.length > 0) throw new AggregateError(this.#failures, 'The local AWS endpoint failed');
  }

  async #handle(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const id = randomUUID();
    const connection = new Connection(response, id);
    const request = await readHttpRequest(incoming);
    if (request === undefined) {
      response.destroy();
      return;
    }
    const { authorization } = request.headers;
    const claim = readAuthorization(authorization) ?? unsignedClaim(request);
    const service = SERVICES.find(({ name }) => name === claim?.service);
    if (claim === undefined || service === undefined) {
      connection.send(
        claim === undefined ? unsignedResponse(request, id) : unknownServiceResponse(claim, id),
      );
      return;
    }
    const call = service.parse(request);
    const verdict =
      claim.signature === ''
        ? ({ kind: 'valid', account: nobody } as const)
        : verifySignature(request, claim, this.#dependencies.accounts, new Date());
    const entry = this.log.add({
      id,
      service: service.name,
      operation: call.operation,
      region: claim.region,
      accountId: verdict.kind === 'valid' ? verdict.account.accountId : '',
      params: call.params,
      alsoNeeds: call.alsoNeeds,
      userAgent: request.headers['user-agent'] ?? '',
      dryRun: call.dryRun,
    });
    entry.outcome = await this.#respond({ service, call, verdict, entry, connection });
  }

  async #respond({ service, call, verdict, entry, connection }: CheckedRequest): Promise<Outcome> {
    await this.#unlessClosing(this.arrived.notify(entry));
    const errorResponse = (error: AwsError) => service.errorResponse(error, entry.id);
    if (verdict.kind !== 'valid')
      return connection.send(errorResponse(signatureError(service, verdict.kind)));
    const { account } = verdict;
    const fault = this.#dependencies.faults.take(entry);
    const denied = fault === undefined || fault.on === '*' ? entry.operation : fault.on;
    const exchange: Exchange = {
      connection,
      errorResponse,
      errors: {
        throttled: () => service.errors.throttled(),
        expired: () => service.errors.expired('credentials'),
        denied: () => service.errors.denied(call, denied, account, entry.region),
      },
      closing: this.#closing.signal,
      execute: async (view) => {
        const result = await this.#execute({ service, call, entry }, account, view);
        await this.#unlessClosing(this.executed.notify(entry));
        return result;
      },
    };
    return fault === undefined ? respond(exchange) : respondWithFault(fault.effect, exchange);
  }

  async #execute(
    { service, call, entry }: Pick<CheckedRequest, 'service' | 'call' | 'entry'>,
    account: LocalAccount,
    view: View = (pairs) => pairs,
  ): Promise<ServiceResponse> {
    const { state, faults, keys, roles } = this.#dependencies;
    try {
      const result = await call.execute({
        account,
        view,
        faults,
        keys,
        roles,
        region: state.region(account.accountId, entry.region),
        regionName: entry.region,
        requestId: entry.id,
      });
      entry.executed = true;
      return result;
    } catch (error) {
      if (error instanceof AwsError) return service.errorResponse(error, entry.id);
      throw error;
    }
  }

  /** Waits for a listener, unless the endpoint closes: a listener may wait for something that never happens. */
  async #unlessClosing(work: Promise<void>): Promise<void> {
    const { signal } = this.#closing;
    signal.throwIfAborted();
    const closed = Promise.withResolvers<never>();
    const abort = () => closed.reject(signal.reason);
    signal.addEventListener('abort', abort);
    await Promise.race([work, closed.promise]).finally(() => signal.removeEventListener('abort', abort));
  }
}

function signatureError({ errors }: Service, kind: Exclude<SignatureVerdict['kind'], 'valid'>): AwsError {
  switch (kind) {
    case 'unknown-key':
      return errors.unknownKey();
    case 'wrong-token':
      return errors.wrongToken();
    case 'wrong-signature':
      return errors.wrongSignature();
    case 'expired':
      return errors.expired('clock');
    case 'expired-credentials':
      return errors.expired('credentials');
  }
}

/** Who sends requests that are not signed. */
const nobody: LocalAccount = { accountId: '', accessKeyId: '', secretAccessKey: '' };

/** For an operation whose requests are not signed. They do not name a Region. */
function unsignedClaim(request: HttpRequest): ClaimedSignature | undefined {
  const service = SERVICES.find((one) => one.isTargetOf(request));
  if (!service?.unsigned?.includes(service.parse(request).operation)) return undefined;
  return { accessKeyId: '', date: '', region: '', service: service.name, signedHeaders: [], signature: '' };
}

/** For an unsigned request: only its target, or API version, shows which service it is for. It is not logged. */
function unsignedResponse(request: HttpRequest, requestId: string): ServiceResponse {
  const service = SERVICES.find((one) => one.isTargetOf(request)) ?? sts;
  return service.errorResponse(service.errors.unsigned(), requestId);
}

/** For a request that is signed for a service that the endpoint does not have. It is not logged. */
function unknownServiceResponse({ service }: ClaimedSignature, requestId: string): ServiceResponse {
  const message = `The service ${service} is not part of this endpoint.`;
  return sts.errorResponse(new AwsError('InvalidAction', message), requestId);
}
