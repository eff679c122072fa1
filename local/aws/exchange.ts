import { setTimeout as wait } from 'node:timers/promises';
import type { ClientLine } from './client-line.ts';
import type { Effect } from './faults.ts';
import type { Outcome } from './journal.ts';
import { Refusal } from './refusal.ts';
import type { Answer } from './service.ts';

/** One request that is to be answered. */
export interface Exchange {
  readonly line: ClientLine;
  /** Carries the call out and tells those who listen for that. */
  execute(): Promise<Answer>;
  /** The service's answer that says no. */
  refuse(refusal: Refusal): Answer;
  /** The service's own words for what any call may meet. */
  readonly words: { throttled(): Refusal; expired(): Refusal; denied(): Refusal };
  /** Aborted when the endpoint closes. */
  readonly closing: AbortSignal;
}

const SERVER_ERROR_TEXTS: Readonly<Record<string, string>> = {
  Unavailable: 'The service is unavailable. Please try again shortly.',
  InternalError: 'An internal error has occurred',
  RequestLimitExceeded: 'Request limit exceeded.',
};

const PROXY_PAGE =
  '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body><h1>502 Bad Gateway</h1></body>\r\n</html>\r\n';

/** Answers a request as it should be. */
export async function answerWell({ line, execute }: Exchange): Promise<Outcome> {
  return line.send(await execute());
}

/** Answers a request as one fault would have it. Rejects with an AbortError when the endpoint closes meanwhile. */
export async function answerWith(effect: Effect, exchange: Exchange): Promise<Outcome> {
  const { line, words, closing } = exchange;
  switch (effect.kind) {
    case 'refuse':
      return line.send(exchange.refuse(namedRefusal(effect)));
    case 'throttle':
      return line.send(exchange.refuse(words.throttled()));
    case 'deny':
      return line.send(exchange.refuse(words.denied()));
    case 'expired-credentials':
      return line.send(exchange.refuse(words.expired()));
    case 'drop':
      return line.reset();
    case 'silence':
      return { kind: 'silent' };
    case 'execute-then-drop':
      await exchange.execute();
      return line.reset();
    case 'execute-then-cut':
      return line.cut(await exchange.execute(), effect.bytes);
    case 'execute-then-refuse':
      await exchange.execute();
      return line.send(exchange.refuse(namedRefusal(effect)));
    case 'execute-then-silence':
      await exchange.execute();
      return { kind: 'silent' };
    case 'execute-then-stall':
      return line.stall(await exchange.execute());
    case 'execute-after-client-left':
      await line.ended;
      await wait(effect.ms, undefined, { signal: closing });
      await exchange.execute();
      return { kind: 'client-left' };
    case 'delay':
      await wait(effect.ms, undefined, { signal: closing });
      return answerWell(exchange);
    case 'proxy-page':
      if (effect.executed) await exchange.execute();
      return line.send(proxyPage(effect.status, effect.html));
  }
}

function namedRefusal({
  code,
  status,
  message,
}: {
  code: string;
  status: number;
  message?: string;
}): Refusal {
  return new Refusal(code, message ?? SERVER_ERROR_TEXTS[code] ?? code, status);
}

function proxyPage(status = 502, html = PROXY_PAGE): Answer {
  return { status, contentType: 'text/html', body: html, isFromElsewhere: true };
}
