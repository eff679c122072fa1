/**
 * Set in main or post before dist is loaded: numbers each call by which the action changes something on this machine,
 * and injects a fault at one of them. Reads change nothing, so between two of these calls, all instants look the same
 * from outside.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { trapChildCalls } from './child-calls.ts';
import type { TrapOrder } from './order.ts';
import { trapPromises } from './promises.ts';
import { trapSyncCalls } from './sync-calls.ts';
import { partOf, Trap } from './trap.ts';

const writeSync = fs.writeSync.bind(fs);

export function setTrap(order: TrapOrder): void {
  const trap = new Trap(order);
  trapSyncCalls(trap);
  trapPromises(trap);
  trapChildCalls(trap);
  process.stdout.write = trappedPrint(trap);
  syncBuiltinESMExports();
  trap.now({ label: 'begin' }, () => undefined);
}

type Written = (error?: Error | null) => void;

function trappedPrint(trap: Trap): typeof process.stdout.write {
  const write = process.stdout.write.bind(process.stdout);
  return (text: string | Uint8Array, ...rest: unknown[]) => {
    const label = String(text).includes('::add-mask::') ? 'print masks' : 'print';
    const written = rest.find((value): value is Written => typeof value === 'function');
    const tear = (share: number) => writeSync(1, partOf(String(text), share));
    try {
      return trap.now({ label, target: 'stdout', tear }, () => write(text, written));
    } catch (error) {
      // A stream does not throw: it tells the writer, and breaks.
      process.nextTick(() => written?.(error as Error));
      process.stdout.destroy(error as Error);
      return false;
    }
  };
}
