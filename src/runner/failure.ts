import { KeyPairError, nameAndMessage, unexpectedError } from '../errors.ts';
import { log } from './log.ts';

/**
 * Ignores errors of stdout, which would end the process before it has undone or cleaned up its work: the runner's worker
 * may be gone.
 */
export function surviveClosedLog(): void {
  process.stdout.on('error', () => undefined);
}

/** Sets a failing exit code until `completed()`, so that a promise that never settles fails the step. */
export function assumeFailure(): { completed(): void } {
  process.exitCode = 1;
  return {
    completed() {
      process.exitCode = 0;
    },
  };
}

/** The post step never fails a job. */
export function reportAsWarning(error: unknown): void {
  const why = error instanceof KeyPairError ? inOneLine(error) : nameAndMessage(error);
  log.warning(`Cleanup failed: ${why}`);
}

/** Prints what happened and what to do now, as one annotation. */
export function reportFailure(error: unknown): void {
  const { message, hint, code } = error instanceof KeyPairError ? error : unexpectedError(error);
  log.error(hint === undefined ? message : `${message}\n${hint}`);
  log.debug(`Code ${code}.`);
}

function inOneLine({ message, hint }: KeyPairError): string {
  return hint === undefined ? message : `${message} ${hint}`;
}
