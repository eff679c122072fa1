import { parseReference, type StoreReference } from '../inputs/store-reference.ts';
import { tagKeys } from '../ownership.ts';
import type { KeyPair } from './responses.ts';

/** Where AWS keeps the private key of a key pair, according to its tag. */
export function storeOf({ tags }: Pick<KeyPair, 'tags'>): StoreReference | undefined {
  return parseReference(tags.get(tagKeys.store) ?? '');
}
