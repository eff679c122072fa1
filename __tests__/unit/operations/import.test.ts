import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { ImportRequest } from '../../../src/inputs/request.ts';
import { importOperation } from '../../../src/operations/import.ts';
import { tagKeys } from '../../../src/ownership.ts';
import { awsError } from '../../lib/aws-errors.ts';
import { publicKeyLine } from '../../lib/fake-ec2.ts';
import { freshEd25519 } from '../../lib/keys.ts';
import { managedTags, openTestStep, otherStepsTags, type TestStep } from './test-step.ts';

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

function planFor(step: TestStep, asked: Partial<ImportRequest> = {}) {
  return importOperation.plan({ ...request, ...asked }, step);
}

test('a key pair is claimed, imported, reported, and kept, in this order', async () => {
  await using step = await openTestStep();
  const { lines } = await importOperation.execute(await planFor(step), step);
  expect(step.events).toEqual([
    'ec2 describe',
    'intended key-pair',
    'ec2 import',
    'held key-pair',
    'set outputs',
    'kept key-pair',
  ]);
  const [pair] = step.ec2.pairs.values();
  expect(step.outputs).toEqual({
    'key-name': 'deploy',
    'key-pair-id': pair?.KeyPairId,
    'key-fingerprint': 'imported',
    'key-type': 'ed25519',
    'public-key': `${line} deploy`,
    'private-key-path': '',
    'aws-region': 'eu-west-1',
    created: 'true',
    changed: 'true',
  });
  expect(lines).toEqual([
    `Imported key pair "deploy" (${pair?.KeyPairId}) in eu-west-1, fingerprint imported.`,
    'It is kept until it is deleted.',
  ]);
  expect(step.logged).toEqual(['info: Importing ed25519 key pair "deploy" in eu-west-1.']);
  expect(step.leftToPost()).toEqual([]);
});

test('a key pair with a generated name and lifetime job is left to the post step', async () => {
  await using step = await openTestStep();
  await importOperation.execute(await planFor(step, { name: { prefix: 'gha-' }, lifetime: 'job' }), step);
  expect(step.leftToPost()).toEqual(['key-pair']);
});

describe('a public key file', () => {
  test('is read from the workspace', async () => {
    await using step = await openTestStep();
    writeFileSync(path.join(step.folders.workspace, 'id.pub'), `${line} me@example\n`);
    const planned = await planFor(step, { publicKey: { path: 'id.pub' } });
    expect(planned.pair.publicKey.openSshLine()).toBe(line);
  });

  test('that does not exist is an error, before anything is sent to EC2', async () => {
    await using step = await openTestStep();
    await expect(planFor(step, { publicKey: { path: 'id.pub' } })).rejects.toMatchObject({
      code: 'NO_PUBLIC_KEY_FILE',
      message: 'public-key-path: id.pub does not exist.',
      hint: 'The path is relative to the workspace. Check that the repository is checked out before this step.',
    });
    expect(step.sent).toEqual([]);
  });

  test('that does not exist is not said to be in the workspace if its path is absolute', async () => {
    await using step = await openTestStep();
    const absolute = path.join(step.folders.workspace, 'id.pub');
    for (const given of ['~/none/id.pub', absolute]) {
      await expect(planFor(step, { publicKey: { path: given } })).rejects.toMatchObject({
        code: 'NO_PUBLIC_KEY_FILE',
        hint: 'Check the path, and that an earlier step of this job created the file.',
      });
    }
  });
});

describe('a private key in the file for the public key', () => {
  const { pem } = freshEd25519();

  test('is masked, and the error says that it was not printed', async () => {
    await using step = await openTestStep();
    writeFileSync(path.join(step.folders.workspace, 'id'), pem);
    await expect(planFor(step, { publicKey: { path: 'id' } })).rejects.toMatchObject({
      code: 'PUBLIC_KEY_UNREADABLE',
      message: 'public-key-path: id contains a private key.',
      hint: expect.stringContaining('It was not printed, and is masked in this job from now on.'),
    });
    expect(step.events).toEqual(['registered masks']);
  });

  test('is masked in JSON and in base64, too', async () => {
    for (const text of [JSON.stringify({ KeyMaterial: pem }), `key: ${btoa(pem)}`, encodeURIComponent(pem)]) {
      await using step = await openTestStep();
      writeFileSync(path.join(step.folders.workspace, 'id'), text);
      await expect(planFor(step, { publicKey: { path: 'id' } })).rejects.toMatchObject({
        hint: expect.stringContaining('is masked'),
      });
      expect(step.events).toEqual(['registered masks']);
    }
  });

  test('is not said to be masked if nothing in it can be', async () => {
    await using step = await openTestStep();
    writeFileSync(path.join(step.folders.workspace, 'id'), '-----BEGIN RSA PRIVATE KEY-----\n');
    await expect(planFor(step, { publicKey: { path: 'id' } })).rejects.toMatchObject({
      message: 'public-key-path: id contains a private key.',
      hint: 'It was not printed, but it could not be masked: if a step of this job printed it, replace the key. Set public-key-path to the file of the public key, which `ssh-keygen -y -f <private key>` prints, or for PPK `puttygen <file> -L`.',
    });
    expect(step.events).toEqual([]);
  });

  test('is not what a public key is taken for', async () => {
    await using step = await openTestStep();
    await planFor(step, { publicKey: { text: line } });
    expect(step.events).toEqual(['ec2 describe']);
  });
});

