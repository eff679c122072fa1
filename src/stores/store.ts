import { randomUUID } from 'node:crypto';
import { failureOf, isNamed } from '../aws/errors.ts';
import { explain, type ServiceErrors } from '../aws/explain.ts';
import { required } from '../aws/responses.ts';
import type { Retry } from '../aws/retry.ts';
import { KeyPairError } from '../errors.ts';
import { referenceText, type StoreReference } from '../inputs/store-reference.ts';
import type { Tag } from '../ownership.ts';
import { deleteCommand } from './delete-command.ts';

export type { Caller } from '../aws/session.ts';

/** What is at a name in a store, apart from its value. */
export interface StoreEntry {
  readonly tags: ReadonlyMap<string, string>;
  /** Whether it is scheduled for deletion: it can be restored, and its name is taken until then. */
  readonly isPendingDeletion: boolean;
}

/** A value to keep. */
export interface NewValue {
  readonly text: string;
  readonly tags: readonly Tag[];
  /** A KMS key of the account; undefined for the one that the service has there. */
  readonly kmsKeyId: string | undefined;
}

/** What can be sent with a request. */
export interface SendOptions {
  readonly abortSignal: AbortSignal;
}

/** The requests that a store needs, and what distinguishes one service from another. Errors are those of the SDK. */
export interface StoreService {
  /** As users know the service, in messages: `Parameter Store`. */
  readonly title: string;
  /** Characters that a value can have. */
  readonly maxValue: number;
  /** Whether everyone in the account who may read a value may also decrypt it, with the key that is used by default. */
  readonly hasOpenKey: boolean;
  /** The IAM actions of each request. */
  readonly actions: Readonly<
    Record<'look' | 'put' | 'read' | 'delete' | 'replace' | 'tag' | 'kmsKeyId', string>
  >;
  /** Names of the errors that say that there is nothing at a name, or no such version. */
  readonly notFound: readonly string[];
  /** Names of the errors that say that the name is taken. */
  readonly taken: readonly string[];
  /** Host, and port if it is not the protocol's own, that requests go to. */
  endpoint(): Promise<string>;
  look(name: string, options: SendOptions): Promise<StoreEntry>;
  /** @param token - 36 characters. Sent twice, a request with it is executed once, if the service supports that. @returns The version. */
  put(name: string, value: NewValue, token: string, options: SendOptions): Promise<string | undefined>;
  read(name: string, version: string | undefined, options: SendOptions): Promise<string | undefined>;
  delete(name: string, options: SendOptions): Promise<void>;
  /** Writes a new version of a value that exists. @param token - As for `put`. @returns The version. */
  replace(
    name: string,
    value: Omit<NewValue, 'tags'>,
    token: string,
    options: SendOptions,
  ): Promise<string | undefined>;
  /** Sets tags, and replaces those with the same keys. */
  tag(name: string, tags: readonly Tag[], options: SendOptions): Promise<void>;
  /** The KMS key that encrypts a value; undefined for the one that the service has in the account. */
  kmsKeyId(name: string, options: SendOptions): Promise<string | undefined>;
  /** What users can do about errors that only this service has. */
  knownErrors(name: string, region: string): ServiceErrors;
}

type Call = keyof StoreService['actions'];

/** One name in a store of one Region. Every method throws AwsError, written for users. */
export class Store {
  readonly reference: string;
  readonly title: string;
  readonly maxValue: number;
  readonly hasOpenKey: boolean;
  readonly region: string;
  readonly #place: StoreReference;
  readonly #service: StoreService;
  readonly #retry: Retry;

  constructor(
    place: StoreReference,
    service: StoreService,
    { region, retry }: { readonly region: string; readonly retry: Retry },
  ) {
    this.reference = referenceText(place);
    this.title = service.title;
    this.maxValue = service.maxValue;
    this.hasOpenKey = service.hasOpenKey;
    this.region = region;
    this.#place = place;
    this.#service = service;
    this.#retry = retry;
  }

  /** Continues "The role needs …". */
  get readActions(): string {
    return this.#service.actions.read;
  }

  get deleteActions(): string {
    return `${this.#service.actions.look} and ${this.#service.actions.delete}`;
  }

