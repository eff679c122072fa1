import { generateKeyPairSync } from 'node:crypto';
import type { Bill } from './judge.ts';

/** An operation that makes something, as a workflow would write it. */
export interface MakingOperation {
  readonly name: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly bill: Bill;
  readonly inSample?: boolean;
}

/** The name that operations use where they need one. */
export const keyName = 'deploy';

/** A public key of which nobody has the private half. */
export const publicKey = openSshLine();

const ed25519 = { 'key-type': 'ed25519' } as const;
const asOutput = { 'output-private-key': 'true' } as const;
const keptFile = { 'private-key-path': 'keys/of/deploy.pem' } as const;

export const makingOperations: readonly MakingOperation[] = [
  {
    name: 'create, lifetime job, with output',
    inputs: { ...ed25519, ...asOutput },
    bill: 'nothing',
    inSample: true,
  },
  {
    name: 'create, lifetime job, RSA as PPK',
    inputs: { 'key-format': 'ppk', 'private-key-path': 'keys/of/deploy.ppk' },
    bill: 'nothing',
  },
  {
    name: 'create, lifetime run, with output',
    inputs: { ...ed25519, ...asOutput, lifetime: 'run' },
    bill: 'pair-if-announced',
  },
  {
    name: 'create, lifetime persistent, with output',
    inputs: { ...ed25519, ...asOutput, ...keptFile, 'key-name': keyName },
    bill: 'pair-with-file-or-nothing',
    inSample: true,
  },
  {
    name: 'ensure, absent',
    inputs: { operation: 'ensure', ...ed25519, ...keptFile, 'key-name': keyName },
    bill: 'pair-with-file-or-nothing',
  },
  {
    name: 'import, lifetime job',
    inputs: { operation: 'import', 'public-key': publicKey, 'key-name': keyName, lifetime: 'job' },
    bill: 'nothing',
  },
  {
    name: 'import, lifetime persistent',
    inputs: { operation: 'import', 'public-key': publicKey, 'key-name': keyName },
    bill: 'pair-if-announced',
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
