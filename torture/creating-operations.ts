import { generateKeyPairSync } from 'node:crypto';
import type { ExpectedLeftovers } from './leftovers.ts';

/** An operation that creates something, as a workflow writes it. */
export interface CreatingOperation {
  readonly name: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly leftovers: ExpectedLeftovers;
  readonly inSample?: boolean;
}

/** The name of the key pair, for operations that need one. */
export const keyName = 'deploy';

/** A public key without a private key. */
export const publicKey = openSshLine();

export const ed25519 = { 'key-type': 'ed25519' } as const;
const asOutput = { 'output-private-key': 'true' } as const;
export const keptFile = { 'private-key-path': 'keys/of/deploy.pem' } as const;

export const creatingOperations: readonly CreatingOperation[] = [
  {
    name: 'create, lifetime job, with output',
    inputs: { ...ed25519, ...asOutput },
    leftovers: 'nothing',
    inSample: true,
  },
  {
    name: 'create, lifetime job, RSA as PPK',
    inputs: { 'key-format': 'ppk', 'private-key-path': 'keys/of/deploy.ppk' },
    leftovers: 'nothing',
  },
  {
    name: 'create, lifetime run, with output',
    inputs: { ...ed25519, ...asOutput, lifetime: 'run' },
    leftovers: 'pair-if-announced',
  },
  {
    name: 'create, lifetime persistent, with output',
    inputs: { ...ed25519, ...asOutput, ...keptFile, 'key-name': keyName, lifetime: 'persistent' },
    leftovers: 'pair-with-file-or-nothing',
    inSample: true,
  },
  {
    name: 'ensure, key pair does not exist',
    inputs: { operation: 'ensure', ...ed25519, ...keptFile, 'key-name': keyName },
    leftovers: 'pair-with-file-or-nothing',
  },
  {
    name: 'import, lifetime job',
    inputs: { operation: 'import', 'public-key': publicKey },
    leftovers: 'nothing',
  },
  {
    name: 'import, lifetime persistent',
    inputs: { operation: 'import', 'public-key': publicKey, 'key-name': keyName },
    leftovers: 'pair-if-announced',
  },
];

function openSshLine(): string {
  const { x = '' } = generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' });
  const parts = [Buffer.from('ssh-ed25519'), Buffer.from(x, 'base64url')];
  const blob = Buffer.concat(parts.flatMap((part) => [lengthOf(part), part]));
  return `ssh-ed25519 ${blob.toString('base64')}`;
}

function lengthOf(part: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(part.length);
  return length;
}
