import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { RepositoryCopy } from '../../../mutants/repository-copy.ts';
import '../../lib/one-realm.ts';

let repository: string;
beforeEach(() => {
  repository = mkdtempSync(path.join(tmpdir(), 'ec2-key-pair-repository-'));
  writeFileSync(path.join(repository, 'door.ts'), 'close();');
});
afterEach(() => rmSync(repository, { recursive: true }));

test('a copy has a mutant only while work is done, and goes away', async () => {
  const copy = await RepositoryCopy.of(repository);
  const text = () => readFileSync(path.join(copy.root, 'door.ts'), 'utf8');
  await copy.with({ name: 'the door stays open', file: 'door.ts', find: 'close();' }, async () =>
    expect(text()).toBe(''),
  );
  expect(text()).toBe('close();');
  await copy[Symbol.asyncDispose]();
  expect(existsSync(path.dirname(copy.root))).toBe(false);
});

test('tests that become other users can enter the folder for what a run writes', async () => {
  const umask = process.umask(0o077);
  try {
    await using copy = await RepositoryCopy.of(repository);
    const folders = [path.dirname(copy.aside), copy.aside];
    expect(folders.map((folder) => statSync(folder).mode & 0o001)).toEqual([1, 1]);
  } finally {
    process.umask(umask);
  }
});
