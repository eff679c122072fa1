import { createHash } from 'node:crypto';
import {
  CreateKeyPairCommand,
  type CreateKeyPairCommandInput,
  CreateTagsCommand,
  DeleteKeyPairCommand,
  DescribeKeyPairsCommand,
  type DescribeKeyPairsCommandInput,
  EC2Client,
  ImportKeyPairCommand,
  type KeyPairInfo,
  type Tag,
} from '@aws-sdk/client-ec2';
import { mockClient } from 'aws-sdk-client-mock';
import { Retry } from '../../src/aws/retry.ts';
import { KeyPairs } from '../../src/ec2/key-pairs.ts';
import { tagKeys } from '../../src/ownership.ts';
import { ec2Errors } from './aws-errors.ts';
import { containerParts, freshEd25519, freshRsa, type TestKey } from './keys.ts';

/** What goes wrong with one call: an error instead of it, an error after it was executed, or other fields in its response. */
export type Fault =
  | { readonly instead: Error }
  | { readonly afterwards: Error }
  | { readonly response: Record<string, unknown> };

/** The time for retries is up after so many. */
const mostRetries = 20;

/** `may` is a dry run. */
type CallName = 'create' | 'import' | 'describe' | 'delete' | 'tag' | 'may import' | 'may delete' | 'may tag';

/** EC2's key pairs in memory, behind the SDK's own client. */
export class FakeEc2 {
  readonly client = new EC2Client({
    region: 'eu-west-1',
    credentials: { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'example' },
  });
  readonly pairs = new Map<string, KeyPairInfo>();
  /** Every call in order, as in `create deploy`. */
  readonly journal: string[] = [];
  /** The formats that CreateKeyPair was asked for, in order. It returns PEM, as endpoints other than AWS do. */
  readonly keyFormats: (string | undefined)[] = [];
  /** One fault per call, in order. */
  readonly faults: Record<CallName, (Fault | undefined)[]> = {
    create: [],
    import: [],
    describe: [],
    delete: [],
    tag: [],
    'may import': [],
    'may delete': [],
    'may tag': [],
  };
  /** What a read shows of a key pair: undefined for nothing. */
  show: (pair: KeyPairInfo) => KeyPairInfo | undefined = (pair) => pair;
  /** Called with every call before it is answered. */
  onCall: (call: CallName) => void = () => {};
  /** How many of the next reads find nothing, as reads that lag behind a write do. */
  staleReads = 0;
  /** Lists show all key pairs, whatever they are asked for, as some emulators do. */
  ignoresFilters = false;
  /** How often the retries reported another try. */
  retries = 0;
  #count = 0;

