import { KeyPairError, unexpectedError } from '../errors.ts';
import { referenceText } from '../inputs/store-reference.ts';
import { tagKeys } from '../ownership.ts';
import type { UnknownHolder } from './holder.ts';
import type { NewKeyPair } from './requests.ts';
import type { KeyPair } from './responses.ts';
import { storeOf } from './store-of.ts';

/** Someone else's key pair has the name: it carries another nonce, or is older than this step. */
export class NameTakenError extends KeyPairError {
  readonly holder: KeyPair;

  /** @param asked - The key pair that was to be created. */
  constructor(holder: KeyPair, asked: Pick<NewKeyPair, 'tags'>, cause: unknown) {
    const { keyName, keyPairId, region, fingerprint } = holder;
    super(
      'NAME_TAKEN',
      `Key pair "${keyName}" already exists in ${region} (${keyPairId}, fingerprint ${fingerprint}).${ofSameRun(holder, asked)}`,
      {
        hint: `${howToUse(holder)} To get a new key in every run, leave out key-name.`,
        cause,
      },
    );
    this.holder = holder;
  }
}

/** Deleting a key pair deletes its private key in a store, too. */
function howToUse(holder: KeyPair): string {
  const store = storeOf(holder);
  return store === undefined
    ? 'EC2 returns a private key only once, at creation. To use the key pair without its private key, set operation: ensure. To replace it, delete it with operation: delete before this step.'
    : `Its private key is in ${referenceText(store)}: to use both, set operation: ensure. To replace the key, set operation: rotate.`;
}

/** A sentence about a key pair of another step of the same run: often the run was run again. Empty for any other one. */
function ofSameRun(holder: KeyPair, asked: Pick<NewKeyPair, 'tags'>): string {
  const { tags } = holder;
  const own = new Map(asked.tags.map(({ key, value }) => [key, value]));
  const [ownRunId, ownAttempt] = (own.get(tagKeys.run) ?? '').split('/');
  const [, runId, attempt] = /^(\d+)\/(\d+)$/.exec(tags.get(tagKeys.run) ?? '') ?? [];
  if (runId !== ownRunId || tags.get(tagKeys.repository) !== own.get(tagKeys.repository)) return '';
  if (attempt === ownAttempt) return ' Another step of this run created it.';
  const isLost =
    storeOf(holder) === undefined
      ? ' Unless it imported a key or saved the private key, no one has that.'
      : '';
  return ` Attempt ${attempt} of this run created it.${isLost}`;
}

/**
 * The name is taken, but it is not proved by whom: a device on the way may have sent the request twice, or its response
 * was lost.
 */
export function maybeOwn(
  { keyName, region }: Pick<KeyPair, 'keyName' | 'region'>,
  { lookupError }: UnknownHolder,
  cause: unknown,
): KeyPairError {
  const what = `Key pair "${keyName}" already exists in ${region}, and this step may have created it.`;
  const hint = 'If this step created it, it is unusable: its private key was lost in transit.';
  if (lookupError === undefined) {
    const message = `${what} EC2 does not show whose it is.`;
    return new KeyPairError('NAME_TAKEN_MAYBE_BY_THIS_STEP', message, { hint, cause });
  }
  const { message, hint: advice = '' } =
    lookupError instanceof KeyPairError ? lookupError : unexpectedError(lookupError);
  return new KeyPairError('NAME_TAKEN_MAYBE_BY_THIS_STEP', `${what}\n${message}`, {
    hint: `${hint} ${advice}`.trimEnd(),
    cause: lookupError,
  });
}