  endpoint(): Promise<string> {
    return this.#service.endpoint();
  }

  /** Undefined if nothing is at the name. */
  async look(): Promise<StoreEntry | undefined> {
    return this.#unlessNotFound('look', 'look up', (options) =>
      this.#service.look(this.#place.name, options),
    );
  }

  /** As `Retry.look`. */
  poll<Seen>(
    read: (isLast: boolean) => Promise<Seen | undefined>,
    within?: number,
  ): Promise<Seen | undefined> {
    return this.#retry.look(read, within);
  }

  /** As `Retry.search`. */
  search<Seen>(read: () => Promise<Seen | undefined>): Promise<Seen | undefined> {
    return this.#retry.search(read);
  }

  /**
   * Keeps a value under a free name.
   *
   * @param onResponseLost - Called when no response came: from then on the value may be there, whatever later responses say.
   * @returns The version of the value; undefined if the name is taken, maybe by an earlier try.
   */
  async put(value: NewValue, onResponseLost: () => void): Promise<string | undefined> {
    const token = randomUUID();
    try {
      return await this.#call('put', 'keep a private key in', async (options) => {
        try {
          return required(await this.#service.put(this.#place.name, value, token, options));
        } catch (error) {
          if (failureOf(error) === 'uncertain') onResponseLost();
          throw error;
        }
      });
    } catch (error) {
      if (isNamed(error, ...this.#service.taken)) return undefined;
      throw error;
    }
  }

  /** The value, or a version of it; undefined if there is none. */
  read(version?: string): Promise<string | undefined> {
    return this.#unlessNotFound('read', 'read the private key in', async (options) =>
      required(await this.#service.read(this.#place.name, version, options)),
    );
  }

  /** Deletes the value at once, whatever it is. Nothing at the name counts as success. */
  async delete(): Promise<void> {
    await this.#unlessNotFound('delete', 'delete', async (options) => {
      await this.#service.delete(this.#place.name, options);
    });
  }

  /**
   * Writes a new version of a value that exists, whatever it is. The earlier versions stay.
   *
   * @returns The new version.
   */
  replace(text: string, kmsKeyId: string | undefined): Promise<string> {
    const token = randomUUID();
    return this.#call('replace', 'replace the private key in', async (options) =>
      required(await this.#service.replace(this.#place.name, { text, kmsKeyId }, token, options)),
    );
  }

  /** Sets tags, and replaces those with the same keys. */
  tag(tags: readonly Tag[]): Promise<void> {
    return this.#call('tag', 'tag', (options) => this.#service.tag(this.#place.name, tags, options));
  }

  /** The KMS key that encrypts the value; undefined for the one that the service has in the account. */
  kmsKeyId(): Promise<string | undefined> {
    return this.#call('kmsKeyId', 'look up the KMS key of', (options) =>
      this.#service.kmsKeyId(this.#place.name, options),
    );
  }

  /** The error for a name that is scheduled for deletion. */
  pendingDeletion(): KeyPairError {
    const { InvalidRequestException: known } = this.#service.knownErrors(this.#place.name, this.region);
    return new KeyPairError(
      'STORE_PENDING_DELETION',
      `${this.reference} in ${this.region} is scheduled for deletion, so its name is taken.`,
      { hint: known?.hint },
    );
  }

  deleteCommand(): string {
    return deleteCommand(this.#place, this.region);
  }

  async #unlessNotFound<Result>(
    call: Call,
    doing: string,
    send: (options: SendOptions) => Promise<Result>,
  ): Promise<Result | undefined> {
    try {
      return await this.#call(call, doing, send);
    } catch (error) {
      if (isNamed(error, ...this.#service.notFound)) return undefined;
      throw error;
    }
  }

  async #call<Result>(
    call: Call,
    doing: string,
    send: (options: SendOptions) => Promise<Result>,
  ): Promise<Result> {
    const { title, actions } = this.#service;
    try {
      return await this.#retry.idempotent((abortSignal) => send({ abortSignal }), title);
    } catch (error) {
      const attempt = { service: title, action: actions[call], region: this.region };
      const known = this.#service.knownErrors(this.#place.name, this.region);
      throw explain(error, { ...attempt, doing: `${doing} ${this.reference}` }, known);
    }
  }
}
