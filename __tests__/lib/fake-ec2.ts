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
import { ec2Errors } from './aws-errors.ts';
import { containerParts, freshEd25519, freshRsa, type TestKey } from './keys.ts';

/** What happens to one call: an error instead of it or after it, or another response. */
export type Fault =
  | { readonly instead: Error }
  | { readonly afterwards: Error }
  | { readonly answer: Record<string, unknown> };

type CallName = 'create' | 'import' | 'describe' | 'delete' | 'tag';

/**
 * EC2's key pairs in memory, behind the SDK's own client. Each call takes the next fault. `staleLooks` is the number of
 * calls that do not find new key pairs. `journal` lists all calls.
 */
export class FakeEc2 {
  readonly client = new EC2Client({
    region: 'eu-west-1',
    credentials: { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'example' },
  });
  readonly pairs = new Map<string, KeyPairInfo>();
  readonly journal: string[] = [];
  readonly faults: Record<CallName, (Fault | undefined)[]> = {
    create: [],
    import: [],
    describe: [],
    delete: [],
    tag: [],
  };
  /** Called before each response. */
  onCall: (call: CallName) => void = () => {};
  staleLooks = 0;
  throttledTold = 0;
  #made = 0;

  constructor() {
    const mock = mockClient(this.client);
    mock
      .on(CreateKeyPairCommand)
      .callsFake((input: CreateKeyPairCommandInput) =>
        this.#answer('create', input.KeyName, () => this.#create(input)),
      );
    mock.on(ImportKeyPairCommand).callsFake((input) =>
      this.#answer('import', input.KeyName, () => {
        if (this.names().includes(input.KeyName)) throw ec2Errors.duplicate();
        const line = Buffer.from(input.PublicKeyMaterial).toString('latin1');
        const pair = this.put({
          KeyName: input.KeyName,
          KeyFingerprint: 'imported',
          PublicKey: `${line} ${input.KeyName}`,
          Tags: input.TagSpecifications?.[0]?.Tags,
        });
        return { KeyPairId: pair.KeyPairId, KeyFingerprint: pair.KeyFingerprint };
      }),
    );
    mock
      .on(DescribeKeyPairsCommand)
      .callsFake((input: DescribeKeyPairsCommandInput) =>
        this.#answer('describe', input.KeyNames?.[0] ?? input.KeyPairIds?.[0], () => this.#describe(input)),
      );
    mock.on(DeleteKeyPairCommand).callsFake((input) =>
      this.#answer('delete', input.KeyPairId ?? input.KeyName, () => {
        if (!this.pairs.delete(input.KeyPairId)) throw ec2Errors.notFound();
        return { Return: true, KeyPairId: input.KeyPairId };
      }),
    );
    mock.on(CreateTagsCommand).callsFake((input) =>
      this.#answer('tag', input.Resources?.[0], () => {
        const pair = this.pairs.get(input.Resources?.[0]);
        if (pair === undefined) throw ec2Errors.notFound();
        const others = (pair.Tags ?? []).filter(({ Key }) => !input.Tags.some((tag: Tag) => tag.Key === Key));
        this.put({ ...pair, Tags: [...others, ...input.Tags] });
        return { $metadata: { requestId: 'b0b' } };
      }),
    );
  }

  /** The calls of this region, which never wait. @param total - Milliseconds until they give up. */
  keyPairs({ total = 60_000, signal = new AbortController().signal } = {}): KeyPairs {
    const onThrottled = (): void => {
      this.throttledTold += 1;
    };
    return new KeyPairs(this.client, 'eu-west-1', new Retry({ total, base: 0, cap: 0, signal, onThrottled }));
  }

  /** Adds a key pair without a call. */
  put(info: KeyPairInfo): KeyPairInfo & { readonly KeyPairId: string } {
    const KeyPairId = info.KeyPairId ?? this.#nextId();
    const pair = { KeyFingerprint: 'aa:bb', KeyType: 'ed25519' as const, ...info, KeyPairId };
    this.pairs.set(KeyPairId, pair);
    return pair;
  }

  names(): (string | undefined)[] {
    return [...this.pairs.values()].map(({ KeyName }) => KeyName);
  }

  async #answer(call: CallName, which: string | undefined, execute: () => object): Promise<object> {
    this.journal.push(`${call} ${which ?? ''}`.trimEnd());
    this.onCall(call);
    const fault = this.faults[call].shift();
    if (fault !== undefined && 'instead' in fault) throw fault.instead;
    const answer = execute();
    if (fault !== undefined && 'afterwards' in fault) throw fault.afterwards;
    return fault === undefined ? answer : { ...answer, ...fault.answer };
  }

  #create({ KeyName, KeyType = 'rsa', TagSpecifications }: CreateKeyPairCommandInput): object {
    if (this.names().includes(KeyName)) throw ec2Errors.duplicate();
    const key = KeyType === 'rsa' ? freshRsa() : freshEd25519();
    const { KeyPairId, KeyFingerprint } = this.put({
      KeyName,
      KeyType,
      PublicKey: publicKeyLine(key),
      Tags: TagSpecifications?.[0]?.Tags,
    });
    return { KeyPairId, KeyName, KeyFingerprint, KeyMaterial: key.pem };
  }

  #describe({ KeyNames, KeyPairIds }: DescribeKeyPairsCommandInput): object {
    if (this.staleLooks > 0) {
      this.staleLooks -= 1;
      throw ec2Errors.notFound();
    }
    const found = [...this.pairs.values()].filter(
      ({ KeyName = '', KeyPairId = '' }) =>
        (KeyNames?.includes(KeyName) ?? true) && (KeyPairIds?.includes(KeyPairId) ?? true),
    );
    if (found.length === 0 && (KeyNames ?? KeyPairIds) !== undefined) throw ec2Errors.notFound();
    return { KeyPairs: found };
  }

  #nextId(): string {
    this.#made += 1;
    return `key-${this.#made.toString(16).padStart(17, '0')}`;
  }
}

/** The public key as EC2 returns it, without the comment. */
export function publicKeyLine({ type, key }: TestKey): string {
  return `ssh-${type} ${containerParts(key).publicKey.toString('base64')}`;
}
