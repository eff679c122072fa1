import type { KeyPair } from '../ec2/responses.ts';

/** Milliseconds: longer than a step takes to create a key pair, and to keep its private key. */
const maxAge = 5 * 60_000;

/** Whether the step that created a key pair may still be running. */
export function isYoung({ createdAt }: Pick<KeyPair, 'createdAt'>, now: Date): boolean {
  return createdAt !== undefined && now.getTime() - createdAt.getTime() < maxAge;
}
