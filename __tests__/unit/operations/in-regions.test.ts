import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import type { EnsureRequest, ImportRequest } from '../../../src/inputs/request.ts';
import { PrivateKey } from '../../../src/keys/private-key.ts';
import { createInRegions } from '../../../src/operations/in-regions/create.ts';
import { deleteInRegions } from '../../../src/operations/in-regions/delete.ts';
import { describeInRegions } from '../../../src/operations/in-regions/describe.ts';
import { ensureInRegions } from '../../../src/operations/in-regions/ensure.ts';
import { importInRegions } from '../../../src/operations/in-regions/import.ts';
import { ec2Errors } from '../../lib/aws-errors.ts';
import { publicKeyLine } from '../../lib/fake-ec2.ts';
import { freshEd25519 } from '../../lib/keys.ts';
import { defaultFile, output, plainCreate } from './plain-requests.ts';
import { putJournal } from './rotation-case.ts';
import { managedTags, openTestStep, otherStepsTags, type TestStep } from './test-step.ts';

const line = publicKeyLine(freshEd25519());
const otherLine = publicKeyLine(freshEd25519());
const common = { region: 'eu-west-1', otherRegions: ['us-east-1'], dryRun: false } as const;

const importRequest: ImportRequest = {
  ...common,
  operation: 'import',
  name: { exact: 'deploy' },
  publicKey: { text: line },
  tags: [],
  lifetime: 'persistent',
  expiresAfter: undefined,
};

const createRequest = {
  ...plainCreate,
  ...common,
  name: { prefix: 'gha-' },
  lifetime: 'job',
  keyType: 'ed25519',
  generateOn: 'runner',
} as const;

const ensureRequest: EnsureRequest = {
  ...common,
  operation: 'ensure',
  keyName: 'deploy',
  keyType: undefined,
  generateOn: 'runner',
  tags: [],
  lifetime: 'persistent',
  expiresAfter: undefined,
  sources: [],
  destinations: [defaultFile],
};

async function openTwo() {
  const step = (await openTestStep()).inRegions('us-east-1');
  const [first, second] = step.regions;
  if (second === undefined) throw new Error('one Region');
  return { step, first, second, [Symbol.asyncDispose]: () => step[Symbol.asyncDispose]() };
}

function keysOf({ ec2 }: TestStep): (string | undefined)[] {
  return [...ec2.pairs.values()].map(({ PublicKey }) => PublicKey?.split(' ').slice(0, 2).join(' '));
}

function entriesOf(step: TestStep): Record<string, unknown>[] {
  return JSON.parse(step.outputs['key-pairs'] ?? '');
}

