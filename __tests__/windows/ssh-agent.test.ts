import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, jest, test } from '@jest/globals';
import { sshFile } from '../../src/destinations/agent/ssh-files.ts';
import { commandLines } from '../../src/runner/command-lines.ts';
import { openPlainStep } from '../lib/plain-step.ts';

/** Milliseconds: PowerShell starts slowly. A limit, not an expectation. */
jest.setTimeout(180_000);

const inputs = { 'key-type': 'ed25519', 'private-key-path': 'none', 'ssh-agent': 'true' };

/** The public keys in an agent, as Git's `ssh-add -L` lists them. */
async function keysIn(socket: string): Promise<string[]> {
  const environment = { PATH: process.env['PATH'] ?? '' };
  const { stdout } = await promisify(execFile)(sshFile('ssh-add', { environment, socket }), ['-L'], {
    env: { ...environment, SSH_AUTH_SOCK: socket },
  });
  return stdout.split(/\r?\n/).filter((line) => line !== '');
}

/** The IDs of the agents of this action. */
async function agents(): Promise<number[]> {
  const all = await commandLines();
  return all.filter(({ text }) => text.includes('ssh-agent-')).map(({ pid }) => pid);
}

test("A step adds the private key to an agent of Git, and the post step ends the agent's process", async () => {
  await using step = await openPlainStep();
  const before = await agents();
  const main = await step.main(inputs);
  expect([main.status, main.stdout]).toEqual([0, expect.not.stringContaining('::error')]);

  const socket = main.variables['SSH_AUTH_SOCK'] ?? '';
  expect(await keysIn(socket)).toEqual([expect.stringMatching(/^ssh-ed25519 \S+ /)]);
  expect(await agents()).toHaveLength(before.length + 1);

  const post = await step.post();
  expect([post.status, post.stdout]).toEqual([0, expect.stringContaining('Stopped the SSH agent')]);
  expect([await agents(), existsSync(path.dirname(socket))]).toEqual([before, false]);
});

test('A step runs the programs of Git, not programs of the same name in the workspace', async () => {
  await using step = await openPlainStep();
  for (const name of ['ssh-add', 'ssh-agent']) {
    for (const ending of ['exe', 'com', 'cmd']) {
      await writeFile(path.join(step.workspace, `${name}.${ending}`), 'not a program');
    }
  }
  expect((await step.main(inputs)).status).toBe(0);
  expect((await step.post()).stdout).toContain('Stopped the SSH agent');
});
