import { expect, test } from '@jest/globals';
import { deletionOutputs } from '../../../src/results/deletion.ts';
import { outputsOfInstances } from '../../../src/results/instances.ts';
import { withKeyPairArn } from '../../../src/results/key-pair-arn.ts';
import { listOutputs } from '../../../src/results/key-pair-list.ts';
import { outputsOf } from '../../../src/results/key-pair-result.ts';
import { outputTable } from '../../../src/results/outputs.ts';

const ofKeyPair = outputsOf({
  keyName: 'deploy',
  keyPairId: 'key-0a',
  keyType: 'rsa',
  fingerprint: 'aa:bb',
  fingerprintDiffers: false,
  sha256Fingerprint: 'SHA256:x',
  publicKey: 'ssh-rsa AAAA deploy',
  region: 'eu-west-1',
  change: 'rotated',
  previousFingerprint: 'cc:dd',
  lifetime: 'job',
  expiresAt: undefined,
  runUrl: undefined,
  delivered: [],
});
const ofResults = Object.keys({
  ...withKeyPairArn(ofKeyPair, { partition: 'aws', region: 'eu-west-1', accountId: '123456789012' }),
  ...deletionOutputs({ region: 'eu-west-1', deleted: [] }),
  ...outputsOfInstances({ updated: [], withoutKey: [], missed: [] }),
  ...listOutputs([], 'eu-west-1', '/list.json'),
  ...outputsOfInstances({ updated: [], withoutKey: [], missed: [] }),
});

test('Results set every output of action.yml and no other, except the private key and the store that keeps it, which their destinations set', () => {
  expect([...ofResults, 'private-key', 'private-key-store'].sort()).toEqual(Object.keys(outputTable).sort());
});
