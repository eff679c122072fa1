import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { EnsureRequest } from '../../../src/inputs/request.ts';
import { type EnsureReads, execute, plan, preview } from '../../../src/operations/ensure.ts';
import { tagKeys } from '../../../src/ownership.ts';
import { ec2Errors } from '../../lib/aws-errors.ts';
import { type JobFolders, makeJobFolders } from '../../lib/job-folders.ts';
import { namesIn } from '../destinations/file/writing.ts';
import { plainCreate, Step } from './parts.ts';

const { name: _, ...rest } = plainCreate;
const plainEnsure: EnsureRequest = {
  ...rest,
  operation: 'ensure',
  keyName: 'deploy',
  keyType: undefined,
  destinations: { file: { path: undefined, format: 'pem' }, output: false },
};

const ourTags = [
  { Key: tagKeys.managedBy, Value: 'ec2-key-pair-action' },
  { Key: tagKeys.repository, Value: 'github.com/octo/widgets' },
];

async function ensure(step: Step, request: EnsureRequest = plainEnsure) {
  const look: EnsureReads = {
    ...step.look,
    find: (keyName) => step.ec2.keyPairs().find({ keyName }),
    keptPrivateKey: async () => undefined,
  };
  let overtaken = 0;
  const result = await execute(await plan(request, look), {
    ...step.parts,
    planAgain: () => plan(request, look),
    onOvertaken: () => {
      overtaken += 1;
    },
  });
  return { result, overtaken };
}

async function withStep(work: (step: Step, job: JobFolders) => Promise<void>): Promise<void> {
  await using job = await makeJobFolders();
  await work(new Step(job), job);
}

test('a pair that is missing is made, RSA unless told otherwise', () =>
  withStep(async (step) => {
    const { result } = await ensure(step);
    expect(result).toMatchObject({ created: true, keyType: 'rsa', keyName: 'deploy' });
  }));

describe('a pair that is there', () => {
  test('is used as it is, and nothing is written, claimed or changed', () =>
    withStep(async (step, job) => {
      step.ec2.put({ KeyName: 'deploy', KeyPairId: 'key-0aaa' });
      const { result } = await ensure(step, {
        ...plainEnsure,
        tags: [{ key: 'a', value: 'b' }],
        expiresAfter: 1,
      });
      expect(result).toMatchObject({ created: false, keyPairId: 'key-0aaa', file: undefined, output: false });
      expect(step.events).toEqual(['ec2 describe', 'announced']);
      expect([namesIn(job.workspace), namesIn(job.temp)]).toEqual([[], []]);
    }));

  test('and is of another type is refused', () =>
    withStep(async (step) => {
      step.ec2.put({ KeyName: 'deploy', KeyType: 'ed25519' });
      await expect(ensure(step, { ...plainEnsure, keyType: 'rsa' })).rejects.toMatchObject({
        code: 'KEY_TYPE_DIFFERS',
      });
      expect((await ensure(step, { ...plainEnsure, keyType: 'ed25519' })).result.created).toBe(false);
    }));

  test('and is ours gets the tags that it lacks, and a new expiry, by id', () =>
    withStep(async (step) => {
      const { KeyPairId } = step.ec2.put({
        KeyName: 'deploy',
        Tags: [...ourTags, { Key: 'a', Value: 'b' }, { Key: 'c', Value: 'old' }],
      });
      const tags = ['a=b', 'c=new'].map((line) => ({ key: line[0] ?? '', value: line.slice(2) }));
      await ensure(step, { ...plainEnsure, tags, expiresAfter: 60_000 });
      expect(step.ec2.journal).toEqual(['describe deploy', `tag ${KeyPairId}`]);
      expect(step.ec2.pairs.get(KeyPairId)?.Tags).toEqual([
        ...ourTags,
        { Key: 'a', Value: 'b' },
        { Key: 'c', Value: 'new' },
        { Key: tagKeys.expiresAt, Value: '2026-11-24T12:01:00.000Z' },
      ]);
    }));

  test('and is ours, with all its tags, is not written to', () =>
    withStep(async (step) => {
      step.ec2.put({ KeyName: 'deploy', Tags: ourTags });
      await ensure(step);
      expect(step.ec2.journal).toEqual(['describe deploy']);
    }));

  test('fails the step when its private key is asked for and is nowhere', () =>
    withStep(async (step) => {
      step.ec2.put({ KeyName: 'deploy' });
      for (const destinations of [
        { file: { path: 'key.pem', format: 'pem' as const }, output: false },
        { file: undefined, output: true },
      ]) {
        await expect(ensure(step, { ...plainEnsure, destinations })).rejects.toMatchObject({
          code: 'PRIVATE_KEY_NOT_HERE',
        });
      }
    }));

  test('and that may not be tagged is told in a person’s words', () =>
    withStep(async (step) => {
      step.ec2.put({ KeyName: 'deploy', Tags: ourTags });
      step.ec2.faults.tag.push({ instead: ec2Errors.denied() });
      await expect(ensure(step, { ...plainEnsure, tags: [{ key: 'a', value: 'b' }] })).rejects.toMatchObject({
        code: 'NOT_ALLOWED',
        hint: expect.stringContaining('ec2:CreateTags'),
      });
    }));
});

