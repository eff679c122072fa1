import { EC2Client } from '@aws-sdk/client-ec2';
import { failureOf, isNamed } from '../aws/errors.ts';
import { required, rethrowRedacted, throwUnexpectedResponse } from '../aws/responses.ts';
import type { Retry } from '../aws/retry.ts';
import type { AwsSession } from '../aws/session.ts';
import type { PairChoice } from '../inputs/request.ts';
import type { Tag, TagFilter } from '../ownership.ts';
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
  lookupOf,
  type NewKeyPair,
} from './requests.ts';
import {
  type CreatedKeyPair,
  ec2ErrorNames,
  type KeyPair,
  toCreatedKeyPair,
  toKeyPair,
} from './responses.ts';

/** How often to poll for the result of a write: more often than stale reads were ever seen. */
const maxPolls = 25;

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

  /**
   * Sends CreateKeyPair. Does not retry after a lost response: the key pair may exist.
   *
   * @param onSent - Called before every request, also when EC2 throttled the one before.
   */
  create(pair: NewKeyPair, onSent: () => void = () => undefined): Promise<CreatedKeyPair> {
    const { region } = this;
    return this.#explainedCall({ call: 'CreateKeyPair', pair }, async () => {
      const response = await this.#retry.once((abortSignal) => {
        onSent();
        return this.#client.send(createKeyPairCommand(pair), { abortSignal }).catch(rethrowRedacted);
      });
      return toCreatedKeyPair(response, { keyName: pair.keyName, region });
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
          return {
            keyPairId: required(response.KeyPairId),
            fingerprint: required(response.KeyFingerprint),
          };
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

  /** Like `find`, but polls before it returns undefined: reads can lag behind a write. */
  findEventually(choice: PairChoice): Promise<KeyPair | undefined> {
    return this.#retry.poll(() => this.find(choice), maxPolls);
  }

  /** All key pairs that match every filter; without filters, all of the Region. */
  list(filters: readonly TagFilter[]): Promise<KeyPair[]> {
    return this.#explained('ec2:DescribeKeyPairs', lookupOf(filters), () => this.#describe(filters));
  }

  /** Like `list`, but polls before it returns an empty list. */
  async listEventually(filters: readonly TagFilter[]): Promise<KeyPair[]> {
    const some = await this.#retry.poll(async () => {
      const pairs = await this.list(filters);
      return pairs.length === 0 ? undefined : pairs;
    }, maxPolls);
    return some ?? [];
  }

  /** Sets tags, and replaces those with the same keys. */
  tag(pair: ExistingKeyPair, tags: readonly Tag[]): Promise<void> {
    return this.#explainedCall({ call: 'CreateTags', pair, tags }, () =>
      this.#retry.idempotent(async (abortSignal) => {
        const { $metadata } = await this.#client.send(createTagsCommand(pair, tags), { abortSignal });
        // The SDK returns nothing else of this response. One without a request ID may be a proxy's page.
        if ($metadata.requestId === undefined) await this.#requireTags(pair.keyPairId, tags);
      }),
    );
  }

  /** Deletes by ID, which is never reused. */
  async delete(pair: ExistingKeyPair): Promise<'deleted' | 'not-found'> {
    let responseLost = false;
    try {
      await this.#explainedCall({ call: 'DeleteKeyPair', pair }, () =>
        this.#retry.idempotent(async (abortSignal) => {
          try {
            required((await this.#client.send(deleteKeyPairCommand(pair), { abortSignal })).Return);
          } catch (error) {
            responseLost ||= failureOf(error) === 'uncertain';
            throw error;
          }
        }),
      );
      return 'deleted';
    } catch (error) {
      // After a lost response, "not found" means that the earlier request deleted it.
      if (isNamed(error, ec2ErrorNames.notFound)) return responseLost ? 'deleted' : 'not-found';
      throw error;
    }
  }

  /** Sends a call as a dry run. EC2 answers every dry run with an error, and `DryRunOperation` means that it is allowed. */
  async checkPermission(call: KeyPairCall): Promise<void> {
    try {
      await this.#explainedCall(call, () =>
        this.#retry.idempotent(async (abortSignal) => {
          await this.#sendDryRun(call, { abortSignal });
          throwUnexpectedResponse();
        }),
      );
    } catch (error) {
      if (!isNamed(error, ec2ErrorNames.wouldBeAllowed)) throw error;
    }
  }

  #sendDryRun(call: KeyPairCall, options: { readonly abortSignal: AbortSignal }): Promise<unknown> {
    switch (call.call) {
      case 'CreateKeyPair':
        return this.#client.send(createKeyPairCommand(call.pair, true), options);
      case 'ImportKeyPair':
        return this.#client.send(importKeyPairCommand(call.pair, true), options);
      case 'CreateTags':
        return this.#client.send(createTagsCommand(call.pair, call.tags, true), options);
      case 'DeleteKeyPair':
        return this.#client.send(deleteKeyPairCommand(call.pair, true), options);
    }
  }

  async #requireTags(keyPairId: string, wanted: readonly Tag[]): Promise<void> {
    const tagged = await this.#retry.poll(async () => {
      const pair = await this.find({ keyPairId });
      return wanted.every(({ key, value }) => pair?.tags.get(key) === value) ? pair : undefined;
    }, maxPolls);
    if (tagged === undefined) throwUnexpectedResponse();
  }

  /** EC2 always sends a list, even an empty one: a response without it proves nothing. */
  #describe(which: PairChoice | readonly TagFilter[]): Promise<KeyPair[]> {
    return this.#retry.idempotent(async (abortSignal) => {
      const response = await this.#client.send(describeKeyPairsCommand(which), { abortSignal });
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
