import { KeyPairError, unexpectedError } from '../errors.ts';
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

/** Characters. The runner cuts an annotation at 4,096 (actions/runner, ExecutionContext.cs), and masks may make it longer. */
const maxAnnotation = 3_000;

/** The post step never fails a job. */
export function reportAsWarning(error: unknown): void {
  const message = error instanceof Error ? error.message : 'unknown error';
  log.warning(annotationOf(`Cleanup failed: ${message.replace(/\.$/, '')}.`, hintOf(error)));
}

/** Prints what happened and what to do now, as one annotation, and then what is for the log alone. */
export function reportFailure(error: unknown): void {
  const { message, hint, details, code } = error instanceof KeyPairError ? error : unexpectedError(error);
  log.error(annotationOf(message, hint));
  if (details !== undefined) log.info(details);
  log.debug(`Code ${code}.`);
}

/** A message that is too long is printed in the log as well, so that the hint is in the annotation. */
function annotationOf(message: string, hint: string | undefined): string {
  const lines = hint === undefined ? '' : `\n${hint}`;
  const room = Math.max(maxAnnotation - lines.length, 0);
  if (message.length <= room) return `${message}${lines}`;
  log.info(message);
  return `${message.slice(0, room)}…${lines}`;
}

function hintOf(error: unknown): string | undefined {
  return error instanceof KeyPairError ? error.hint : undefined;
}
