import type { KeyPair } from '../ec2/responses.ts';
import { prefix } from '../ownership.ts';

/** The tag of a key pair that holds the old public key while a rotation replaces it. */
const journalKey = `${prefix}rotation`;

/** Whether a key pair is the journal of a rotation, by which that is finished or undone: deleting it could lose a key. */
export function isRotationJournal({ keyName, tags }: Pick<KeyPair, 'keyName' | 'tags'>): boolean {
  return tags.has(journalKey) || /\.rotating-[0-9a-f]+$/.test(keyName);
}