describe('import in several Regions', () => {
  test('claims each key pair before its request, keeps all with one entry, and lists them', async () => {
    await using two = await openTwo();
    const { step, first, second } = two;

    const plans = await importInRegions.plan(importRequest, step);
    const report = await importInRegions.execute(plans, step);

    expect(step.events.slice(0, 6)).toEqual([
      'ec2 describe',
      'us-east-1 describe',
      'intended key-pair',
      'ec2 import',
      'intended key-pair',
      'us-east-1 import',
    ]);
    expect(step.events.filter((event) => event.startsWith('kept'))).toEqual(['kept key-pair key-pair']);
    expect([keysOf(first), keysOf(second)]).toEqual([[line], [line]]);
    expect(step.outputs['aws-region']).toBe('eu-west-1');
    expect(entriesOf(step).map(({ region, created }) => [region, created])).toEqual([
      ['eu-west-1', true],
      ['us-east-1', true],
    ]);
    expect(report.lines.filter((text) => text.startsWith('Imported'))).toHaveLength(2);
    expect(report.lines.at(-1)).toBe('It is kept until it is deleted.');
  });

  test.each(['eu-west-1', 'us-east-1'])('takes back all others if it fails in %s', async (region) => {
    await using two = await openTwo();
    const { step, first, second } = two;
    const plans = await importInRegions.plan(importRequest, step);
    const failing = region === 'eu-west-1' ? first : second;
    failing.ec2.faults.import.push({ instead: ec2Errors.denied() });

    const execution = importInRegions.execute(plans, step);

    await expect(execution).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    await expect(execution).rejects.toThrow(
      new RegExp(`import key pair "deploy" in ${region}[\\s\\S]*was deleted\\.$`),
    );
    expect([...first.ec2.pairs, ...second.ec2.pairs]).toEqual([]);
    expect(step.leftToPost()).toEqual([]);
  });

  test('waits for the other Regions before it takes them back', async () => {
    await using two = await openTwo();
    const { step, first, second } = two;
    const plans = await importInRegions.plan(importRequest, step);
    first.ec2.faults.import.push({ instead: ec2Errors.denied() });
    const send = second.keyPairs.import.bind(second.keyPairs);
    second.keyPairs.import = async (...call) => {
      await setTimeout(500);
      return send(...call);
    };

    await expect(importInRegions.execute(plans, step)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });

    await setTimeout(1_000);
    expect([...second.ec2.pairs]).toEqual([]);
    expect(second.ec2.journal).toContain('import deploy');
  });

  test('names every Region in which it fails', async () => {
    await using two = await openTwo();
    const { step, first, second } = two;
    const plans = await importInRegions.plan(importRequest, step);
    for (const { ec2 } of [first, second]) {
      ec2.faults.import.push({ instead: ec2Errors.denied() });
    }

    await expect(importInRegions.execute(plans, step)).rejects.toThrow(/in eu-west-1: [\s\S]*in us-east-1: /);
  });

  test('says of each Region what does not hold for all', async () => {
    await using two = await openTwo();
    const { step, second } = two;
    second.ec2.put({ KeyName: 'deploy', PublicKey: line, Tags: managedTags });
    const asked = { ...importRequest, tags: [{ key: 'a', value: 'b' }] };

    const { lines } = await importInRegions.execute(await importInRegions.plan(asked, step), step);

    expect(lines).toContain(
      'us-east-1: Not applied: tags (a). An import never changes an existing key pair.',
    );
    expect(entriesOf(step).map(({ created }) => created)).toEqual([true, false]);
  });
});

describe('create in several Regions', () => {
  test('generates one name and one key, and imports it in the first Region before the others', async () => {
    await using two = await openTwo();
    const { step, first, second } = two;

    await createInRegions.execute(await createInRegions.plan(createRequest, step), step);

    const names = [...first.ec2.names(), ...second.ec2.names()];
    expect(names).toEqual([step.outputs['key-name'], step.outputs['key-name']]);
    expect(keysOf(first)).toEqual(keysOf(second));
    expect(step.events.indexOf('us-east-1 import')).toBeGreaterThan(step.events.indexOf('ec2 import'));
    expect(step.outputs['private-key-path']).not.toBe('');
  });

  test('imports nothing elsewhere if the first Region has the name', async () => {
    await using two = await openTwo();
    const { step, first, second } = two;
    first.ec2.put({ KeyName: 'deploy', PublicKey: otherLine, Tags: otherStepsTags });
    const plans = await createInRegions.plan({ ...createRequest, name: { exact: 'deploy' } }, step);

    await expect(createInRegions.execute(plans, step)).rejects.toMatchObject({ code: 'NAME_TAKEN' });
    expect(second.ec2.journal).toEqual([]);
    expect(step.leftToPost()).toEqual([]);
  });

  test('leaves a key pair of each Region to the post step with lifetime job', async () => {
    await using two = await openTwo();
    const { step, first, second } = two;
    await createInRegions.execute(await createInRegions.plan(createRequest, step), step);

    expect(step.leftToPost().filter((kind) => kind === 'key-pair')).toHaveLength(2);
    await step.post();
    expect([...first.ec2.pairs, ...second.ec2.pairs]).toEqual([]);
  });
});

