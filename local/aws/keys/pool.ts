import { type CreatedKey, createKey, type KeyType } from './created-key.ts';

/** Where an endpoint gets new keys from. */
export interface KeyPool {
  take(type: KeyType): Promise<CreatedKey>;
}

/** Generates each key when it is needed. */
export const freshKeys: KeyPool = { take: createKey };

/** Another pool's keys, and a list of those that were taken, so that tests can look for leaks. */
export class RecordedKeys implements KeyPool {
  readonly taken: CreatedKey[] = [];
  readonly #pool: KeyPool;

  constructor(pool: KeyPool = freshKeys) {
    this.#pool = pool;
  }

  async take(type: KeyType): Promise<CreatedKey> {
    const key = await this.#pool.take(type);
    this.taken.push(key);
    return key;
  }
}

/**
 * Generates keys in advance, so that benchmarks do not measure key generation. They are used in turn, over and over.
 * A key of a type that has none is generated when it is needed.
 */
export async function createKeyPool(counts: Partial<Record<KeyType, number>>): Promise<KeyPool> {
  const prepared = {
    rsa: await createKeys('rsa', counts.rsa),
    ed25519: await createKeys('ed25519', counts.ed25519),
  };
  const taken = { rsa: 0, ed25519: 0 };
  return {
    async take(type) {
      const keys = prepared[type];
      const key = keys[taken[type] % Math.max(keys.length, 1)];
      taken[type] += 1;
      return key ?? createKey(type);
    },
  };
}

function createKeys(type: KeyType, count = 0): Promise<CreatedKey[]> {
  return Promise.all(Array.from({ length: count }, () => createKey(type)));
}
