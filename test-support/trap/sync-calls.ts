import fs from 'node:fs';
import { labelOfState } from '../claims.ts';
import type { Target } from './order.ts';
import { partOf, type Trap } from './trap.ts';

const append = fs.appendFileSync.bind(fs);
const writeSync = fs.writeSync.bind(fs);
const standardOutput = 1;

/** Calls that change something, with their labels in a trace. */
const changes = {
  linkSync: 'link',
  unlinkSync: 'unlink',
  mkdirSync: 'mkdir',
  rmdirSync: 'rmdir',
  renameSync: 'rename',
  rmSync: 'rm',
  chmodSync: 'chmod',
  fchmodSync: 'chmod',
  fsyncSync: 'sync',
  fdatasyncSync: 'sync',
  truncateSync: 'truncate',
  ftruncateSync: 'truncate',
} as const;

/** Traps the synchronous calls of node:fs that change something. */
export function trapSyncCalls(trap: Trap): void {
  fs.appendFileSync = trappedAppend(trap);
  fs.openSync = trappedOpen(trap);
  for (const name of ['writeSync', 'writeFileSync'] as const) replace(name, trappedWrite(trap, name));
  for (const [name, label] of Object.entries(changes)) {
    replace(name, (call, ...values) => trap.now({ label }, () => call(...values)));
  }
}

type AnyCall = (...values: unknown[]) => unknown;

function replace(name: string, trapped: (call: AnyCall, ...values: unknown[]) => unknown): void {
  const original: unknown = Reflect.get(fs, name);
  if (typeof original !== 'function') throw new Error(`node:fs has no ${name}`);
  const call: AnyCall = original.bind(fs);
  Object.assign(fs, { [name]: (...values: unknown[]) => trapped(call, ...values) });
}

function trappedAppend(trap: Trap): typeof fs.appendFileSync {
  return (file, data, options) => {
    const { label, text } = written(trap, String(data));
    const tear = (share: number) => append(file, partOf(text, share), options);
    trap.now({ label, target: targetOf(file), tear }, () => append(file, text, options));
  };
}

function trappedOpen(trap: Trap): typeof fs.openSync {
  const open = fs.openSync.bind(fs);
  return (file, flags, mode) => {
    const number = typeof flags === 'number' ? flags : flags === undefined || flags === 'r' ? 0 : undefined;
    const changing =
      fs.constants.O_WRONLY | fs.constants.O_RDWR | fs.constants.O_CREAT | fs.constants.O_TRUNC;
    if (number !== undefined && (number & changing) === 0) return open(file, flags, mode);
    const label = number !== undefined && (number & fs.constants.O_TRUNC) !== 0 ? 'truncate' : 'open';
    return trap.now({ label }, () => open(file, flags, mode));
  };
}

/** A torn write to an open file writes a part of the text; with a file name, the call opens the file as well. */
function trappedWrite(trap: Trap, name: 'writeSync' | 'writeFileSync') {
  return (call: AnyCall, file: unknown, data: unknown, ...rest: unknown[]): unknown => {
    if (file === standardOutput) {
      const label = String(data).includes('::add-mask::') ? 'print masks' : 'print';
      const tear = (share: number) => writeSync(standardOutput, partOf(String(data), share));
      return trap.now({ label, target: 'stdout', tear }, () => call(file, data, ...rest));
    }
    const { label, text } = written(trap, String(data));
    const isRest = name === 'writeSync' && rest.length > 0 && typeof data !== 'string';
    const whole = text === String(data) || isRest ? data : text;
    const tear =
      typeof file === 'number'
        ? (share: number) => writeSync(file, partOf(text, share))
        : (share: number) => append(file as string, partOf(text, share));
    return trap.now({ label, target: targetOf(file), tear }, () => call(file, whole, ...rest));
  };
}

/** Where a call writes, if it names the runner's file. */
function targetOf(file: unknown): Target | undefined {
  if (file === process.env['GITHUB_OUTPUT']) return 'outputs';
  return file === process.env['GITHUB_STATE'] ? 'state' : undefined;
}

/** State and outputs are recognized by their names, and may be garbled. Anything else is the private key. */
function written(trap: Trap, data: string): { readonly label: string; readonly text: string } {
  const [, name, value = ''] = /^([\w-]+)<<.*\n([\s\S]*)$/.exec(data) ?? [];
  if (name === undefined) return { label: 'write key', text: data };
  const label = labelOfState(name, value.split('\n')[0] ?? '');
  return label === undefined ? { label: `set ${name}`, text: data } : { label, text: garbledIn(trap, data) };
}

/** `name<<delimiter`, value, delimiter: the same with the value that the order asks for. */
function garbledIn(trap: Trap, block: string): string {
  const [head = '', value = '', end = ''] = block.split('\n');
  return [head, trap.garbled(value), end, ''].join('\n');
}
