import { type InstancesOfRotation, journalNameOf, tagsOfJournal } from '../../../src/ec2/journal.ts';
import type { RotateRequest } from '../../../src/inputs/request.ts';
import { rotate } from '../../../src/operations/rotate.ts';
import { tagKeys, type WorkflowRun } from '../../../src/ownership.ts';
import { publicKeyLine } from '../../lib/fake-ec2.ts';
import { freshEd25519, type TestKey } from '../../lib/keys.ts';
import { output } from './plain-requests.ts';
import { managedTags, noon, type TestStep } from './test-step.ts';

export const oldKey: TestKey = freshEd25519();
export const oldNonce = 'a1'.repeat(16);

/** The tags of a persistent key pair of this repository, and one of the user. */
export const oldTags = [
  ...managedTags,
  { Key: tagKeys.run, Value: '17/1' },
  { Key: tagKeys.job, Value: 'first' },
  { Key: tagKeys.lifetime, Value: 'persistent' },
  { Key: tagKeys.nonce, Value: oldNonce },
  { Key: 'team', Value: 'web' },
];

/** The key pair to rotate. */
export function putOld({ ec2 }: TestStep, changes: object = {}) {
  return ec2.put({
    KeyName: 'deploy',
    KeyType: 'ed25519',
    KeyFingerprint: 'old',
    PublicKey: publicKeyLine(oldKey),
    Tags: oldTags,
    ...changes,
  });
}

/** Of the key pair that was to take the place of the old one. */
export const newNonce = 'c3'.repeat(16);

/** What a journal can be about. */
interface JournalCase {
  /** Where the copy of the new private key is. */
  readonly store?: string;
  /** If instances take part. */
  readonly instances?: InstancesOfRotation;
  /** The tags of the old key pair. */
  readonly before?: typeof oldTags;
  /** The run that rotates. */
  readonly rotating?: WorkflowRun;
}

/** The journal of a rotation that began so many minutes ago. */
export function putJournal(
  { ec2, run }: TestStep,
  minutes: number,
  { store, instances, before = oldTags, rotating = run }: JournalCase = {},
) {
  const tags = new Map(before.map(({ Key, Value }) => [Key, Value]));
  return ec2.put({
    KeyName: journalNameOf('deploy'),
    PublicKey: publicKeyLine(oldKey),
    CreateTime: new Date(noon.getTime() - minutes * 60_000),
    Tags: tagsOfJournal({ tags }, 'b2'.repeat(16), rotating, { nonce: newNonce, store }, instances).map(
      ({ key, value }) => ({
        Key: key,
        Value: value,
      }),
    ),
  });
}

export const plainRotation: RotateRequest = {
  operation: 'rotate',
  region: undefined,
  dryRun: false,
  pair: { keyName: 'deploy' },
  keyType: undefined,
  publicKey: undefined,
  tags: [],
  expiresAfter: undefined,
  force: false,
  instances: undefined,
  destinations: [output],
};

export async function runRotation(step: TestStep, request: Partial<RotateRequest> = {}) {
  return rotate.execute(await rotate.plan({ ...plainRotation, ...request }, step), step);
}

/** The tags of a key pair, by key; undefined if none has the name. */
export function tagsNow({ ec2 }: TestStep, keyName = 'deploy'): Record<string, string> | undefined {
  const pair = [...ec2.pairs.values()].find(({ KeyName }) => KeyName === keyName);
  return pair && Object.fromEntries((pair.Tags ?? []).map(({ Key = '', Value = '' }) => [Key, Value]));
}

/** The public key of a key pair, as EC2 has it, without a comment. */
export function publicKeyNow({ ec2 }: TestStep, keyName = 'deploy'): string | undefined {
  const pair = [...ec2.pairs.values()].find(({ KeyName }) => KeyName === keyName);
  return pair?.PublicKey?.split(' ', 2).join(' ');
}
