import { errorNames, isNamed } from '../aws/errors.ts';
import { KeyPairError } from '../errors.ts';
import type { WorkflowRun } from '../ownership.ts';
import { isCopyOf, type KeptPair, tagsOfCopy } from './copy-tags.ts';
import type { Store } from './store.ts';
import { storeTaken } from './store-taken.ts';

/** A copy of a private key to keep. */
export interface NewCopy {
  readonly text: string;
  readonly pair: KeptPair;
  /** Whether this step created the key pair: then no one else can have kept its private key. */
  readonly isPairNew: boolean;
  readonly kmsKeyId: string | undefined;
  readonly run: WorkflowRun;
}

/** What is noted of a copy while it is written. */
export interface CopyNotes {
  /** The store has it. */
  confirmed(): void;
  /** This step certainly did not write it. */
  cancelled(): void;
}

/** Whether this role may read the copy that it keeps. */
export type ReadBack = 'equal' | 'not allowed';

/**
 * Checks that a private key can fit, before anything is changed for it. Its exact length is checked when it is kept.
 *
 * @param length - Characters that it has at least.
 * @throws KeyPairError `INVALID_INPUT`.
 */
export function requireRoom(length: number, store: Store): void {
  if (length > store.maxValue) throw tooLong(`more than ${length}`, store);
}

/**
 * Keeps a private key under a free name, and reads it back. A copy that is there already must be that of the same key pair,
 * with the same key: a response may have been lost.
 *
 * @throws KeyPairError `STORE_TAKEN`, `STORE_UNCONFIRMED`, and the codes of `explain`.
 */
export async function keepCopy(store: Store, copy: NewCopy, notes: CopyNotes): Promise<ReadBack> {
  const { text, pair, kmsKeyId, run } = copy;
  if (text.length > store.maxValue) {
    notes.cancelled();
    throw tooLong(String(text.length), store);
  }
  let isUncertain = false;
  const value = { text, kmsKeyId, tags: tagsOfCopy(pair, run) };
  let version: string | undefined;
  try {
    version = await store.put(value, () => {
      isUncertain = true;
    });
  } catch (error) {
    // Proof that there is none: the store itself refused every request.
    if (!isUncertain) notes.cancelled();
    throw error;
  }
  if (version === undefined) await requireOwn(store, copy, { isUncertain, notes });
  else notes.confirmed();
  return readBack(store, text, version);
}

async function requireOwn(
  store: Store,
  { pair, isPairNew }: NewCopy,
  { isUncertain, notes }: { readonly isUncertain: boolean; readonly notes: CopyNotes },
): Promise<void> {
  const entry = await store.poll(async (isLast) => {
    const seen = await store.look();
    return seen !== undefined && (isCopyOf(pair, seen.tags) || isLast) ? seen : undefined;
  });
  const isOwn = entry !== undefined && isCopyOf(pair, entry.tags);
  if (isOwn && isPairNew) return notes.confirmed();
  // If its request got no response, and the store does not show whose copy it is, this step may have written it.
  if (entry !== undefined || !isUncertain) notes.cancelled();
  if (!isOwn) throw storeTaken(store, entry);
}

/** Reads may lag behind the write, and the role may lack the permission to read, which proves nothing. */
async function readBack(store: Store, text: string, version: string | undefined): Promise<ReadBack> {
  let stored: string | undefined;
  try {
    stored = await store.poll(() => store.read(version));
  } catch (error) {
    if (isNamed(error, ...errorNames.notAuthorized)) return 'not allowed';
    throw error;
  }
  if (stored === text) return 'equal';
  const { title, reference } = store;
  const message =
    stored === undefined
      ? `${title} does not show the private key that was written to ${reference}.`
      : `${title} has another value than the private key that was written to ${reference}.`;
  throw new KeyPairError('STORE_UNCONFIRMED', message, {
    hint: 'Run the job again. If that does not help, check whether something else writes to this name.',
  });
}

function tooLong(length: string, { reference, maxValue }: Store): KeyPairError {
  return new KeyPairError(
    'INVALID_INPUT',
    `The private key has ${length} characters, but ${reference} takes at most ${maxValue}.`,
    { hint: 'Set store: secrets-manager, which takes larger values.' },
  );
}
