/**
 * Set in main or post before dist is loaded: numbers every call by which the action changes something on this
 * machine, and does one thing at one of them. Reads change nothing, so between two of these calls all instants
 * are alike to whoever looks from outside.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { partOf, Trap } from './trap.ts';
import type { TrapOrder } from './trap-order.ts';
import { trapPromises } from './trapped-promises.ts';
import { trapSyncCalls } from './trapped-sync-calls.ts';

const writeSync = fs.writeSync.bind(fs);

export function setTrap(text: string | undefined): void {
  if (text === undefined || text === '') return;
  const trap = new Trap(JSON.parse(text) as TrapOrder);
  trapSyncCalls(trap);
  trapPromises(trap);
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
