import { createHash, createPrivateKey, createPublicKey } from 'node:crypto';
import { CreateTagsCommand, RunInstancesCommand } from '@aws-sdk/client-ec2';
import type { Difference } from './differences.ts';
import { create, describe, outcomeOf } from './questions.ts';

/** Where moto makes pairs, tags and instances unlike EC2. */
export const makingDifferences: readonly Difference[] = [
  {
    about: 'KeyFormat ppk of CreateKeyPair',
    moto: 'is ignored, and PEM comes',
    ec2: 'is what comes',
    checks: 'none: the action asks for PEM and writes the .ppk itself',
    async ask(ec2, name) {
      const { KeyMaterial = '' } = await create(ec2, name, { KeyFormat: 'ppk' });
      return KeyMaterial.startsWith('PuTTY-User-Key-File') ? 'ppk' : KeyMaterial.slice(0, 10);
    },
    answers: { moto: '-----BEGIN', ec2: 'ppk' },
  },
  {
    about: 'a KeyType that is neither rsa nor ed25519',
    moto: 'is taken',
    ec2: 'is InvalidParameterValue',
    checks: 'none: the action refuses other types before it asks',
    ask: (ec2, name) => outcomeOf(create(ec2, name, { KeyType: 'ecdsa' as 'rsa' })),
    answers: { moto: 'done', ec2: 'InvalidParameterValue' },
  },
  {
    about: 'the type of a pair made without KeyType',
    moto: 'is not shown',
    ec2: 'is shown as rsa',
    checks:
      'none: the action always names the type; of pairs that others made, it reads it from the public key',
    async ask(ec2, name) {
      await create(ec2, name, { KeyType: undefined });
      return (await describe(ec2, { KeyNames: [name] }))[0]?.KeyType;
    },
    answers: { moto: undefined, ec2: 'rsa' },
  },
  {
    about: 'the fingerprint of an RSA pair that was made',
    moto: 'is the SHA-1 of the public key',
    ec2: 'is the SHA-1 of the private key',
    checks: 'key-fingerprint is what moto says; local/aws and openssl check the real one',
    async ask(ec2, name) {
      const { KeyMaterial = '', KeyFingerprint } = await create(ec2, name, { KeyType: 'rsa' });
      const key = createPrivateKey(KeyMaterial);
      const of = {
        'the public key': createPublicKey(key).export({ type: 'spki', format: 'der' }),
        'the private key': key.export({ type: 'pkcs8', format: 'der' }),
      };
      return Object.entries(of).find(([, der]) => hex('sha1', der) === KeyFingerprint)?.[0];
    },
    answers: { moto: 'the public key', ec2: 'the private key' },
  },
  {
    about: 'the fingerprint of an ED25519 pair',
    moto: 'is hex, of the SPKI',
    ec2: 'is base64, of the blob that SSH sends',
    checks: 'key-fingerprint is what moto says; local/aws and ssh-keygen check the real one',
    async ask(ec2, name) {
      await create(ec2, name);
      const [{ KeyFingerprint = '', PublicKey = '' } = {}] = await describe(ec2, { KeyNames: [name] });
      const blob = Buffer.from(PublicKey.split(' ')[1] ?? '', 'base64');
      const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), blob.subarray(-32)]);
      if (KeyFingerprint === hex('sha256', spki)) return 'hex, SPKI';
      return KeyFingerprint === createHash('sha256').update(blob).digest('base64')
        ? 'base64, blob'
        : undefined;
    },
    answers: { moto: 'hex, SPKI', ec2: 'base64, blob' },
  },
  {
    about: 'a name of 256 characters',
    moto: 'is taken',
    ec2: 'is InvalidParameterValue',
    checks: 'none: the action refuses longer names before it asks',
    ask: (ec2, name) => outcomeOf(create(ec2, name.padEnd(256, 'x'))),
    answers: { moto: 'done', ec2: 'InvalidParameterValue' },
  },
  {
    about: 'a name with other characters than ASCII',
    moto: 'is taken',
    ec2: 'is InvalidParameterValue',
    checks: 'none: the action refuses others before it asks',
    ask: (ec2, name) => outcomeOf(create(ec2, `${name}-schlüssel`)),
    answers: { moto: 'done', ec2: 'InvalidParameterValue' },
  },
  {
    about: 'a tag whose key begins with "aws:"',
    moto: 'is taken',
    ec2: 'is InvalidParameterValue',
    checks: 'none: the action refuses it before it asks',
    ask: (ec2, name) =>
      outcomeOf(
        create(ec2, name, {
          TagSpecifications: [{ ResourceType: 'key-pair', Tags: [{ Key: 'aws:x', Value: 'y' }] }],
        }),
      ),
    answers: { moto: 'done', ec2: 'InvalidParameterValue' },
  },
  {
    about: 'CreateTags on an id that no pair has',
    moto: 'is a success',
    ec2: 'is InvalidKeyPair.NotFound',
    checks: "ensure's tags are looked for on the pair",
    ask: (ec2) =>
      outcomeOf(
        ec2.send(
          new CreateTagsCommand({ Resources: ['key-00000000000000000'], Tags: [{ Key: 'a', Value: 'b' }] }),
        ),
      ),
    answers: { moto: 'done', ec2: 'InvalidKeyPair.NotFound' },
  },
  {
    about: 'RunInstances with the name of no pair',
    moto: 'launches',
    ec2: 'is InvalidKeyPair.NotFound',
    checks: 'the launch looks apart whether the pair is there',
    ask: (ec2, name) =>
      outcomeOf(
        ec2.send(
          new RunInstancesCommand({ KeyName: name, ImageId: 'ami-12c6146b', MinCount: 1, MaxCount: 1 }),
        ),
      ),
    answers: { moto: 'done' },
  },
];

/** Hex with colons, as EC2 and moto write fingerprints. */
function hex(algorithm: string, der: Buffer): string {
  return createHash(algorithm)
    .update(der)
    .digest('hex')
    .replace(/..(?!$)/g, '$&:');
}
