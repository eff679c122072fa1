import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** A process that runs a step. The start time distinguishes it from a later process with the same ID. */
export interface StepProcess {
  readonly pid: number;
  /** Clock ticks after boot (proc(5), stat, field 22); empty except on Linux. */
  readonly startedAt: string;
}

/** What main records about itself. */
export interface RecordedProcess extends StepProcess {
  /** Absolute path of the file that it appends state to. */
  readonly stateFile: string;
  /** GITHUB_ACTION: which of the job's steps it runs. Its post step has the same; so have steps of a composite action. */
  readonly action: string;
  /** `inputsMark`: tells steps of a composite action apart, unless they have the same inputs. */
  readonly inputs: string;
}

export function thisProcess(stateFile: string): RecordedProcess {
  const action = process.env['GITHUB_ACTION'] ?? '';
  return { pid: process.pid, startedAt: startOf(process.pid), stateFile, action, inputs: ownInputs() };
}

/** `inputsMark` of this process. */
export function ownInputs(): string {
  return inputsMark(Object.entries(process.env));
}

/** A mark of a step's inputs, which the runner passes to main and to the post step. Too short to guess an input by. */
export function inputsMark(
  variables: readonly (readonly [name: string, value: string | undefined])[],
): string {
  const inputs = variables.filter(([name]) => name.startsWith('INPUT_')).sort();
  return createHash('sha256').update(JSON.stringify(inputs)).digest('hex').slice(0, 8);
}

/** When a process started; empty if it is gone. One that has ended but was not waited for (state Z) counts as gone. */
export function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const [status, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return status === 'Z' || status === 'X' ? '' : (fields[18] ?? '');
  } catch {
    return '';
  }
}
