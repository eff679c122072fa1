import * as core from '@actions/core';
import type { Ledger, LedgerEntry } from '../ledger/ledger.ts';
import { commandFile, toRunner } from './command-file.ts';
import { type RecordedProcess, thisProcess } from './step-process.ts';

/** The name of the only entry of the state. */
export const stateName = 'ledger';

/** The state of main, which the post step reads. */
export interface MainState extends Ledger {
  /** Main has ended: the post step needs to know no more than this state says. */
  end(): void;
}

/**
 * Begins the state of main: from now on, it identifies the process. The whole state is one entry, which is written again
 * with every fact. A later step can add entries to the state of a step (`STATE_…` in GITHUB_ENV), but not change one.
 */
export function beginState(): MainState {
  let entries: readonly LedgerEntry[] = [];
  let failure: unknown;
  let process: RecordedProcess | undefined;
  const save = (next: readonly LedgerEntry[], hasEnded = false) => {
    // What follows a write that failed in the middle, the runner does not read.
    if (failure !== undefined) throw failure;
    try {
      process ??= thisProcess(commandFile('GITHUB_STATE'));
      toRunner('GITHUB_STATE', () => core.saveState(stateName, { process, entries: next, hasEnded }));
    } catch (error) {
      failure = error;
      throw error;
    }
    entries = next;
  };
  ignoringErrors(() => save(entries));
  return {
    append: (name, value) => save([...entries, [name, value]]),
    end: () => ignoringErrors(() => save(entries, true)),
  };
}

/** A step that claims nothing needs no state. One that cannot record a claim does not go on. */
function ignoringErrors(save: () => void): void {
  try {
    save();
  } catch {
    // See above.
  }
}
