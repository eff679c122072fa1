import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { destinationKinds } from '../../../src/destinations/kinds.ts';
import { type OutputRecord, openOutput, releaseOutput } from '../../../src/destinations/output.ts';
import { outputFile, setOutput } from '../../../src/runner/outputs.ts';
import { createJobFolders, type TestFolders, tree } from '../../lib/job-folders.ts';
import { keyPairId } from '../../lib/key-pair-id.ts';
import { NotedClaims } from '../../lib/noted-claims.ts';
import { createMaskedKey } from './masked-key.ts';

const before = process.env['GITHUB_OUTPUT'];

afterEach(() => {
  if (before === undefined) delete process.env['GITHUB_OUTPUT'];
  else process.env['GITHUB_OUTPUT'] = before;
});

function createOutputFile(folder: string): string {
  const file = path.join(folder, 'set_output_f00d');
  writeFileSync(file, '');
  process.env['GITHUB_OUTPUT'] = file;
  return file;
}

/** The output with the runner's own functions. */
function openWithRunner() {
  return openOutput(
    { kind: 'output', required: true },
    { keyName: 'deploy', lifetime: 'job', publicKey: undefined, nonce: undefined },
    { outputFile, setOutput, userId: process.geteuid?.() },
  );
}

describe('the output private-key', () => {
  test("is written to the runner's file after its claim", async () => {
    await using job = await createJobFolders();
    const file = createOutputFile(job.temp);
    const claims = new NotedClaims<OutputRecord>();
    const { key, pem } = await createMaskedKey();
    const reservation = await (await openWithRunner()).reserve(claims);
    expect([claims.events, readFileSync(file, 'utf8')]).toEqual([['intended output (job)'], '']);
    const delivered = await reservation.deliver(key, keyPairId);
    const [first = '', ...lines] = readFileSync(file, 'utf8').split('\n');
    const delimiter = first.replace('private-key<<', '');
    expect(lines.slice(0, lines.indexOf(delimiter)).join('\n')).toBe(pem);
    expect(claims.records).toEqual([{ kind: 'output', path: file, filled: true }]);
    expect(delivered).toEqual({
      label: 'Private key output',
      where: 'private-key',
      until: 'masked, for this job only',
      outlivesJob: false,
      outputs: {},
      warnings: [],
    });
  });

  test("is kept from other users: the runner's file is closed to them before there is a key", async () => {
    await using job = await createJobFolders();
    const file = createOutputFile(job.temp);
    chmodSync(file, 0o666);
    const { key } = await createMaskedKey();
    const reservation = await (await openWithRunner()).reserve(new NotedClaims());
    expect([statSync(file).mode & 0o777, readFileSync(file, 'utf8')]).toEqual([0o600, '']);
    await reservation.deliver(key, keyPairId);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test.each<[what: string, put: (file: string, job: TestFolders) => void, code: string]>([
    ['is gone', (file) => rmSync(file), 'ENOENT'],
    [
      'is a link',
      (file, { outside }) => {
        rmSync(file);
        writeFileSync(path.join(outside, 'theirs'), '', { mode: 0o644 });
        symlinkSync(path.join(outside, 'theirs'), file);
      },
      'ELOOP',
    ],
  ])("is refused before there is a key if the runner's file %s", async (_, put, code) => {
    await using job = await createJobFolders();
    put(createOutputFile(job.temp), job);
    const before = tree(job.outside);
    const destination = await openWithRunner();
    await expect(destination.reserve(new NotedClaims())).rejects.toMatchObject({
      code: 'RUNNER_FILE_NOT_WRITABLE',
      message: `Cannot write the runner's file for outputs (${code}).`,
    });
    expect(tree(job.outside)).toEqual(before);
  });

  test("is neither claimed nor printed without the runner's file", async () => {
    delete process.env['GITHUB_OUTPUT'];
    const claims = new NotedClaims<OutputRecord>();
    const destination = await openWithRunner();
    await expect(destination.reserve(claims)).rejects.toMatchObject({ code: 'NO_RUNNER' });
    expect(claims.events).toEqual([]);
  });
});

describe('a release', () => {
  test("empties the runner's file, which any later step could read", async () => {
    await using job = await createJobFolders();
    const file = createOutputFile(job.temp);
    writeFileSync(file, 'private-key<<x\nMIIE\nx\n');
    expect(await releaseOutput({ kind: 'output', path: file })).toEqual({
      outcome: 'done',
      said: "Removed the private key from the step's output file.",
    });
    expect(readFileSync(file, 'utf8')).toBe('');
  });

  test.each<[what: string, put: (file: string) => void]>([
    ['nothing', () => {}],
    ['an empty file', (file) => writeFileSync(file, '')],
  ])('says that the key is already gone where there is %s', async (_, put) => {
    await using job = await createJobFolders();
    const file = path.join(job.temp, 'output');
    put(file);
    expect(await releaseOutput({ kind: 'output', path: file })).toEqual({
      outcome: 'already-gone',
      what: "the private key in the step's output file",
    });
  });

  test.each<[what: string, put: (file: string) => void]>([
    ['a folder', (file) => mkdirSync(file)],
    ['a pipe that no one reads', (file) => execFileSync('mkfifo', [file])],
    ['a link', (file) => symlinkSync('/nowhere', file)],
  ])('names %s that is there, unless the key was never written', async (_, put) => {
    await using job = await createJobFolders();
    const file = path.join(job.temp, 'output');
    put(file);
    expect(await releaseOutput({ kind: 'output', path: file, filled: true })).toEqual({
      outcome: 'left',
      what: "the private key in the step's output file",
      why: `something that is not a regular file is at ${file} now`,
    });
    expect(await releaseOutput({ kind: 'output', path: file })).toMatchObject({ outcome: 'done' });
  });

  test('creates no file', async () => {
    await using job = await createJobFolders();
    const record = { kind: 'output', path: path.join(job.temp, 'gone') } as const;
    await releaseOutput(record);
    expect(() => readFileSync(record.path)).toThrow();
  });

  test('follows no link, and says that something is left', async () => {
    await using job = await createJobFolders();
    const precious = path.join(job.outside, 'precious');
    writeFileSync(precious, 'precious');
    symlinkSync(precious, path.join(job.temp, 'link'));
    const record = { kind: 'output', path: path.join(job.temp, 'link'), filled: true } as const;
    expect(await releaseOutput(record)).toEqual({
      outcome: 'left',
      what: "the private key in the step's output file",
      why: `something that is not a regular file is at ${record.path} now`,
    });
    expect(readFileSync(precious, 'utf8')).toBe('precious');
  });
});

describe('an output record', () => {
  const { parse } = destinationKinds.output;
  const record = { kind: 'output', path: '/w/out' };

  test('is read back from JSON unchanged', () => {
    expect(parse(JSON.parse(JSON.stringify(record)))).toEqual(record);
  });

  test.each([
    { ...record, path: 'out' },
    { ...record, path: 7 },
    { ...record, kind: 'file' },
    { kind: 'output' },
  ])('is not read from %j', (wrong) => {
    expect(parse(wrong)).toBeUndefined();
  });

  test('is not read from any other value', () => {
    fc.assert(fc.property(fc.anything(), (value) => parse(value) === undefined));
  });
});
