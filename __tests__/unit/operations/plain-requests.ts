import type { CreateRequest, DestinationRequest, EnsureRequest } from '../../../src/inputs/request.ts';
import { fileRequest } from '../../lib/file-request.ts';

/** The private key in a file at private-key-path. */
export function fileAt(path: string, more: Parameters<typeof fileRequest>[0] = {}): DestinationRequest {
  return fileRequest({ path, ...more });
}

/** The private key in a file in the temp folder, which no one asked for. */
export const defaultFile: DestinationRequest = fileRequest();

export const output: DestinationRequest = { kind: 'output', required: true };

/** A key pair with a given name whose private key is asked for in both places. */
export const plainCreate: Omit<CreateRequest, 'operation'> = {
  region: undefined,
  dryRun: false,
  name: { exact: 'deploy' },
  keyType: 'ed25519',
  generateOn: 'ec2',
  destinations: [output, fileAt('key.pem')],
  tags: [],
  lifetime: 'persistent',
  expiresAfter: undefined,
};

const { name: _, ...rest } = plainCreate;

/** The same key pair, of any type, with its private key in a file that no one asked for. */
export const plainEnsure: EnsureRequest = {
  ...rest,
  operation: 'ensure',
  keyName: 'deploy',
  keyType: undefined,
  sources: [],
  destinations: [defaultFile],
};
