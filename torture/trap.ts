import fs from 'node:fs';
import type { TrapOrder } from './trap-order.ts';

/** Printed on a line of its own when the process waits to be dealt with. */
const heldLine = 'torture: held';

const append = fs.appendFileSync.bind(fs);
const writeSync = fs.writeSync.bind(fs);

/** One call that changes something: done whole, or torn, which writes only the beginning. */
export interface Deed {
  readonly label: string;
  readonly isText?: boolean;
  tear?(share: number): unknown;
}

/** Numbers the calls of a process, and does one thing at one of them. */
export class Trap {
  readonly #order: TrapOrder;
  #count = 0;
  /** Whether a call is under way that is over when it returns: what it calls in turn is a part of it. */
  #isWithin = false;

  constructor(order: TrapOrder) {
    this.#order = order;
  }

  /** A call that is over when it returns. */
  now<Answer>(deed: Deed, call: () => Answer): Answer {
    if (this.#isWithin) return call();
    if (!this.#isReached(deed)) return this.#within(call);
    this.#before(deed);
    const answer = this.#within(call);
    this.#after();
    return answer;
  }

  #within<Answer>(call: () => Answer): Answer {
    this.#isWithin = true;
    try {
      return call();
    } finally {
      this.#isWithin = false;
    }
  }

  /** A call that is over when its promise settles. */
  async later<Answer>(deed: Deed, call: () => Promise<Answer>): Promise<Answer> {
    if (!this.#isReached(deed)) return call();
    this.#before(deed);
    const answer = await call();
    this.#after();
    return answer;
  }

  /** What to write instead of a value of state, where that is the order. */
  garbled(label: string): string | undefined {
    const { garble } = this.#order;
    return garble !== undefined && label.startsWith(garble.label) ? garble.value : undefined;
  }

  #isReached(deed: Deed): boolean {
    const number = this.#count;
    this.#count += 1;
    const { trace, at } = this.#order;
    const line = `${JSON.stringify({ label: deed.label, tears: deed.tear !== undefined })}\n`;
    if (trace !== undefined) this.#within(() => append(trace, line));
    return number === at;
  }

  #before(deed: Deed): void {
    const { moment, does, share = 0, milliseconds = 0 } = this.#order;
    if (moment === 'torn') this.#within(() => deed.tear?.(share));
    if (moment === 'after') return;
    if (does === 'fail' && deed.isText !== true) throw noSpace(deed.label);
    act(does, milliseconds);
  }

  #after(): void {
    const { moment, does, milliseconds = 0 } = this.#order;
    if (moment === 'after') act(does, milliseconds);
  }
}

function act(does: TrapOrder['does'], milliseconds: number): void {
  if (does === 'kill') process.kill(process.pid, 'SIGKILL');
  if (does !== 'hold') return;
  writeSync(1, `\n${heldLine}\n`);
  // The whole process stands still, but for signals that it has no handler for: they end it.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

export function partOf(text: string, share: number): string {
  return text.slice(0, Math.floor(text.length * share));
}

function noSpace(label: string): Error {
  return Object.assign(new Error(`ENOSPC: no space left on device, ${label}`), { code: 'ENOSPC' });
}
