import type { KeyType } from '../../keys/made-key.ts';
import { makeKeyPool } from '../../keys/pool.ts';
import { readImportedKey } from '../../keys/public-key.ts';
import { tagsOf } from '../tags.ts';
import { newKeyPairId, type StoredKeyPair } from './store.ts';
import { storedImportedKey, storedMadeKey } from './stored-key.ts';

/** A key pair that somebody made earlier. */
export interface KeyPairSeed {
  readonly keyName: string;
  readonly id?: string;
  readonly tags?: Readonly<Record<string, string>>;
  /** Now, unless said. */
  readonly createTime?: Date;
  /** `ed25519` unless said: RSA keys take long to make. */
  readonly type?: KeyType;
  /** In one of the formats of ImportKeyPair; then it was imported, and `type` is the key's own. */
  readonly publicKey?: string;
}

const MOST_RSA_KEYS = 2;

/**
 * Key pairs for seeds, in their order. Every ED25519 pair has a key of its own; RSA pairs share two keys
 * (and so two fingerprints), else thousands of them would take minutes. Throws Refusal for a public key EC2 would not import.
 */
export async function keyPairsFrom(seeds: readonly KeyPairSeed[]): Promise<StoredKeyPair[]> {
  const rsaSeeds = seeds.filter(({ type, publicKey }) => type === 'rsa' && publicKey === undefined);
  const pool = await makeKeyPool({ rsa: Math.min(rsaSeeds.length, MOST_RSA_KEYS) });
  const pairs: StoredKeyPair[] = [];
  for (const seed of seeds) {
    const key =
      seed.publicKey === undefined
        ? storedMadeKey(await pool.take(seed.type ?? 'ed25519'))
        : storedImportedKey(readImportedKey(seed.publicKey));
    pairs.push({
      ...key,
      id: seed.id ?? newKeyPairId(),
      name: seed.keyName,
      tags: tagsOf(seed.tags),
      createTime: seed.createTime ?? new Date(),
    });
  }
  return pairs;
}
