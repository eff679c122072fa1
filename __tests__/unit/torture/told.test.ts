import { describe, expect, test } from '@jest/globals';
import type { StoredKeyPair } from '../../../local/aws/server.ts';
import type { Annotation, Phase } from '../../../local/runner/job.ts';
import { isTold } from '../../../torture/told.ts';

const nonce = '0123456789abcdef0123456789abcdef';
const pair: StoredKeyPair = {
  id: 'key-0123456789abcdef0',
  name: 'deploy',
  type: 'ed25519',
  fingerprint: '',
  publicKey: '',
  tags: [{ key: 'ec2-key-pair-action:nonce', value: nonce }],
  createTime: new Date(0),
  imported: false,
};

function told(phase: Phase, level: Annotation['level'], message: string, id = 'key'): boolean {
  return isTold({ steps: [{ id, phase, annotations: [{ level, message, properties: {} }] }] }, pair);
}

describe('A key pair that is left is told', () => {
  test.each<[string, Phase, Annotation['level'], string]>([
    [
      'by its ID, in a warning of post',
      'post',
      'warning',
      `key pair "deploy": refused. To delete it yourself:\naws ec2 delete-key-pair --key-pair-id ${pair.id}`,
    ],
    [
      'by its name, in an error of main',
      'main',
      'error',
      "Not deleted: key pair 'deploy'\naws ec2 delete-key-pair --key-name 'deploy' --region eu-west-1",
    ],
    [
      'by its nonce, in a notice of post',
      'post',
      'notice',
      `deploy may exist: aws ec2 describe-key-pairs --filters 'Name=tag:ec2-key-pair-action:nonce,Values=${nonce}'`,
    ],
  ])('%s.', (_what, phase, level, message) => {
    expect(told(phase, level, message)).toBe(true);
  });
});

describe('A key pair that is left is not told', () => {
  test.each<[string, Phase, Annotation['level'], string]>([
    ['without a command', 'post', 'warning', `Not cleaned up: key pair "deploy" (${pair.id}).`],
    [
      'with a command for another key pair',
      'post',
      'warning',
      'Not cleaned up: key pair "deploy". aws ec2 delete-key-pair --key-pair-id key-0ffffffffffffffff',
    ],
    [
      'with a command on another line than what it is for',
      'post',
      'warning',
      'key pair "deploy": aws ec2 delete-key-pair --key-pair-id key-0ffffffffffffffff\ndeploy',
    ],
    ['in a warning of main', 'main', 'warning', `deploy: aws ec2 delete-key-pair --key-pair-id ${pair.id}`],
    ['of a step that succeeded', 'main', 'notice', `deploy: aws ec2 delete-key-pair --key-name deploy`],
  ])('%s.', (_what, phase, level, message) => {
    expect(told(phase, level, message)).toBe(false);
  });

  test('in an error of another step.', () => {
    expect(told('main', 'error', `deploy: aws ec2 delete-key-pair --key-name deploy`, 'other')).toBe(false);
  });
});
