import { expect, test } from '@jest/globals';
import { keyOfJwk, readPrivateKey, secretNumbers } from '../../../src/keys/private-key-material.ts';
import { MalformedError } from '../../../src/keys/wire.ts';
import { freshEd25519, freshRsa } from '../../lib/keys.ts';
import { secretNumbersOf } from './masked-text.ts';

test('the secret numbers are those that are not in the public key, and nothing else', () => {
  for (const made of [freshRsa(1024), freshEd25519()])
    expect(secretNumbers(made.key)).toEqual(secretNumbersOf(made));
});

test('an ED25519 key is refused with the public half of another one', () => {
  const [ours, theirs] = [freshEd25519(), freshEd25519()].map(({ key }) => key.export({ format: 'jwk' }));
  expect(keyOfJwk({ ...ours }).export({ format: 'jwk' })).toEqual(ours);
  expect(() => keyOfJwk({ ...ours, x: theirs?.x ?? '' })).toThrow(
    new MalformedError('the public half belongs to another key'),
  );
});

test('a key in PKCS#8 keeps its block as the original, beside the PEM that every OpenSSH reads', () => {
  const { key, pem } = freshRsa(1024);
  const pkcs8 = key.export({ type: 'pkcs8', format: 'pem' }).toString();
  expect(readPrivateKey(pkcs8)).toMatchObject({ pem, original: pkcs8 });
  expect(readPrivateKey(pem)).toMatchObject({ pem, original: pem });
});
