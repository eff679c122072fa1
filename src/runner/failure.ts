import { KeyPairError } from '../errors.ts';
import { log } from './log.ts';

/**
 * Until a step says that it has succeeded it has failed: a promise that never settles must not look green.
 * Nor does a log that cannot be written end the process: it goes on to undo what nobody would learn of.
 */
export function failUnlessCompleted(): { completed(): void } {
  process.exitCode = 1;
  process.stdout.on('error', () => undefined);
  return {
    completed() {
      process.exitCode = 0;
    },
  };
}

/** Post has never a reason to fail a job. */
export function reportAsWarning(error: unknown): void {
  const { name, message } =
    error instanceof Error ? error : { name: 'Error', message: 'not an error object' };
  log.warning(`Cleaning up failed: ${name}: ${message}`);
}

/** Prints what happened and what now. Of an error that is not ours only its name and text: it may carry a response. */
export function reportFailure(error: unknown): void {
  if (error instanceof KeyPairError) {
    log.error(error.message);
    if (error.hint !== undefined) log.info(error.hint);
    log.debug(`Code ${error.code}.`);
  } else {
    const { name, message } =
      error instanceof Error ? error : { name: 'Error', message: 'not an error object' };
    log.error(`Something unexpected happened: ${name}: ${message}`);
    log.info('This is a mistake in the action: please report it, with this line.');
  }
}
