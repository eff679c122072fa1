import { describe, expect, test } from '@jest/globals';
import type { InputName } from '../../../src/inputs/table.ts';
import { inputCases } from './input-cases.ts';
import { problemsOf, readAs } from './reading.ts';

const publicKey = 'ssh-ed25519 AAAA';

describe('rotate', () => {
  test('generates a key of the type that the key pair has, if nothing else is set', () => {
    expect(readAs('rotate', { 'key-name': 'deploy' })).toMatchObject({
      ...{ pair: { keyName: 'deploy' }, keyType: undefined, publicKey: undefined, force: false },
      destinations: [{ kind: 'file', path: undefined }],
    });
  });

  test('delivers no private key of a public key that is set', () => {
    expect(
      readAs('rotate', { 'key-pair-id': 'key-0123456789abcdef0', 'public-key': publicKey }),
    ).toMatchObject({
      ...{ pair: { keyPairId: 'key-0123456789abcdef0' }, publicKey: { text: publicKey } },
      destinations: [],
    });
  });

  test.each<InputName>([
    'key-type',
    'key-format',
    'private-key-path',
    'passphrase',
    'output-private-key',
    'ssh-agent',
    'store',
    'store-kms-key-id',
  ])('does not take %s together with a public key', (name) => {
    const inputs = { operation: 'rotate', 'key-name': 'deploy', 'public-key': publicKey };
    expect(problemsOf({ ...inputs, [name]: inputCases[name][1] })).toEqual([
      `${name} cannot be combined with public-key or public-key-path.`,
    ]);
  });

  test('takes false for what does not apply to a public key, as wrappers pass it on', () => {
    const inputs = { 'key-name': 'deploy', 'public-key': publicKey };
    expect(
      readAs('rotate', { ...inputs, 'ssh-agent': 'False', 'output-private-key': 'false' }).destinations,
    ).toEqual([]);
  });

  test.each([
    ['leaves instances as they are, if nothing else is set', {}, undefined],
    ['does so with none', { 'update-instances': 'none', 'update-instances-policy': 'warn' }, undefined],
    [
      'updates instances, and fails if one cannot be',
      { 'update-instances': 'ssm' },
      { by: 'ssm', policy: 'fail' },
    ],
    [
      'only warns about one if that is set',
      { 'update-instances': 'SSM', 'update-instances-policy': 'warn' },
      { by: 'ssm', policy: 'warn' },
    ],
  ])('%s', (_, inputs, instances) => {
    expect(readAs('rotate', { 'key-name': 'deploy', ...inputs }).instances).toEqual(instances);
  });

  test('does not take a policy for instances that it leaves as they are', () => {
    const inputs = { operation: 'rotate', 'key-name': 'deploy', 'update-instances-policy': 'warn' };
    expect(problemsOf(inputs)).toEqual(['update-instances-policy needs update-instances: ssm.']);
  });

  test('needs to know which key pair', () => {
    expect(problemsOf({ operation: 'rotate' })).toEqual([
      expect.stringContaining('rotate needs key-name or key-pair-id, but both are empty. '),
    ]);
  });
});
