import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { endAgents } from '../../../src/runner/child-processes.ts';

// Other systems do not show the arguments of processes in files.
const testOnLinux = process.platform === 'linux' ? test : test.skip;

let folder = '';
const agents: ChildProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ec2-key-pair-unit-'));
});

afterEach(() => {
  for (const agent of agents.splice(0)) agent.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

async function startAgent(name: string, ...options: readonly string[]): Promise<ChildProcess> {
  const socket = path.join(folder, name);
  const agent = spawn('ssh-agent', [...options, '-a', socket], { stdio: 'ignore' });
  agents.push(agent);
  for (let looks = 0; looks < 500 && !existsSync(socket); looks += 1) await wait(10);
  return agent;
}

testOnLinux('Of all agents, only that at the socket is ended, and it is gone afterwards', async () => {
  const [own, other, daemon] = [
    await startAgent('own', '-D'),
    await startAgent('other', '-D'),
    // Someone else's, which was not started as this action starts one.
    await startAgent('own-2', '-d'),
  ];

  expect(await endAgents(path.join(folder, 'own'))).toBe(true);
  if (own.signalCode === null && own.exitCode === null) await once(own, 'exit');
  expect([other, daemon].map(({ exitCode, signalCode }) => exitCode ?? signalCode)).toEqual([null, null]);
  expect(await endAgents(path.join(folder, 'own-2'))).toBe(false);
});

function isStopped(pid: number | undefined): boolean {
  return /\) T /.test(readFileSync(path.join('/proc', String(pid), 'stat'), 'utf8'));
}

testOnLinux('An agent that does not react is killed', async () => {
  const agent = await startAgent('own', '-D');
  agent.kill('SIGSTOP');
  // Of two signals that are pending, the kernel delivers SIGTERM first.
  while (!isStopped(agent.pid)) await wait(5);

  expect(await endAgents(path.join(folder, 'own'))).toBe(true);
  if (agent.signalCode === null) await once(agent, 'exit');
  expect(agent.signalCode).toBe('SIGKILL');
});
