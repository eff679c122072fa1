import { describe, expect, test } from '@jest/globals';
import type { ImportRequest } from '../../../src/inputs/request.ts';
import { execute, plan, preview } from '../../../src/operations/import.ts';
import { publicKeyLine } from '../../lib/fake-ec2.ts';
import { makeJobFolders } from '../../lib/job-folders.ts';
import { freshEd25519 } from '../../lib/keys.ts';
import { Step } from './parts.ts';

const line = publicKeyLine(freshEd25519());

const request: ImportRequest = {
  operation: 'import',
  region: undefined,
  dryRun: false,
  name: { exact: 'deploy' },
  publicKey: { text: `${line} me@example` },
  tags: [],
  lifetime: 'persistent',
  expiresAfter: undefined,
};

function planFor(step: Step, asked: Partial<ImportRequest> = {}) {
  return plan(
    { ...request, ...asked },
    {
      ...step.look,
      find: (keyName) => step.ec2.keyPairs().find({ keyName }),
      publicKeyText: async (source) => ('text' in source ? source.text : `${line} from ${source.path}`),
    },
  );
}

async function openStep() {
  const job = await makeJobFolders();
  return { step: new Step(job), [Symbol.asyncDispose]: () => job[Symbol.asyncDispose]() };
}

test('a pair is claimed, imported, announced and kept, in this order', async () => {
  await using opened = await openStep();
  const { step } = opened;
  const result = await execute(await planFor(step), step.parts);
  expect(step.events.slice(0, 5)).toEqual([
    'ec2 describe',
    'ledger claim-1-intended',
    'ec2 import',
    'ledger claim-1-held',
    'announced',
  ]);
  expect(result).toMatchObject({ created: true, publicKey: `${line} deploy`, lifetime: 'persistent' });
  expect(step.leftToPost()).toEqual([]);
});

test('a key in a file is read as one that was given', async () => {
  await using opened = await openStep();
  const planned = await planFor(opened.step, { publicKey: { path: 'id.pub' } });
  expect(planned.pair.publicKey.openSshLine()).toBe(line);
});

describe('a name that is taken', () => {
  test('by this very key is what was asked for: a second run changes nothing', async () => {
    await using opened = await openStep();
    const { step } = opened;
    step.ec2.put({ KeyName: 'deploy', KeyPairId: 'key-0aaa', PublicKey: line });
    const result = await execute(await planFor(step), step.parts);
    expect(result).toMatchObject({ created: false, keyPairId: 'key-0aaa', lifetime: undefined });
    expect(step.events).toEqual(['ec2 describe', 'announced']);
  });

  test('by another key is an error before anything is claimed', async () => {
    await using opened = await openStep();
    opened.step.ec2.put({ KeyName: 'deploy', PublicKey: publicKeyLine(freshEd25519()) });
    await expect(planFor(opened.step)).rejects.toMatchObject({ code: 'KEY_DIFFERS' });
    expect(opened.step.events).toEqual(['ec2 describe']);
  });
});

test('a made-up name is not looked for', async () => {
  await using opened = await openStep();
  const planned = await planFor(opened.step, { name: { prefix: 'gha-' } });
  expect(opened.step.events).toEqual([]);
  expect(planned.pair.keyName).toMatch(/^gha-4242-1-/);
});

test('a step that cannot announce its pair removes it again', async () => {
  await using opened = await openStep();
  const { step } = opened;
  step.breakAt = (event) => event === 'announced';
  await expect(execute(await planFor(step), step.parts)).rejects.toThrow('broken at announced');
  expect([step.ec2.pairs.size, step.leftToPost()]).toEqual([0, []]);
});

test('a pair that somebody else imported is not removed when the step fails', async () => {
  await using opened = await openStep();
  const { step } = opened;
  const planned = await planFor(step);
  step.ec2.put({ KeyName: 'deploy', KeyPairId: 'key-0aaa', PublicKey: line });
  step.breakAt = (event) => event === 'announced';
  await expect(execute(planned, step.parts)).rejects.toThrow('broken at announced');
  expect([...step.ec2.pairs.keys()]).toEqual(['key-0aaa']);
});

test('what it would do is told in words, with the fingerprint, and asked of EC2', async () => {
  await using opened = await openStep();
  const planned = await planFor(opened.step, { lifetime: 'job' });
  expect(preview(planned)).toEqual([
    {
      text: expect.stringMatching(/^import the key pair "deploy" in eu-west-1 \(ed25519, SHA256:\S{43}\)$/),
      call: { call: 'ImportKeyPair', pair: planned.pair },
    },
    { text: 'delete the pair when the job ends' },
  ]);
});
