import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { endStep } from '../../../src/runner/running-main.ts';
import { stateOfMain } from '../../../src/runner/state-of-main.ts';
import { thisProcess } from '../../../src/runner/step-process.ts';

const before = { ...process.env };
let folder = '';
let file = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ec2-key-pair-unit-'));
  file = path.join(folder, 'save_state');
  process.env['GITHUB_ACTION'] = 'key';
});

afterEach(() => {
  process.env = { ...before };
  rmSync(folder, { recursive: true });
});

/** Start of a process in clock ticks (proc(5)); empty if there is no such process. */
function startOf(pid: number | undefined): string {
  return /\) (?:\S+ ){19}(\S+)/.exec(readFileSync(`/proc/${pid}/stat`, 'latin1'))?.[1] ?? '';
}

/** Starts a process that runs until it is ended, and that ignores a signal. */
async function startChild(ignored = ''): Promise<ChildProcess> {
  const code = `process.on('${ignored || 'SIGUSR2'}', () => {}); setInterval(() => {}, 1000); console.log('up')`;
  const child = spawn(process.execPath, ['-e', code], { stdio: ['ignore', 'pipe', 'ignore'], env: {} });
  if (child.stdout !== null) await once(child.stdout, 'data');
  return child;
}

describe('A main that is still running when post runs', () => {
  test.each(['', 'SIGTERM'])('is ended first, even if it ignores the signal %j', async (ignored) => {
    const child = await startChild(ignored);
    const { pid = 0 } = child;
    const exited = once(child, 'exit');
    process.env['STATE_main-process'] = JSON.stringify({ pid, startedAt: startOf(pid), stateFile: file });
    writeFileSync(file, 'claim-1-held<<x\n{"late":true}\nx\nclaim-2-intended<<y\n{"cut":');
    const entries = await stateOfMain();
    await exited;
    expect(child.signalCode).toBe(ignored === '' ? 'SIGTERM' : 'SIGKILL');
    expect(entries.get('claim-1-held')).toBe('{"late":true}');
    expect(entries.has('claim-2-intended')).toBe(false);
  });

  test('is not confused with another process that has the same number now', async () => {
    const child = await startChild();
    const { pid = 0 } = child;
    try {
      for (const startedAt of ['1', '', String(Number(startOf(pid)) - 1)]) {
        await endStep({ pid, startedAt, stateFile: file });
        expect(child.exitCode ?? child.signalCode).toBeNull();
        expect(startOf(pid)).not.toBe('');
      }
    } finally {
      child.kill('SIGKILL');
    }
  });

  test.each(['ESRCH', 'EPERM'])('does not stop post if it cannot be ended (%s)', async (code) => {
    const child = await startChild();
    const { pid = 0 } = child;
    process.env['STATE_main-process'] = JSON.stringify({ pid, startedAt: startOf(pid), stateFile: file });
    writeFileSync(file, 'claim-1-held<<x\n{"late":true}\nx\n');
    const kill = jest.spyOn(process, 'kill').mockImplementation(() => {
      throw Object.assign(new Error(`kill ${code}`), { code });
    });
    try {
      expect((await stateOfMain()).get('claim-1-held')).toBe('{"late":true}');
      expect(kill.mock.calls).toEqual([[pid, 'SIGTERM']]);
    } finally {
      kill.mockRestore();
      child.kill('SIGKILL');
    }
  });

  test('is not signaled any more once it has ended', async () => {
    const child = await startChild();
    const step = { pid: child.pid ?? 0, startedAt: startOf(child.pid), stateFile: file };
    child.kill('SIGKILL');
    await once(child, 'exit');
    await endStep(step);
  });
});

test('This process is identified by its number and its start time', () => {
  expect(thisProcess('/x')).toEqual({
    pid: process.pid,
    startedAt: startOf(process.pid),
    stateFile: '/x',
    action: 'key',
  });
});
