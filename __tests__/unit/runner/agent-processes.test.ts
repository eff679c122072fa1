import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { endAgents } from '../../../src/runner/agent-processes.ts';
import { commandLines } from '../../../src/runner/command-lines.ts';

let folder = '';
const children: ChildProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ec2-key-pair-unit-'));
  writeFileSync(path.join(folder, 'ssh-agent'), program, { mode: 0o755 });
});

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

/** A stand-in for ssh-agent, which does not react to SIGTERM if its socket is called `deaf`. */
const program = `#!${process.execPath}
const socket = process.argv[4];
if (socket.endsWith('deaf')) process.on('SIGTERM', () => {});
require('node:fs').writeFileSync(socket, '');
setTimeout(() => {}, 60_000);
`;

async function startAgent(socket: string, option = '-D'): Promise<ChildProcess> {
  const file = path.join(folder, socket);
  const agent = spawn(path.join(folder, 'ssh-agent'), [option, '-a', file], { stdio: 'ignore' });
  children.push(agent);
  for (let looks = 0; looks < 500 && !existsSync(file); looks += 1) await wait(10);
  return agent;
}

/** A process that only waits, so that it can be listed under any command line. */
function startOther(): ChildProcess {
  const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)'], { stdio: 'ignore' });
  children.push(child);
  return child;
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

async function untilEnded(child: ChildProcess): Promise<void> {
  if (!hasEnded(child)) await once(child, 'exit');
}

describe('Processes of this machine', () => {
  test('Of all agents, only that at the socket is ended, and it is gone afterwards', async () => {
    const [own, other, daemon] = [
      await startAgent('own'),
      await startAgent('other'),
      // Someone else's, which was not started as this action starts one.
      await startAgent('own-2', '-d'),
    ];

    expect(await endAgents(path.join(folder, 'own'))).toBe(true);
    await untilEnded(own);
    expect([other, daemon].map(hasEnded)).toEqual([false, false]);
    expect(await endAgents(path.join(folder, 'own-2'))).toBe(false);
  });

  test('An agent that does not react is killed', async () => {
    const agent = await startAgent('deaf');
    expect(await endAgents(path.join(folder, 'deaf'))).toBe(true);
    await untilEnded(agent);
    expect(agent.signalCode).toBe('SIGKILL');
  });

  test('are listed with all arguments, however long they are', async () => {
    const long = 'x'.repeat(3_000);
    const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)', long, 'end'], {
      stdio: 'ignore',
    });
    children.push(child);
    const listed = (await commandLines()).find(({ pid }) => pid === child.pid);
    expect(listed?.text.endsWith(` ${long} end`)).toBe(true);
  });
});

describe('A command line', () => {
  const socket = String.raw`D:\a b\_temp\ssh-agent-0123abcd\socket`;

  /** Whether a process with this command line is ended. */
  async function isEnded(text: string): Promise<boolean> {
    const child = startOther();
    const found = await endAgents(socket, async () =>
      hasEnded(child) ? [] : [{ pid: child.pid ?? 0, text }],
    );
    if (found) await untilEnded(child);
    expect(hasEnded(child)).toBe(found);
    return found;
  }

  test.each([
    `ssh-agent -D -a ${socket}`,
    `/usr/bin/ssh-agent -D -a ${socket}`,
    String.raw`"C:\Program Files\Git\usr\bin\ssh-agent.exe" -D -a "${socket}"`,
    String.raw`C:\Git\usr\bin\SSH-AGENT.EXE -D -a "${socket}"`,
  ])('%s is that of the agent', async (text) => {
    expect(await isEnded(text)).toBe(true);
  });

  test.each([
    `ssh-agent -d -a ${socket}`,
    `ssh-agent -D -a ${socket}-2`,
    `ssh-agent -D -a ${socket} -t 60`,
    `ssh-agent -D -a ${socket.replace('0123abcd', '0123abce')}`,
    `not-ssh-agent -D -a ${socket}`,
    `my ssh-agent.exe.bak -D -a ${socket}`,
    ` -D -a ${socket}`,
    '',
  ])('%s is not', async (text) => {
    expect(await isEnded(text)).toBe(false);
  });
});

test('A process that cannot be ended is told as left', async () => {
  const text = 'ssh-agent -D -a /temp/ssh-agent-0123abcd/socket';
  // Nothing has this ID: signals to it fail.
  const list = async () => [{ pid: 2 ** 30, text }];
  expect(await endAgents('/temp/ssh-agent-0123abcd/socket', list)).toBe(false);
});
