import type { Delivered, KeyPairResult } from '../../../src/results/key-pair-result.ts';

/** A destination of no known kind: results are to know none by name. */
export const vault: Delivered = {
  label: 'Private key vault',
  where: 'vault/7',
  until: 'kept for a year',
  outlivesJob: true,
  outputs: { 'private-key-path': 'vault/7' },
  warnings: [],
};

export const pocket: Delivered = {
  label: 'Private key pocket',
  where: 'pocket',
  until: 'deleted when this job ends',
  outlivesJob: false,
  outputs: {},
  warnings: [],
};

export const result: KeyPairResult = {
  keyName: 'deploy',
  keyPairId: 'key-0a',
  keyType: 'rsa',
  fingerprint: 'aa:bb',
  fingerprintDiffers: false,
  sha256Fingerprint: 'SHA256:x',
  publicKey: 'ssh-rsa AAAA deploy',
  region: 'eu-west-1',
  change: 'created',
  lifetime: 'job',
  creatingRunId: '4242',
  expiresAt: undefined,
  runUrl: undefined,
  delivered: [pocket],
};
