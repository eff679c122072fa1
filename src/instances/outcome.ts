import type { CommandInvocation } from '@aws-sdk/client-ssm';
import { readReport } from './authorized-keys.ts';

/** What a program has done on one instance. */
export type Outcome =
  /** It ran to its end. With `found` 0, no file on the instance has the key that it looked for. */
  | { readonly is: 'done'; readonly found: number; readonly changed: number }
  /** It certainly never ran. */
  | { readonly is: 'not-run'; readonly why: string }
  /**
   * It may have changed some files, and not others. `why` continues the ID, as in `i-0a is stopped`. With `onlyUnreadable`, it changed all files that it
   * knows to have the key: the others can neither be read nor written.
   */
  | { readonly is: 'failed'; readonly why: string; readonly onlyUnreadable?: true };

/** Of one command on one instance. */
const unfinished = ['Pending', 'InProgress', 'Delayed', 'Cancelling'];

/** Details of states in which the program was never started (Systems Manager user guide, command statuses). */
const neverRun: Readonly<Record<string, string>> = {
  DeliveryTimedOut: 'did not take the command in time',
  Undeliverable: 'could not be reached',
  InvalidPlatform: 'runs another operating system than Linux',
  AccessDenied: 'does not allow the command',
};

/** Characters of a reason that a program printed. */
const longestReason = 160;

export function isFinal({ Status }: CommandInvocation): boolean {
  return Status !== undefined && !unfinished.includes(Status);
}

/** The outcome of a command that is final. */
export function outcomeOf({ Status, StatusDetails = '', CommandPlugins }: CommandInvocation): Outcome {
  const details = StatusDetails.replaceAll(' ', '');
  const never = neverRun[details];
  if (never !== undefined) return { is: 'not-run', why: never };
  const output = standardOutputIn(CommandPlugins?.map(({ Output = '' }) => Output).join('\n') ?? '');
  const report = readReport(output);
  if (report === undefined) return { is: 'failed', why: withoutReport(Status, details) };
  const { found, changed, failed } = report;
  if (failed > 0) {
    const why = `could not change ${counted(failed)}${firstProblem(output)}`;
    return { is: 'failed', why, ...(found === changed ? { onlyUnreadable: true } : {}) };
  }
  if (Status !== 'Success') return { is: 'failed', why: withoutReport(Status, details) };
  return { is: 'done', found, changed };
}

function withoutReport(status: string | undefined, details: string): string {
  if (status === 'Success') return 'sent no readable report';
  if (status === 'Cancelled') return 'ran a command that was canceled';
  return details === 'ExecutionTimedOut'
    ? 'did not complete the command in time'
    : 'failed to run the command';
}

/** Without what the agent adds: the standard error, and the exit code of a program that failed. */
function standardOutputIn(output: string): string {
  return output.replace(/\n?-+ERROR-+\n[\s\S]*$/, '');
}

function counted(files: number): string {
  return files === 1 ? 'a file' : `${files} files`;
}

/**
 * The first line about a file, which a user of the instance may have named: as the program prints it, in ASCII. A later step may
 * print it as it is, so it contains no `##[`, which begins a command for the runner.
 */
function firstProblem(output: string): string {
  const line = output
    .split('\n')
    .map((one) => one.trim())
    .find((one) => one.startsWith('/'));
  return line === undefined ? '' : ` (${line.slice(0, longestReason).replace(/[^ -~]|#(?=\[)/g, '?')})`;
}
