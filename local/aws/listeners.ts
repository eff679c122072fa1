import type { ArrivedRequest } from './journal.ts';

export type RequestListener = (request: ArrivedRequest) => void | Promise<void>;

/** Those who want to know when a request reaches a point; all are waited for, so that a test can act at that instant. */
export class Listeners {
  readonly #listeners = new Set<RequestListener>();

  /** Returns what takes the listener off again. */
  add(listener: RequestListener): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  async tell(request: ArrivedRequest): Promise<void> {
    await Promise.all([...this.#listeners].map(async (listener) => listener(request)));
  }
}
