import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { CreateRequest } from '../../../src/inputs/request.ts';
import { execute, plan, preview } from '../../../src/operations/create.ts';
import { makeJobFolders } from '../../lib/job-folders.ts';
import { namesIn } from '../destinations/file/writing.ts';
import { noon, plainCreate, Step } from './parts.ts';

async function create(step: Step, request: Partial<CreateRequest> = {}) {
  return execute(await plan({ ...plainCreate, ...request }, step.look), step.parts);
}

test('everything is claimed before it is made, masked before it is delivered, and kept when all is told', async () => {
  await using job = await makeJobFolders();
  const step = new Step(job);
  await create(step);
  expect(step.events).toEqual([
    'ledger claim-1-intended',
    'output reserved',
    'ledger claim-2-intended',
    'ledger claim-2-held',
    'ledger claim-3-intended',
    'ec2 create',
    'ledger claim-3-held',
    'masks',
    'output delivered',
    'announced',
    ...step.events.slice(10),
  ]);
  expect(step.events.slice(10).every((event) => /^ledger .*kept/.test(event))).toBe(true);
  expect(step.leftToPost()).toEqual(['output']);
});

test('the output is set before the file is whole, and the file is whole before the pair is announced', async () => {
  await using job = await makeJobFolders();
  const step = new Step(job);
  const seen: Record<string, string[]> = {};
  step.breakAt = (event) => {
    seen[event] = namesIn(job.workspace);
    return false;
  };
  await create(step);
  expect(seen['ec2 create']).toEqual([expect.stringMatching(/^\.ec2-key-pair-\S+$/)]);
  expect(seen['output delivered']).toEqual(seen['ec2 create']);
  expect(seen['announced']).toEqual(['key.pem']);
});

test('what was made is what is announced', async () => {
  await using job = await makeJobFolders();
  const step = new Step(job);
  const result = await create(step, { expiresAfter: 3_600_000 });
  const [pair] = step.ec2.pairs.values();
  expect(result).toMatchObject({
    keyName: 'deploy',
    keyPairId: pair?.KeyPairId,
    keyType: 'ed25519',
    fingerprint: 'aa:bb',
    publicKey: `${pair?.PublicKey} deploy`,
    region: 'eu-west-1',
    created: true,
    lifetime: 'persistent',
    expiresAt: new Date('2026-11-24T13:00:00Z'),
    file: { path: path.join(job.workspace, 'key.pem').replaceAll(path.sep, '/'), stays: true },
    output: true,
  });
  expect(step.announced).toEqual([result]);
  expect(readFileSync(path.join(job.workspace, 'key.pem'), 'utf8')).toMatch(
    /^-----BEGIN OPENSSH PRIVATE KEY-----\n/,
  );
});

test('a job’s pair and all of its places are left to post', async () => {
  await using job = await makeJobFolders();
  const step = new Step(job);
  const result = await create(step, { lifetime: 'job' });
  expect(step.leftToPost()).toEqual(['output', 'file', 'key-pair']);
  expect(result.file).toMatchObject({ stays: false });
});

