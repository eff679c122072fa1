import { isNamed } from '../aws/errors.ts';
import { KeyPairError } from '../errors.ts';
import { readJournal } from './journal.ts';
import type { KeyPairs } from './key-pairs.ts';
import type { ImportedKeyPair } from './requests.ts';
import { ec2ErrorNames, type KeyPair } from './responses.ts';

/**
 * The key pair that a journal holds, with its tags.
 *
 * @throws KeyPairError `PUBLIC_KEY_UNREADABLE`.
 */
export function keyPairIn(journal: KeyPair): ImportedKeyPair {
  const before = readJournal(journal);
  const { publicKey } = journal;
  if (before === undefined || publicKey === undefined) throw unreadable(journal);
  const { keyName, tags } = before;
  return { keyName, publicKey, tags };
}

/**
 * Puts the key pair of a rotation back, with its tags, unless a key pair has its name. That is not looked up, since reads lag
 * behind writes: EC2 itself refuses the import then.
 *
 * @returns The ID of the key pair that was put back; undefined if a key pair has the name, which may be this one if a response
 * was lost.
 * @throws KeyPairError `PUBLIC_KEY_UNREADABLE`, and the codes of `explain`.
 */
export async function putBack(
  journal: KeyPair,
  keyPairs: Pick<KeyPairs, 'import'>,
): Promise<string | undefined> {
  try {
    return (await keyPairs.import(keyPairIn(journal))).keyPairId;
  } catch (error) {
    if (!isNamed(error, ec2ErrorNames.duplicate)) throw error;
    return undefined;
  }
}

function unreadable({ keyName, keyPairId }: KeyPair): KeyPairError {
  return new KeyPairError(
    'PUBLIC_KEY_UNREADABLE',
    `EC2 does not show the public key and the tags of key pair "${keyName}" (${keyPairId}).`,
    { hint: 'They are needed to put back the key pair that was being rotated.' },
  );
}
