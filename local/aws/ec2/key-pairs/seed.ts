import type { KeyType } from '../../keys/created-key.ts';
import { createKeyPool } from '../../keys/pool.ts';
import { readImportedKey } from '../../keys/public-key.ts';
import { tagsOf } from '../tags.ts';
import { newKeyPairId, type StoredKeyPair } from './store.ts';
import { storedCreatedKey, storedImportedKey } from './stored-key.ts';

/** A key pair that exists before the test begins. */
export interface KeyPairSeed {
  readonly keyName: string;
  readonly id?: string;
  readonly tags?: Readonly<Record<string, string>>;
  /** Default: now. */
  readonly createTime?: Date;
  /** Default: `ed25519`, because generating RSA keys is slow. */
  readonly type?: KeyType;
  /** In one of the formats of ImportKeyPair. If set, the key pair is an imported one, and `type` is ignored. */
  readonly publicKey?: string;
}

const MAX_RSA_KEYS = 2;

/**
 * Key pairs for seeds, in their order. Every ED25519 key pair has its own key. RSA key pairs share two keys (and so two
 * fingerprints), because generating thousands of them would take minutes.
 *
 * @throws AwsError for a public key that EC2 would not import.
 */
export async function keyPairsFrom(seeds: readonly KeyPairSeed[]): Promise<StoredKeyPair[]> {
  const rsaSeeds = seeds.filter(({ type, publicKey }) => type === 'rsa' && publicKey === undefined);
  const pool = await createKeyPool({ rsa: Math.min(rsaSeeds.length, MAX_RSA_KEYS) });
  const pairs: StoredKeyPair[] = [];
  for (const seed of seeds) {
    const key =
      seed.publicKey === undefined
        ? storedCreatedKey(await pool.take(seed.type ?? 'ed25519'))
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
