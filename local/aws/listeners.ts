import type { ArrivedRequest } from './request-log.ts';

export type RequestListener = (request: ArrivedRequest) => void | Promise<void>;

/** Listeners for one point in the handling of a request. All are awaited, so a test can act at that instant. */
export class Listeners {
  readonly #listeners = new Set<RequestListener>();

  /** Returns a function that removes the listener. */
  add(listener: RequestListener): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  async notify(request: ArrivedRequest): Promise<void> {
    await Promise.all([...this.#listeners].map(async (listener) => listener(request)));
  }
}
