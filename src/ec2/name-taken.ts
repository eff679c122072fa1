import { KeyPairError, unexpectedError } from '../errors.ts';
import type { UnknownHolder } from './holder.ts';
import type { KeyPair } from './responses.ts';

/** Someone else's key pair has the name: it carries another nonce, or is older than this step. */
export class NameTakenError extends KeyPairError {
  readonly holder: KeyPair;

  constructor(holder: KeyPair, cause: unknown) {
    const { keyName, keyPairId, region, fingerprint } = holder;
    super(
      'NAME_TAKEN',
      `Key pair "${keyName}" already exists in ${region} (${keyPairId}, fingerprint ${fingerprint}).`,
      {
        hint: 'EC2 returns a private key only once, at creation. Use `operation: ensure` to reuse the key pair, `operation: delete` to remove it, or leave out key-name to get a generated name.',
        cause,
      },
    );
    this.holder = holder;
  }
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
