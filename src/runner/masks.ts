import { EOL } from 'node:os';
import { notWritable } from './command-file.ts';

/**
 * Registers masks, and resolves once they are written, so that everything printed afterwards is masked. Writes all of
 * them at once: hundreds of single writes take longer than the request for the key. The first newline makes sure that
 * the commands start on a new line.
 *
 * @throws KeyPairError `RUNNER_FILE_NOT_WRITABLE`: then the private key must not be delivered.
 */
export function registerMasks(values: readonly string[]): Promise<void> {
  const lines = values.map((value) => `::add-mask::${escaped(value)}`);
  const text = `${['', ...lines].join(EOL)}${EOL}`;
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) =>
      error ? reject(notWritable('standard output, which the runner reads', error)) : resolve(),
    );
  });
}

/** As the runner unescapes a command's value (actions/toolkit, core/src/command.ts). */
function escaped(value: string): string {
  return value.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
