import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { CreateRequest } from '../../../src/inputs/request.ts';
import { create } from '../../../src/operations/create.ts';
import { tagKeys } from '../../../src/ownership.ts';
import { namesIn } from '../../lib/job-folders.ts';
import { defaultFile, fileAt, output, plainCreate } from './plain-requests.ts';
import { openTestStep, otherStepsTags, type TestStep } from './test-step.ts';

async function run(step: TestStep, request: Partial<CreateRequest> = {}) {
  return create.execute(await create.plan({ ...plainCreate, ...request }, step), step);
}

const keyFile = path.join('workspace', 'key.pem');

/** Everything that happens until the key pair and its file are kept. */
const order = [
  'intended output',
  'intended file',
  'held file',
  'intended key-pair',
  'ec2 create',
  'held key-pair',
  'registered masks',
  'held output',
  'set output private-key',
  'held file',
  'set outputs',
];

test('everything is claimed before it is created, masked before it is delivered, and kept once the outputs are set', async () => {
  await using step = await openTestStep();
  await run(step);
  expect(step.events).toEqual([...order, 'kept file key-pair']);
  expect(step.leftToPost()).toEqual(['output']);
});

test('the output is set before the file is complete, and the file is complete before the outputs are set', async () => {
  await using step = await openTestStep();
  const seen = new Map<string, string[]>();
  step.breakAt = (event) => {
    seen.set(event, namesIn(step.folders.workspace));
    return false;
  };
  await run(step);
  expect(seen.get('ec2 create')).toEqual([expect.stringMatching(/^\.ec2-key-pair-\S+$/)]);
  expect(seen.get('set output private-key')).toEqual(seen.get('ec2 create'));
  expect(seen.get('set outputs')).toEqual(['key.pem']);
});

test('the outputs and the log describe the key pair that was created', async () => {
  await using step = await openTestStep();
  const { lines } = await run(step, { expiresAfter: 3_600_000 });
  const [pair] = step.ec2.pairs.values();
  const file = path.join(step.folders.workspace, 'key.pem');
  expect(step.outputs).toEqual({
    'key-name': 'deploy',
    'key-pair-id': pair?.KeyPairId,
    'key-fingerprint': pair?.KeyFingerprint,
    'key-type': 'ed25519',
    'public-key': `${pair?.PublicKey} deploy`,
    'private-key-path': file.replaceAll(path.sep, '/'),
    'aws-region': 'eu-west-1',
    created: 'true',
    changed: 'true',
  });
  expect(step.logged).toEqual(['info: Creating ed25519 key pair "deploy" in eu-west-1.']);
  expect(lines).toEqual([
    `Created key pair "deploy" (${pair?.KeyPairId}) in eu-west-1, fingerprint ${pair?.KeyFingerprint}.`,
    'It is kept until it is deleted, and tagged to expire at 2026-11-24T13:00:00Z.',
    'Private key output: private-key (masked, for this job only)',
    `Private key file: ${file.replaceAll(path.sep, '/')} (until actions/checkout cleans the workspace)`,
    expect.stringMatching(/^To log in: ssh -i /),
  ]);
});

test('both places contain the private key that EC2 returned, and its masks are registered', async () => {
  await using step = await openTestStep();
  await run(step);
  const text = readFileSync(path.join(step.folders.workspace, 'key.pem'), 'utf8');
  expect(text).toMatch(/^-----BEGIN OPENSSH PRIVATE KEY-----\n/);
  expect(step.privateKeyOutput).toBe(text);
  const secretLine = text.split('\n').at(-4) ?? '';
  expect(step.masks.some((mask) => secretLine.includes(mask))).toBe(true);
});

describe('when the job ends, the post step deletes', () => {
  const both = [output, fileAt('key.pem')];

  test.each<[what: string, request: Pick<CreateRequest, 'lifetime' | 'destinations'>, left: string[]]>([
    [
      'the key pair and its private key',
      { lifetime: 'job', destinations: both },
      ['output', 'file', 'key-pair'],
    ],
    ['the private key of a key pair of the run', { lifetime: 'run', destinations: both }, ['output', 'file']],
    ['only the output, if the file is kept', { lifetime: 'persistent', destinations: both }, ['output']],
    [
      'nothing, if only the file was asked for',
      { lifetime: 'persistent', destinations: [fileAt('key.pem')] },
      [],
    ],
    ['a file in the temp folder', { lifetime: 'persistent', destinations: [defaultFile] }, ['file']],
  ])('%s', async (_, request, left) => {
    await using step = await openTestStep();
    const before = step.snapshot();
    await run(step, request);
    expect(step.leftToPost()).toEqual(left);
    await step.post();
    const isFileKept = !left.includes('file');
    expect(step.ec2.pairs.size).toBe(left.includes('key-pair') ? 0 : 1);
    expect(step.snapshot()).toEqual(
      isFileKept ? { ...before, [keyFile]: expect.stringContaining('BEGIN') } : before,
    );
  });
});