test('a public key in public-key-path is an error that names the right input', async () => {
  await using step = await openTestStep();
  for (const given of [line, `${line} ${'x'.repeat(300)}`, '-----BEGIN PUBLIC KEY-----\nMC']) {
    await expect(planFor(step, { publicKey: { path: given } })).rejects.toMatchObject({
      code: 'NO_PUBLIC_KEY_FILE',
      message: 'public-key-path contains a public key instead of a path.',
    });
  }
});

describe('if EC2 refuses an RSA key of a size that it does not document', () => {
  const { publicKey: rsa } = generateKeyPairSync('rsa', { modulusLength: 3072 });
  const asked = { publicKey: { text: rsa.export({ type: 'spki', format: 'pem' }).toString() } };
  const hint = expect.stringMatching(/^This RSA key has 3072 bits; EC2 documents 1024, 2048 and 4096\./);

  test('the error names its size', async () => {
    await using step = await openTestStep();
    const planned = await planFor(step, asked);
    step.ec2.faults.import.push({ instead: awsError('InvalidKey.Format', { status: 400 }) });
    await expect(importOperation.execute(planned, step)).rejects.toMatchObject({ code: 'REFUSED', hint });
    expect(step.leftToPost()).toEqual([]);
  });

  test('so does a dry run', async () => {
    await using step = await openTestStep();
    step.ec2.faults['may import'].push({ instead: awsError('InvalidKey.Format', { status: 400 }) });
    const { actions } = await importOperation.preview(await planFor(step, asked), step);
    await expect(actions[0]?.checkPermission?.()).rejects.toMatchObject({ code: 'REFUSED', hint });
  });

  test('but not of a key that EC2 documents, nor of another error', async () => {
    await using step = await openTestStep();
    const planned = await planFor(step, asked);
    step.ec2.faults.import.push({ instead: awsError('UnauthorizedOperation', { status: 403 }) });
    await expect(importOperation.execute(planned, step)).rejects.not.toMatchObject({ hint });
    step.ec2.faults.import.push({ instead: awsError('InvalidKey.Format', { status: 400 }) });
    await expect(importOperation.execute(await planFor(step), step)).rejects.toMatchObject({
      hint: expect.stringContaining('rejected the request'),
    });
  });
});

