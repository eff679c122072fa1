/**
 * Preloaded into main (`--import`): kills the process at the instant that DIES_AT names, as a machine or a person
 * would, between two system calls. `before claim-2-held` and `after claim-2-held`: the append of that fact to the
 * step's state; `before link` and `after link`, `… unlink`: the calls that put the key's file into place;
 * `after masks`: the masks of a private key are out, and it is nowhere yet; `before private-key`: that output.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const [moment = '', place = ''] = (process.env['DIES_AT'] ?? '').split(' ');

function die(): void {
  process.kill(process.pid, 'SIGKILL');
}

/** The same call, which a process does not survive where it is at the place. */
function dyingAt<Values extends unknown[], Answer>(
  call: (...values: Values) => Answer,
  isThePlace: (...values: unknown[]) => boolean,
): (...values: Values) => Answer {
  return (...values) => {
    if (!isThePlace(...values)) return call(...values);
    if (moment === 'before') die();
    const answer = call(...values);
    die();
    return answer;
  };
}

if (process.argv[1]?.endsWith('main.js')) {
  fs.appendFileSync = dyingAt(fs.appendFileSync, (_, text) => String(text).startsWith(`${place}<<`));
  fs.linkSync = dyingAt(fs.linkSync, () => place === 'link');
  fs.unlinkSync = dyingAt(fs.unlinkSync, () => place === 'unlink');
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = (text: string | Uint8Array, ...rest: unknown[]) => {
    const isThePlace = place === 'masks' && String(text).includes('::add-mask::');
    const told = rest.find((value) => typeof value === 'function');
    return write(text, isThePlace ? die : (error) => told?.(error));
  };
  syncBuiltinESMExports();
}
