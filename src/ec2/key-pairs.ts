import { EC2Client } from '@aws-sdk/client-ec2';
import { errorNames, failureOf, isNamed } from '../aws/errors.ts';
import { required, rethrowRedacted, throwUnexpectedResponse } from '../aws/responses.ts';
import type { NextTry, Retry } from '../aws/retry.ts';
import type { AwsSession } from '../aws/session.ts';
import type { PairChoice } from '../inputs/request.ts';
import type { Tag } from '../ownership.ts';
import {
  actionsOf,
  createKeyPairCommand,
  createTagsCommand,
  deleteKeyPairCommand,
  describeKeyPairsCommand,
  doingOf,
  type ExistingKeyPair,
  type ImportedKeyPair,
  importKeyPairCommand,
  type KeyPairCall,
  type KeyPairFilter,
  lookupOf,
  type NewKeyPair,
  type PublicKeys,
} from './requests.ts';
import {
  type CreatedKeyPair,
  ec2ErrorNames,
  type KeyPair,
  toCreatedKeyPair,
  toKeyPair,
  toNewKeyPair,
} from './responses.ts';

/** EC2's key pair calls in one Region. Every method throws AwsError, written for users, with EC2's error as its cause. */
export class KeyPairs {
  readonly region: string;
  readonly #client: Pick<EC2Client, 'send'>;
  readonly #retry: Retry;

  constructor(session: Pick<AwsSession, 'region' | 'retry' | 'client'>) {
    this.region = session.region;
    this.#client = session.client(EC2Client);
    this.#retry = session.retry;
  }

