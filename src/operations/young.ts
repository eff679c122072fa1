import { readJournal } from '../ec2/journal.ts';
import type { KeyPair } from '../ec2/responses.ts';

/** Milliseconds: longer than a step takes to create a key pair, and to keep its private key. */
const maxAge = 5 * 60_000;

/** Milliseconds: longer than a step takes to rotate a key pair and to update its instances. */
const maxAgeWithInstances = 15 * 60_000;

/** Whether the step that created a key pair may still be running. */
export function isYoung({ createdAt }: Pick<KeyPair, 'createdAt'>, now: Date, age = maxAge): boolean {
  return createdAt !== undefined && now.getTime() - createdAt.getTime() < age;
}

/** Whether the step that opened a journal may still be running. */
export function isYoungRotation(
  journal: Pick<KeyPair, 'keyName' | 'tags' | 'createdAt'>,
  now: Date,
): boolean {
  const { instances } = readJournal(journal) ?? {};
  return isYoung(journal, now, instances === undefined ? maxAge : maxAgeWithInstances);
}
