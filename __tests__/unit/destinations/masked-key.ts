import { MaskedPrivateKey, PrivateKey, type RegisterMasks } from '../../../src/keys/private-key.ts';
import { freshEd25519 } from '../../lib/keys.ts';

/** A masked private key, and its text as PEM. */
export interface TestMaskedKey {
  readonly key: MaskedPrivateKey;
  readonly pem: string;
  /** A line that only the private half has. */
  readonly secretLine: string;
}

/**
 * Creates a private key whose masks are registered.
 *
 * @param registerMasks - Called with the masks of every other format that the key is written in.
 */
export async function createMaskedKey(registerMasks: RegisterMasks = async () => {}): Promise<TestMaskedKey> {
  const { pem } = freshEd25519();
  let isMasked = false;
  const key = await MaskedPrivateKey.mask(PrivateKey.parse(pem), async (values) => {
    if (isMasked) await registerMasks(values);
  });
  isMasked = true;
  const [secretLine = pem] = pem.split('\n').slice(-4);
  return { key, pem, secretLine };
}