  /** Sends CreateKeyPair. Does not retry after a lost response: the key pair may exist. */
  create(pair: NewKeyPair): Promise<CreatedKeyPair> {
    const { region } = this;
    return this.#explainedCall({ call: 'CreateKeyPair', pair }, async () => {
      const response = await this.#retry.once((abortSignal) =>
        this.#client.send(createKeyPairCommand(pair), { abortSignal }).catch(rethrowRedacted),
      );
      const created = await toCreatedKeyPair(response, { keyName: pair.keyName, region });
      if (!created.fingerprintFits) await this.#requireSameKey(created);
      return created;
    });
  }

  /**
   * Sends ImportKeyPair. Retries after a lost response: at worst, EC2 answers that the name is taken.
   *
   * @param onResponseLost - Called when no response came: from then on the key pair may exist, whatever later responses
   * say.
   */
  import(
    pair: ImportedKeyPair,
    onResponseLost: () => void = () => undefined,
  ): Promise<{ readonly keyPairId: string; readonly fingerprint: string }> {
    return this.#explainedCall({ call: 'ImportKeyPair', pair }, () =>
      this.#retry.idempotent(async (abortSignal) => {
        try {
          const response = await this.#client.send(importKeyPairCommand(pair), { abortSignal });
          return toNewKeyPair(response, pair);
        } catch (error) {
          if (failureOf(error) === 'uncertain') onResponseLost();
          throw error;
        }
      }),
    );
  }

  /** The key pair with exactly this name or ID, with its public key; undefined if there is none. */
  async find(choice: PairChoice): Promise<KeyPair | undefined> {
    return this.#explained('ec2:DescribeKeyPairs', lookupOf(choice), async () => {
      const pairs = await this.#describe(choice).catch((error: unknown) => {
        if (isNamed(error, ec2ErrorNames.notFound)) return [];
        throw error;
      });
      return pairs.find(({ keyName, keyPairId }) =>
        'keyName' in choice ? keyName === choice.keyName : keyPairId === choice.keyPairId,
      );
    });
  }

  /** Like `find`, but looks for some time before it returns undefined: reads can lag behind a write. */
  findEventually(choice: PairChoice): Promise<KeyPair | undefined> {
    return this.#retry.look(() => this.find(choice));
  }

  /** The key pair with a name after the one with this ID was deleted: reads may still show that one for some time. */
  async findNext({ keyName, keyPairId }: ExistingKeyPair): Promise<KeyPair | undefined> {
    const seen = await this.#retry.look(async (isLast) => {
      const pair = await this.find({ keyName });
      return pair?.keyPairId === keyPairId && !isLast ? undefined : { pair };
    });
    return seen?.pair;
  }

  /** As `Retry.look`. */
  look<Seen>(read: (isLast: boolean) => Promise<Seen | undefined>): Promise<Seen | undefined> {
    return this.#retry.look(read);
  }

  /** As `Retry.tries`. */
  tries(): NextTry {
    return this.#retry.tries();
  }

  /** As `Retry.search`. */
  search<Seen>(read: () => Promise<Seen | undefined>): Promise<Seen | undefined> {
    return this.#retry.search(read);
  }

  /** All key pairs that match every filter; without filters, all of the Region. */
  list(filters: readonly KeyPairFilter[], publicKeys?: PublicKeys): Promise<KeyPair[]> {
    return this.#explained('ec2:DescribeKeyPairs', lookupOf(filters), () =>
      this.#describe(filters, publicKeys),
    );
  }

  /** Sets tags, and replaces those with the same keys. */
  tag(pair: ExistingKeyPair, tags: readonly Tag[]): Promise<'tagged' | 'not-found'> {
    return this.#unlessGone(pair, () => this.#tag(pair, tags));
  }

  async #tag(pair: ExistingKeyPair, tags: readonly Tag[]): Promise<'tagged' | 'not-found'> {
    try {
      await this.#explainedCall({ call: 'CreateTags', pair, tags }, () =>
        this.#retry.idempotent(async (abortSignal) => {
          const { $metadata } = await this.#client.send(createTagsCommand(pair, tags), { abortSignal });
          // The SDK returns nothing else of this response. One without a request ID may be a proxy's page.
          if ($metadata.requestId === undefined) await this.#requireTags(pair.keyPairId, tags);
        }),
      );
      return 'tagged';
    } catch (error) {
      if (isNamed(error, ec2ErrorNames.notFound)) return 'not-found';
      throw error;
    }
  }

  /**
   * Deletes by ID, which is never reused.
   *
   * @param onResponseLost - Called when no response came: from then on the key pair may be deleted, whatever later responses say.
   * @returns `gone` if a response was lost and EC2 then knew no such ID: the key pair may have been deleted before.
   */
  async delete(
    pair: ExistingKeyPair,
    onResponseLost: () => void = () => undefined,
  ): Promise<'deleted' | 'gone' | 'not-found'> {
    let responseLost = false;
    const outcome = await this.#unlessGone(pair, () =>
      this.#delete(pair, () => {
        responseLost = true;
        onResponseLost();
      }),
    );
    return outcome === 'not-found' && responseLost ? 'gone' : outcome;
  }

  async #delete(pair: ExistingKeyPair, onResponseLost: () => void): Promise<'deleted' | 'not-found'> {
    try {
      await this.#explainedCall({ call: 'DeleteKeyPair', pair }, () =>
        this.#retry.idempotent(async (abortSignal) => {
          try {
            required((await this.#client.send(deleteKeyPairCommand(pair), { abortSignal })).Return);
          } catch (error) {
            if (failureOf(error) === 'uncertain') onResponseLost();
            throw error;
          }
        }),
      );
      return 'deleted';
    } catch (error) {
      if (isNamed(error, ec2ErrorNames.notFound)) return 'not-found';
      throw error;
    }
  }

  /** Does not believe a refusal before it has looked at the key pair again. */
  async #unlessGone<Result>(
    pair: ExistingKeyPair,
    call: () => Promise<Result>,
  ): Promise<Result | 'not-found'> {
    try {
      return await call();
    } catch (error) {
      if (!isNamed(error, ...errorNames.notAuthorized)) throw error;
      const { afterRefusal } = await import('./after-refusal.ts');
      return afterRefusal(error, pair, this, call);
    }
  }

  /** Asks EC2 whether it would allow a call, and changes nothing. */
  async checkPermission(call: KeyPairCall): Promise<void> {
    const { checkPermission } = await import('./permission-check.ts');
    return checkPermission(call, { client: this.#client, retry: this.#retry, region: this.region });
  }

  /** Compares with the public key that EC2 has, as far as it can be looked up. */
  async #requireSameKey({ keyPairId, privateKey }: CreatedKeyPair): Promise<void> {
    const pair = await this.findEventually({ keyPairId }).catch(() => undefined);
    if (pair?.publicKey?.equals(privateKey.publicKey) === false) throwUnexpectedResponse();
  }

  async #requireTags(keyPairId: string, wanted: readonly Tag[]): Promise<void> {
    const tagged = await this.#retry.look(async () => {
      const pair = await this.find({ keyPairId });
      return wanted.every(({ key, value }) => pair?.tags.get(key) === value) ? pair : undefined;
    });
    if (tagged === undefined) throwUnexpectedResponse();
  }

  /** EC2 always sends a list, even an empty one: a response without it proves nothing. */
  #describe(which: PairChoice | readonly KeyPairFilter[], publicKeys?: PublicKeys): Promise<KeyPair[]> {
    return this.#retry.idempotent(async (abortSignal) => {
      const response = await this.#client.send(describeKeyPairsCommand(which, publicKeys), { abortSignal });
      return required(response.KeyPairs).map((info) => toKeyPair(info, this.region));
    });
  }

  #explainedCall<Result>(call: KeyPairCall, work: () => Promise<Result>): Promise<Result> {
    return this.#explained(actionsOf(call), doingOf(call), work);
  }

  /** Loads the error messages only if something failed. */
  async #explained<Result>(action: string, doing: string, work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      const { explainEc2 } = await import('./explain-ec2.ts');
      throw explainEc2(error, { action, doing, region: this.region });
    }
  }
}
