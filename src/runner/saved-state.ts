import type { LedgerEntry } from '../ledger/ledger.ts';
import type { RecordedProcess } from './step-process.ts';

/** The state of main, as it was saved at one time. */
export interface SavedState {
  /** Identifies the step: no other one has the same process and state file. */
  readonly process: RecordedProcess;
  readonly entries: readonly LedgerEntry[];
  readonly hasEnded: boolean;
}

/** What main recorded, for the post step. */
export interface StateOfMain {
  /** What is to be released. None if main recorded nothing. */
  readonly ledgers: readonly (readonly LedgerEntry[])[];
  /** False if there is state that main did not write so. */
  readonly isReadable: boolean;
  /** Whether another post step was given the same state, and has settled it. */
  readonly isSettled: boolean;
  /**
   * What this step recorded, if the runner passed on the state of another one. Known from a file that other steps can write
   * to, so it is only reported.
   */
  readonly notPassedOn: readonly (readonly LedgerEntry[])[];
  /** Notes that all of it is settled, for post steps that are given the same state. */
  noteSettled(): void;
}

/** Reads a saved state; undefined for anything that main does not save. */
export function parseState(text: string | undefined): SavedState | undefined {
  try {
    const { process, entries, hasEnded }: Partial<SavedState> = JSON.parse(text ?? '') ?? {};
    if (process === undefined || !isProcess(process) || !Array.isArray(entries)) return undefined;
    return entries.every(isEntry) ? { process, entries, hasEnded: hasEnded === true } : undefined;
  } catch {
    return undefined;
  }
}

function isProcess({ pid, ...texts }: Partial<RecordedProcess>): boolean {
  const { startedAt, stateFile, action, inputs } = texts;
  return (
    Number.isInteger(pid) &&
    [startedAt, stateFile, action, inputs].every((field) => typeof field === 'string')
  );
}

function isEntry(entry: unknown): entry is LedgerEntry {
  return Array.isArray(entry) && entry.length === 2 && entry.every((part) => typeof part === 'string');
}
