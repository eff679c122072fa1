import { newKeyPairId, type StoredKeyPair } from './store.ts';

/** Key pairs as a read shows them, which may differ from those that exist. */
export type View = (pairs: readonly StoredKeyPair[]) => readonly StoredKeyPair[];

/** Without tags. A filter for a tag then finds nothing. */
export const withoutTags: View = (pairs) => pairs.map((pair) => ({ ...pair, tags: [] }));

/** As before key pairs were deleted and created again: under each name, another key pair with these tags. */
export function predecessors(tags: Readonly<Record<string, string>>): View {
  const known = new Map<string, StoredKeyPair>();
  return (pairs) =>
    pairs.map((pair) => {
      const old = known.get(pair.id) ?? {
        ...pair,
        id: newKeyPairId(),
        fingerprint: [...pair.fingerprint].reverse().join(''),
        tags: Object.entries(tags).map(([key, value]) => ({ key, value })),
      };
      known.set(pair.id, old);
      return old;
    });
}
