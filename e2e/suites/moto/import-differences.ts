import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { create, describe, importKey, outcomeOf } from './calls.ts';
import type { Difference } from './difference.ts';

const { publicKey: rsaKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

/** How moto differs from EC2 when it imports and returns public keys. */
export const importDifferences: readonly Difference[] = [
  {
    about: 'an invalid public key',
    moto: 'is InvalidKeyPair.Format',
    ec2: 'is InvalidKey.Format',
    checks: 'none: the action rejects invalid keys before it sends a request',
    observe: (ec2, name) => outcomeOf(importKey(ec2, name, 'nothing')),
    results: { moto: 'InvalidKeyPair.Format', ec2: 'InvalidKey.Format' },
  },
  {
    about: 'a public key in PEM',
    moto: 'causes a server error',
    ec2: 'is InvalidKey.Format',
    checks: 'none: the action only sends OpenSSH lines',
    observe: (ec2, name) =>
      outcomeOf(importKey(ec2, name, rsaKey.export({ type: 'spki', format: 'pem' }).toString())),
    results: { moto: 'not an EC2 response (500)', ec2: 'InvalidKey.Format' },
  },
  {
    about: 'the comment of a returned public key',
    moto: 'is the imported one, and absent for a created key pair',
    ec2: 'is the name of the key pair',
    checks: 'public keys are compared without comments',
    async observe(ec2, name) {
      await create(ec2, `${name}-made`);
      await importKey(ec2, `${name}-imported`, `${ed25519Line()} someone@home`);
      const pairs = await describe(ec2, { KeyNames: [`${name}-made`, `${name}-imported`] });
      const comments = pairs.map(({ KeyName = '', PublicKey = '' }) => {
        const [, , ...comment] = PublicKey.split(' ');
        return comment.join(' ').replace(KeyName, 'its name');
      });
      return comments;
    },
    results: { moto: ['', 'someone@home'], ec2: ['its name', 'its name'] },
  },
  {
    about: 'a public key imported in RFC 4716 format',
    moto: 'is returned unchanged',
    ec2: 'is returned as an OpenSSH line',
    checks: 'none: the action only sends OpenSSH lines',
    async observe(ec2, name) {
      const blob = rsaBlob().toString('base64').replace(/.{64}/g, '$&\n');
      await importKey(ec2, name, `---- BEGIN SSH2 PUBLIC KEY ----\n${blob}\n---- END SSH2 PUBLIC KEY ----\n`);
      const [{ PublicKey = '' } = {}] = await describe(ec2, { KeyNames: [name] });
      return PublicKey.split(' ')[0];
    },
    results: { moto: '----', ec2: 'ssh-rsa' },
  },
];

function ed25519Line(): string {
  const { publicKey } = generateKeyPairSync('ed25519');
  const point = Buffer.from(String(publicKey.export({ format: 'jwk' }).x), 'base64url');
  return `ssh-ed25519 ${wire('ssh-ed25519', point).toString('base64')}`;
}

function rsaBlob(): Buffer {
  const { e, n } = createPublicKey(rsaKey.export({ type: 'spki', format: 'pem' })).export({ format: 'jwk' });
  const modulus = Buffer.from(String(n), 'base64url');
  return wire('ssh-rsa', Buffer.from(String(e), 'base64url'), Buffer.concat([Buffer.alloc(1), modulus]));
}

/** Strings in SSH's wire format: each preceded by its length (RFC 4251). */
function wire(...parts: readonly (string | Buffer)[]): Buffer {
  return Buffer.concat(
    parts.flatMap((part) => {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(part.length);
      return [length, Buffer.from(part)];
    }),
  );
}
