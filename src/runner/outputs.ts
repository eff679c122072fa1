import * as core from '@actions/core';
import { requireFile } from './command-file.ts';

/**
 * Sets an output of the step. Without the runner's file for it the toolkit would print the value.
 *
 * @throws KeyPairError `NO_RUNNER`, and the file system's error where the file cannot be written.
 */
export function setOutput(name: string, value: string): void {
  requireFile('GITHUB_OUTPUT');
  core.setOutput(name, value);
}

export function setOutputs(outputs: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(outputs)) setOutput(name, value);
}
