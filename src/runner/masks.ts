import { EOL } from 'node:os';
import { notWritable } from './command-file.ts';

/**
 * Registers masks and resolves once the lines are out of this process, so that whatever follows is masked.
 * All in one write: hundreds of single ones take longer than the request for the key. The empty line first
 * puts the commands at the start of a line, whatever was printed before.
 *
 * @throws KeyPairError `RUNNER_FILE_NOT_WRITABLE`: then the private key must not go anywhere.
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
