import { createHash, createPrivateKey, createPublicKey } from 'node:crypto';
import { CreateTagsCommand, RunInstancesCommand } from '@aws-sdk/client-ec2';
import { create, describe, outcomeOf } from './calls.ts';
import type { Difference } from './difference.ts';

/** How moto differs from EC2 when it creates key pairs, tags and instances. */
export const createDifferences: readonly Difference[] = [
  {
    about: 'KeyFormat ppk of CreateKeyPair',
    moto: 'is ignored: the key is in PEM',
    ec2: 'is the format of the key',
    checks: 'none: the action requests PEM and writes the .ppk file itself',
    async observe(ec2, name) {
      const { KeyMaterial = '' } = await create(ec2, name, { KeyFormat: 'ppk' });
      return KeyMaterial.startsWith('PuTTY-User-Key-File') ? 'ppk' : KeyMaterial.slice(0, 10);
    },
    results: { moto: '-----BEGIN', ec2: 'ppk' },
  },
  {
    about: 'a KeyType that is neither rsa nor ed25519',
    moto: 'is accepted',
    ec2: 'is InvalidParameterValue',
    checks: 'none: the action rejects other types before it sends a request',
    observe: (ec2, name) => outcomeOf(create(ec2, name, { KeyType: 'ecdsa' as 'rsa' })),
    results: { moto: 'done', ec2: 'InvalidParameterValue' },
  },
  {
    about: 'the type of a key pair created without KeyType',
    moto: 'is not returned',
    ec2: 'is returned as rsa',
    checks:
      'none: the action always sets the type, and reads the type of other key pairs from the public key',
    async observe(ec2, name) {
      await create(ec2, name, { KeyType: undefined });
      return (await describe(ec2, { KeyNames: [name] }))[0]?.KeyType;
    },
    results: { moto: undefined, ec2: 'rsa' },
  },
  {
    about: 'the fingerprint of a created RSA key pair',
    moto: 'is the SHA-1 of the public key',
    ec2: 'is the SHA-1 of the private key',
    checks: 'key-fingerprint is what moto returns; the real one is checked with local/aws and openssl',
    async observe(ec2, name) {
      const { KeyMaterial = '', KeyFingerprint } = await create(ec2, name, { KeyType: 'rsa' });
      const key = createPrivateKey(KeyMaterial);
      const of = {
        'the public key': createPublicKey(key).export({ type: 'spki', format: 'der' }),
        'the private key': key.export({ type: 'pkcs8', format: 'der' }),
      };
      return Object.entries(of).find(([, der]) => hex('sha1', der) === KeyFingerprint)?.[0];
    },
    results: { moto: 'the public key', ec2: 'the private key' },
  },
  {
    about: 'the fingerprint of an ED25519 key pair',
    moto: 'is hex, of the SPKI',
    ec2: 'is base64, of the SSH wire format',
    checks: 'key-fingerprint is what moto returns; the real one is checked with local/aws and ssh-keygen',
    async observe(ec2, name) {
      await create(ec2, name);
      const [{ KeyFingerprint = '', PublicKey = '' } = {}] = await describe(ec2, { KeyNames: [name] });
      const blob = Buffer.from(PublicKey.split(' ')[1] ?? '', 'base64');
      const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), blob.subarray(-32)]);
      if (KeyFingerprint === hex('sha256', spki)) return 'hex, SPKI';
      return KeyFingerprint === createHash('sha256').update(blob).digest('base64')
        ? 'base64, blob'
        : undefined;
    },
    results: { moto: 'hex, SPKI', ec2: 'base64, blob' },
  },
  {
    about: 'a name of 256 characters',
    moto: 'is accepted',
    ec2: 'is InvalidParameterValue',
    checks: 'none: the action rejects longer names before it sends a request',
    observe: (ec2, name) => outcomeOf(create(ec2, name.padEnd(256, 'x'))),
    results: { moto: 'done', ec2: 'InvalidParameterValue' },
  },
  {
    about: 'a name with non-ASCII characters',
    moto: 'is accepted',
    ec2: 'is InvalidParameterValue',
    checks: 'none: the action rejects them before it sends a request',
    observe: (ec2, name) => outcomeOf(create(ec2, `${name}-schlüssel`)),
    results: { moto: 'done', ec2: 'InvalidParameterValue' },
  },
  {
    about: 'a tag key that starts with "aws:"',
    moto: 'is accepted',
    ec2: 'is InvalidParameterValue',
    checks: 'none: the action rejects it before it sends a request',
    observe: (ec2, name) =>
      outcomeOf(
        create(ec2, name, {
          TagSpecifications: [{ ResourceType: 'key-pair', Tags: [{ Key: 'aws:x', Value: 'y' }] }],
        }),
      ),
    results: { moto: 'done', ec2: 'InvalidParameterValue' },
  },
  {
    about: 'CreateTags for an ID that does not exist',
    moto: 'is a success',
    ec2: 'is InvalidKeyPair.NotFound',
    checks: 'the tags of ensure are checked on the key pair',
    observe: (ec2) =>
      outcomeOf(
        ec2.send(
          new CreateTagsCommand({ Resources: ['key-00000000000000000'], Tags: [{ Key: 'a', Value: 'b' }] }),
        ),
      ),
    results: { moto: 'done', ec2: 'InvalidKeyPair.NotFound' },
  },
  {
    about: 'RunInstances with a key name that does not exist',
    moto: 'launches',
    ec2: 'is InvalidKeyPair.NotFound',
    checks: 'the launch check also checks that the key pair exists',
    observe: (ec2, name) =>
      outcomeOf(
        ec2.send(
          new RunInstancesCommand({ KeyName: name, ImageId: 'ami-12c6146b', MinCount: 1, MaxCount: 1 }),
        ),
      ),
    results: { moto: 'done' },
  },
];

/** Hex with colons, like the fingerprints of EC2 and moto. */
function hex(algorithm: string, der: Buffer): string {
  return createHash(algorithm)
    .update(der)
    .digest('hex')
    .replace(/..(?!$)/g, '$&:');
}
