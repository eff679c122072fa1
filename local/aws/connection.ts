import type { ServerResponse } from 'node:http';
import type { Outcome } from './request-log.ts';
import type { ServiceResponse } from './service.ts';

/** The connection that one request came on, and the ways to respond to it properly or not. */
export class Connection {
  readonly #response: ServerResponse;
  readonly #requestId: string;
  /** Settles when the client has disconnected, or has its response. */
  readonly ended: Promise<void>;

  constructor(response: ServerResponse, requestId: string) {
    this.#response = response;
    this.#requestId = requestId;
    this.ended = new Promise((resolve) => response.once('close', resolve));
  }

  send(response: ServiceResponse): Outcome {
    if (this.#response.destroyed) return { kind: 'client-disconnected' };
    this.#writeHead(response);
    this.#response.end(response.body);
    const { status, error } = response;
    return error === undefined ? { kind: 'answered', status } : { kind: 'answered', status, error };
  }

  /** The head announces the whole body, but only this many bytes of it are sent (default: half). */
  cut(response: ServiceResponse, bytes?: number): Outcome {
    if (this.#response.destroyed) return { kind: 'client-disconnected' };
    this.#writePart(response, bytes, () => this.#response.destroy());
    return { kind: 'cut', status: response.status };
  }

  /** The head announces the whole body, half of it is sent, and the connection stays open. */
  stall(response: ServiceResponse): Outcome {
    if (this.#response.destroyed) return { kind: 'client-disconnected' };
    this.#writePart(response);
    return { kind: 'silent' };
  }

  reset(): Outcome {
    if (this.#response.destroyed) return { kind: 'client-disconnected' };
    this.#response.socket?.resetAndDestroy();
    return { kind: 'dropped' };
  }

  #writePart(response: ServiceResponse, bytes?: number, written?: () => void): void {
    const body = Buffer.from(response.body);
    this.#writeHead(response);
    this.#response.write(body.subarray(0, bytes ?? Math.floor(body.length / 2)), written);
  }

  #writeHead({ status, contentType, body, isFromProxy }: ServiceResponse): void {
    this.#response.writeHead(status, {
      'content-type': contentType,
      'content-length': Buffer.byteLength(body),
      ...(isFromProxy === true ? {} : { 'x-amzn-requestid': this.#requestId }),
    });
  }
}
