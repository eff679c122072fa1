import { readdirSync, readFileSync } from 'node:fs';

/** The IDs of all processes; none except on Linux. */
export function processNumbers(): number[] {
  try {
    return readdirSync('/proc').map(Number).filter(Number.isInteger);
  } catch {
    return [];
  }
}

/** The zero-terminated strings in a file of /proc; none of a process that is gone, or another user's. */
export function stringsIn(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\0');
  } catch {
    return [];
  }
}

/** Sends a signal. Returns whether that was possible: the process may be gone by now, or be another user's. */
export function trySignal(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}
