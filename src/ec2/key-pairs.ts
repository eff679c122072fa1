import {
  DescribeKeyPairsCommand,
  type DescribeKeyPairsCommandInput,
  type EC2Client,
} from '@aws-sdk/client-ec2';
import type { PairChoice, Tag } from '../inputs/request.ts';
import { errorNames, failureOf, isNamed } from '../aws/errors.ts';
import {
  toKeyPair,
  type KeyPair,
  type CreatedKeyPair,
  throwUnexpectedResponse,
  required,
  parsePrivateKey,
  rethrowRedacted,
} from './responses.ts';
import {
  createKeyPairCommand,
  createTagsCommand,
  deleteKeyPairCommand,
  type ImportedKeyPair,
  importKeyPairCommand,
  type KeyPairCall,
  type NewKeyPair,
} from './requests.ts';
import type { Retry } from '../aws/retry.ts';

/** How often to look for what a write just before should show: more than the stale reads ever seen. */
const maxPolls = 25;

/** EC2's key-pair calls in one region. Errors are the SDK's own; `explain` makes them a person's. */
export class KeyPairs {
  readonly region: string;
  readonly #client: Pick<EC2Client, 'send'>;
  readonly #calls: Retry;

  constructor(client: Pick<EC2Client, 'send'>, region: string, calls: Retry) {
    this.#client = client;
    this.region = region;
    this.#calls = calls;
  }

  /**
   * Sends CreateKeyPair; not again when the answer was lost, for then the pair may exist.
   *
   * @param onSent - Told of every request: again where EC2 has turned one away.
   */
  async create(pair: NewKeyPair, onSent: () => void = () => undefined): Promise<CreatedKeyPair> {
    const answer = await this.#calls.once((abortSignal) => {
      onSent();
      return this.#client.send(createKeyPairCommand(pair), { abortSignal }).catch(rethrowRedacted);
    });
    return {
      keyPairId: required(answer.KeyPairId),
      keyName: pair.keyName,
      fingerprint: required(answer.KeyFingerprint),
      privateKey: parsePrivateKey(required(answer.KeyMaterial)),
    };
  }

  /**
   * Sends ImportKeyPair; again where no answer came, which at worst answers that the name is taken.
   *
   * @param onAnswerLost - Told when no answer came: from then on the pair may exist, whatever later answers say.
   */
  import(
    pair: ImportedKeyPair,
    onAnswerLost: () => void = () => undefined,
  ): Promise<{ readonly keyPairId: string; readonly fingerprint: string }> {
    return this.#calls.idempotent(async (abortSignal) => {
      try {
        const answer = await this.#client.send(importKeyPairCommand(pair), { abortSignal });
        return { keyPairId: required(answer.KeyPairId), fingerprint: required(answer.KeyFingerprint) };
      } catch (error) {
        if (failureOf(error) === 'uncertain') onAnswerLost();
        throw error;
      }
    });
  }

  /** The pair of exactly this name or id, with its public key; undefined where a look shows none. */
  async find(choice: PairChoice): Promise<KeyPair | undefined> {
    const byName = 'keyName' in choice;
    try {
      const pairs = await this.#describe(
        byName ? { KeyNames: [choice.keyName] } : { KeyPairIds: [choice.keyPairId] },
      );
      return pairs.find((pair) =>
        byName ? pair.keyName === choice.keyName : pair.keyPairId === choice.keyPairId,
      );
    } catch (error) {
      if (isNamed(error, errorNames.notFound)) return undefined;
      throw error;
    }
  }

  /** As `find`, but believes that there is none only after many looks: reads may lag behind a write. */
  findEventually(choice: PairChoice): Promise<KeyPair | undefined> {
    return this.#calls.until(() => this.find(choice), maxPolls);
  }

  /** All pairs that carry tags of these keys with values of these patterns (`*` and `?` as in EC2's filters). */
  list(tags: readonly Tag[]): Promise<KeyPair[]> {
    const filters = tags.map(({ key, value }) => ({ Name: `tag:${key}`, Values: [value] }));
    return this.#describe(filters.length === 0 ? {} : { Filters: filters });
  }

  /** As `list`, but believes that there is none only after many looks. */
  async listEventually(tags: readonly Tag[]): Promise<KeyPair[]> {
    const some = await this.#calls.until(async () => {
      const pairs = await this.list(tags);
      return pairs.length === 0 ? undefined : pairs;
    }, maxPolls);
    return some ?? [];
  }

  /** Sets tags; those of the same keys are replaced. */
  async tag(keyPairId: string, tags: readonly Tag[]): Promise<void> {
    await this.#calls.idempotent(async (abortSignal) => {
      const { $metadata } = await this.#client.send(createTagsCommand(keyPairId, tags), { abortSignal });
      // The SDK gives nothing else of this answer; one without a request id may be a proxy's page.
      if ($metadata.requestId === undefined) await this.#mustShow(keyPairId, tags);
    });
  }

  async #mustShow(keyPairId: string, wanted: readonly Tag[]): Promise<void> {
    const tagged = await this.#calls.until(async () => {
      const pair = await this.find({ keyPairId });
      return wanted.every(({ key, value }) => pair?.tags.get(key) === value) ? pair : undefined;
    }, maxPolls);
    if (tagged === undefined) throwUnexpectedResponse();
  }

  /** Deletes by id, which no other pair ever has; says whether there was one to delete. */
  async delete(keyPairId: string): Promise<'deleted' | 'not-found'> {
    let answerLost = false;
    try {
      await this.#calls.idempotent(async (abortSignal) => {
        try {
          required((await this.#client.send(deleteKeyPairCommand(keyPairId), { abortSignal })).Return);
        } catch (error) {
          answerLost ||= failureOf(error) === 'uncertain';
          throw error;
        }
      });
      return 'deleted';
    } catch (error) {
      // After a lost answer, "not found" is what the call before has done.
      if (isNamed(error, errorNames.notFound)) return answerLost ? 'deleted' : 'not-found';
      throw error;
    }
  }

  /** Asks EC2 whether it would allow a call. EC2 says so with an error, and never without; any other one is passed on. */
  async checkPermission(call: KeyPairCall): Promise<void> {
    try {
      await this.#calls.idempotent(async (abortSignal) => {
        await this.#sendDryRun(call, { abortSignal });
        throwUnexpectedResponse();
      });
    } catch (error) {
      if (!isNamed(error, errorNames.wouldBeAllowed)) throw error;
    }
  }

  #sendDryRun(call: KeyPairCall, options: { readonly abortSignal: AbortSignal }): Promise<unknown> {
    switch (call.call) {
      case 'CreateKeyPair':
        return this.#client.send(createKeyPairCommand(call.pair, true), options);
      case 'ImportKeyPair':
        return this.#client.send(importKeyPairCommand(call.pair, true), options);
      case 'CreateTags':
        return this.#client.send(createTagsCommand(call.keyPairId, call.tags, true), options);
      case 'DeleteKeyPair':
        return this.#client.send(deleteKeyPairCommand(call.keyPairId, true), options);
    }
  }

  /** EC2 always sends a list, if an empty one: an answer without is not from EC2 (a proxy's page), and no sign that there is no pair. */
  #describe(which: DescribeKeyPairsCommandInput): Promise<KeyPair[]> {
    return this.#calls.idempotent(async (abortSignal) => {
      const command = new DescribeKeyPairsCommand({ ...which, IncludePublicKey: true });
      const answer = await this.#client.send(command, { abortSignal });
      return required(answer.KeyPairs).map(toKeyPair);
    });
  }
}
