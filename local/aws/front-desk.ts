import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { LocalAccount } from './accounts.ts';
import { ClientLine } from './client-line.ts';
import { ec2 } from './ec2/service.ts';
import { answerWell, answerWith, type Exchange } from './exchange.ts';
import type { Faults } from './faults.ts';
import { Journal, type JournalEntry, type Outcome } from './journal.ts';
import type { KeyPool } from './keys/pool.ts';
import { Listeners } from './listeners.ts';
import { readQueryParameters } from './query.ts';
import { Refusal } from './refusal.ts';
import type { Answer, OpenedCall, Service } from './service.ts';
import {
  type ClaimedSignature,
  readAuthorization,
  type SignatureVerdict,
  verifySignature,
  type WireRequest,
} from './signature.ts';
import type { State } from './state.ts';
import { sts } from './sts/service.ts';
import { readWireRequest } from './wire-request.ts';

/** All that the endpoint offers. */
export const SERVICES: readonly Service[] = [ec2, sts];

export interface DeskParts {
  accounts: readonly LocalAccount[];
  faults: Faults;
  state: State;
  keys: KeyPool;
}

/** A request whose service is known and whose signature was looked at. */
interface Visit {
  service: Service;
  call: OpenedCall;
  verdict: SignatureVerdict;
  entry: JournalEntry;
  line: ClientLine;
}

/** Receives requests: finds the service, checks the signature, lets faults in, carries out, answers, and logs it all. */
export class FrontDesk {
  readonly journal = new Journal();
  readonly arrived = new Listeners();
  readonly executed = new Listeners();
  readonly #parts: DeskParts;
  readonly #closing = new AbortController();
  readonly #underWay = new Set<Promise<void>>();
  readonly #failures: unknown[] = [];

  constructor(parts: DeskParts) {
    this.#parts = parts;
  }

  receive(request: IncomingMessage, response: ServerResponse): void {
    const served = this.#serve(request, response)
      .catch((error: unknown) => {
        response.destroy();
        if (!this.#closing.signal.aborted) this.#failures.push(error);
      })
      .finally(() => this.#underWay.delete(served));
    this.#underWay.add(served);
  }

  /** Gives up what waits. Rejects with the failures of the endpoint itself or of a listener. */
  async close(): Promise<void> {
    this.#closing.abort();
    await Promise.all(this.#underWay);
    if (this.#failures.length > 0) throw new AggregateError(this.#failures, 'The local AWS endpoint failed');
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const id = randomUUID();
    const line = new ClientLine(response, id);
    const wire = await readWireRequest(request);
    if (wire === undefined) {
      response.destroy();
      return;
    }
    const { authorization } = wire.headers;
    const claim = readAuthorization(authorization);
    const service = SERVICES.find(({ name }) => name === claim?.service);
    if (claim === undefined || service === undefined) {
      line.send(claim === undefined ? unsignedAnswer(wire, id) : strangersAnswer(claim, id));
      return;
    }
    const verdict = verifySignature(wire, claim, this.#parts.accounts, new Date());
    const call = service.open(wire);
    const entry = this.journal.open({
      id,
      service: service.name,
      operation: call.operation,
      region: claim.region,
      accountId: verdict.kind === 'valid' ? verdict.account.accountId : '',
      params: call.params,
      alsoNeeds: call.alsoNeeds,
      userAgent: wire.headers['user-agent'] ?? '',
      dryRun: call.dryRun,
    });
    entry.outcome = await this.#answer({ service, call, verdict, entry, line });
  }

  async #answer({ service, call, verdict, entry, line }: Visit): Promise<Outcome> {
    await this.#unlessClosing(this.arrived.tell(entry));
    const refuse = (refusal: Refusal) => service.refuse(refusal, entry.id);
    if (verdict.kind !== 'valid') return line.send(refuse(signatureRefusal(service, verdict.kind)));
    const { account } = verdict;
    const met = this.#parts.faults.take(entry);
    const denied = met === undefined || met.on === '*' ? entry.operation : met.on;
    const exchange: Exchange = {
      line,
      refuse,
      words: {
        throttled: () => service.standing.throttled(),
        expired: () => service.standing.expired('credentials'),
        denied: () => service.standing.denied(call, denied, account, entry.region),
      },
      closing: this.#closing.signal,
      execute: async () => {
        const answer = await this.#execute({ service, call, entry }, account);
        await this.#unlessClosing(this.executed.tell(entry));
        return answer;
      },
    };
    return met === undefined ? answerWell(exchange) : answerWith(met.effect, exchange);
  }

  async #execute(visit: Pick<Visit, 'service' | 'call' | 'entry'>, account: LocalAccount): Promise<Answer> {
    const { service, call, entry } = visit;
    const { state, faults, keys } = this.#parts;
    try {
      const answer = await call.carryOut({
        account,
        faults,
        keys,
        regionName: entry.region,
        region: state.region(account.accountId, entry.region),
        requestId: entry.id,
      });
      entry.executed = true;
      return answer;
    } catch (error) {
      if (error instanceof Refusal) return service.refuse(error, entry.id);
      throw error;
    }
  }

  /** A listener may wait for something that never comes; the endpoint can be closed all the same. */
  async #unlessClosing(work: Promise<void>): Promise<void> {
    const { signal } = this.#closing;
    signal.throwIfAborted();
    const closed = Promise.withResolvers<never>();
    const give = () => closed.reject(signal.reason);
    signal.addEventListener('abort', give);
    await Promise.race([work, closed.promise]).finally(() => signal.removeEventListener('abort', give));
  }
}

function signatureRefusal({ standing }: Service, kind: Exclude<SignatureVerdict['kind'], 'valid'>): Refusal {
  switch (kind) {
    case 'unknown-key':
      return standing.unknownKey();
    case 'wrong-token':
      return standing.wrongToken();
    case 'wrong-signature':
      return standing.wrongSignature();
    case 'expired':
      return standing.expired('clock');
  }
}

/** Nobody signed it, so that only the version of the API tells the service. Such a request is in no log. */
function unsignedAnswer({ queryString, body }: WireRequest, requestId: string): Answer {
  const version = readQueryParameters(queryString, body.toString()).text('Version');
  const service = SERVICES.find((one) => one.version === version) ?? sts;
  return service.refuse(service.standing.unsigned(), requestId);
}

/** It is signed for a service that is not here. Such a request is in no log. */
function strangersAnswer({ service }: ClaimedSignature, requestId: string): Answer {
  const message = `The service ${service} is not part of this endpoint.`;
  return sts.refuse(new Refusal('InvalidAction', message), requestId);
}