describe('if the name is taken', () => {
  test('by this very key, nothing is changed', async () => {
    await using step = await openTestStep();
    step.ec2.put({
      KeyName: 'deploy',
      KeyPairId: 'key-0aaa',
      PublicKey: line,
      Tags: [
        ...managedTags,
        { Key: tagKeys.run, Value: '77/1' },
        { Key: tagKeys.lifetime, Value: 'persistent' },
      ],
    });
    const { lines, summary, warnings } = await importOperation.execute(await planFor(step), step);
    expect(step.outputs).toMatchObject({ created: 'false', 'key-pair-id': 'key-0aaa' });
    expect(step.events).toEqual(['ec2 describe', 'set outputs']);
    expect(lines).toEqual([
      'Found key pair "deploy" (key-0aaa) in eu-west-1, fingerprint aa:bb.',
      'Created by run 77 of this repository, kept until it is deleted.',
    ]);
    expect(warnings).toEqual([]);
    expect(summary.rows.map(([label]) => label)).not.toContain('Private key');
    expect(summary.rows).toContainEqual(['Created by', expect.anything()]);
    expect(step.logged).toEqual([]);
  });

  test('by this very key, the step says which options it did not apply, and why', async () => {
    await using step = await openTestStep();
    const tags = [
      { key: 'a', value: 'b' },
      { key: 'c', value: 'd' },
    ];
    step.ec2.put({ KeyName: 'deploy', PublicKey: line, Tags: [{ Key: 'a', Value: 'b' }] });
    const asked = { tags, expiresAfter: 60_000, lifetime: 'run' } as const;
    const { lines } = await importOperation.execute(await planFor(step, asked), step);
    expect(lines.slice(1)).toEqual([
      'Not applied: tags (c), expires-after, lifetime: run. An import never changes an existing key pair.',
    ]);
    expect(step.events).toEqual(['ec2 describe', 'set outputs']);
  });

  test('by another process after the look, the step says the same of its key pair', async () => {
    await using step = await openTestStep();
    const planned = await planFor(step, { expiresAfter: 60_000 });
    const Tags = [...otherStepsTags, { Key: tagKeys.run, Value: '77/1' }];
    step.ec2.put({ KeyName: 'deploy', PublicKey: line, Tags });
    const { lines } = await importOperation.execute(planned, step);
    expect(lines.slice(1)).toEqual([
      'Created by run 77 of this repository.',
      'Not applied: expires-after. An import never changes an existing key pair.',
    ]);
    expect(step.leftToPost()).toEqual([]);
  });

  test('by this very key of a job that will delete it, the step warns', async () => {
    await using step = await openTestStep();
    const Tags = [...managedTags, { Key: tagKeys.lifetime, Value: 'job' }];
    step.ec2.put({ KeyName: 'deploy', PublicKey: line, Tags });
    expect((await importOperation.execute(await planFor(step), step)).warnings).toEqual([
      'Key pair "deploy" is not kept: it is deleted when the job that created it ends.',
    ]);
  });

  test('by another key, the plan fails before anything is claimed', async () => {
    await using step = await openTestStep();
    step.ec2.put({ KeyName: 'deploy', PublicKey: publicKeyLine(freshEd25519()) });
    await expect(planFor(step)).rejects.toMatchObject({ code: 'KEY_DIFFERS' });
    expect(step.events).toEqual(['ec2 describe']);
  });
});

test('a generated name is not looked up', async () => {
  await using step = await openTestStep();
  const planned = await planFor(step, { name: { prefix: 'gha-' } });
  expect(step.events).toEqual([]);
  expect(planned.pair.keyName).toMatch(/^gha-4242-1-[0-9a-f]{8}$/);
});

test('a step that cannot set its outputs deletes the key pair', async () => {
  await using step = await openTestStep();
  step.breakAt = (event) => event === 'set outputs';
  await expect(importOperation.execute(await planFor(step), step)).rejects.toThrow('broken at set outputs');
  expect([step.ec2.pairs.size, step.leftToPost()]).toEqual([0, []]);
});

test('a key pair that someone else imported is not deleted when the step fails', async () => {
  await using step = await openTestStep();
  const planned = await planFor(step);
  step.ec2.put({ KeyName: 'deploy', KeyPairId: 'key-0aaa', PublicKey: line, Tags: otherStepsTags });
  step.breakAt = (event) => event === 'set outputs';
  await expect(importOperation.execute(planned, step)).rejects.toThrow('broken at set outputs');
  expect([...step.ec2.pairs.keys()]).toEqual(['key-0aaa']);
});

describe('a preview', () => {
  test('says what would be imported, with its fingerprint, and asks about it', async () => {
    await using step = await openTestStep();
    const planned = await planFor(step, { name: { prefix: 'gha-' }, lifetime: 'job' });
    const { actions, outputs } = await importOperation.preview(planned, step);
    // The name that is generated now is not the one that the import would generate.
    expect(outputs).toMatchObject({ 'key-name': '', 'public-key': line });
    expect(actions).toEqual([
      {
        text: expect.stringMatching(
          /^import key pair "gha-\S+" in eu-west-1 \(ed25519, SHA256:[\w+/]{43}\)$/,
        ),
        checkPermission: expect.any(Function),
      },
      { text: 'delete the key pair when the job ends' },
    ]);
  });

  test('asks nothing if the key pair already contains this key', async () => {
    await using step = await openTestStep();
    step.ec2.put({ KeyName: 'deploy', PublicKey: line });
    const { actions, outputs } = await importOperation.preview(await planFor(step), step);
    expect(outputs).toMatchObject({ created: 'false', changed: 'false' });
    expect(actions).toEqual([
      { text: 'leave key pair "deploy" in eu-west-1 as it is: it already contains this key' },
    ]);
  });
});
