import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Retry } from '../../src/aws/retry.ts';
import { referenceText, type StoreReference } from '../../src/inputs/store-reference.ts';
import { Store, type StoreService } from '../../src/stores/store.ts';
import { awsError } from './aws-errors.ts';

type CallName = 'look' | 'put' | 'read' | 'delete' | 'replace' | 'tag' | 'kmsKeyId';

/** What goes wrong with one call: an error in place of it, or after it was executed. */
type StoreFault = { readonly instead: Error } | { readonly afterwards: Error };

/** A value as a file of the folder holds it. */
interface FakeValue {
  readonly text: string;
  readonly tags: readonly (readonly [key: string, value: string])[];
  readonly kmsKeyId?: string | undefined;
  readonly isPendingDeletion?: boolean;
}

export const storeErrors = {
  notFound: () => awsError('NotFound', { status: 400 }),
  taken: () => awsError('Taken', { status: 400 }),
  denied: () => awsError('AccessDeniedException', { status: 400 }),
  reset: () => awsError('Error', { message: 'socket hang up', code: 'ECONNRESET' }),
};

/** Stores whose values are files in a folder, so that tests see them as they see all other files. */
export class FakeStores {
  /** Every call in order, as in `put ssm:/a`. */
  readonly journal: string[] = [];
  /** One fault per call, in order. */
  readonly faults: Record<CallName, (StoreFault | undefined)[]> = {
    ...{ look: [], put: [], read: [], delete: [], replace: [], tag: [], kmsKeyId: [] },
  };
  /** How many of the next looks and reads find nothing. */
  staleReads = 0;
  endpoint = 'ssm.eu-west-1.amazonaws.com';
  readonly #folder: string;
  #retries = 0;

  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder);
  }

  readonly open = async (reference: StoreReference): Promise<Store> => {
    const policy = { total: 1e6, base: 0, cap: 0, insistFor: 1e6, lookFor: 20, searchFor: 20 };
    const onRetry = async (error: unknown): Promise<void> => {
      this.#retries += 1;
      if (this.#retries > 20) throw error;
    };
    const retry = new Retry({ ...policy, signal: new AbortController().signal, onRetry });
    return new Store(reference, this.#service(reference), { region: 'eu-west-1', retry });
  };

  get(reference: string): FakeValue | undefined {
    const file = this.#fileOf(reference);
    return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as FakeValue) : undefined;
  }

  set(reference: string, value: FakeValue): void {
    writeFileSync(this.#fileOf(reference), JSON.stringify(value));
  }

  #fileOf(reference: string): string {
    return path.join(this.#folder, `${encodeURIComponent(reference)}.json`);
  }

  #service(reference: StoreReference): StoreService {
    const text = referenceText(reference);
    const call = async <Result>(name: CallName, execute: () => Result): Promise<Result> => {
      this.journal.push(`${name} ${text}`);
      const fault = this.faults[name].shift();
      if (fault !== undefined && 'instead' in fault) throw fault.instead;
      const result = execute();
      if (fault !== undefined) throw fault.afterwards;
      return result;
    };
    const shown = (): FakeValue => {
      this.staleReads -= 1;
      const value = this.staleReads >= 0 ? undefined : this.get(text);
      if (value === undefined) throw storeErrors.notFound();
      return value;
    };
    return {
      title: reference.service === 'ssm' ? 'Parameter Store' : 'Secrets Manager',
      maxValue: 4096,
      hasOpenKey: reference.service === 'ssm',
      actions: {
        ...{ look: 'x:Look', put: 'x:Put', read: 'x:Read', delete: 'x:Delete' },
        ...{ replace: 'x:Replace', tag: 'x:Tag', kmsKeyId: 'x:KmsKeyId' },
      },
      notFound: ['NotFound'],
      taken: ['Taken'],
      endpoint: async () => this.endpoint,
      look: () =>
        call('look', () => {
          const { tags, isPendingDeletion = false } = shown();
          return { tags: new Map(tags), isPendingDeletion };
        }),
      put: (_name, { text: value, tags, kmsKeyId }) =>
        call('put', () => {
          if (this.get(text) !== undefined) throw storeErrors.taken();
          this.set(text, { text: value, tags: tags.map((tag) => [tag.key, tag.value]), kmsKeyId });
          return '1';
        }),
      read: () => call('read', () => shown().text),
      delete: () =>
        call('delete', () => {
          if (this.get(text) === undefined) throw storeErrors.notFound();
          rmSync(this.#fileOf(text));
        }),
      replace: (_name, { text: value, kmsKeyId }) =>
        call('replace', () => {
          this.set(text, { tags: [], ...this.get(text), text: value, kmsKeyId });
          return '2';
        }),
      tag: (_name, tags) =>
        call('tag', () => {
          const { tags: before, ...value } = shown();
          const all = new Map([...before, ...tags.map(({ key, value }) => [key, value] as const)]);
          this.set(text, { ...value, tags: [...all] });
        }),
      kmsKeyId: () => call('kmsKeyId', () => shown().kmsKeyId),
      knownErrors: () => ({}),
    };
  }
}