describe('ensure in several Regions', () => {
  test('imports the public key of the Region that has the key pair where it is missing', async () => {
    await using two = await openTwo();
    const { step, first, second } = two;
    second.ec2.put({ KeyName: 'deploy', PublicKey: line, Tags: otherStepsTags });

    await ensureInRegions.execute(await ensureInRegions.plan(ensureRequest, step), step);

    expect(keysOf(first)).toEqual([line]);
    expect(entriesOf(step).map(({ created }) => created)).toEqual([true, false]);
  });

  test('uses the key pair that another job creates first, and imports its key elsewhere', async () => {
    await using two = await openTwo();
    const { step, first, second } = two;
    const plan = await ensureInRegions.plan(ensureRequest, step);
    first.ec2.put({ KeyName: 'deploy', PublicKey: otherLine, Tags: otherStepsTags });

    await ensureInRegions.execute(plan, step);

    expect([keysOf(first), keysOf(second)]).toEqual([[otherLine], [otherLine]]);
    expect(step.logged).toContain('info: Another process created key pair "deploy" first. Checking again.');
  });

  test.each([
    ['another key', otherLine, 'KEY_DIFFERS'],
    ['an unreadable key, and another fingerprint', undefined, 'KEY_DIFFERS'],
  ])('fails if a Region has %s', async (_, PublicKey, code) => {
    await using two = await openTwo();
    const { step, first, second } = two;
    first.ec2.put({ KeyName: 'deploy', PublicKey: line, Tags: otherStepsTags });
    second.ec2.put({
      KeyName: 'deploy',
      ...(PublicKey !== undefined && { PublicKey }),
      KeyFingerprint: 'cc:dd',
      Tags: otherStepsTags,
    });

    await expect(ensureInRegions.plan(ensureRequest, step)).rejects.toMatchObject({ code });
  });

  test.each([
    ['is not managed here', { PublicKey: line, Tags: [] }, 'NOT_OURS'],
    ['shows no public key', { Tags: otherStepsTags }, 'PUBLIC_KEY_UNREADABLE'],
  ])('imports no key of a key pair that %s', async (_, pair, code) => {
    await using two = await openTwo();
    const { step, first, second } = two;
    first.ec2.put({ KeyName: 'deploy', ...pair });

    await expect(ensureInRegions.plan(ensureRequest, step)).rejects.toMatchObject({ code });
    expect([...second.ec2.pairs]).toEqual([]);
  });

  test('delivers the private key once, whatever Regions have the key pair', async () => {
    await using two = await openTwo();
    const { step, first, second } = two;
    const key = freshEd25519();
    const PublicKey = publicKeyLine(key);
    for (const { ec2 } of [first, second]) ec2.put({ KeyName: 'deploy', PublicKey, Tags: otherStepsTags });
    step.keysElsewhere.set('key.pem', PrivateKey.parse(key.pem));
    const asked = {
      ...ensureRequest,
      sources: [{ kind: 'file', path: 'key.pem' }],
      destinations: [output],
    } as const;

    await ensureInRegions.execute(await ensureInRegions.plan(asked, step), step);

    expect(step.events.filter((event) => event === 'set output private-key')).toHaveLength(1);
  });

  test('does not take a Region for one that lacks the key pair because a read lags behind', async () => {
    await using two = await openTwo();
    const { step, first, second } = two;
    for (const { ec2 } of [first, second]) {
      ec2.put({ KeyName: 'deploy', PublicKey: line, Tags: otherStepsTags });
    }
    first.ec2.staleReads = 1;

    const { decision } = await ensureInRegions.plan(ensureRequest, step);

    expect(decision).toMatchObject({ home: 'eu-west-1' });
    await ensureInRegions.execute({ request: ensureRequest, decision }, step);
    expect(first.ec2.journal).not.toContain('import deploy');
  });

  test('waits for the tags of a new key pair, which EC2 may show late', async () => {
    await using two = await openTwo();
    const { step, first, second } = two;
    const pair = first.ec2.put({ KeyName: 'deploy', PublicKey: line });
    let reads = 0;
    first.ec2.onCall = () => {
      reads += 1;
      if (reads === 2) first.ec2.put({ ...pair, Tags: otherStepsTags });
    };

    await ensureInRegions.execute(await ensureInRegions.plan(ensureRequest, step), step);

    expect(keysOf(second)).toEqual([line]);
  });

  test('sets the tags that are missing in each Region, and names it', async () => {
    await using two = await openTwo();
    const { step, first, second } = two;
    for (const { ec2 } of [first, second]) {
      ec2.put({ KeyName: 'deploy', PublicKey: line, Tags: otherStepsTags });
    }
    first.ec2.put({
      ...[...first.ec2.pairs.values()][0],
      Tags: [...otherStepsTags, { Key: 'a', Value: 'b' }],
    });
    const asked = { ...ensureRequest, tags: [{ key: 'a', value: 'b' }] };

    const { lines } = await ensureInRegions.execute(await ensureInRegions.plan(asked, step), step);

    expect(lines).toContain('us-east-1: Set tags: a=b.');
    expect(step.events.filter((event) => event.endsWith(' tag'))).toEqual(['us-east-1 tag']);
    expect(step.outputs).toMatchObject({ created: 'false', changed: 'true' });
  });
});

