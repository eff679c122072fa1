import { KeyPairError } from '../../errors.ts';
import { PrivateKey, type RegisterMasks } from '../../keys/private-key.ts';
import { maskPrivateKeyIn } from '../../keys/private-key-text.ts';
import type { Store } from '../../stores/store.ts';
import type { PrivateKeySource } from '../source.ts';

/** Milliseconds that a step waits for the copy of a new key pair: whoever creates it writes the copy next. */
const waitForCopy = 30_000;

const advice =
  'Someone replaced the private key there, or the tag of the key pair. Correct the tag, or delete the key pair and create it again.';

/**
 * The private key that a store has. It is masked before anything else is done with it.
 *
 * @param isPairNew - Whether another step may be about to write it.
 * @throws KeyPairError `find` throws `PRIVATE_KEY_UNREADABLE`, `PRIVATE_KEY_ENCRYPTED`, and the codes of `Store.read`.
 */
export function storedKeySource(
  store: Store,
  isPairNew: boolean,
  registerMasks: RegisterMasks,
): PrivateKeySource {
  const { reference: where } = store;
  return {
    notFound: `${where} does not exist`,
    async find() {
      const text = await store.poll(() => store.read(), isPairNew ? waitForCopy : undefined);
      if (text === undefined) return undefined;
      await maskPrivateKeyIn(text, registerMasks);
      try {
        return { where, privateKey: PrivateKey.parse(text), advice };
      } catch (error) {
        if (!(error instanceof KeyPairError)) throw error;
        const { code, message, hint } = error;
        throw new KeyPairError(code, `${where}: ${message}`, { hint, cause: error });
      }
    },
  };
}
