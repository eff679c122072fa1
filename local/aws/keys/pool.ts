import { type KeyType, type MadeKey, makeKey } from './made-key.ts';

/** Where an endpoint gets new keys from. */
export interface KeyPool {
  take(type: KeyType): Promise<MadeKey>;
}

/** Generates each key when it is needed. */
export const freshKeys: KeyPool = { take: makeKey };

/** Another pool's keys, and a list of those that were taken, so that tests can look for leaks. */
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
 * Generates keys in advance, so that benchmarks do not measure key generation. They are used in turn, over and over.
 * A key of a type that has none is generated when it is needed.
 */
export async function makeKeyPool(counts: Partial<Record<KeyType, number>>): Promise<KeyPool> {
  const prepared = {
    rsa: await makeKeys('rsa', counts.rsa),
    ed25519: await makeKeys('ed25519', counts.ed25519),
  };
  const taken = { rsa: 0, ed25519: 0 };
  return {
    async take(type) {
      const keys = prepared[type];
      const key = keys[taken[type] % Math.max(keys.length, 1)];
      taken[type] += 1;
      return key ?? makeKey(type);
    },
  };
}

function makeKeys(type: KeyType, count = 0): Promise<MadeKey[]> {
  return Promise.all(Array.from({ length: count }, () => makeKey(type)));
}
