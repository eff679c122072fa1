import { privateKeysIn } from './find-private-keys.ts';
import { plainText } from './plain-text.ts';
import { MaskedPrivateKey, PrivateKey, type RegisterMasks } from './private-key.ts';
import { blocksIn, masksOfBlock, masksOfRuns } from './unreadable-key-masks.ts';

/**
 * Masks the private keys in a text that should not contain one, in any form: also encrypted, damaged, encoded, or of a
 * type that this action cannot read.
 *
 * @returns Undefined if there is none. Its masks are registered if it is `masked`. `unmasked`: there is nothing in it
 * that a mask could match.
 */
export async function maskPrivateKeyIn(
  given: string,
  registerMasks: RegisterMasks,
): Promise<'masked' | 'unmasked' | undefined> {
  const found = privateKeysIn(plainText(given));
  if (found.length === 0) return undefined;
  const areMasked: boolean[] = [];
  for (const { text, encodedTwice } of found) {
    for (const block of blocksIn(text)) areMasked.push(await maskBlock(block, registerMasks));
    if (encodedTwice !== undefined) await registerMasks(masksOfRuns(encodedTwice));
  }
  return areMasked.includes(true) ? 'masked' : 'unmasked';
}

async function maskBlock(block: string, registerMasks: RegisterMasks): Promise<boolean> {
  const key = parsed(block);
  if (key !== undefined) {
    await MaskedPrivateKey.mask(key, registerMasks);
    return true;
  }
  const masks = masksOfBlock(block);
  if (masks.length > 0) await registerMasks(masks);
  return masks.length > 0;
}

function parsed(text: string): PrivateKey | undefined {
  try {
    return PrivateKey.parse(text);
  } catch {
    return undefined;
  }
}
