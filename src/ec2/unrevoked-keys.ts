import { prefix, type Tag } from '../ownership.ts';
import type { KeyPair } from './responses.ts';

/**
 * The key of the tag that names public keys which instances still accept, apart from that of their key pair: the old keys of
 * rotations that were not completed. The next rotation that updates instances removes them.
 */
const unrevokedKey = `${prefix}unrevoked`;

/** A digest has 64 digits, and the value of a tag up to 256 characters. */
const most = 3;

/** Digests as of `Fleet.digestOf`. */
export function unrevokedKeys({ tags }: Pick<KeyPair, 'tags'>): readonly string[] {
  const value = tags.get(unrevokedKey) ?? '';
  return /^[0-9a-f]{64}( [0-9a-f]{64})*$/.test(value) ? value.split(' ') : [];
}

/** @param digests - The newest key first. Of too many, the oldest one counts, which someone has, and the newest ones. */
export function tagOfUnrevoked(digests: readonly string[]): Tag {
  const named = digests.length > most ? [...digests.slice(0, most - 1), ...digests.slice(-1)] : digests;
  return { key: unrevokedKey, value: named.join(' ') };
}
