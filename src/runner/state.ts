import * as core from '@actions/core';
import { requireFile } from './command-file.ts';

const prefix = 'STATE_';

/** The step's state: what main appends, post is given. */
export const state = {
  /** Appends one line. @throws KeyPairError `NO_RUNNER`, and the file system's error. */
  append(name: string, value: string): void {
    requireFile('GITHUB_STATE');
    core.saveState(name, value);
  },

  /** Names and values of all state that the step before left. */
  entries(): [name: string, value: string][] {
    return Object.entries(process.env).flatMap(([name, value]) =>
      name.startsWith(prefix) && value !== undefined ? [[name.slice(prefix.length), value]] : [],
    );
  },
};
