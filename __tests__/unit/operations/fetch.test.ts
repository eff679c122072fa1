import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { FetchRequest } from '../../../src/inputs/request.ts';
import { PrivateKey } from '../../../src/keys/private-key.ts';
import { fetch } from '../../../src/operations/fetch.ts';
import { tagKeys } from '../../../src/ownership.ts';
import { fingerprintOfCreated, publicKeyLine } from '../../lib/fake-ec2.ts';
import { freshEd25519, freshRsa, type TestKey } from '../../lib/keys.ts';
import { fileAt, output } from './plain-requests.ts';
import { managedTags, openTestStep, type TestStep } from './test-step.ts';

const key = freshEd25519();
const pair = { KeyName: 'deploy', KeyPairId: 'key-0aaa', PublicKey: publicKeyLine(key) };

const request: FetchRequest = {
  operation: 'fetch',
  region: undefined,
  dryRun: false,
  pair: { keyName: 'deploy' },
  sources: [{ kind: 'file', path: 'key.pem' }],
  destinations: [output, fileAt('key.pem')],
};
const noKey = { sources: [], destinations: [] };

async function run(step: TestStep, asked: Partial<FetchRequest> = {}) {
  return fetch.execute(await fetch.plan({ ...request, ...asked }, step), step);
}

/** A step with a private key file in its workspace, and the path of that file. */
async function openWithFile({ pem }: Pick<TestKey, 'pem'> = key) {
  const step = await openTestStep();
  const file = path.join(step.folders.workspace, 'key.pem');
  writeFileSync(file, pem);
  return { step, file, [Symbol.asyncDispose]: () => step[Symbol.asyncDispose]() };
}

test('the private key is masked before it is delivered, and reported only then', async () => {
  await using opened = await openWithFile();
  const { step, file } = opened;
  step.ec2.put(pair);
  const { lines } = await run(step);
  const where = file.replaceAll(path.sep, '/');
  expect(step.events).toEqual([
    'ec2 describe',
    'intended output',
    'registered masks',
    'held output',
    'set output private-key',
    'set outputs',
  ]);
  expect(step.privateKeyOutput).toBe(key.pem);
  expect(step.outputs).toEqual({
    'key-name': 'deploy',
    'key-pair-id': 'key-0aaa',
    'key-fingerprint': 'aa:bb',
    'key-type': 'ed25519',
    'public-key': `${publicKeyLine(key)} deploy`,
    'private-key-path': where,
    'aws-region': 'eu-west-1',
    created: 'false',
    changed: 'false',
  });
  expect(lines).toEqual([
    'Found key pair "deploy" (key-0aaa) in eu-west-1, fingerprint aa:bb.',
    'Private key output: private-key (masked, for this job only)',
    `Private key file: ${where} (kept by this step)`,
  ]);
});

test('a private key that is only needed as a file is masked, too', async () => {
  await using opened = await openWithFile();
  const { step } = opened;
  step.ec2.put(pair);
  await run(step, { destinations: [fileAt('key.pem')] });
  expect(step.events).toEqual(['ec2 describe', 'registered masks', 'set outputs']);
});

test('a step without a private key returns the key pair, with an empty path', async () => {
  await using step = await openTestStep();
  step.ec2.put(pair);
  await run(step, noKey);
  expect(step.outputs).toMatchObject({ 'key-pair-id': 'key-0aaa', 'private-key-path': '' });
  expect(step.events).toEqual(['ec2 describe', 'set outputs']);
});

test('the report links to the run that created the key pair', async () => {
  await using step = await openTestStep();
  step.ec2.put({ ...pair, Tags: [...managedTags, { Key: tagKeys.run, Value: '77/2' }] });
  const { summary } = await run(step, noKey);
  const url = 'https://github.com/octo/widgets/actions/runs/77';
  expect(summary.rows).toContainEqual(['Created by', { value: url, url }]);
});

describe('when a later part fails, the output is emptied', () => {
  test.each([
    ['the outputs cannot be set', 'set outputs', true],
    ['the output cannot be recorded, which comes first', 'held output', false],
  ])('because %s', async (_, broken, wasSet) => {
    await using opened = await openWithFile();
    const { step } = opened;
    const before = step.snapshot();
    step.ec2.put(pair);
    step.breakAt = (event) => event === broken;
    await expect(run(step)).rejects.toThrow(`broken at ${broken}`);
    expect(step.events.includes('set output private-key')).toBe(wasSet);
    expect([step.privateKeyOutput, step.snapshot()]).toEqual([undefined, before]);
    expect([step.leftToPost(), step.outputs]).toEqual([[], {}]);
  });

  test('because the private key file cannot be written', async () => {
    await using step = await openTestStep();
    step.ec2.put(pair);
    step.keysElsewhere.set('store', PrivateKey.parse(key.pem));
    const planned = await fetch.plan({ ...request, sources: [{ kind: 'file', path: 'store' }] }, step);
    step.breakAt = (event) => {
      if (event === 'held output') writeFileSync(path.join(step.folders.workspace, 'key.pem'), 'mine');
      return false;
    };
    await expect(fetch.execute(planned, step)).rejects.toMatchObject({ code: 'PATH_TAKEN' });
    expect(step.events).toContain('set output private-key');
    expect([step.privateKeyOutput, step.leftToPost()]).toEqual([undefined, []]);
  });

  test('unless nothing fails: then the post step empties it', async () => {
    await using opened = await openWithFile();
    const { step } = opened;
    const before = step.snapshot();
    step.ec2.put(pair);
    await run(step);
    expect([step.leftToPost(), step.privateKeyOutput]).toEqual([['output'], key.pem]);
    await step.post();
    expect(step.snapshot()).toEqual(before);
  });
});

