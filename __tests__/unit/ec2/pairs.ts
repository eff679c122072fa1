import { mockClient } from 'aws-sdk-client-mock';
import type { KeyPairRecord } from '../../../src/ec2/key-pair-record.ts';
import type { ExistingKeyPair, NewKeyPair } from '../../../src/ec2/requests.ts';
import type { Claim, ReleaseOutcome } from '../../../src/ledger/claim.ts';
import { type Tag, tagKeys } from '../../../src/ownership.ts';
import type { FakeEc2 } from '../../lib/fake-ec2.ts';

export const nonce = '00112233445566778899aabbccddeeff';

export const nonceTag: Tag = { key: tagKeys.nonce, value: nonce };

/** The tags of a key pair that the step created. */
const ownTags: readonly Tag[] = [
  { key: tagKeys.managedBy, value: 'ec2-key-pair-action' },
  { key: tagKeys.repository, value: 'github.com/octo/widgets' },
  nonceTag,
];

/** The same, as EC2 shows them. */
export const ec2OwnTags = ownTags.map(({ key, value }) => ({ Key: key, Value: value }));

export const newPair: NewKeyPair = { keyName: 'deploy', keyType: 'ed25519', keyFormat: 'pem', tags: ownTags };

export const existingPair: ExistingKeyPair = { keyName: 'deploy', keyPairId: 'key-0a' };

export const recordOfPair: KeyPairRecord = {
  kind: 'key-pair',
  region: 'eu-west-1',
  keyName: 'deploy',
  nonce,
  credentials: '0123456789abcdef',
  account: 'abcdef0123456789',
  endpoint: 'ec2.eu-west-1.amazonaws.com',
};

/** A claim that only records its calls. */
export class NotedClaim implements Claim<KeyPairRecord> {
  /** The records that were held, and every other call by its name. */
  readonly calls: ('cancelled' | 'released' | KeyPairRecord)[] = [];

  held(record: KeyPairRecord): void {
    this.calls.push(record);
  }

  cancelled(): void {
    this.calls.push('cancelled');
  }

  async release(): Promise<ReleaseOutcome> {
    this.calls.push('released');
    return { outcome: 'done', said: 'Released the key pair.' };
  }
}

/** The inputs of all commands, each answered with this response or error. */
export function inputsOf(ec2: FakeEc2, response: object = { KeyPairs: [] }): unknown[] {
  const inputs: unknown[] = [];
  mockClient(ec2.client)
    .onAnyCommand()
    .callsFake((input) => {
      inputs.push(input);
      if (response instanceof Error) throw response;
      return response;
    });
  return inputs;
}
