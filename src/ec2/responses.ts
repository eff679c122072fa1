import type { CreateKeyPairCommandOutput, KeyPairInfo } from '@aws-sdk/client-ec2';
import { DamagedResponseError, required } from '../aws/responses.ts';
import { PrivateKey } from '../keys/private-key.ts';
import { type KeyType, PublicKey } from '../keys/public-key.ts';

/** Names of EC2 errors that the code handles (EC2 API reference, error codes). */
export const ec2ErrorNames = {
  duplicate: 'InvalidKeyPair.Duplicate',
  notFound: 'InvalidKeyPair.NotFound',
  wouldBeAllowed: 'DryRunOperation',
} as const;

/** A key pair in EC2. */
export interface KeyPair {
  readonly keyPairId: string;
  readonly keyName: string;
  readonly region: string;
  /** As EC2 reports it; undefined for a type that this action does not know. */
  readonly keyType: KeyType | undefined;
  readonly fingerprint: string;
  /** Undefined if the response has none, or an unreadable one. */
  readonly publicKey: PublicKey | undefined;
  readonly createdAt: Date | undefined;
  readonly tags: ReadonlyMap<string, string>;
}

/** A key pair that was just created: the only time that EC2 returns its private key. */
export interface CreatedKeyPair {
  readonly keyPairId: string;
  readonly keyName: string;
  readonly region: string;
  readonly fingerprint: string;
  readonly privateKey: PrivateKey;
}

export function toKeyPair(info: KeyPairInfo, region: string): KeyPair {
  const publicKey = info.PublicKey === undefined ? undefined : parsePublicKey(info.PublicKey);
  return {
    keyPairId: required(info.KeyPairId),
    keyName: required(info.KeyName),
    region,
    keyType: info.KeyType ?? publicKey?.type,
    fingerprint: info.KeyFingerprint ?? '',
    publicKey,
    createdAt: info.CreateTime,
    tags: new Map((info.Tags ?? []).map(({ Key, Value }) => [Key ?? '', Value ?? ''])),
  };
}

export function toCreatedKeyPair(
  created: CreateKeyPairCommandOutput,
  { keyName, region }: Pick<KeyPair, 'keyName' | 'region'>,
): CreatedKeyPair {
  return {
    keyPairId: required(created.KeyPairId),
    keyName,
    region,
    fingerprint: required(created.KeyFingerprint),
    privateKey: parsePrivateKey(required(created.KeyMaterial)),
  };
}

/** @throws DamagedResponseError without any of the response in it. */
function parsePrivateKey(keyMaterial: string): PrivateKey {
  try {
    return PrivateKey.parse(keyMaterial);
  } catch {
    throw new DamagedResponseError('the private key in the response is unreadable');
  }
}

function parsePublicKey(text: string): PublicKey | undefined {
  try {
    return PublicKey.parseOpenSsh(text);
  } catch {
    return undefined;
  }
}