describe('an error says what is missing', () => {
  test.each<[what: string, asked: Partial<FetchRequest>, message: string]>([
    [
      'if no key pair has the name',
      { pair: { keyName: 'other' } },
      'Key pair "other" does not exist in eu-west-1.',
    ],
    [
      'if no key pair has the ID',
      { pair: { keyPairId: 'key-0bbb' } },
      'Key pair key-0bbb does not exist in eu-west-1.',
    ],
  ])('%s', async (_, asked, message) => {
    await using step = await openTestStep();
    step.ec2.put(pair);
    await expect(fetch.plan({ ...request, ...asked }, step)).rejects.toMatchObject({
      code: 'PAIR_NOT_FOUND',
      message,
      hint: expect.stringContaining('operation: ensure'),
    });
  });

  test.each([
    ['1', expect.not.stringContaining('attempt')],
    [
      '2',
      expect.stringMatching(
        /^This is attempt 2 of the run: an earlier attempt may have deleted the key pair\. Choose "Re-run all jobs" /,
      ),
    ],
  ])(
    'if attempt %s of a run finds no key pair that an earlier attempt may have deleted',
    async (attempt, hint) => {
      await using step = await openTestStep();
      const rerun = Object.assign(step, { run: { ...step.run, attempt } });
      await expect(fetch.plan(request, rerun)).rejects.toMatchObject({ code: 'PAIR_NOT_FOUND', hint });
    },
  );

  test.each<[what: string, asked: Partial<FetchRequest>, looked: string]>([
    [
      'if the output needs a private key and no path is set',
      { sources: [], destinations: [output] },
      'private-key-path names no file',
    ],
    ['if the private key file does not exist', {}, 'private-key-path: key.pem does not exist'],
    [
      'if the private key is in none of several places',
      {
        sources: [
          { kind: 'file', path: 'key.pem' },
          { kind: 'file', path: '~/key' },
        ],
      },
      'private-key-path: key.pem does not exist; private-key-path: ~/key does not exist',
    ],
  ])('%s', async (_, asked, looked) => {
    await using step = await openTestStep();
    step.ec2.put(pair);
    await expect(fetch.plan({ ...request, ...asked }, step)).rejects.toMatchObject({
      code: 'PRIVATE_KEY_NOT_HERE',
      message: `Key pair "deploy" exists in eu-west-1, but this job does not have its private key (${looked}).`,
      hint: expect.stringContaining('EC2 returns a private key only once'),
    });
  });

  test('if the file contains the key of another key pair, with both fingerprints', async () => {
    await using opened = await openWithFile();
    const { step, file } = opened;
    step.ec2.put({ ...pair, PublicKey: publicKeyLine(freshEd25519()) });
    const fingerprint = 'SHA256:[\\w+/]{43}';
    await expect(fetch.plan(request, step)).rejects.toMatchObject({
      code: 'PRIVATE_KEY_OF_ANOTHER_PAIR',
      message: expect.stringMatching(
        new RegExp(
          `${path.basename(file)} \\(${fingerprint}\\) does not belong to key pair "deploy" in eu-west-1 \\(${fingerprint}\\)\\.$`,
        ),
      ),
    });
  });
});

describe('if EC2 returns no public key', () => {
  const rsa = freshRsa();

  test('the fingerprint of a key pair that EC2 created proves whose private key it is', async () => {
    await using opened = await openWithFile(rsa);
    const KeyFingerprint = fingerprintOfCreated(rsa);
    opened.step.ec2.put({ KeyName: 'deploy', KeyFingerprint });
    const { pair: found, found: source } = await fetch.plan(request, opened.step);
    expect([found.fingerprint, source?.privateKey.type]).toEqual([KeyFingerprint, 'rsa']);
  });

  test.each(['', 'aa:bb'])('the fingerprint %j proves nothing', async (KeyFingerprint) => {
    await using opened = await openWithFile(rsa);
    opened.step.ec2.put({ KeyName: 'deploy', KeyFingerprint });
    await expect(fetch.plan(request, opened.step)).rejects.toMatchObject({
      code: 'PRIVATE_KEY_OF_ANOTHER_PAIR',
    });
  });
});

test('a fingerprint that is not that of the private key is a warning: the public key fits', async () => {
  const rsa = freshRsa();
  await using opened = await openWithFile(rsa);
  const { step } = opened;
  const known = { ...pair, PublicKey: publicKeyLine(rsa) };
  step.ec2.put({ ...known, KeyFingerprint: fingerprintOfCreated(rsa) });
  const asked = { destinations: [output] };
  const fits = await run(step, asked);
  step.ec2.pairs.clear();
  step.ec2.put({ ...known, KeyFingerprint: 'aa:bb' });
  const differs = await run(step, asked);
  const preview = await fetch.preview(await fetch.plan({ ...request, ...asked }, step), step);

  const warning = expect.stringMatching(/^The fingerprint of key pair "deploy" \(aa:bb\) is not the one/);
  expect(fits.warnings).toEqual([]);
  expect([differs.warnings, preview.warnings]).toEqual([[warning], [warning]]);
});

test('a preview says what would be used and set, and asks nothing', async () => {
  await using opened = await openWithFile();
  const { step, file } = opened;
  step.ec2.put(pair);
  const { actions, outputs } = await fetch.preview(await fetch.plan(request, step), step);
  const ofOutput = file.replaceAll('\\', '/');
  expect(outputs).toMatchObject({ 'key-name': 'deploy', 'private-key-path': ofOutput, changed: 'false' });
  expect(actions).toEqual([
    { text: 'use key pair "deploy" (key-0aaa) in eu-west-1' },
    { text: 'set the output private-key' },
    { text: `use the private key file ${file}` },
  ]);
});