  constructor() {
    const mock = mockClient(this.client);
    mock
      .on(CreateKeyPairCommand)
      .callsFake((input: CreateKeyPairCommandInput) =>
        this.#respond('create', input.KeyName, () => this.#create(input)),
      );
    mock.on(ImportKeyPairCommand).callsFake((input) =>
      this.#respond(input.DryRun === true ? 'may import' : 'import', input.KeyName, () => {
        if (input.DryRun === true) throw ec2Errors.wouldBeAllowed();
        if (this.names().includes(input.KeyName)) throw ec2Errors.duplicate();
        const line = Buffer.from(input.PublicKeyMaterial).toString('latin1');
        const pair = this.put({
          KeyName: input.KeyName,
          KeyFingerprint: 'imported',
          PublicKey: `${line} ${input.KeyName}`,
          Tags: input.TagSpecifications?.[0]?.Tags,
        });
        return { KeyPairId: pair.KeyPairId, KeyName: input.KeyName, KeyFingerprint: pair.KeyFingerprint };
      }),
    );
    mock
      .on(DescribeKeyPairsCommand)
      .callsFake((input: DescribeKeyPairsCommandInput) =>
        this.#respond('describe', input.KeyNames?.[0] ?? input.KeyPairIds?.[0], () => this.#describe(input)),
      );
    mock.on(DeleteKeyPairCommand).callsFake((input) =>
      this.#respond(input.DryRun === true ? 'may delete' : 'delete', input.KeyPairId ?? input.KeyName, () => {
        if (input.DryRun === true && this.pairs.has(input.KeyPairId)) throw ec2Errors.wouldBeAllowed();
        if (!this.pairs.delete(input.KeyPairId)) throw ec2Errors.notFound();
        return { Return: true, KeyPairId: input.KeyPairId };
      }),
    );
    mock.on(CreateTagsCommand).callsFake((input) =>
      this.#respond(input.DryRun === true ? 'may tag' : 'tag', input.Resources?.[0], () => {
        if (input.DryRun === true) throw ec2Errors.wouldBeAllowed();
        const pair = this.pairs.get(input.Resources?.[0]);
        if (pair === undefined) throw ec2Errors.notFound();
        const others = (pair.Tags ?? []).filter(({ Key }) => !input.Tags.some((tag: Tag) => tag.Key === Key));
        this.put({ ...pair, Tags: [...others, ...input.Tags] });
        return { $metadata: { requestId: 'b0b' } };
      }),
    );
  }

  /** EC2's calls in one Region; retries do not wait, and looks hardly. Times are milliseconds until they give up. */
  keyPairs({
    total = 60_000,
    lookFor = 30,
    searchFor = 60,
    insistFor = 60_000,
    pause = 0,
    signal = new AbortController().signal,
    region = 'eu-west-1',
  } = {}): KeyPairs {
    const outOfTime = new AbortController();
    const onRetry = async (): Promise<void> => {
      this.retries += 1;
      if (this.retries === mostRetries) outOfTime.abort();
    };
    return new KeyPairs({
      region,
      retry: new Retry({
        ...{ total, base: pause, cap: pause, insistFor, lookFor, searchFor, onRetry },
        signal: AbortSignal.any([signal, outOfTime.signal]),
      }),
      client: (Client) => {
        if (this.client instanceof Client) return this.client;
        throw new Error(`There is no ${Client.name} here.`);
      },
    });
  }

  /** Adds a key pair that no call created. */
  put(info: KeyPairInfo): KeyPairInfo & { readonly KeyPairId: string } {
    const KeyPairId = info.KeyPairId ?? this.#nextId();
    const pair = { KeyFingerprint: 'aa:bb', KeyType: 'ed25519' as const, ...info, KeyPairId };
    this.pairs.set(KeyPairId, pair);
    return pair;
  }

  names(): (string | undefined)[] {
    return [...this.pairs.values()].map(({ KeyName }) => KeyName);
  }

  async #respond(call: CallName, which: string | undefined, execute: () => object): Promise<object> {
    this.journal.push(`${call} ${which ?? ''}`.trimEnd());
    this.onCall(call);
    const fault = this.faults[call].shift();
    if (fault !== undefined && 'instead' in fault) throw fault.instead;
    const response = execute();
    if (fault !== undefined && 'afterwards' in fault) throw fault.afterwards;
    return fault === undefined ? response : { ...response, ...fault.response };
  }

  #create({ KeyName, KeyType = 'rsa', KeyFormat, TagSpecifications }: CreateKeyPairCommandInput): object {
    this.keyFormats.push(KeyFormat);
    if (this.names().includes(KeyName)) throw ec2Errors.duplicate();
    const key = KeyType === 'rsa' ? freshRsa() : freshEd25519();
    const { KeyPairId, KeyFingerprint } = this.put({
      KeyName,
      KeyType,
      KeyFingerprint: fingerprintOfCreated(key),
      PublicKey: publicKeyLine(key),
      Tags: TagSpecifications?.[0]?.Tags,
    });
    return { KeyPairId, KeyName, KeyFingerprint, KeyMaterial: key.pem };
  }

  #describe({ KeyNames, KeyPairIds, Filters = [] }: DescribeKeyPairsCommandInput): object {
    const isStale = this.staleReads > 0;
    if (isStale) this.staleReads -= 1;
    const shown = [...(isStale ? [] : this.pairs.values())].flatMap((pair) => this.show(pair) ?? []);
    const found = shown.filter(
      ({ KeyName = '', KeyPairId = '', Tags = [] }) =>
        (KeyNames?.includes(KeyName) ?? true) &&
        (KeyPairIds?.includes(KeyPairId) ?? true) &&
        Filters.every(
          ({ Name, Values = [] }) =>
            this.ignoresFilters || Name !== nonceFilter || Values.includes(nonceIn(Tags)),
        ),
    );
    if (found.length === 0 && (KeyNames ?? KeyPairIds) !== undefined) throw ec2Errors.notFound();
    return { KeyPairs: found };
  }

  #nextId(): string {
    this.#count += 1;
    return `key-${this.#count.toString(16).padStart(17, '0')}`;
  }
}

/** The only filter that this EC2 applies. */
const nonceFilter = `tag:${tagKeys.nonce}`;

function nonceIn(tags: readonly Tag[]): string {
  return tags.find(({ Key }) => Key === tagKeys.nonce)?.Value ?? '';
}

/** The public key as EC2 shows it, without the comment. */
export function publicKeyLine({ type, key }: TestKey): string {
  return `ssh-${type} ${containerParts(key).publicKey.toString('base64')}`;
}

/** As EC2 computes it: SHA-1 over PKCS#8, or SHA-256 over the wire format. */
export function fingerprintOfCreated({ type, key }: TestKey): string {
  if (type === 'ed25519') {
    return createHash('sha256').update(containerParts(key).publicKey).digest('base64');
  }
  const pkcs8 = key.export({ type: 'pkcs8', format: 'der' });
  return createHash('sha1')
    .update(pkcs8)
    .digest('hex')
    .replace(/..(?!$)/g, '$&:');
}