describe('a store that has something at the name', () => {
  const store = {
    kind: 'store',
    store: 'ssm:/keys/{key-name}',
    kmsKeyId: undefined,
    required: true,
  } as const;
  const copyOfDeploy = {
    text: 'a private key',
    tags: [['ec2-key-pair-action:key-pair-id', 'key-0aaa'] as const],
  };

  test('of a key pair that has the name of the new one: that is what is wrong', async () => {
    await using step = await openTestStep();
    step.stores.set('ssm:/keys/deploy', copyOfDeploy);
    step.ec2.put({
      KeyName: 'deploy',
      KeyPairId: 'key-0aaa',
      Tags: [{ Key: tagKeys.store, Value: 'ssm:/keys/deploy' }],
    });
    await expect(run(step, { destinations: [store] })).rejects.toMatchObject({
      code: 'NAME_TAKEN',
      message: expect.stringContaining('Key pair "deploy" already exists in eu-west-1'),
      hint: expect.stringMatching(/^Its private key is in ssm:\/keys\/deploy/),
    });
    expect(step.stores.get('ssm:/keys/deploy')?.text).toBe('a private key');
  });

  test('of a key pair that no longer exists, which may be deleted', async () => {
    await using step = await openTestStep();
    step.stores.set('ssm:/keys/deploy', copyOfDeploy);
    await expect(run(step, { destinations: [store] })).rejects.toMatchObject({
      code: 'STORE_TAKEN',
      hint: expect.stringContaining('If that key pair no longer exists, delete its private key:'),
    });
  });
});

describe('a step that fails', () => {
  test.each([...order, 'kept file key-pair'])(
    'at "%s" leaves no key pair, no file, and no output, and its error says where',
    async (event) => {
      await using step = await openTestStep();
      const before = step.snapshot();
      step.breakAt = (happening) => happening === event;
      await expect(run(step, { destinations: [output, fileAt('a/key')] })).rejects.toThrow(
        `broken at ${event}`,
      );
      expect(step.ec2.pairs.size).toBe(0);
      expect(step.snapshot()).toEqual(before);
      // Without a response it is not certain that nothing will be created.
      expect(step.leftToPost()).toEqual(event === 'ec2 create' ? ['key-pair'] : []);
    },
  );

  test('because something appeared at the path deletes the key pair, and leaves that file untouched', async () => {
    await using step = await openTestStep();
    step.breakAt = (event) => {
      if (event === 'ec2 create') writeFileSync(path.join(step.folders.workspace, 'key.pem'), 'mine');
      return false;
    };
    await expect(run(step)).rejects.toMatchObject({
      code: 'PATH_TAKEN',
      message: expect.stringMatching(/\nBecause the step failed, key pair "deploy" .* was deleted\.$/),
    });
    expect(step.ec2.pairs.size).toBe(0);
    expect(namesIn(step.folders.workspace)).toEqual(['key.pem']);
    expect(readFileSync(path.join(step.folders.workspace, 'key.pem'), 'utf8')).toBe('mine');
    expect([step.outputs, step.privateKeyOutput]).toEqual([{}, undefined]);
  });

  test('releases last first: the key pair, then its file, then its output', async () => {
    await using step = await openTestStep();
    step.breakAt = (event) => event === 'set outputs';
    await expect(run(step)).rejects.toThrow('broken at set outputs');
    expect(step.events.filter((event) => event.startsWith('releasing'))).toEqual([
      'releasing key-pair',
      'releasing file',
      'releasing output',
    ]);
  });

  test('and cannot delete the key pair reports it, and leaves it to the post step', async () => {
    await using step = await openTestStep();
    step.breakAt = (event) => event === 'set outputs' || event === 'ec2 delete';
    await expect(run(step)).rejects.toMatchObject({
      message: expect.stringMatching(
        /: broken at set outputs\nNot cleaned up: key pair "deploy" \(key-[0-9a-f]{17}\) in eu-west-1: /,
      ),
      hint: expect.stringMatching(
        /The post step will try again\.\nTo delete it yourself:\naws ec2 delete-key-pair --key-pair-id key-/,
      ),
    });
    expect(step.leftToPost()).toEqual(['key-pair']);
  });

  test('because the name is taken leaves the existing key pair, and nothing of its own', async () => {
    await using step = await openTestStep();
    const before = step.snapshot();
    step.ec2.put({ KeyName: 'deploy', KeyPairId: 'key-0aaa', Tags: otherStepsTags });
    await expect(run(step)).rejects.toMatchObject({ code: 'NAME_TAKEN' });
    expect([...step.ec2.pairs.keys()]).toEqual(['key-0aaa']);
    expect([step.leftToPost(), step.snapshot()]).toEqual([[], before]);
  });
});
