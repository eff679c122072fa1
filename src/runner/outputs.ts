import * as core from '@actions/core';
import { commandFile } from './command-file.ts';

/**
 * Sets an output of the step.
 *
 * @throws KeyPairError `NO_RUNNER`, and the file system's error where the runner's file cannot be written.
 */
export function setOutput(name: string, value: string): void {
  commandFile('GITHUB_OUTPUT');
  core.setOutput(name, value);
}

export function setOutputs(outputs: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(outputs)) setOutput(name, value);
}

/** Absolute path of the file that holds the step's outputs. @throws KeyPairError `NO_RUNNER`. */
export function outputFile(): string {
  return commandFile('GITHUB_OUTPUT');
}