describe('a step that fails', () => {
  test.each([
    'ledger claim-1-intended',
    'output reserved',
    'ledger claim-2-intended',
    'ledger claim-2-held',
    'ledger claim-3-intended',
    'ec2 create',
    'ledger claim-3-held',
    'masks',
    'output delivered',
    'announced',
  ])('at "%s" leaves no pair and no file, and says where it broke', async (event) => {
    await using job = await makeJobFolders();
    const step = new Step(job);
    step.breakAt = (happening) => happening === event;
    await expect(
      create(step, { destinations: { file: { path: 'a/key', format: 'pem' }, output: true } }),
    ).rejects.toThrow(`broken at ${event}`);
    expect(step.ec2.pairs.size).toBe(0);
    expect(namesIn(job.workspace)).toEqual([]);
    expect(step.leftToPost()).toEqual([]);
  });

  test('while things are kept leaves no pair and no file', async () => {
    await using job = await makeJobFolders();
    const step = new Step(job);
    step.breakAt = (happening) => happening.endsWith('kept');
    await expect(create(step)).rejects.toThrow('broken at ledger');
    expect([step.ec2.pairs.size, namesIn(job.workspace)]).toEqual([0, []]);
  });

  test('because something has come to stand at the path removes the pair, and not that', async () => {
    await using job = await makeJobFolders();
    const step = new Step(job);
    step.breakAt = (happening) => {
      if (happening === 'ec2 create') writeFileSync(path.join(job.workspace, 'key.pem'), 'mine');
      return false;
    };
    await expect(create(step)).rejects.toMatchObject({ code: 'PATH_TAKEN' });
    expect(step.ec2.pairs.size).toBe(0);
    expect(namesIn(job.workspace)).toEqual(['key.pem']);
    expect(step.announced).toEqual([]);
  });

  test('releases last first: the pair, then its file, then its output', async () => {
    await using job = await makeJobFolders();
    const step = new Step(job);
    step.breakAt = (happening) => happening === 'announced';
    await create(step).catch(() => {});
    expect(step.events.filter((event) => event.startsWith('release'))).toEqual([
      'release key-pair',
      'release file',
      'release output',
    ]);
  });

  test('and cannot delete the pair either names it, and leaves it to post', async () => {
    await using job = await makeJobFolders();
    const step = new Step(job);
    step.breakAt = (happening) => happening === 'announced' || happening === 'ec2 delete';
    await expect(create(step)).rejects.toMatchObject({
      message: expect.stringMatching(/: broken at announced\nLeft behind: the key pair "deploy" \(key-/),
      hint: expect.stringContaining('aws ec2 delete-key-pair --key-pair-id key-'),
    });
    expect(step.leftToPost()).toEqual(['key-pair']);
  });

  test('over a taken name leaves the other’s pair, and nothing of its own', async () => {
    await using job = await makeJobFolders();
    const step = new Step(job);
    step.ec2.put({ KeyName: 'deploy', KeyPairId: 'key-0aaa' });
    await expect(create(step)).rejects.toMatchObject({ code: 'NAME_TAKEN' });
    expect([...step.ec2.pairs.keys()]).toEqual(['key-0aaa']);
    expect([step.leftToPost(), namesIn(job.workspace)]).toEqual([[], []]);
  });
});

describe('a plan', () => {
  test('changes nothing and asks nothing of EC2', async () => {
    await using job = await makeJobFolders();
    const step = new Step(job);
    await plan(plainCreate, step.look);
    expect([step.events, namesIn(job.workspace), namesIn(job.temp)]).toEqual([[], [], []]);
  });

  test('fails over a path that is taken, before there is a pair', async () => {
    await using job = await makeJobFolders();
    mkdirSync(path.join(job.workspace, 'key.pem'));
    await expect(plan(plainCreate, new Step(job).look)).rejects.toMatchObject({ code: 'PATH_TAKEN' });
  });

  test('makes up a name of prefix, run, attempt and 8 hex digits', async () => {
    await using job = await makeJobFolders();
    const planned = await plan({ ...plainCreate, name: { prefix: 'gha-widgets-' } }, new Step(job).look);
    expect(planned.pair.keyName).toMatch(/^gha-widgets-4242-1-[0-9a-f]{8}$/);
  });

  test('says the same nonce to EC2 and to the ledger, and another one every time', async () => {
    await using job = await makeJobFolders();
    const { look } = new Step(job);
    const [one, other] = [await plan(plainCreate, look), await plan(plainCreate, look)];
    for (const { marks, pair } of [one, other]) {
      const tag = pair.tags.find(({ key }) => key === 'ec2-key-pair-action:nonce');
      expect(tag?.value).toBe(marks.record.nonce);
      expect(marks.record.nonce).toMatch(/^[0-9a-f]{32}$/);
    }
    expect(one.marks.record.nonce).not.toBe(other.marks.record.nonce);
  });

  test.each([
    ['persistent', 'key.pem', 'beyond'],
    ['persistent', undefined, 'job'],
    ['run', 'key.pem', 'job'],
    ['job', 'key.pem', 'job'],
  ] as const)(
    'of a %s pair whose path is %s has a file that lasts: %s',
    async (lifetime, given, retention) => {
      await using job = await makeJobFolders();
      const destinations = { file: { path: given, format: 'pem' as const }, output: false };
      const planned = await plan({ ...plainCreate, lifetime, destinations }, new Step(job).look);
      expect(planned.file?.retention).toBe(retention);
    },
  );

  test.each(['a/../../etc/x', '~/x', '..', '*?"<>|', 'k'.repeat(255), '-rf'])(
    'for the pair %j puts a file of its own straight into the temp folder',
    async (exact) => {
      await using job = await makeJobFolders();
      const destinations = { file: { path: undefined, format: 'ppk' as const }, output: false };
      const planned = await plan({ ...plainCreate, name: { exact }, destinations }, new Step(job).look);
      const file = planned.file?.free.path ?? '';
      expect(path.dirname(file)).toBe(job.temp);
      expect(path.basename(file)).toMatch(/^[\w.-]{1,120}-[0-9a-f]{8}\.ppk$/);
    },
  );

  test('knows when the pair expires, and tags it so', async () => {
    await using job = await makeJobFolders();
    const { marks } = await plan({ ...plainCreate, expiresAfter: 60_000 }, new Step(job).look);
    expect(marks.expiresAt?.getTime()).toBe(noon.getTime() + 60_000);
    expect(marks.tags).toContainEqual({
      key: 'ec2-key-pair-action:expires-at',
      value: '2026-11-24T12:01:00.000Z',
    });
  });
});

test('what it would do is told in words, and EC2 is asked only about the pair', async () => {
  await using job = await makeJobFolders();
  const planned = await plan({ ...plainCreate, lifetime: 'job' }, new Step(job).look);
  const told = preview(planned);
  expect(told.map(({ text }) => text)).toEqual([
    'create the ed25519 key pair "deploy" in eu-west-1',
    'set the output private-key',
    `write the private key to ${path.join(job.workspace, 'key.pem')} (pem)`,
    'delete the pair when the job ends',
  ]);
  expect(told.flatMap(({ call }) => (call === undefined ? [] : [call]))).toEqual([
    { call: 'CreateKeyPair', pair: planned.pair },
  ]);
});
