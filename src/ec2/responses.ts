import type { KeyPairInfo } from '@aws-sdk/client-ec2';
import { PrivateKey } from '../keys/private-key.ts';
import { type KeyType, PublicKey } from '../keys/public-key.ts';
import { isSafeToPrint } from '../aws/errors.ts';

/** A pair that EC2 knows. */
export interface KeyPair {
  readonly keyPairId: string;
  readonly keyName: string;
  /** As EC2 reports it; undefined for a type that this action does not know. */
  readonly keyType: KeyType | undefined;
  readonly fingerprint: string;
  /** Undefined where the answer has none that can be read. */
  readonly publicKey: PublicKey | undefined;
  readonly createdAt: Date | undefined;
  readonly tags: ReadonlyMap<string, string>;
}

/** A pair that was just made: the only time its private key is to be had. */
export interface CreatedKeyPair {
  readonly keyPairId: string;
  readonly keyName: string;
  readonly fingerprint: string;
  readonly privateKey: PrivateKey;
}

export function toKeyPair(info: KeyPairInfo): KeyPair {
  const publicKey = info.PublicKey === undefined ? undefined : readPublicKey(info.PublicKey);
  return {
    keyPairId: required(info.KeyPairId),
    keyName: required(info.KeyName),
    keyType: info.KeyType ?? publicKey?.type,
    fingerprint: info.KeyFingerprint ?? '',
    publicKey,
    createdAt: info.CreateTime,
    tags: new Map((info.Tags ?? []).map(({ Key, Value }) => [Key ?? '', Value ?? ''])),
  };
}

/** An answer that lacks what EC2 always sends was cut or altered on its way: as good as none. */
export function required<Value>(value: Value | undefined): Value {
  if (value === undefined || value === '') {
    throw new DamagedAnswerError('the answer lacks a part that EC2 always sends');
  }
  return value;
}

/** For an answer that EC2 never gives: a proxy's page, say. As good as none. */
export function throwUnexpectedResponse(): never {
  throw new DamagedAnswerError('the answer is not one that EC2 gives');
}

/** The private key in an answer. Its text is in no error. */
export function parsePrivateKey(keyMaterial: string): PrivateKey {
  try {
    return PrivateKey.parse(keyMaterial);
  } catch {
    throw new DamagedAnswerError('the private key in the answer cannot be read');
  }
}

/** Passes an error on, unless its text may quote the answer, which may hold a private key. */
export function rethrowRedacted(error: unknown): never {
  throw isSafeToPrint(error) ? error : new DamagedAnswerError('the answer cannot be read');
}

function readPublicKey(text: string): PublicKey | undefined {
  try {
    return PublicKey.parseOpenSsh(text);
  } catch {
    return undefined;
  }
}

/** Counts as no answer: what was asked for may have been done. Keeps nothing of the answer. */
class DamagedAnswerError extends Error {
  override readonly name = 'DamagedAnswer';
}
