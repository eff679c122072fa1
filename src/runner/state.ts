import { readFileSync } from 'node:fs';
import * as core from '@actions/core';
import { commandFile } from './command-file.ts';
import { endStep, mainsStillRunning, type StepProcess, thisProcess } from './step-process.ts';

const prefix = 'STATE_';
const processEntry = 'main-process';

/** The step's state, as far as this process appends to it. */
export const state = {
  /** @throws KeyPairError `NO_RUNNER`, and the file system's error. */
  append(name: string, value: string): void {
    commandFile('GITHUB_STATE');
    core.saveState(name, value);
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
 * waiting for main: then main is ended first, and what it wrote last is read from its own file.
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
  return entries;
}

function readStepProcess(text: string | undefined): StepProcess | undefined {
  try {
    const { pid, startedAt, stateFile } = JSON.parse(text ?? '') as Partial<StepProcess>;
    if (typeof pid !== 'number' || typeof stateFile !== 'string') return undefined;
    return { pid, startedAt: String(startedAt), stateFile };
  } catch {
    return undefined;
  }
}

/** Reads `name<<delimiter`, value, delimiter; what is cut off at the end of the file does not count. */
function linesOf(file: string): [name: string, value: string][] {
  const lines = textOf(file).split(/\r?\n/);
  const found: [string, string][] = [];
  for (let at = 0; at + 2 < lines.length; at += 3) {
    const [name, delimiter] = (lines[at] ?? '').split('<<');
    const value = lines[at + 1];
    if (name === undefined || value === undefined || lines[at + 2] !== delimiter) break;
    found.push([name, value]);
  }
  return found;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
