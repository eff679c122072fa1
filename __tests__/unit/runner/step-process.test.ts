import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { endMain } from '../../../src/runner/running-main.ts';
import { stateOfMain } from '../../../src/runner/state-of-main.ts';
import { inputsMark, thisProcess } from '../../../src/runner/step-process.ts';

const before = { ...process.env };
let folder = '';
let file = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ec2-key-pair-unit-'));
  file = path.join(folder, 'save_state_f00d');
  process.env['GITHUB_STATE'] = path.join(folder, 'save_state_cafe');
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

/** Whether a process has not ended: one that has, and was not waited for yet, is a zombie. */
function isRunning({ pid, exitCode, signalCode }: ChildProcess): boolean {
  if ((exitCode ?? signalCode) !== null) return false;
  return !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'latin1'));
}

/** Where main is, beside the program that runs now. */
const mainFile = path.join(path.dirname(process.argv[1] ?? ''), 'main.js');

/** The variables of this step. */
const stepVariables = {
  GITHUB_ACTION: 'key',
  GITHUB_JOB: 'build',
  GITHUB_RUN_ID: '1',
  GITHUB_RUN_ATTEMPT: '2',
};

/** Starts a process that runs until it is ended, that ignores a signal, and that looks like main. */
async function startMain({
  ignored = 'SIGUSR2',
  argument = mainFile,
  env = {},
}: {
  ignored?: string;
  argument?: string;
  env?: Record<string, string>;
} = {}): Promise<ChildProcess> {
  const code = `process.on('${ignored}', () => {}); setInterval(() => {}, 1000); console.log('up')`;
  const child = spawn(process.execPath, ['-e', code, '--', argument], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...stepVariables, RUNNER_TEMP: folder, ...env },
  });
  if (child.stdout !== null) await once(child.stdout, 'data');
  return child;
}

/** Passes on the state of a process, and writes later state to its file. */
function passOn({ pid = 0 }: ChildProcess): void {
  const ofMain = {
    pid,
    startedAt: startOf(pid),
    stateFile: file,
    action: 'key',
    inputs: inputsMark(Object.entries(process.env)),
  };
  const saved = (entries: unknown[]) => JSON.stringify({ process: ofMain, entries, hasEnded: false });
  process.env['STATE_ledger'] = saved([]);
  writeFileSync(file, `ledger<<x\n${saved([['claim-1-held', 'late']])}\nx\nledger<<y\n{"cut":`);
}

const late = { ledgers: [[['claim-1-held', 'late']]], isReadable: true };

describe('A main that is still running when post runs', () => {
  beforeEach(() => {
    Object.assign(process.env, stepVariables, { RUNNER_TEMP: folder });
  });

  test.each(['SIGUSR2', 'SIGTERM'])('is ended first, even if it ignores the signal %j', async (ignored) => {
    const child = await startMain({ ignored });
    const exited = once(child, 'exit');
    passOn(child);
    expect(await stateOfMain()).toMatchObject(late);
    await exited;
    expect(child.signalCode).toBe(ignored === 'SIGTERM' ? 'SIGKILL' : 'SIGTERM');
  });

  test('is ended even if it recorded nothing', async () => {
    const child = await startMain();
    const exited = once(child, 'exit');
    expect(await stateOfMain()).toMatchObject({ ledgers: [], isReadable: true });
    await exited;
    expect(child.signalCode).toBe('SIGTERM');
  });

  test('is left alone if it has other inputs and the runner passed on nothing: it is of another step of a composite action', async () => {
    const child = await startMain({ env: { 'INPUT_KEY-NAME': 'other' } });
    try {
      await stateOfMain();
      expect(isRunning(child)).toBe(true);
    } finally {
      child.kill('SIGKILL');
    }
  });

  test('is recognized even if the runner wrote its path in another way', async () => {
    const child = await startMain({ argument: mainFile.replace(/main\.js$/, './main.js') });
    const exited = once(child, 'exit');
    passOn(child);
    await stateOfMain();
    await exited;
    expect(child.signalCode).toBe('SIGTERM');
  });

  test.each<[what: string, other: Parameters<typeof startMain>[0]]>([
    ['a process that is no main', { argument: '/elsewhere/main.js' }],
    ['a main of another step', { env: { GITHUB_ACTION: 'key_2' } }],
    ['a main of another run', { env: { GITHUB_RUN_ID: '2' } }],
    ['a main on another runner', { env: { RUNNER_TEMP: '/elsewhere' } }],
  ])('is not confused with %s, even if the state names that', async (_, other) => {
    const child = await startMain(other);
    try {
      passOn(child);
      expect(await stateOfMain()).toMatchObject(late);
      expect(isRunning(child)).toBe(true);
    } finally {
      child.kill('SIGKILL');
    }
  });

  test('is not confused with another process that has the same number now', async () => {
    const child = await startMain();
    const { pid = 0 } = child;
    try {
      for (const startedAt of ['1', '', String(Number(startOf(pid)) - 1)]) {
        await endMain({ pid, startedAt });
        expect(isRunning(child)).toBe(true);
      }
    } finally {
      child.kill('SIGKILL');
    }
  });

  test.each(['ESRCH', 'EPERM'])('does not stop post if it cannot be ended (%s)', async (code) => {
    const child = await startMain();
    passOn(child);
    const kill = jest.spyOn(process, 'kill').mockImplementation(() => {
      throw Object.assign(new Error(`kill ${code}`), { code });
    });
    try {
      expect(await stateOfMain()).toMatchObject(late);
      expect(kill.mock.calls).toEqual([[child.pid, 'SIGTERM']]);
    } finally {
      kill.mockRestore();
      child.kill('SIGKILL');
    }
  });

  test('is not signaled any more once it has ended', async () => {
    const child = await startMain();
    const main = { pid: child.pid ?? 0, startedAt: startOf(child.pid) };
    child.kill('SIGKILL');
    await once(child, 'exit');
    await endMain(main);
  });
});

test('This process is identified by its number and its start time', () => {
  expect(thisProcess('/x')).toEqual({
    pid: process.pid,
    startedAt: startOf(process.pid),
    stateFile: '/x',
    action: 'key',
    inputs: inputsMark(Object.entries(process.env)),
  });
});

test('The mark of a step is that of all its inputs, in any order, and of nothing else', () => {
  const mark = inputsMark([
    ['INPUT_A', '1'],
    ['HOME', '/h'],
    ['INPUT_B', '2'],
  ]);
  expect(mark).toMatch(/^[0-9a-f]{8}$/);
  expect(
    inputsMark([
      ['INPUT_B', '2'],
      ['INPUT_A', '1'],
      ['PATH', ''],
    ]),
  ).toBe(mark);
  expect(inputsMark([['INPUT_B', '2']])).not.toBe(mark);
  expect(
    inputsMark([
      ['INPUT_A', '2'],
      ['INPUT_B', '1'],
    ]),
  ).not.toBe(mark);
});
