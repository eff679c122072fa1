import type { CreateRequest, DestinationRequest } from '../../../src/inputs/request.ts';

/** The private key in a file at private-key-path. */
export function fileAt(path: string): DestinationRequest {
  return { kind: 'file', path, format: 'pem', required: true };
}

/** The private key in a file in the temp folder, which no one asked for. */
export const defaultFile: DestinationRequest = {
  kind: 'file',
  path: undefined,
  format: 'pem',
  required: false,
};

export const output: DestinationRequest = { kind: 'output', required: true };

/** A key pair with a given name whose private key is asked for in both places. */
export const plainCreate: Omit<CreateRequest, 'operation'> = {
  region: undefined,
  dryRun: false,
  name: { exact: 'deploy' },
  keyType: 'ed25519',
  destinations: [output, fileAt('key.pem')],
  tags: [],
  lifetime: 'persistent',
  expiresAfter: undefined,
};
