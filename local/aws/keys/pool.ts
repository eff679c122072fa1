import { type KeyType, type MadeKey, makeKey } from './made-key.ts';

/** Where an endpoint takes new keys from. */
export interface KeyPool {
  take(type: KeyType): Promise<MadeKey>;
}

/** Makes each key when it is asked for. */
export const freshKeys: KeyPool = { take: makeKey };

/** Keys of another pool, and a list of those that were taken, so that leaks can be looked for. */
export class RecordedKeys implements KeyPool {
  readonly taken: MadeKey[] = [];
  readonly #pool: KeyPool;

  constructor(pool: KeyPool = freshKeys) {
    this.#pool = pool;
  }

  async take(type: KeyType): Promise<MadeKey> {
    const key = await this.#pool.take(type);
    this.taken.push(key);
    return key;
  }
}

/**
 * Makes keys beforehand, so that a measurement does not measure prime numbers.
 * They are handed out in turn, over and over; a type of which none were made is made when asked for.
 */
export async function makeKeyPool(counts: Partial<Record<KeyType, number>>): Promise<KeyPool> {
  const shelves = {
    rsa: await makeKeys('rsa', counts.rsa),
    ed25519: await makeKeys('ed25519', counts.ed25519),
  };
  const taken = { rsa: 0, ed25519: 0 };
  return {
    async take(type) {
      const shelf = shelves[type];
      const key = shelf[taken[type] % Math.max(shelf.length, 1)];
      taken[type] += 1;
      return key ?? makeKey(type);
    },
  };
}

function makeKeys(type: KeyType, count = 0): Promise<MadeKey[]> {
  return Promise.all(Array.from({ length: count }, () => makeKey(type)));
}
