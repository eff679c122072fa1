import { generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The claims of a job that GitHub puts into its tokens (GitHub docs, OpenID Connect reference). */
export type JobClaims = Readonly<Record<string, string>>;

/** What happens to a request for a token instead of a normal response. */
export type IdTokenFault =
  | { readonly kind: 'drop' }
  | { readonly kind: 'silence' }
  | { readonly kind: 'answer'; readonly status: number; readonly body: string };

/** GitHub's service for OIDC tokens, on this machine. Use with `await using`. */
export interface IdTokens extends AsyncDisposable {
  /** The `iss` of the tokens. */
  readonly issuer: string;
  /** Verifies the tokens (RS256). */
  readonly publicKey: KeyObject;
  /** As ACTIONS_ID_TOKEN_REQUEST_URL: `&audience=…` can be appended. */
  readonly url: string;
  /** All tokens that were issued. */
  readonly issued: readonly string[];
  /** How many requests arrived. */
  readonly requests: number;
  /** Seconds for which a token is valid. */
  validFor: number;
  /** Lets a job with these claims request tokens. */
  allow(bearer: string, claims: JobClaims): void;
  /** Applies to so many of the next requests. Default: all. */
  fail(fault: IdTokenFault, times?: number): void;
  /** No more faults. */
  recover(): void;
}

const ISSUER = 'https://token.actions.githubusercontent.com';

export async function startIdTokens(): Promise<IdTokens> {
  const service = new LocalIdTokens();
  await service.listen();
  return service;
}

class LocalIdTokens implements IdTokens {
  readonly issuer = ISSUER;
  readonly publicKey: KeyObject;
  readonly issued: string[] = [];
  requests = 0;
  validFor = 300;
  readonly #privateKey: KeyObject;
  readonly #jobs = new Map<string, JobClaims>();
  readonly #server = createServer((request, response) => this.#handle(request, response));
  #fault: { readonly fault: IdTokenFault; left: number } | undefined;

  constructor() {
    const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    this.publicKey = publicKey;
    this.#privateKey = privateKey;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/token?api-version=2.0`;
  }

  listen(): Promise<void> {
    return new Promise((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  allow(bearer: string, claims: JobClaims): void {
    this.#jobs.set(bearer, claims);
  }

  fail(fault: IdTokenFault, times = Number.POSITIVE_INFINITY): void {
    this.#fault = { fault, left: times };
  }

  recover(): void {
    this.#fault = undefined;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #handle(request: IncomingMessage, response: ServerResponse): void {
    this.requests += 1;
    request.resume();
    const fault = this.#takeFault();
    if (fault?.kind === 'silence') return;
    if (fault?.kind === 'drop') {
      response.destroy();
    } else if (fault?.kind === 'answer') {
      response.writeHead(fault.status, { 'content-type': 'application/json' }).end(fault.body);
    } else {
      this.#respond(request, response);
    }
  }

  #respond({ url = '', headers }: IncomingMessage, response: ServerResponse): void {
    const claims = this.#jobs.get(/^Bearer (.+)$/i.exec(headers.authorization ?? '')?.[1] ?? '');
    const audience = new URL(url, 'http://localhost').searchParams.get('audience');
    if (claims === undefined || audience === null) {
      response.writeHead(claims === undefined ? 401 : 400).end();
      return;
    }
    const token = this.#token({ ...claims, aud: audience });
    this.issued.push(token);
    response
      .writeHead(200, { 'content-type': 'application/json; charset=utf-8' })
      .end(JSON.stringify({ count: 1, value: token }));
  }

  #takeFault(): IdTokenFault | undefined {
    if (this.#fault === undefined || this.#fault.left <= 0) return undefined;
    this.#fault.left -= 1;
    return this.#fault.fault;
  }

  #token(claims: JobClaims): string {
    const now = Math.floor(Date.now() / 1000);
    const times = { nbf: now - 300, iat: now, exp: now + this.validFor };
    const parts = [
      { typ: 'JWT', alg: 'RS256', kid: 'local' },
      { jti: randomUUID(), ...claims, iss: this.issuer, ...times },
    ];
    const text = parts.map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
    return `${text}.${sign('sha256', Buffer.from(text), this.#privateKey).toString('base64url')}`;
  }
}
