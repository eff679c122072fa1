import * as core from '@actions/core';
import { commandFile, isSiblingOf, toRunner } from './command-file.ts';

/**
 * Sets an output of the step.
 *
 * @throws KeyPairError `NO_RUNNER`, `RUNNER_FILE_NOT_WRITABLE`.
 */
export function setOutput(name: string, value: string): void {
  toRunner('GITHUB_OUTPUT', () => core.setOutput(name, value));
}

export function setOutputs(outputs: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(outputs)) setOutput(name, value);
}

/** Absolute path of the file that holds the step's outputs. @throws KeyPairError `NO_RUNNER`. */
export function outputFile(): string {
  return commandFile('GITHUB_OUTPUT');
}

/** Whether a path is that of the output file of a step of this job. */
export function isOutputFile(file: string): boolean {
  return isSiblingOf(process.env['GITHUB_OUTPUT'] ?? '', file);
}
