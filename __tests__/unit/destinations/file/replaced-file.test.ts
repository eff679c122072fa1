import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { releaseReplacedFile } from '../../../../src/destinations/file/replaced-file-claim.ts';
import {
  parseReplacedFileRecord,
  type ReplacedFileRecord,
} from '../../../../src/destinations/file/replaced-file-record.ts';
import { createJobFolders, type TestFolders, tree } from '../../../lib/job-folders.ts';

/** A replacement whose old file is kept beside the path. */
function replacement({ workspace }: TestFolders): ReplacedFileRecord {
  const folder = path.join(workspace, 'keys');
  mkdirSync(folder);
  const kept = path.join(folder, `.ec2-key-pair-old-${'0'.repeat(16)}`);
  return { kind: 'replaced-file', path: path.join(folder, 'key.pem'), kept };
}

describe('the release of a replaced file', () => {
  test('puts the old file back if there is none at its path', async () => {
    await using job = await createJobFolders();
    const record = replacement(job);
    writeFileSync(record.kept, 'old');
    expect(releaseReplacedFile(record)).toEqual({
      outcome: 'done',
      said: `The old private key file ${record.path} was put back.`,
      undone: `Because the step failed, the old private key file ${record.path} was put back.`,
    });
    expect(tree(job.workspace)).toEqual(['keys 755', 'keys/key.pem 644']);
    expect(readFileSync(record.path, 'utf8')).toBe('old');
  });

  test('deletes the old file if the key pair has its new key', async () => {
    await using job = await createJobFolders();
    const record = replacement(job);
    writeFileSync(record.kept, 'old');
    writeFileSync(record.path, 'new');
    expect(releaseReplacedFile({ ...record, over: true })).toMatchObject({ outcome: 'done' });
    expect(tree(job.workspace)).toEqual(['keys 755', 'keys/key.pem 644']);
    expect(readFileSync(record.path, 'utf8')).toBe('new');
  });

  test('keeps the old file beside whatever another process put at its path, because its key may be the one in use', async () => {
    await using job = await createJobFolders();
    const record = replacement(job);
    writeFileSync(record.kept, 'old');
    writeFileSync(record.path, 'of a later step');
    expect(releaseReplacedFile(record)).toEqual({
      outcome: 'left',
      what: `the old private key file of ${record.path}, which is at ${record.kept}`,
      why: 'another file is at its path',
      hint: `If it is still needed, free the path, and put it back: mv -n ${record.kept} ${record.path}`,
    });
    expect([record.kept, record.path].map((file) => readFileSync(file, 'utf8'))).toEqual([
      'old',
      'of a later step',
    ]);
  });

  test('leaves everything as it is if the old file was never moved, or was put back', async () => {
    await using job = await createJobFolders();
    const record = replacement(job);
    writeFileSync(record.path, 'old');
    expect(releaseReplacedFile(record)).toMatchObject({ outcome: 'already-gone' });
    expect(readFileSync(record.path, 'utf8')).toBe('old');
  });

  test('says how to delete the old file if it could not', async () => {
    await using job = await createJobFolders();
    const record = replacement(job);
    mkdirSync(record.kept);
    writeFileSync(record.path, 'new');
    expect(releaseReplacedFile({ ...record, over: true })).toMatchObject({
      outcome: 'left',
      command: `rm -f ${record.kept}`,
    });
  });

  test('says how to put the file back if it could not', async () => {
    await using job = await createJobFolders();
    const record = replacement(job);
    writeFileSync(record.kept, 'old');
    const target = path.join(path.dirname(record.path), 'missing', 'key.pem');
    expect(releaseReplacedFile({ ...record, path: target })).toMatchObject({
      outcome: 'left',
      hint: `To put it back: mv -n ${record.kept} ${target}`,
    });
  });
});

test('The record of a replaced file is read back only if the kept file can be one of this action', () => {
  const record = {
    ...{ kind: 'replaced-file', path: '/keys/key.pem' },
    kept: `/keys/.ec2-key-pair-old-${'a'.repeat(16)}`,
  };
  expect(parseReplacedFileRecord(record)).toEqual(record);
  expect(parseReplacedFileRecord({ ...record, over: true })).toEqual({ ...record, over: true });
  for (const kept of ['/etc/passwd', '/keys/id_rsa', `/other/.ec2-key-pair-old-${'a'.repeat(16)}`]) {
    expect(parseReplacedFileRecord({ ...record, kept })).toBeUndefined();
  }
});
