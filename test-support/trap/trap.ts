import fs from 'node:fs';
import { garbledState } from '../claims.ts';
import { heldLine, type Target, type TrapOrder } from './order.ts';

const append = fs.appendFileSync.bind(fs);
const writeSync = fs.writeSync.bind(fs);

/** A call that changes something outside the process. */
export interface SystemCall {
  readonly label: string;
  /** Where it writes, if that is one of the places that an order can name. */
  readonly target?: Target | undefined;
  /** Writes only the beginning. */
  tear?(share: number): unknown;
}

/** Numbers the calls of a process and injects a fault at one of them, or at all calls that write to one place. */
export class Trap {
  readonly #order: TrapOrder;
  #count = 0;
  /** Whether a synchronous call is in progress: the calls within it are parts of it. */
  #isWithin = false;

  constructor(order: TrapOrder) {
    this.#order = order;
  }

  /** A call that is over when it returns. */
  now<Answer>(call: SystemCall, perform: () => Answer): Answer {
    if (this.#isWithin) return perform();
    if (!this.#isReached(call)) return this.#within(perform);
    this.#before(call);
    const answer = this.#within(perform);
    this.#after();
    return answer;
  }

  #within<Answer>(perform: () => Answer): Answer {
    this.#isWithin = true;
    try {
      return perform();
    } finally {
      this.#isWithin = false;
    }
  }

  /** A call that is over when its promise settles. */
  async later<Answer>(call: SystemCall, perform: () => Promise<Answer>): Promise<Answer> {
    if (!this.#isReached(call)) return perform();
    this.#before(call);
    const answer = await perform();
    this.#after();
    return answer;
  }

  /** What to write instead of this state. */
  garbled(state: string): string {
    const { garble } = this.#order;
    return garble === undefined ? state : garbledState(state, garble);
  }

  #isReached({ label, target, tear }: SystemCall): boolean {
    const number = this.#count;
    this.#count += 1;
    const { trace, at, target: ordered } = this.#order;
    const line = `${JSON.stringify({ label, tears: tear !== undefined })}\n`;
    if (trace !== undefined) this.#within(() => append(trace, line));
    return number === at || (ordered !== undefined && target === ordered);
  }

  #before({ label, tear }: SystemCall): void {
    const { moment, does, share = 0, milliseconds = 0 } = this.#order;
    if (moment === 'torn') this.#within(() => tear?.(share));
    if (moment === 'after') return;
    if (does === 'fail') throw noSpace(label);
    inject(does, milliseconds);
  }

  #after(): void {
    const { moment, does, milliseconds = 0 } = this.#order;
    if (moment === 'after') inject(does, milliseconds);
  }
}

function inject(does: TrapOrder['does'], milliseconds: number): void {
  if (does === 'kill') process.kill(process.pid, 'SIGKILL');
  if (does !== 'hold') return;
  writeSync(1, `\n${heldLine}\n`);
  // Blocks the whole process, but for signals that it has no handler for: they end it.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

export function partOf(text: string, share: number): string {
  return text.slice(0, Math.floor(text.length * share));
}

function noSpace(label: string): Error {
  return Object.assign(new Error(`ENOSPC: no space left on device, ${label}`), { code: 'ENOSPC' });
}
