import type { ServerResponse } from 'node:http';
import type { Outcome } from './journal.ts';
import type { Answer } from './service.ts';

/** The client's end of one request, and the ways of answering it well or badly. */
export class ClientLine {
  readonly #response: ServerResponse;
  readonly #requestId: string;
  /** Settles when the client has hung up, or has been answered. */
  readonly ended: Promise<void>;

  constructor(response: ServerResponse, requestId: string) {
    this.#response = response;
    this.#requestId = requestId;
    this.ended = new Promise((resolve) => response.once('close', resolve));
  }

  send(answer: Answer): Outcome {
    if (this.#response.destroyed) return { kind: 'client-left' };
    this.#begin(answer);
    this.#response.end(answer.body);
    const { status, error } = answer;
    return error === undefined ? { kind: 'answered', status } : { kind: 'answered', status, error };
  }

  /** The head promises the whole body; only so many bytes of it come (half, unless said). */
  cut(answer: Answer, bytes?: number): Outcome {
    if (this.#response.destroyed) return { kind: 'client-left' };
    this.#writePart(answer, bytes, () => this.#response.destroy());
    return { kind: 'cut', status: answer.status };
  }

  /** The head promises the whole body; half of it comes, and the line stays open. */
  stall(answer: Answer): Outcome {
    if (this.#response.destroyed) return { kind: 'client-left' };
    this.#writePart(answer);
    return { kind: 'silent' };
  }

  reset(): Outcome {
    if (this.#response.destroyed) return { kind: 'client-left' };
    this.#response.socket?.resetAndDestroy();
    return { kind: 'dropped' };
  }

  #writePart(answer: Answer, bytes?: number, written?: () => void): void {
    const body = Buffer.from(answer.body);
    this.#begin(answer);
    this.#response.write(body.subarray(0, bytes ?? Math.floor(body.length / 2)), written);
  }

  #begin({ status, contentType, body, isFromElsewhere }: Answer): void {
    this.#response.writeHead(status, {
      'content-type': contentType,
      'content-length': Buffer.byteLength(body),
      ...(isFromElsewhere === true ? {} : { 'x-amzn-requestid': this.#requestId }),
    });
  }
}
