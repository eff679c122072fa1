import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { outputDestination } from '../../../src/destinations/output.ts';
import { type OutputRecord, outputClaims } from '../../../src/destinations/output-claim.ts';
import { makeJobFolders } from '../../lib/job-folders.ts';
import { NotedClaims } from '../../lib/noted-claims.ts';
import { maskedKey } from './file/writing.ts';

const before = process.env['GITHUB_OUTPUT'];

afterEach(() => {
  if (before === undefined) delete process.env['GITHUB_OUTPUT'];
  else process.env['GITHUB_OUTPUT'] = before;
});

function outputFileIn(folder: string): string {
  const file = path.join(folder, 'set_output_f00d');
  writeFileSync(file, '');
  process.env['GITHUB_OUTPUT'] = file;
  return file;
}

test('the key goes into the runner’s file, after the claim of it', async () => {
  await using job = await makeJobFolders();
  const file = outputFileIn(job.temp);
  const claims = new NotedClaims<OutputRecord>();
  const { key, pem } = await maskedKey();
  const reservation = await outputDestination(claims).reserve();
  expect([claims.events, readFileSync(file, 'utf8')]).toEqual([['intended output (job)'], '']);
  await reservation.deliver(key);
  const [first = '', ...lines] = readFileSync(file, 'utf8').split('\n');
  const delimiter = first.replace('private-key<<', '');
  expect(lines.slice(0, lines.indexOf(delimiter)).join('\n')).toBe(pem);
  expect(claims.records).toEqual([{ kind: 'output', path: file }]);
});

test('without the runner’s file there is no output, and nothing is printed in its place', async () => {
  delete process.env['GITHUB_OUTPUT'];
  const claims = new NotedClaims<OutputRecord>();
  await expect(outputDestination(claims).reserve()).rejects.toMatchObject({ code: 'NO_RUNNER' });
  expect(claims.events).toEqual([]);
});

describe('a release', () => {
  test('empties the runner’s file, which any later step could read', async () => {
    await using job = await makeJobFolders();
    const file = outputFileIn(job.temp);
    writeFileSync(file, 'private-key<<x\nMIIE\nx\n');
    expect(await outputClaims.release({ kind: 'output', path: file })).toMatchObject({ outcome: 'removed' });
    expect(readFileSync(file, 'utf8')).toBe('');
  });

  test('of a file that is gone makes none', async () => {
    await using job = await makeJobFolders();
    const record = { kind: 'output', path: path.join(job.temp, 'gone') } as const;
    expect(await outputClaims.release(record)).toMatchObject({ outcome: 'already-gone' });
    expect(() => readFileSync(record.path)).toThrow();
  });

  test('of a file in whose place stands a folder finds nothing of ours', async () => {
    await using job = await makeJobFolders();
    expect(await outputClaims.release({ kind: 'output', path: job.temp })).toMatchObject({
      outcome: 'already-gone',
    });
  });

  test('follows no link, and says that something is left', async () => {
    await using job = await makeJobFolders();
    const precious = path.join(job.outside, 'precious');
    writeFileSync(precious, 'precious');
    symlinkSync(precious, path.join(job.temp, 'link'));
    const record = { kind: 'output', path: path.join(job.temp, 'link') } as const;
    expect(await outputClaims.release(record)).toMatchObject({ outcome: 'left' });
    expect(readFileSync(precious, 'utf8')).toBe('precious');
  });
});

test('a record is read back from JSON as it was, and nothing else is one', () => {
  const record = { kind: 'output', path: '/w/out' };
  expect(outputClaims.parse(JSON.parse(JSON.stringify(record)))).toEqual(record);
  for (const wrong of [{ ...record, path: 'out' }, { ...record, kind: 'file' }, { kind: 'output' }]) {
    expect(outputClaims.parse(wrong)).toBeUndefined();
  }
  fc.assert(fc.property(fc.anything(), (value) => outputClaims.parse(value) === undefined));
});
