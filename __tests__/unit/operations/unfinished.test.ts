import { expect, test } from '@jest/globals';
import { explain } from '../../../src/aws/explain.ts';
import type { RotationRecord } from '../../../src/ec2/rotation-record.ts';
import { KeyPairError } from '../../../src/errors.ts';
import { leftByFailure } from '../../../src/operations/unfinished.ts';
import { awsError, ec2Errors } from '../../lib/aws-errors.ts';
import { recordOfPair } from '../ec2/pairs.ts';

const record: RotationRecord = {
  ...recordOfPair,
  kind: 'rotation',
  keyName: 'deploy.rotating',
  oldKeyPairId: 'key-0a',
  newNonce: 'another',
};
const attempt = {
  ...{ service: 'EC2', action: 'ec2:ImportKeyPair', region: 'eu-west-1' },
  doing: 'import key pair "deploy"',
};
const hintFor = (error: unknown) => leftByFailure(record, error).hint;

test.each<[what: string, error: Error, hint: RegExp]>([
  [
    'the session ended',
    explain(awsError('ExpiredToken', { status: 400 }), attempt),
    /^The AWS session ended before the job\. .*\. To end it, run `operation: rotate`/,
  ],
  [
    'a later step removed the credentials',
    new KeyPairError('NO_CREDENTIALS', 'No AWS credentials were found.', { hint: 'Add a step.' }),
    /^A later step removed them: keep them until the job ends\. To end it/,
  ],
  [
    'a call was denied',
    explain(ec2Errors.denied(), attempt),
    /^The role needs ec2:ImportKeyPair\. .* To end/,
  ],
  ['there is no response', explain(ec2Errors.reset(), attempt), /^To end it, run `operation: rotate`/],
])('A rotation that is left because %s says what would help, and how to end it.', (_, error, hint) => {
  expect(hintFor(error)).toMatch(hint);
});
