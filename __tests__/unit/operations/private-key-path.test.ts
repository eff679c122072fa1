import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { EnsureRequest, FetchRequest, SourceRequest } from '../../../src/inputs/request.ts';
import { PrivateKey } from '../../../src/keys/private-key.ts';
import { create } from '../../../src/operations/create.ts';
import { ensure } from '../../../src/operations/ensure.ts';
import { fetch } from '../../../src/operations/fetch.ts';
import type { Preview } from '../../../src/operations/operation.ts';
import type { Report } from '../../../src/results/report.ts';
import { publicKeyLine } from '../../lib/fake-ec2.ts';
import { freshEd25519 } from '../../lib/keys.ts';
import { fileAt, output, plainCreate } from './plain-requests.ts';
import { openTestStep, type TestStep } from './test-step.ts';

const key = freshEd25519();
const otherKey = freshEd25519();

/** private-key-path, where the private key may already be. */
const atPath: SourceRequest = { kind: 'file', path: 'key.pem' };
/** Another place that has the private key. */
const elsewhere: SourceRequest = { kind: 'file', path: 'elsewhere' };

const keyRequest = {
  region: undefined,
  dryRun: false,
  sources: [atPath, elsewhere],
  destinations: [fileAt('key.pem')],
};
type KeyRequest = Partial<Pick<FetchRequest, 'sources' | 'destinations'>>;

interface Run {
  preview(step: TestStep, request?: KeyRequest): Promise<Preview>;
  execute(step: TestStep, request?: KeyRequest): Promise<Report>;
}

const { name: _, destinations: __, ...plainEnsure } = plainCreate;
const ensureRequest = (request: KeyRequest = {}): EnsureRequest => ({
  ...plainEnsure,
  ...keyRequest,
  ...request,
  operation: 'ensure',
  keyName: 'deploy',
});
const fetchRequest = (request: KeyRequest = {}): FetchRequest => ({
  ...keyRequest,
  ...request,
  operation: 'fetch',
  pair: { keyName: 'deploy' },
});

const operations: [name: string, run: Run][] = [
  [
    'ensure',
    {
      preview: async (step, request) => ensure.preview(await ensure.plan(ensureRequest(request), step), step),
      execute: async (step, request) => ensure.execute(await ensure.plan(ensureRequest(request), step), step),
    },
  ],
  [
    'fetch',
    {
      preview: async (step, request) => fetch.preview(await fetch.plan(fetchRequest(request), step), step),
      execute: async (step, request) => fetch.execute(await fetch.plan(fetchRequest(request), step), step),
    },
  ],
];

function keyFile({ folders }: TestStep): string {
  return path.join(folders.workspace, 'key.pem');
}

/** A step in whose Region the key pair exists. */
async function openWithPair(): Promise<TestStep> {
  const step = await openTestStep();
  step.ec2.put({ KeyName: 'deploy', KeyPairId: 'key-0aaa', PublicKey: publicKeyLine(key) });
  return step;
}

