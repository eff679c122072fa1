import * as core from '@actions/core';
import { commandFile, toRunner } from './command-file.ts';
import { linesOf, unreadState } from './state-file.ts';
import { endStep, mainsStillRunning, type RecordedProcess, thisProcess } from './step-process.ts';

const prefix = 'STATE_';
const processEntry = 'main-process';

/** The step's state, as far as this process appends to it. */
export const state = {
  /** @throws KeyPairError `NO_RUNNER`, `RUNNER_FILE_NOT_WRITABLE`. */
  append(name: string, value: string): void {
    commandFile('GITHUB_STATE');
    toRunner('GITHUB_STATE', () => core.saveState(name, value));
  },
};

/** The state of main: before its first line stands whose it is, so that post can find the process and its file. */
export function stateOfThisMain(): typeof state {
  let introduced = false;
  return {
    append(name, value) {
      if (!introduced) state.append(processEntry, JSON.stringify(thisProcess(commandFile('GITHUB_STATE'))));
      introduced = true;
      state.append(name, value);
    },
  };
}

/**
 * Names and values of all state that main left, for post. In a container job the runner may have stopped
 * waiting for main: then main is ended first, and what it wrote last is read from its own file, also where it
 * has ended by itself since.
 */
export async function stateOfMain(): Promise<Map<string, string>> {
  const entries = new Map<string, string>();
  for (const [name, value] of Object.entries(process.env)) {
    if (name.startsWith(prefix) && value !== undefined) entries.set(name.slice(prefix.length), value);
  }
  const recorded = readStepProcess(entries.get(processEntry));
  for (const main of [...(recorded === undefined ? [] : [recorded]), ...mainsStillRunning()]) {
    await endStep(main);
    for (const [name, value] of linesOf(main.stateFile)) entries.set(name, value);
  }
  if (entries.has(processEntry)) return entries;
  const unread = unreadState(process.env['GITHUB_STATE'] ?? '', isOfThisStep);
  return new Map([...entries, ...unread]);
}

function isOfThisStep(entries: ReadonlyMap<string, string>, file: string): boolean {
  const writer = readStepProcess(entries.get(processEntry));
  return writer?.stateFile === file && writer.action === process.env['GITHUB_ACTION'];
}

function readStepProcess(text: string | undefined): RecordedProcess | undefined {
  try {
    const { pid, startedAt, stateFile, action } = JSON.parse(text ?? '') as Partial<RecordedProcess>;
    if (typeof pid !== 'number' || typeof stateFile !== 'string') return undefined;
    return { pid, startedAt: String(startedAt), stateFile, action: String(action) };
  } catch {
    return undefined;
  }
}
