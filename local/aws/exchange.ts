import { setTimeout as wait } from 'node:timers/promises';
import { AwsError } from './aws-error.ts';
import type { Connection } from './connection.ts';
import type { View } from './ec2/key-pairs/view.ts';
import type { Effect } from './faults.ts';
import type { Outcome } from './request-log.ts';
import type { ServiceResponse } from './service.ts';
import { wrongPage } from './wrong-pages.ts';

/** One request that is waiting for its response. */
export interface Exchange {
  readonly connection: Connection;
  /** Executes the call and notifies the listeners. A read shows the key pairs as in the view. */
  execute(view?: View): Promise<ServiceResponse>;
  errorResponse(error: AwsError): ServiceResponse;
  /** The service's errors that any call can return. */
  readonly errors: { throttled(): AwsError; expired(): AwsError; denied(): AwsError };
  /** Aborted when the endpoint closes. */
  readonly closing: AbortSignal;
}

const SERVER_ERROR_MESSAGES: Readonly<Record<string, string>> = {
  Unavailable: 'The service is unavailable. Please try again shortly.',
  InternalError: 'An internal error has occurred',
  RequestLimitExceeded: 'Request limit exceeded.',
};

const PROXY_PAGE =
  '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body><h1>502 Bad Gateway</h1></body>\r\n</html>\r\n';

/** Executes a request and sends its response, without a fault. */
export async function respond({ connection, execute }: Exchange): Promise<Outcome> {
  return connection.send(await execute());
}

/** Handles a request with a fault. Rejects with an AbortError if the endpoint closes in the meantime. */
export async function respondWithFault(effect: Effect, exchange: Exchange): Promise<Outcome> {
  const { connection, errors, closing } = exchange;
  switch (effect.kind) {
    case 'error':
      return connection.send(exchange.errorResponse(errorOf(effect)));
    case 'throttle':
      return connection.send(exchange.errorResponse(errors.throttled()));
    case 'deny':
      return connection.send(exchange.errorResponse(errors.denied()));
    case 'expired-credentials':
      return connection.send(exchange.errorResponse(errors.expired()));
    case 'drop':
      return connection.reset();
    case 'silence':
      return { kind: 'silent' };
    case 'execute-then-drop':
      await exchange.execute();
      return connection.reset();
    case 'execute-then-cut':
      return connection.cut(await exchange.execute(), effect.bytes);
    case 'execute-then-error':
      await exchange.execute();
      return connection.send(exchange.errorResponse(errorOf(effect)));
    case 'execute-then-silence':
      await exchange.execute();
      return { kind: 'silent' };
    case 'execute-then-stall':
      return connection.stall(await exchange.execute());
    case 'execute-after-disconnect':
      await connection.ended;
      await wait(effect.ms, undefined, { signal: closing });
      await exchange.execute();
      return { kind: 'client-disconnected' };
    case 'drop-then-execute':
      connection.reset();
      await untilLate(effect.late, closing);
      await exchange.execute();
      return { kind: 'dropped' };
    case 'execute-twice':
      await exchange.execute();
      return respond(exchange);
    case 'execute-then-alter':
      return connection.send(await effect.alter(await exchange.execute()));
    case 'show':
      return connection.send(await exchange.execute(effect.view));
    case 'delay':
      await wait(effect.ms, undefined, { signal: closing });
      return respond(exchange);
    case 'proxy-page':
      if (effect.executed) await exchange.execute();
      return connection.send(proxyPage(effect.status, effect.html));
    case 'wrong-page':
      if (effect.executed) await exchange.execute();
      return connection.send(wrongPage(effect.page, effect.status));
  }
}

/** Waits for a time in milliseconds, or for a promise. Rejects if the endpoint closes in the meantime. */
async function untilLate(late: number | Promise<unknown>, closing: AbortSignal): Promise<void> {
  if (typeof late === 'number') {
    await wait(late, undefined, { signal: closing });
    return;
  }
  closing.throwIfAborted();
  const closed = new Promise<never>((_, reject) => {
    closing.addEventListener('abort', () => reject(closing.reason), { once: true });
  });
  await Promise.race([late, closed]);
}

function errorOf({ code, status, message }: { code: string; status: number; message?: string }): AwsError {
  return new AwsError(code, message ?? SERVER_ERROR_MESSAGES[code] ?? code, status);
}

function proxyPage(status = 502, html = PROXY_PAGE): ServiceResponse {
  return { status, contentType: 'text/html', body: html, isFromProxy: true };
}
