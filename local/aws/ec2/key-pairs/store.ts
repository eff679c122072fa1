import { randomBytes } from 'node:crypto';
import type { Faults } from '../../faults.ts';
import type { KeyType } from '../../keys/made-key.ts';
import { Refusal } from '../../refusal.ts';
import type { Tag } from '../tags.ts';

/** A key pair as EC2 keeps it: without its private key. */
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

type Shelf = ReadonlyMap<string, StoredKeyPair>;

/** The key pairs of one account and region. Every change is a new shelf, so that a late reader can see the old one. */
export class KeyPairStore {
  readonly #faults: Faults;
  #shelf: Shelf = new Map();
  #stale: { shelf: Shelf; readsLeft: number } = { shelf: this.#shelf, readsLeft: 0 };

  constructor(faults: Faults) {
    this.#faults = faults;
  }

  /** What is there, in the order it was made. */
  all(): readonly StoredKeyPair[] {
    return [...this.#shelf.values()];
  }

  /** What a reader is shown: for as many reads as the knob says, what stood before the last write. */
  read(): readonly StoredKeyPair[] {
    if (this.#stale.readsLeft === 0) return this.all();
    this.#stale.readsLeft -= 1;
    return [...this.#stale.shelf.values()];
  }

  byId(id: string): StoredKeyPair | undefined {
    return this.#shelf.get(id);
  }

  byName(name: string): StoredKeyPair | undefined {
    return this.all().find((pair) => pair.name === name);
  }

  /** Throws InvalidKeyPair.Duplicate, KeyPairLimitExceeded. */
  checkRoomFor(name: string): void {
    if (this.byName(name) !== undefined) {
      throw new Refusal('InvalidKeyPair.Duplicate', 'The keypair already exists');
    }
    const quota = this.#faults.keyPairQuota;
    if (this.#shelf.size >= quota) {
      throw new Refusal('KeyPairLimitExceeded', `Maximum of ${quota} keypairs reached.`);
    }
  }

  /** Stores a pair under a new id. Throws as checkRoomFor. */
  add(pair: Omit<StoredKeyPair, 'id'>): StoredKeyPair {
    this.checkRoomFor(pair.name);
    const stored = { ...pair, id: newKeyPairId() };
    this.#write((shelf) => shelf.set(stored.id, stored));
    return stored;
  }

  /**
   * Stores pairs that somebody made long ago: every read shows them, a stale one too, and no quota is asked.
   * Throws RangeError when one's name or id is taken, and stores none of them then.
   */
  addEarlier(pairs: readonly StoredKeyPair[]): void {
    const taken = new Set(this.all().flatMap(({ id, name }) => [id, name]));
    for (const text of pairs.flatMap(({ id, name }) => [id, name])) {
      if (taken.has(text)) throw new RangeError(`There is a key pair "${text}" already`);
      taken.add(text);
    }
    const added = pairs.map((pair) => [pair.id, pair] as const);
    this.#shelf = new Map([...this.#shelf, ...added]);
    this.#stale = { ...this.#stale, shelf: new Map([...this.#stale.shelf, ...added]) };
  }

  remove(id: string): void {
    this.#write((shelf) => shelf.delete(id));
  }

  /** Replaces the tags of pairs that exist, all in one write. */
  retag(tagsById: ReadonlyMap<string, readonly Tag[]>): void {
    this.#write((shelf) => {
      for (const [id, tags] of tagsById) {
        const pair = shelf.get(id);
        if (pair !== undefined) shelf.set(id, { ...pair, tags });
      }
    });
  }

  #write(change: (shelf: Map<string, StoredKeyPair>) => void): void {
    const next = new Map(this.#shelf);
    change(next);
    this.#stale = { shelf: this.#shelf, readsLeft: this.#faults.staleReads };
    this.#shelf = next;
  }
}
