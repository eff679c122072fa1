import { globSync, readFileSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { archiveAction, unpackAction } from '../../scripts/archive.ts';
import {
  actionFolder,
  keyLeaks,
  keyPairStep,
  openScenario,
  operationsSent,
  postOf,
} from '../lib/scenario.ts';

let folder = '';
let archive = '';
let unpacked = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'ec2-key-pair-archive-'));
  archive = await archiveAction(actionFolder, folder);
  unpacked = path.join(folder, 'unpacked');
  await unpackAction(archive, unpacked);
}, 60_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Paths of the files in the archive. */
function files(): string[] {
  return globSync('**/*', { cwd: unpacked, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(unpacked, path.join(entry.parentPath, entry.name)));
}

describe('The archive that the runner downloads in every job', () => {
  test('runs: the jobs of the demo create a key pair, hide its private key, and delete it', async () => {
    await using scenario = await openScenario();
    const print = { name: 'print', run: 'cat "${{ steps.key.outputs.private-key-path }}"' };
    const fail = { name: 'fail', run: 'exit 1' };

    for (const [steps, conclusion] of [
      [[keyPairStep(), print], 'success'],
      [[keyPairStep(), fail], 'failure'],
    ] as const) {
      const run = await scenario.run(steps, { actions: { './': unpacked } });
      expect(run.conclusion).toBe(conclusion);
      expect(postOf(run).log.join('\n')).toContain('Deleted key pair');
      expect(keyLeaks(run, scenario)).toEqual([]);
    }
    expect(operationsSent(scenario.aws).filter((name) => name === 'CreateKeyPair')).toHaveLength(2);
    expect(scenario.aws.keyPairs('eu-west-1')).toEqual([]);
  });

  test('has the files of dist as they are, and nothing that only developers need', () => {
    const built = globSync('dist/*', { cwd: actionFolder });
    expect(files().filter((file) => path.dirname(file) === 'dist')).toEqual(expect.arrayContaining(built));
    for (const file of built) {
      expect(readFileSync(path.join(unpacked, file))).toEqual(readFileSync(path.join(actionFolder, file)));
    }
    expect([...new Set(files().map((file) => file.split(path.sep)[0]))].sort()).toEqual([
      'CONTRIBUTING.md',
      'LICENSE',
      'README.md',
      'SECURITY.md',
      'action.yml',
      'dist',
      'docs',
    ]);
  });

  test('is small', () => {
    expect(statSync(archive).size).toBeLessThan(390_000);
    expect(files().length).toBeLessThan(95);
  });

  test('has everything that README and docs/ link to in the repository', () => {
    const pages = files().filter((file) => file === 'README.md' || /^docs\b.*\.md$/.test(file));
    const targets = pages.flatMap((page) =>
      [...readFileSync(path.join(unpacked, page), 'utf8').matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(
        ([, target = '']) => path.join(path.dirname(page), target),
      ),
    );
    expect(targets.length).toBeGreaterThan(20);
    const missing = targets.filter(
      (target) => !files().some((file) => file === target || file.startsWith(`${target}/`)),
    );
    expect(missing).toEqual([]);
  });
});
