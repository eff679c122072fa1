import type { KeyPairRecord } from '../../../src/ec2/key-pair-record.ts';
import type { NewKeyPair } from '../../../src/ec2/requests.ts';
import type { Tag } from '../../../src/inputs/request.ts';
import type { Claim } from '../../../src/ledger/claim.ts';
import { tagKeys } from '../../../src/ownership.ts';

export const nonce = '00112233445566778899aabbccddeeff';

export const nonceTag: Tag = { key: tagKeys.nonce, value: nonce };

/** The nonce tag as EC2 shows it. */
export const ec2NonceTags = [{ Key: nonceTag.key, Value: nonceTag.value }];

export const newPair: NewKeyPair = { keyName: 'deploy', keyType: 'ed25519', tags: [nonceTag] };

export const recordOfPair: KeyPairRecord = {
  kind: 'key-pair',
  region: 'eu-west-1',
  keyName: 'deploy',
  nonce,
  credentials: '0123456789abcdef',
};

/** A claim that notes what it is told. */
export class NotedClaim implements Claim<KeyPairRecord> {
  readonly told: ('void' | KeyPairRecord)[] = [];

  held(record: KeyPairRecord): void {
    this.told.push(record);
  }

  void(): void {
    this.told.push('void');
  }
}
