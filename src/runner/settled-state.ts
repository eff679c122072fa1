import * as core from '@actions/core';
import { toRunner } from './command-file.ts';
import type { SavedState } from './saved-state.ts';
import { entriesIn, type StateFile } from './state-file.ts';

/** The entry of a post step's own state, which only other post steps of the job read. */
const noteName = 'settled';

/** What identifies the state of a main: its process and its file. */
type Note = string;

/**
 * Notes which states this post step has settled, in a composite action: there, others may be given the same. Ignores errors:
 * they then say so again.
 */
export function noteSettled(states: readonly SavedState[]): void {
  if (!process.env['GITHUB_ACTION_PATH']) return;
  try {
    toRunner('GITHUB_STATE', () => core.saveState(noteName, states.map(noteOf)));
  } catch {
    // See above.
  }
}

/** The notes in state files. Anyone in the job can write one, so a note settles nothing that the runner passed on. */
export function notesIn(files: readonly StateFile[]): readonly Note[] {
  const entries = files.flatMap(([, text]) => entriesIn(text));
  return entries.flatMap(([name, value]) => (name === noteName ? parse(value) : []));
}

export function isNoted(notes: readonly Note[], state: SavedState): boolean {
  return notes.includes(noteOf(state));
}

function noteOf({ process }: SavedState): Note {
  const { pid, startedAt, stateFile } = process;
  return JSON.stringify([pid, startedAt, stateFile]);
}

function parse(value: string): readonly Note[] {
  try {
    const notes: unknown = JSON.parse(value);
    return Array.isArray(notes) ? notes : [];
  } catch {
    return [];
  }
}
