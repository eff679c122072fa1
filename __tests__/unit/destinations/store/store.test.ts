import { describe, expect, test } from '@jest/globals';
import { openStoreDestination } from '../../../../src/destinations/store/store.ts';
import { PublicKey } from '../../../../src/keys/public-key.ts';
import { createTestJob } from '../test-job.ts';

const exponent = Buffer.from([1, 0, 1]);

/** Opens a store, with 4096 characters for a value, for the private key of an existing key pair. */
async function open(store: string, publicKey: PublicKey) {
  await using job = await createTestJob();
  const pair = { keyName: 'deploy', lifetime: undefined, nonce: 'a nonce', publicKey };
  const request = { kind: 'store', store, kmsKeyId: undefined, required: true } as const;
  return await openStoreDestination(request, pair, job.context);
}

describe('A private key that cannot fit into a store', () => {
  test('is rejected before the key pair is tagged', async () => {
    const large = PublicKey.rsa(exponent, Buffer.alloc(1024, 0xff));
    await expect(open('ssm', large)).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      message:
        'The private key has more than 6144 characters, but ssm:/ec2/keypair/deploy takes at most 4096.',
      hint: 'Set store: secrets-manager, which takes larger values.',
    });
  });

  test.each([
    ['RSA with 4096 bits', PublicKey.rsa(exponent, Buffer.alloc(512, 0xff))],
    ['ED25519', PublicKey.ed25519(Buffer.alloc(32, 1))],
  ])('is not %s', async (_, key) => {
    const { tags } = await open('ssm', key);
    expect(tags).toEqual([{ key: 'ec2-key-pair-action:store', value: 'ssm:/ec2/keypair/deploy' }]);
  });
});
