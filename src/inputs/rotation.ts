import { isReservedTag, maxUserTags } from '../ownership.ts';
import { readGivenPublicKey } from './new-pair.ts';
import { readDestinations } from './private-key.ts';
import type { InstancesRequest, RotateRequest } from './request.ts';
import type { InputName } from './table.ts';
import type { InputValues } from './values.ts';

/** Inputs about a private key, which no one has of a public key that was set. */
const ofPrivateKey: readonly InputName[] = [
  'key-type',
  'key-format',
  'private-key-path',
  'passphrase',
  'output-private-key',
  'ssh-agent',
  'store',
  'store-kms-key-id',
];

/** What the inputs set for the new key of a key pair. */
export function readRotation(
  inputs: InputValues,
): Omit<RotateRequest, 'operation' | 'pair' | 'region' | 'dryRun'> {
  const publicKey = readGivenPublicKey(inputs);
  const rest = {
    publicKey,
    keyType: inputs.choice('key-type', ['rsa', 'ed25519']),
    tags: inputs.tags('tags', { reserved: isReservedTag, max: maxUserTags }),
    expiresAfter: inputs.duration('expires-after'),
    force: inputs.flag('force'),
    instances: readInstances(inputs),
  };
  if (publicKey === undefined) return { ...rest, destinations: readDestinations(inputs) };
  for (const name of ofPrivateKey) {
    if (inputs.text(name) === undefined || inputs.text(name)?.toLowerCase() === 'false') continue;
    inputs.refuse(name, 'cannot be combined with public-key or public-key-path', '');
  }
  return { ...rest, destinations: [] };
}

function readInstances(inputs: InputValues): InstancesRequest | undefined {
  const by = inputs.choice('update-instances', ['none', 'ssm']);
  const policy = inputs.choice('update-instances-policy', ['fail', 'warn']);
  if (policy !== undefined && inputs.text('update-instances') === undefined) {
    inputs.refuse('update-instances-policy', 'needs update-instances: ssm', '');
  }
  return by === 'ssm' ? { by, policy: policy ?? 'fail' } : undefined;
}
