import * as core from '@actions/core';
import { commandFile, toRunner } from './command-file.ts';
import { thisProcess } from './step-process.ts';

/** The name of the entry in which main says which process it is. */
export const processEntry = 'main-process';

/** The step's state, as far as this process appends to it. */
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
