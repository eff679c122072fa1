import type { Faults } from './faults.ts';

/** Values by name, whose reads can show the state before the last write. */
export class StaleMap<Value> {
  readonly #faults: Faults;
  #current: ReadonlyMap<string, Value> = new Map();
  #stale: { values: ReadonlyMap<string, Value>; readsLeft: number } = { values: this.#current, readsLeft: 0 };

  constructor(faults: Faults) {
    this.#faults = faults;
  }

  /** All values, in order of creation. */
  all(): readonly Value[] {
    return [...this.#current.values()];
  }

  /** The value that exists. */
  get(name: string): Value | undefined {
    return this.#current.get(name);
  }

  /** The result of a read: the first `staleReadsOfStores` reads after a write show the state before it. */
  read(name: string): Value | undefined {
    if (this.#stale.readsLeft === 0) return this.get(name);
    this.#stale.readsLeft -= 1;
    return this.#stale.values.get(name);
  }

  set(name: string, value: Value): void {
    this.#write((values) => values.set(name, value));
  }

  delete(name: string): void {
    this.#write((values) => values.delete(name));
  }

  #write(change: (values: Map<string, Value>) => void): void {
    const next = new Map(this.#current);
    change(next);
    this.#stale = { values: this.#current, readsLeft: this.#faults.staleReadsOfStores };
    this.#current = next;
  }
}