describe.each(operations)('when %s finds an existing key pair', (___, run) => {
  test('a file that contains its private key is used, and left untouched', async () => {
    await using step = await openWithPair();
    writeFileSync(keyFile(step), key.pem);
    const before = step.snapshot();
    expect((await run.preview(step)).actions.map(({ text }) => text)).toContain(
      `use the private key file ${keyFile(step)}`,
    );
    const { lines } = await run.execute(step);
    const where = keyFile(step).replaceAll(path.sep, '/');
    expect(step.outputs).toMatchObject({ created: 'false', 'private-key-path': where });
    expect(lines).toContain(`Private key file: ${where} (kept by this step)`);
    expect(step.events).toContain('registered masks');
    expect([step.snapshot(), step.leftToPost()]).toEqual([before, []]);
  });

  test('a file that contains another private key is an error, and left untouched', async () => {
    await using step = await openWithPair();
    writeFileSync(keyFile(step), otherKey.pem);
    const before = step.snapshot();
    await expect(run.execute(step)).rejects.toMatchObject({ code: 'PRIVATE_KEY_OF_ANOTHER_PAIR' });
    expect([step.snapshot(), step.outputs]).toEqual([before, {}]);
  });

  test('a file that contains another private key is an error even if the key was found elsewhere', async () => {
    await using step = await openWithPair();
    step.keysElsewhere.set('elsewhere', PrivateKey.parse(key.pem));
    writeFileSync(keyFile(step), otherKey.pem);
    const before = step.snapshot();
    await expect(run.execute(step, { sources: [elsewhere, atPath] })).rejects.toMatchObject({
      code: 'PRIVATE_KEY_OF_ANOTHER_PAIR',
      message: expect.stringContaining('key.pem'),
    });
    expect([step.snapshot(), step.outputs, step.masks]).toEqual([before, {}, []]);
  });

  test('a missing file is an error if the private key is nowhere else', async () => {
    await using step = await openWithPair();
    const before = step.snapshot();
    await expect(run.execute(step)).rejects.toMatchObject({
      code: 'PRIVATE_KEY_NOT_HERE',
      message: expect.stringContaining('private-key-path: key.pem does not exist'),
    });
    expect([step.snapshot(), step.outputs]).toEqual([before, {}]);
  });

  test('a missing file is written if the private key was found elsewhere, after its masks are registered', async () => {
    await using step = await openWithPair();
    const before = step.snapshot();
    step.keysElsewhere.set('elsewhere', PrivateKey.parse(key.pem));
    const texts: string[] = [];
    step.breakAt = (event) => {
      if (event === 'registered masks') texts.push(...Object.values(step.snapshot()));
      return false;
    };
    expect((await run.preview(step)).actions.map(({ text }) => text)).toContain(
      `write the private key to ${keyFile(step)} (pem)`,
    );
    expect(step.snapshot()).toEqual(before);
    await run.execute(step);
    expect(readFileSync(keyFile(step), 'utf8')).toBe(key.pem);
    expect(texts.filter((text) => text.includes('PRIVATE KEY'))).toEqual([]);
    expect(step.events.filter((event) => !event.startsWith('ec2'))).toEqual([
      'intended file',
      'held file',
      'registered masks',
      'held file',
      'set outputs',
    ]);
    expect(step.outputs['private-key-path']).toBe(keyFile(step).replaceAll(path.sep, '/'));
    expect(step.leftToPost()).toEqual(['file']);
    await step.post();
    expect(step.snapshot()).toEqual(before);
  });

  test.each(['registered masks', 'set output private-key', 'set outputs'])(
    'a file that was written for a key from elsewhere is deleted if the step fails at "%s"',
    async (broken) => {
      await using step = await openWithPair();
      const before = step.snapshot();
      step.keysElsewhere.set('elsewhere', PrivateKey.parse(key.pem));
      step.breakAt = (event) => event === broken;
      await expect(run.execute(step, { destinations: [fileAt('keys/key.pem'), output] })).rejects.toThrow(
        `broken at ${broken}`,
      );
      expect(step.events).toContain('held file');
      expect([step.snapshot(), step.leftToPost(), step.outputs]).toEqual([before, [], {}]);
    },
  );
});

describe('when a key pair is created, an existing file is an error, and left untouched,', () => {
  test.each<[name: string, plan: (step: TestStep) => Promise<unknown>]>([
    ['create', (step) => create.plan({ ...plainCreate, destinations: [fileAt('key.pem')] }, step)],
    ['ensure', (step) => ensure.plan(ensureRequest(), step)],
  ])('by %s', async (___, plan) => {
    await using step = await openTestStep();
    writeFileSync(keyFile(step), key.pem);
    const before = step.snapshot();
    await expect(plan(step)).rejects.toMatchObject({
      code: 'PATH_TAKEN',
      message: `${keyFile(step)} already exists (a file). It was left untouched.`,
    });
    expect(step.snapshot()).toEqual(before);
    expect(step.events.filter((event) => event !== 'ec2 describe')).toEqual([]);
  });
});
