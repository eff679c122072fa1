import { randomBytes } from 'node:crypto';
import { AwsError } from '../../aws-error.ts';
import type { Faults } from '../../faults.ts';
import type { KeyType } from '../../keys/created-key.ts';
import type { Tag } from '../tags.ts';

/** A key pair as EC2 stores it: without its private key. */
export interface StoredKeyPair {
  readonly id: string;
  readonly name: string;
  readonly type: KeyType;
  readonly fingerprint: string;
  /** `ssh-rsa AAAA…`, without a comment. */
  readonly publicKey: string;
  readonly tags: readonly Tag[];
  readonly createTime: Date;
  readonly imported: boolean;
}

export function newKeyPairId(): string {
  return `key-0${randomBytes(8).toString('hex')}`;
}

type KeyPairsById = ReadonlyMap<string, StoredKeyPair>;

/**
 * The key pairs of one account and Region. Every write replaces the map, so that a stale read can still see the old
 * one.
 */
export class KeyPairStore {
  readonly #faults: Faults;
  #current: KeyPairsById = new Map();
  #stale: { keyPairs: KeyPairsById; readsLeft: number } = { keyPairs: this.#current, readsLeft: 0 };
  /** Earlier states, the oldest first, each shown until an instant of `performance.now()`. */
  #past: readonly { readonly keyPairs: KeyPairsById; readonly until: number }[] = [];

  constructor(faults: Faults) {
    this.#faults = faults;
  }

  /** All key pairs, in order of creation. */
  all(): readonly StoredKeyPair[] {
    return [...this.#current.values()];
  }

  /**
   * The result of a read. It returns the state before a write for `staleFor` milliseconds, and to the first `staleReads`
   * reads after it.
   */
  read(): readonly StoredKeyPair[] {
    const now = performance.now();
    this.#past = this.#past.filter(({ until }) => now < until);
    const [oldest] = this.#past;
    if (oldest !== undefined) return [...oldest.keyPairs.values()];
    if (this.#stale.readsLeft === 0) return this.all();
    this.#stale.readsLeft -= 1;
    return [...this.#stale.keyPairs.values()];
  }

  byId(id: string): StoredKeyPair | undefined {
    return this.#current.get(id);
  }

  byName(name: string): StoredKeyPair | undefined {
    return this.all().find((pair) => pair.name === name);
  }

  /** @throws AwsError `InvalidKeyPair.Duplicate`, `KeyPairLimitExceeded` */
  checkCanAdd(name: string): void {
    if (this.byName(name) !== undefined) {
      throw new AwsError('InvalidKeyPair.Duplicate', 'The keypair already exists');
    }
    const quota = this.#faults.keyPairQuota;
    if (this.#current.size >= quota) {
      throw new AwsError('KeyPairLimitExceeded', `Maximum of ${quota} keypairs reached.`);
    }
  }

  /** Stores a key pair under a new ID. @throws AwsError as `checkCanAdd`. */
  add(pair: Omit<StoredKeyPair, 'id'>): StoredKeyPair {
    this.checkCanAdd(pair.name);
    const stored = { ...pair, id: newKeyPairId() };
    this.#write((keyPairs) => keyPairs.set(stored.id, stored));
    return stored;
  }

  /**
   * Stores key pairs as if they had existed for a long time: stale reads return them too, and the quota does not apply.
   *
   * @throws RangeError if a name or ID already exists; then none is stored.
   */
  addExisting(pairs: readonly StoredKeyPair[]): void {
    const taken = new Set(this.all().flatMap(({ id, name }) => [id, name]));
    for (const nameOrId of pairs.flatMap(({ id, name }) => [id, name])) {
      if (taken.has(nameOrId)) throw new RangeError(`Key pair "${nameOrId}" already exists`);
      taken.add(nameOrId);
    }
    const added = pairs.map((pair) => [pair.id, pair] as const);
    this.#current = new Map([...this.#current, ...added]);
    this.#stale = { ...this.#stale, keyPairs: new Map([...this.#stale.keyPairs, ...added]) };
    this.#past = this.#past.map((past) => ({ ...past, keyPairs: new Map([...past.keyPairs, ...added]) }));
  }

  remove(id: string): void {
    this.#write((keyPairs) => keyPairs.delete(id));
  }

  /** Replaces the tags of existing key pairs in one write. */
  retag(tagsById: ReadonlyMap<string, readonly Tag[]>): void {
    this.#write((keyPairs) => {
      for (const [id, tags] of tagsById) {
        const pair = keyPairs.get(id);
        if (pair !== undefined) keyPairs.set(id, { ...pair, tags });
      }
    });
  }

  #write(change: (keyPairs: Map<string, StoredKeyPair>) => void): void {
    const next = new Map(this.#current);
    change(next);
    const { staleReads, staleFor } = this.#faults;
    this.#stale = { keyPairs: this.#current, readsLeft: staleReads };
    if (staleFor > 0) {
      this.#past = [...this.#past, { keyPairs: this.#current, until: performance.now() + staleFor }];
    }
    this.#current = next;
  }
}
