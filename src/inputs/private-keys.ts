import { KeyPairError } from '../errors.ts';
import type { RegisterMasks } from '../keys/private-key.ts';
import { maskPrivateKeyIn } from '../keys/private-key-text.ts';
import { type InputTable, inputTable } from './table.ts';
import type { RawInput } from './values.ts';

/**
 * Masks the private key in any input, also in one that does not exist: no input takes one, and errors quote values.
 *
 * @param names - Of all inputs, in any case.
 * @throws KeyPairError `INVALID_INPUT` if there is one in an input that exists.
 */
export async function refusePrivateKeys(
  names: readonly string[],
  raw: RawInput,
  registerMasks: RegisterMasks,
  table: InputTable = inputTable,
): Promise<void> {
  const found: string[] = [];
  for (const name of names) {
    if ((await maskPrivateKeyIn(raw(name), registerMasks)) !== undefined) found.push(name.toLowerCase());
  }
  const [first] = found.filter((name) => name in table);
  if (first === undefined) return;
  throw new KeyPairError('INVALID_INPUT', `${first} contains a private key.`, {
    hint: `The runner prints inputs, so it may already be in this job's log: delete the log, replace the key, and set ${first} to ${meantBy(first)}`,
  });
}

function meantBy(name: string): string {
  if (name === 'public-key')
    return 'a public key (`ssh-keygen -y -f <private key>` prints it, or for PPK `puttygen <file> -L`).';
  return name.endsWith('-path') ? 'the path of a file.' : 'what the README says about it.';
}
