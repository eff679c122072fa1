import {
  CreateKeyPairCommand,
  DeleteKeyPairCommand,
  DescribeKeyPairsCommand,
  type EC2Client,
  type KeyPairInfo,
} from '@aws-sdk/client-ec2';
import type { Tag } from '../contract/request.ts';
import { type KeyType, PrivateKey } from '../keys/private-key.ts';
import { errorNames, isNamed } from './failures.ts';
import type { PatientCalls } from './patience.ts';

/** A pair that EC2 knows. */
export interface KeyPair {
  readonly keyPairId: string;
  readonly keyName: string;
  readonly fingerprint: string;
  readonly tags: ReadonlyMap<string, string>;
}

/** A pair to be made. */
export interface NewKeyPair {
  readonly keyName: string;
  readonly keyType: KeyType;
  readonly tags: readonly Tag[];
}

/** A pair that was just made: the only time its private key is to be had. */
export interface MadeKeyPair {
  readonly keyPairId: string;
  readonly keyName: string;
  readonly fingerprint: string;
  readonly privateKey: PrivateKey;
}

/** EC2's key-pair calls in one region. Errors are the SDK's own; `explain` makes them a person's. */
export class KeyPairs {
  readonly region: string;
  readonly #client: Pick<EC2Client, 'send'>;
  readonly #calls: PatientCalls;

  constructor(client: Pick<EC2Client, 'send'>, region: string, calls: PatientCalls) {
    this.#client = client;
    this.region = region;
    this.#calls = calls;
  }

  /** Sends CreateKeyPair; not again when the answer was lost, for then the pair may exist. */
  async create({ keyName, keyType, tags }: NewKeyPair): Promise<MadeKeyPair> {
    const answer = await this.#calls.once((abortSignal) =>
      this.#client.send(
        new CreateKeyPairCommand({
          KeyName: keyName,
          KeyType: keyType,
          KeyFormat: 'pem',
          TagSpecifications: [
            { ResourceType: 'key-pair', Tags: tags.map(({ key, value }) => ({ Key: key, Value: value })) },
          ],
        }),
        { abortSignal },
      ),
    );
    return {
      keyPairId: present(answer.KeyPairId),
      keyName,
      fingerprint: present(answer.KeyFingerprint),
      privateKey: readable(present(answer.KeyMaterial)),
    };
  }

  /** The pair of exactly this name, or undefined. */
  async find(keyName: string): Promise<KeyPair | undefined> {
    try {
      const answer = await this.#calls.idempotent((abortSignal) =>
        this.#client.send(new DescribeKeyPairsCommand({ KeyNames: [keyName] }), { abortSignal }),
      );
      const [found] = (answer.KeyPairs ?? []).filter((pair) => pair.KeyName === keyName);
      return found && keyPairOf(found);
    } catch (error) {
      if (isNamed(error, errorNames.notFound)) return undefined;
      throw error;
    }
  }

  /** The pair of this name as soon as reads show it: they may lag behind a write. */
  findPatiently(keyName: string, mostLooks: number): Promise<KeyPair | undefined> {
    return this.#calls.until(() => this.find(keyName), mostLooks);
  }

  /** Deletes by id, which no other pair ever has; says whether there was one to delete. */
  async delete(keyPairId: string): Promise<'deleted' | 'not-found'> {
    try {
      await this.#calls.idempotent((abortSignal) =>
        this.#client.send(new DeleteKeyPairCommand({ KeyPairId: keyPairId }), { abortSignal }),
      );
      return 'deleted';
    } catch (error) {
      if (isNamed(error, errorNames.notFound)) return 'not-found';
      throw error;
    }
  }
}

function keyPairOf(info: KeyPairInfo): KeyPair {
  return {
    keyPairId: present(info.KeyPairId),
    keyName: present(info.KeyName),
    fingerprint: present(info.KeyFingerprint),
    tags: new Map((info.Tags ?? []).map(({ Key, Value }) => [Key ?? '', Value ?? ''])),
  };
}

/** An answer that lacks what EC2 always sends was cut or altered on its way: as good as none. */
function present<Value>(value: Value | undefined): Value {
  if (value === undefined || value === '')
    throw new DamagedAnswerError('the answer lacks a part that EC2 always sends');
  return value;
}

function readable(keyMaterial: string): PrivateKey {
  try {
    return PrivateKey.parse(keyMaterial);
  } catch {
    throw new DamagedAnswerError('the private key in the answer cannot be read');
  }
}

/** Counts as no answer: what was asked for may have been done. Keeps nothing of the answer. */
class DamagedAnswerError extends Error {
  override readonly name = 'DamagedAnswer';
}
