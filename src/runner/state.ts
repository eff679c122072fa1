import * as core from '@actions/core';
import { commandFile, toRunner } from './command-file.ts';
import { thisProcess } from './step-process.ts';

/** The name of the entry that identifies main's process. */
export const processEntry = 'main-process';

/** Appends to the step's state. */
export const state = {
  /** @throws KeyPairError `NO_RUNNER`, `RUNNER_FILE_NOT_WRITABLE`. */
  append(name: string, value: string): void {
    toRunner('GITHUB_STATE', () => core.saveState(name, value));
  },
};

/** The state of main. Its first entry identifies the process, so that the post step can find it and its file. */
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