describe('whoever is overtaken', () => {
  test('uses what the other made, and leaves nothing of its own', () =>
    withStep(async (step, job) => {
      step.breakAt = (event) => {
        if (event === 'ec2 create' && step.ec2.pairs.size === 0)
          step.ec2.put({ KeyName: 'deploy', KeyPairId: 'key-0aaa' });
        return false;
      };
      const { result, overtaken } = await ensure(step);
      expect(result).toMatchObject({ created: false, keyPairId: 'key-0aaa' });
      expect(overtaken).toBe(1);
      expect([...step.ec2.pairs.keys()]).toEqual(['key-0aaa']);
      expect([step.leftToPost(), namesIn(job.temp)]).toEqual([[], []]);
    }));

  test('again and again, by pairs that come and go, gives up with the reason', () =>
    withStep(async (step, job) => {
      step.breakAt = (event) => {
        if (event === 'ec2 create') step.ec2.put({ KeyName: 'deploy', KeyPairId: 'key-0aaa' });
        if (event === 'ec2 describe' && step.events.at(-1) !== 'ec2 create') step.ec2.pairs.clear();
        return false;
      };
      await expect(ensure(step)).rejects.toMatchObject({ code: 'NAME_TAKEN' });
      expect(step.ec2.journal.filter((call) => call.startsWith('create'))).toHaveLength(5);
      expect([step.leftToPost(), namesIn(job.temp)]).toEqual([[], []]);
    }));

  test('any other error is passed on at once', () =>
    withStep(async (step) => {
      step.ec2.faults.create.push({ instead: ec2Errors.denied() });
      await expect(ensure(step)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    }));
});

test('what it would do is told in words, and EC2 is asked only about what it would change', () =>
  withStep(async (step, job) => {
    const look: EnsureReads = {
      ...step.look,
      find: (keyName) => step.ec2.keyPairs().find({ keyName }),
      keptPrivateKey: async () => undefined,
    };
    const absent = preview(await plan(plainEnsure, look));
    expect(absent.map(({ call }) => call?.call)).toEqual(['CreateKeyPair', undefined]);
    expect(absent[1]?.text).toContain(path.join(job.temp, 'deploy-'));
    step.ec2.put({ KeyName: 'deploy', KeyPairId: 'key-0aaa', Tags: ourTags });
    const there = preview(await plan({ ...plainEnsure, tags: [{ key: 'a', value: 'b' }] }, look));
    expect(there).toEqual([
      { text: 'use the key pair "deploy" (key-0aaa) in eu-west-1' },
      {
        text: 'set the tags a of the key pair "deploy" (key-0aaa) in eu-west-1',
        call: { call: 'CreateTags', keyPairId: 'key-0aaa', tags: [{ key: 'a', value: 'b' }] },
      },
    ]);
  }));
