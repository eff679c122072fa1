import { describe, expect, test } from '@jest/globals';
import type { FoundPrivateKey } from '../../../src/destinations/file/existing-key-file.ts';
import type { FetchRequest } from '../../../src/inputs/request.ts';
import { ec2FingerprintOfCreated } from '../../../src/keys/fingerprint.ts';
import { PrivateKey } from '../../../src/keys/private-key.ts';
import { execute, plan, preview } from '../../../src/operations/fetch.ts';
import { publicKeyLine } from '../../lib/fake-ec2.ts';
import { makeJobFolders } from '../../lib/job-folders.ts';
import { freshEd25519, freshRsa } from '../../lib/keys.ts';
import { Step } from './parts.ts';

const made = freshEd25519();
const kept: FoundPrivateKey = { key: PrivateKey.parse(made.pem), path: '/w/key.pem' };
const there = { KeyName: 'deploy', KeyPairId: 'key-0aaa', PublicKey: publicKeyLine(made) };

const request: FetchRequest = {
  operation: 'fetch',
  region: undefined,
  dryRun: false,
  pair: { keyName: 'deploy' },
  privateKeyPath: 'key.pem',
  output: true,
};

async function planFor(step: Step, asked: Partial<FetchRequest>, key: FoundPrivateKey | undefined = kept) {
  return plan(
    { ...request, ...asked },
    {
      ...step.look,
      findEventually: (choice) => step.ec2.keyPairs().findEventually(choice),
      keptPrivateKey: async () => key,
    },
  );
}

async function openStep() {
  const job = await makeJobFolders();
  const step = new Step(job);
  return { step, [Symbol.asyncDispose]: () => job[Symbol.asyncDispose]() };
}

test('the key is masked before it is delivered, and told of only then', async () => {
  await using opened = await openStep();
  const { step } = opened;
  step.ec2.put(there);
  const result = await execute(await planFor(step, {}), step.parts);
  expect(step.events).toEqual([
    'ec2 describe',
    'masks',
    'ledger claim-1-intended',
    'output reserved',
    'output delivered',
    'announced',
  ]);
  expect(result).toMatchObject({
    keyPairId: 'key-0aaa',
    publicKey: `${publicKeyLine(made)} deploy`,
    created: false,
    file: { path: '/w/key.pem', stays: true },
    output: true,
  });
});

test('a key that is asked for only as a file is masked all the same', async () => {
  await using opened = await openStep();
  const { step } = opened;
  step.ec2.put(there);
  await execute(await planFor(step, { output: false }), step.parts);
  expect(step.events).toEqual(['ec2 describe', 'masks', 'announced']);
});

test('a step that asks for no private key gets the pair, with no path', async () => {
  await using opened = await openStep();
  const { step } = opened;
  step.ec2.put(there);
  const result = await execute(await planFor(step, { privateKeyPath: undefined, output: false }), step.parts);
  expect(result).toMatchObject({ file: undefined, output: false });
  expect(step.events).toEqual(['ec2 describe', 'announced']);
});

describe('what cannot be had', () => {
  test.each([
    ['a pair that is not there', { pair: { keyName: 'other' } }, 'PAIR_NOT_FOUND', '"other" in eu-west-1'],
    ['an id that is not there', { pair: { keyPairId: 'key-0bbb' } }, 'PAIR_NOT_FOUND', 'key-0bbb'],
    ['an output of no file', { privateKeyPath: undefined }, 'PRIVATE_KEY_NOT_HERE', 'no private-key-path'],
  ] as const)('%s is an error that names it', async (_, asked, code, text) => {
    await using opened = await openStep();
    opened.step.ec2.put(there);
    await expect(planFor(opened.step, asked)).rejects.toMatchObject({
      code,
      message: expect.stringContaining(text),
    });
  });

  test('a file that is not there is an error that names it', async () => {
    await using opened = await openStep();
    opened.step.ec2.put(there);
    const look = { ...opened.step.look, keptPrivateKey: async () => undefined };
    const findEventually = (choice: FetchRequest['pair']) =>
      opened.step.ec2.keyPairs().findEventually(choice);
    await expect(plan(request, { ...look, findEventually })).rejects.toMatchObject({
      code: 'PRIVATE_KEY_NOT_HERE',
      message: expect.stringContaining('key.pem'),
    });
  });

  test('the key of another pair is an error that shows both fingerprints', async () => {
    await using opened = await openStep();
    opened.step.ec2.put({ ...there, PublicKey: publicKeyLine(freshEd25519()) });
    await expect(planFor(opened.step, {})).rejects.toMatchObject({
      code: 'PRIVATE_KEY_OF_ANOTHER_PAIR',
      message: expect.stringMatching(/SHA256:.*SHA256:/),
    });
  });
});

describe('where EC2 shows no public key', () => {
  const rsa = PrivateKey.parse(freshRsa().pem);

  test('the fingerprint of a pair that it made is proof', async () => {
    await using opened = await openStep();
    const fingerprint = ec2FingerprintOfCreated(rsa);
    opened.step.ec2.put({ KeyName: 'deploy', KeyFingerprint: fingerprint });
    expect(await planFor(opened.step, {}, { key: rsa, path: '/w/k' })).toMatchObject({
      pair: { fingerprint },
    });
  });

  test.each(['', 'aa:bb'])('the fingerprint %j is none', async (KeyFingerprint) => {
    await using opened = await openStep();
    opened.step.ec2.put({ KeyName: 'deploy', KeyFingerprint });
    await expect(planFor(opened.step, {}, { key: rsa, path: '/w/k' })).rejects.toMatchObject({
      code: 'PRIVATE_KEY_OF_ANOTHER_PAIR',
    });
  });
});

test('what it would do needs no leave of EC2', async () => {
  await using opened = await openStep();
  opened.step.ec2.put(there);
  expect(preview(await planFor(opened.step, {}))).toEqual([
    { text: 'use the key pair "deploy" (key-0aaa) in eu-west-1' },
    { text: 'set the output private-key' },
  ]);
});
