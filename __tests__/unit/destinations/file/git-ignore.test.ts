import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { isIgnored } from '../../../../src/destinations/file/git-ignore.ts';
import { workTreeOf } from '../../../../src/destinations/file/git-work-tree.ts';
import { createJobFolders, type TestFolders } from '../../../lib/job-folders.ts';

/** Runs git without the settings of the machine. */
function git({ home, workspace }: TestFolders, ...args: readonly string[]): string {
  const env = { PATH: process.env['PATH'], HOME: home, GIT_CONFIG_NOSYSTEM: '1', XDG_CONFIG_HOME: home };
  return execFileSync('git', args, { cwd: workspace, env, encoding: 'utf8', stdio: 'pipe' });
}

/** What `git add -A` would not take, and what the action says of it. */
async function compared(file: string, job: TestFolders): Promise<{ git: boolean; action: boolean }> {
  let ofGit = true;
  try {
    git(job, 'check-ignore', '--quiet', '--no-index', file);
  } catch {
    ofGit = false;
  }
  const workTree = await workTreeOf(job.workspace);
  if (workTree === undefined) throw new Error('no work tree');
  return { git: ofGit, action: await isIgnored(path.join(job.workspace, file), workTree) };
}

/** Files with patterns, and paths with whether git ignores them. */
const repositories: readonly (readonly [
  name: string,
  patterns: Readonly<Record<string, string>>,
  paths: Readonly<Record<string, boolean>>,
])[] = [
  ['no patterns', {}, { 'key.pem': false, '.keys/id.pem': false }],
  [
    'a folder',
    { '.gitignore': '.keys/\n' },
    { '.keys/id.pem': true, 'a/.keys/b/id.pem': true, '.keys': false, 'x.keys/id.pem': false },
  ],
  ['an anchored folder', { '.gitignore': '/keys\n' }, { 'keys/id.pem': true, 'a/keys/id.pem': false }],
  [
    'a suffix, with an exception',
    { '.gitignore': '*.pem\n!deploy.pem\n' },
    { 'id.pem': true, 'a/id.pem': true, 'deploy.pem': false, 'a/deploy.pem': false },
  ],
  [
    'an exception in an ignored folder, which has no effect',
    { '.gitignore': 'keys/\n!keys/id.pem\n' },
    { 'keys/id.pem': true },
  ],
  [
    'an inner file, which overrules the outer one',
    { '.gitignore': '*.pem\n', 'a/.gitignore': '!*.pem\n', 'a/b/.gitignore': 'id.pem\n' },
    { 'id.pem': true, 'a/id.pem': false, 'a/b/id.pem': true, 'a/b/x.pem': false },
  ],
  [
    'an inner file that brings back a folder',
    { '.gitignore': 'build/\n', 'a/.gitignore': '!build/\n' },
    { 'build/id.pem': true, 'a/build/id.pem': false, 'a/build/c/id.pem': false },
  ],
  [
    'patterns in .git/info/exclude, which .gitignore overrules',
    { '.git/info/exclude': '*.pem\n*.key\n', '.gitignore': '!id.pem\n' },
    { 'id.pem': false, 'x.pem': true, 'a/x.key': true },
  ],
  [
    'comments, spaces, classes, double stars, CRLF and a BOM',
    { '.gitignore': '\uFEFF# a comment\r\n\r\nk[ef]y.pem  \r\na/**/z.pem\r\n\\#x\r\n**/q\r\n' },
    { 'key.pem': true, 'kgy.pem': false, 'a/z.pem': true, 'a/b/c/z.pem': true, '#x': true, 'b/q/id': true },
  ],
  ['another case', { '.gitignore': 'KEYS/\n' }, { 'keys/id.pem': false, 'KEYS/id.pem': true }],
  ['everything', { '.gitignore': '*\n!.gitignore\n' }, { 'id.pem': true, 'a/b': true, '.gitignore': false }],
];

test.each(repositories)('with %s, the action knows what git ignores', async (_, patterns, paths) => {
  await using job = await createJobFolders();
  git(job, 'init', '--quiet', '.');
  // As on Linux, on all systems.
  git(job, 'config', 'core.ignoreCase', 'false');
  for (const [file, text] of Object.entries(patterns)) {
    mkdirSync(path.join(job.workspace, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(job.workspace, file), text);
  }
  for (const [file, ignored] of Object.entries(paths)) {
    expect([file, await compared(file, job)]).toEqual([file, { git: ignored, action: ignored }]);
  }
});

test('patterns behind a symbolic link do not count, as for git', async () => {
  await using job = await createJobFolders();
  git(job, 'init', '--quiet', '.');
  writeFileSync(path.join(job.outside, 'patterns'), '*.pem\n');
  symlinkSync(path.join(job.outside, 'patterns'), path.join(job.workspace, '.gitignore'));
  expect(await compared('id.pem', job)).toEqual({ git: false, action: false });
});

test('a folder in the place of .gitignore has no patterns', async () => {
  await using job = await createJobFolders();
  git(job, 'init', '--quiet', '.');
  mkdirSync(path.join(job.workspace, '.gitignore'));
  expect(await compared('id.pem', job)).toEqual({ git: false, action: false });
});

test('case does not matter where git was told so', async () => {
  await using job = await createJobFolders();
  git(job, 'init', '--quiet', '.');
  git(job, 'config', 'core.ignorecase', 'true');
  writeFileSync(path.join(job.workspace, '.gitignore'), 'KEYS/\n');
  expect(await compared('keys/id.pem', job)).toEqual({ git: true, action: true });
});

test('an added work tree has the excluded paths of its repository', async () => {
  await using job = await createJobFolders();
  git(job, 'init', '--quiet', '.');
  git(job, '-c', 'user.name=a', '-c', 'user.email=a@b', 'commit', '--quiet', '--allow-empty', '-m', 'x');
  const added = path.join(job.outside, 'added');
  git(job, 'worktree', 'add', '--quiet', added);
  appendFileSync(path.join(job.workspace, '.git/info/exclude'), '*.pem\n');
  expect(await compared('id.pem', { ...job, workspace: added })).toEqual({ git: true, action: true });
});
