import { KeyPairError, unexpectedError } from '../errors.ts';
import { tagKeys } from '../ownership.ts';
import type { UnknownHolder } from './holder.ts';
import type { NewKeyPair } from './requests.ts';
import type { KeyPair } from './responses.ts';

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
        hint: 'EC2 returns a private key only once, at creation. To get a new key in every run, leave out key-name. To use the key pair without its private key, set operation: ensure. To replace it, delete it with operation: delete before this step.',
        cause,
      },
    );
    this.holder = holder;
  }
}

/** A sentence about a key pair of another step of the same run: often the run was run again. Empty for any other one. */
function ofSameRun({ tags }: KeyPair, asked: Pick<NewKeyPair, 'tags'>): string {
  const own = new Map(asked.tags.map(({ key, value }) => [key, value]));
  const [ownRunId, ownAttempt] = (own.get(tagKeys.run) ?? '').split('/');
  const [, runId, attempt] = /^(\d+)\/(\d+)$/.exec(tags.get(tagKeys.run) ?? '') ?? [];
  if (runId !== ownRunId || tags.get(tagKeys.repository) !== own.get(tagKeys.repository)) return '';
  const creator = attempt === ownAttempt ? 'Another step' : `Attempt ${attempt}`;
  return ` ${creator} of this run created it. Unless it imported a key or saved the private key, no one has that.`;
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
