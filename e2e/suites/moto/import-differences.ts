import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import type { Difference } from './differences.ts';
import { create, describe, importKey, outcomeOf } from './questions.ts';

const { publicKey: rsaKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

/** Where moto takes, keeps and shows public keys unlike EC2. */
export const importDifferences: readonly Difference[] = [
  {
    about: 'a public key that is none',
    moto: 'is InvalidKeyPair.Format',
    ec2: 'is InvalidKey.Format',
    checks: 'none: the action refuses what it cannot read before it asks',
    ask: (ec2, name) => outcomeOf(importKey(ec2, name, 'nothing')),
    answers: { moto: 'InvalidKeyPair.Format', ec2: 'InvalidKey.Format' },
  },
  {
    about: 'a public key in PEM',
    moto: 'breaks the server',
    ec2: 'is InvalidKey.Format',
    checks: 'none: the action sends OpenSSH lines alone',
    ask: (ec2, name) =>
      outcomeOf(importKey(ec2, name, rsaKey.export({ type: 'spki', format: 'pem' }).toString())),
    answers: { moto: 'no answer of EC2 (500)', ec2: 'InvalidKey.Format' },
  },
  {
    about: 'the comment of a public key that is shown',
    moto: "is the importer's, and none on a pair that was made",
    ec2: 'is the name of the pair',
    checks: 'public keys are compared without their comments',
    async ask(ec2, name) {
      await create(ec2, `${name}-made`);
      await importKey(ec2, `${name}-imported`, `${ed25519Line()} somebody@home`);
      const pairs = await describe(ec2, { KeyNames: [`${name}-made`, `${name}-imported`] });
      const comments = pairs.map(({ KeyName = '', PublicKey = '' }) => {
        const [, , ...comment] = PublicKey.split(' ');
        return comment.join(' ').replace(KeyName, 'its name');
      });
      return comments;
    },
    answers: { moto: ['', 'somebody@home'], ec2: ['its name', 'its name'] },
  },
  {
    about: 'a public key that was imported in RFC 4716',
    moto: 'is shown as it was sent',
    ec2: 'is shown as an OpenSSH line',
    checks: 'none: the action sends OpenSSH lines alone',
    async ask(ec2, name) {
      const blob = rsaBlob().toString('base64').replace(/.{64}/g, '$&\n');
      await importKey(ec2, name, `---- BEGIN SSH2 PUBLIC KEY ----\n${blob}\n---- END SSH2 PUBLIC KEY ----\n`);
      const [{ PublicKey = '' } = {}] = await describe(ec2, { KeyNames: [name] });
      return PublicKey.split(' ')[0];
    },
    answers: { moto: '----', ec2: 'ssh-rsa' },
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

/** Strings as SSH sends them: each behind its length (RFC 4251). */
function wire(...parts: readonly (string | Buffer)[]): Buffer {
  return Buffer.concat(
    parts.flatMap((part) => {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(part.length);
      return [length, Buffer.from(part)];
    }),
  );
}
