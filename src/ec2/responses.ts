import type {
  CreateKeyPairCommandOutput,
  ImportKeyPairCommandOutput,
  KeyPairInfo,
} from '@aws-sdk/client-ec2';
import { DamagedResponseError, required } from '../aws/responses.ts';
import { isFingerprintOf } from '../keys/fingerprint.ts';
import { PrivateKey } from '../keys/private-key.ts';
import { type KeyType, PublicKey } from '../keys/public-key.ts';
import { keyPairIdPattern } from './key-pair-record.ts';

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
  /** Whether the fingerprint is the one that EC2 would compute of this private key. Endpoints other than AWS differ. */
  readonly fingerprintFits: boolean;
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

/** Endpoints other than AWS return PEM, whatever the request asks for. */
export async function toCreatedKeyPair(
  created: CreateKeyPairCommandOutput,
  asked: Pick<KeyPair, 'keyName' | 'region'>,
): Promise<CreatedKeyPair> {
  const { keyPairId, fingerprint } = toNewKeyPair(created, asked);
  const privateKey = await readPrivateKey(required(created.KeyMaterial));
  const fingerprintFits = isFingerprintOf(privateKey, fingerprint);
  return { ...asked, keyPairId, fingerprint, fingerprintFits, privateKey };
}

/** What the responses of CreateKeyPair and ImportKeyPair have in common. */
export function toNewKeyPair(
  created: Pick<ImportKeyPairCommandOutput, 'KeyPairId' | 'KeyName' | 'KeyFingerprint'>,
  { keyName }: Pick<KeyPair, 'keyName'>,
): Pick<KeyPair, 'keyPairId' | 'fingerprint'> {
  if (created.KeyName !== keyName) throw new DamagedResponseError('the response is for another key pair');
  return { keyPairId: requiredId(created.KeyPairId), fingerprint: required(created.KeyFingerprint) };
}

function requiredId(id: string | undefined): string {
  if (id !== undefined && keyPairIdPattern.test(id)) return id;
  throw new DamagedResponseError('the response lacks the ID of a key pair');
}

/** @throws DamagedResponseError without any of the response in it. */
async function readPrivateKey(keyMaterial: string): Promise<PrivateKey> {
  try {
    return await PrivateKey.read(keyMaterial);
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