test('describe lists key pairs by name, and those with the same name in the order of the Regions', async () => {
  await using two = await openTwo();
  const { step, first, second } = two;
  for (const name of ['b', 'a']) second.ec2.put({ KeyName: name });
  first.ec2.put({ KeyName: 'b' });
  const request = {
    ...common,
    operation: 'describe',
    pairs: { tags: [], namePattern: undefined, fingerprint: undefined },
  } as const;

  const { lines } = await describeInRegions.execute(await describeInRegions.plan(request, step), step);

  expect(entriesOf(step).map(({ keyName, region }) => [keyName, region])).toEqual([
    ['a', 'us-east-1'],
    ['b', 'eu-west-1'],
    ['b', 'us-east-1'],
  ]);
  expect(lines[1]).toMatch(/^ {2}a key-\w+ ed25519 us-east-1$/);
});

describe('delete in several Regions', () => {
  const request = {
    ...common,
    operation: 'delete',
    pairs: { keyName: 'deploy' },
    ifInUse: 'warn',
    force: false,
  } as const;

  test('deletes nothing if a Region has a key pair of someone else', async () => {
    await using two = await openTwo();
    const { step, first, second } = two;
    first.ec2.put({ KeyName: 'deploy', Tags: managedTags });
    second.ec2.put({ KeyName: 'deploy' });

    await expect(deleteInRegions.plan(request, step)).rejects.toMatchObject({ code: 'NOT_OURS' });
    expect(first.ec2.names()).toEqual(['deploy']);
  });

  test('says what failed where, and counts what was deleted', async () => {
    await using two = await openTwo();
    const { step, first, second } = two;
    for (const { ec2 } of [first, second]) ec2.put({ KeyName: 'deploy', Tags: managedTags });
    step.references.set('deploy', { references: ['i-1'] });
    second.ec2.faults.delete.push({ instead: ec2Errors.denied() });

    const execution = deleteInRegions.execute(await deleteInRegions.plan(request, step), step);

    await expect(execution).rejects.toThrow(/in us-east-1/);
    expect(step.outputs['deleted']).toBe('1');
    expect(entriesOf(step).map(({ region }) => region)).toEqual(['eu-west-1']);
    expect(step.logged).toContain('warning: us-east-1: Key pair "deploy" is in use by i-1.');
  });
});

test('ensure stops before it changes anything if a Region lacks the key pair because of a rotation', async () => {
  await using opened = await openTwo();
  const { step, first, second } = opened;
  first.ec2.put({ KeyName: 'deploy', PublicKey: line, Tags: managedTags });
  putJournal(second, 6);
  await expect(ensureInRegions.plan(ensureRequest, step)).rejects.toMatchObject({
    code: 'ROTATION_IN_PROGRESS',
    hint: expect.stringContaining('aws-region: us-east-1'),
  });
});
