import { KeyPairError } from '../errors.ts';
import type { WorkflowRun } from '../ownership.ts';
import { isCopyOf, type KeptPair, tagsOfCopy } from './copy-tags.ts';
import type { Store } from './store.ts';

/** The copy to move, and what it may replace. */
export interface Move {
  readonly kept: KeptPair;
  /** The nonce of the key pair whose copy it replaces. */
  readonly oldNonce: string | undefined;
  readonly run: WorkflowRun;
  /** Masks the private key in what was read, before anything else is done with it. */
  mask(text: string): Promise<unknown>;
}

/**
 * Writes a copy over that of the old key, and reads it back. May be repeated.
 *
 * @returns Whether the copy is there now: what belongs to neither key is left untouched.
 * @throws KeyPairError `STORE_UNCONFIRMED`, and the codes of `Store`.
 */
export async function moveCopy(
  from: Store,
  to: Store,
  { kept, oldNonce = '', run, mask }: Move,
): Promise<boolean> {
  const there = await to.poll(() => to.look());
  const mayReplace =
    there !== undefined && (isCopyOf({ nonce: oldNonce }, there.tags) || isCopyOf(kept, there.tags));
  if (!mayReplace) return false;
  const source = await from.poll(async (isLast) => {
    const seen = await from.look();
    return seen !== undefined && (isCopyOf(kept, seen.tags) || isLast) ? seen : undefined;
  });
  if (source === undefined || !isCopyOf(kept, source.tags)) return false;
  const text = await from.poll(() => from.read());
  if (text === undefined) return false;
  await mask(text);
  const version = await replaceUnlessEqual(text, from, to, mask);
  await to.tag(tagsOfCopy(kept, run));
  const stored = await to.poll(() => to.read(version));
  if (stored === text) return true;
  throw new KeyPairError(
    'STORE_UNCONFIRMED',
    `${to.title} does not show the private key that was written to ${to.reference}.`,
    { hint: 'Run the job again. If that does not help, check whether something else writes to this name.' },
  );
}

/** A second version with the same text would push the old private key out of those that a secret keeps. */
async function replaceUnlessEqual(
  text: string,
  from: Store,
  to: Store,
  mask: Move['mask'],
): Promise<string | undefined> {
  const before = await to.read();
  if (before === text) return undefined;
  if (before !== undefined) await mask(before);
  return to.replace(text, await from.kmsKeyId());
}
