/**
 * Set in main or post before dist is loaded: numbers every call by which the action changes something on this
 * machine, and does one thing at one of them. Reads change nothing, so between two of these calls all instants
 * are alike to whoever looks from outside.
 */
import fs from 'node:fs';
import promises, { type FileHandle } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import type { TrapOrder } from './trap-order.ts';

/** Printed on a line of its own when the process waits to be dealt with. */
const heldLine = 'torture: held';

const append = fs.appendFileSync.bind(fs);
const writeSync = fs.writeSync.bind(fs);

/** One call that changes something: done whole, or torn, which writes only the beginning. */
interface Deed {
  readonly label: string;
  readonly isText?: boolean;
  tear?(share: number): unknown;
}

export function setTrap(text: string | undefined): void {
  if (text === undefined || text === '') return;
  const trap = new Trap(JSON.parse(text) as TrapOrder);
  fs.appendFileSync = trappedAppend(trap);
  promises.open = trappedOpen(trap);
  for (const name of ['link', 'unlink', 'mkdir', 'rmdir', 'writeFile', 'appendFile'] as const) {
    const call = promises[name].bind(promises) as (...values: unknown[]) => Promise<unknown>;
    Object.assign(promises, {
      [name]: (...values: unknown[]) => trap.later({ label: name }, () => call(...values)),
    });
  }
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = (text: string | Uint8Array, ...rest: unknown[]) => {
    const label = String(text).includes('::add-mask::') ? 'print masks' : 'print';
    const told = rest.find((value): value is (error?: Error | null) => void => typeof value === 'function');
    const tear = (share: number) => writeSync(1, partOf(String(text), share));
    return trap.now({ label, isText: true, tear }, () => write(text, told));
  };
  syncBuiltinESMExports();
  trap.now({ label: 'begin' }, () => undefined);
}

class Trap {
  readonly #order: TrapOrder;
  #count = 0;

  constructor(order: TrapOrder) {
    this.#order = order;
  }

  /** A call that is over when it returns. */
  now<Answer>(deed: Deed, call: () => Answer): Answer {
    if (!this.#isReached(deed)) return call();
    this.#before(deed);
    const answer = call();
    this.#after();
    return answer;
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
    if (trace !== undefined)
      append(trace, `${JSON.stringify({ label: deed.label, tears: deed.tear !== undefined })}\n`);
    return number === at;
  }

  #before(deed: Deed): void {
    const { moment, does, share = 0, milliseconds = 0 } = this.#order;
    if (moment === 'torn') deed.tear?.(share);
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

function trappedAppend(trap: Trap): typeof fs.appendFileSync {
  return (file, data, options) => {
    const [name = ''] = String(data).split('<<');
    const value = trap.garbled(name);
    const text = value === undefined ? String(data) : withValue(String(data), value);
    const tear = (share: number) => append(file, partOf(text, share), options);
    trap.now({ label: `append ${name}`, tear }, () => append(file, text, options));
  };
}

function trappedOpen(trap: Trap): typeof promises.open {
  const open = promises.open.bind(promises);
  return async (file, flags, mode) => {
    const writes = typeof flags === 'number' && (flags & (fs.constants.O_WRONLY | fs.constants.O_RDWR)) !== 0;
    if (!writes) return open(file, flags, mode);
    const label = (flags & fs.constants.O_TRUNC) === 0 ? 'open' : 'truncate';
    return trappedHandle(trap, await trap.later({ label }, () => open(file, flags, mode)));
  };
}

function trappedHandle(trap: Trap, handle: FileHandle): FileHandle {
  const chmod = handle.chmod.bind(handle);
  const writeFile = handle.writeFile.bind(handle);
  const sync = handle.sync.bind(handle);
  handle.chmod = (mode) => trap.later({ label: 'chmod' }, () => chmod(mode));
  handle.sync = () => trap.later({ label: 'sync' }, sync);
  handle.writeFile = (data, options) => {
    const tear = (share: number) => writeSync(handle.fd, partOf(String(data), share));
    return trap.later({ label: 'write key', tear }, () => writeFile(data, options));
  };
  return handle;
}

function partOf(text: string, share: number): string {
  return text.slice(0, Math.floor(text.length * share));
}

/** `name<<delimiter`, value, delimiter: the same with another value. */
function withValue(block: string, value: string): string {
  const [head = '', , end = ''] = block.split('\n');
  return [head, value, end, ''].join('\n');
}

function noSpace(label: string): Error {
  return Object.assign(new Error(`ENOSPC: no space left on device, ${label}`), { code: 'ENOSPC' });
}
