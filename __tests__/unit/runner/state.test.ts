import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { state, stateOfMain, stateOfThisMain } from '../../../src/runner/state.ts';
import { endStep, thisProcess } from '../../../src/runner/step-process.ts';

const before = { ...process.env };
let folder = '';
let file = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ec2-key-pair-unit-'));
  file = path.join(folder, 'save_state');
  writeFileSync(file, '');
  process.env['GITHUB_STATE'] = file;
  process.env['GITHUB_ACTION'] = 'key';
});

afterEach(() => {
  process.env = { ...before };
  rmSync(folder, { recursive: true });
});

/** State as the runner hands it to post, of a file as the toolkit writes it. */
function handOver(): void {
  for (const [, name, , value] of readFileSync(file, 'utf8').matchAll(/^(.+?)<<(.+)\n([\s\S]*?)\n\2$/gm)) {
    process.env[`STATE_${name}`] = value;
  }
}

/** Start of a process in clock ticks, as proc(5) has it; undefined where there is no such process. */
function startOf(pid: number | undefined): string {
  return /\) (?:\S+ ){19}(\S+)/.exec(readFileSync(`/proc/${pid}/stat`, 'latin1'))?.[1] ?? '';
}

/** A process that goes on until it is ended, and the signals that it survives. */
async function startChild(ignored = ''): Promise<ChildProcess> {
  const code = `process.on('${ignored || 'SIGUSR2'}', () => {}); setInterval(() => {}, 1000); console.log('up')`;
  const child = spawn(process.execPath, ['-e', code], { stdio: ['ignore', 'pipe', 'ignore'], env: {} });
  if (child.stdout !== null) await once(child.stdout, 'data');
  return child;
}

test('what main appends is what post is given, and whose it is stands before it', async () => {
  const ofMain = stateOfThisMain();
  ofMain.append('claim-1-intended', '{"a":1}');
  ofMain.append('claim-1-held', 'two\nlines');
  const written = readFileSync(file, 'utf8');
  handOver();
  expect(written.indexOf('main-process<<')).toBe(0);
  expect(written.match(/main-process/g)).toHaveLength(1);
  expect(JSON.parse(process.env['STATE_main-process'] ?? '')).toEqual({
    pid: process.pid,
    startedAt: startOf(process.pid),
    stateFile: file,
    action: 'key',
  });
  // This process is no main that goes on while post runs: to read its state must not end it.
  delete process.env['STATE_main-process'];
  process.env['GITHUB_STATE'] = path.join(folder, 'of_post');
  expect(Object.fromEntries(await stateOfMain())).toEqual({
    'claim-1-intended': '{"a":1}',
    'claim-1-held': 'two\nlines',
  });
});

test('a step that appends nothing leaves nothing, and post finds nothing', async () => {
  stateOfThisMain();
  expect(readFileSync(file, 'utf8')).toBe('');
  expect([...(await stateOfMain()).keys()]).toEqual([]);
});

test('without the runner’s file there is no state, and nothing may follow from it', () => {
  delete process.env['GITHUB_STATE'];
  expect(() => state.append('a', 'b')).toThrow(expect.objectContaining({ code: 'NO_RUNNER' }));
  expect(() => stateOfThisMain().append('a', 'b')).toThrow(expect.objectContaining({ code: 'NO_RUNNER' }));
});

describe('a main that goes on when post runs', () => {
  test.each(['', 'SIGTERM'])('is ended first, even one that ignores %j', async (ignored) => {
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

  test('is not mistaken for another process that has its number now', async () => {
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

  test('that has ended is left in peace', async () => {
    const child = await startChild();
    const step = { pid: child.pid ?? 0, startedAt: startOf(child.pid), stateFile: file };
    child.kill('SIGKILL');
    await once(child, 'exit');
    await endStep(step);
  });
});

describe('a main that has ended when post runs, and that the runner did not wait for', () => {
  const written = (action: string, stateFile: string) =>
    `main-process<<x\n${JSON.stringify({ pid: 1, startedAt: '1', stateFile, action })}\nx\nclaim-1-intended<<y\n{"a":1}\ny\n`;
  let ofMain = '';

  beforeEach(() => {
    ofMain = path.join(folder, 'save_state_f00d');
    process.env['GITHUB_STATE'] = path.join(folder, 'save_state_cafe');
  });

  test('is read from its own file, of which the runner has told nothing', async () => {
    writeFileSync(ofMain, written('key', ofMain));
    expect((await stateOfMain()).get('claim-1-intended')).toBe('{"a":1}');
  });

  test('is not mistaken for another step of the job', async () => {
    writeFileSync(ofMain, written('key_2', ofMain));
    expect((await stateOfMain()).size).toBe(0);
  });

  test('does not make anything of a copy of its file, or of a file of another kind', async () => {
    writeFileSync(ofMain, written('key', path.join(folder, 'save_state_beef')));
    const output = path.join(folder, 'set_output_f00d');
    writeFileSync(output, written('key', output));
    expect((await stateOfMain()).size).toBe(0);
  });

  test('is not looked for where the runner tells its state', async () => {
    process.env['STATE_main-process'] = '{}';
    writeFileSync(ofMain, written('key', ofMain));
    expect((await stateOfMain()).has('claim-1-intended')).toBe(false);
  });
});

test.each(['', 'null', '7', '{}', '{"pid":"1","stateFile":"/x"}', '{"pid":1', '[]'])(
  'what main-process says as %j is no process, and the rest of the state stands',
  async (text) => {
    process.env['STATE_main-process'] = text;
    process.env['STATE_claim-1-intended'] = '{}';
    expect((await stateOfMain()).get('claim-1-intended')).toBe('{}');
  },
);

test('this process is known by its number and its start', () => {
  expect(thisProcess('/x')).toEqual({
    pid: process.pid,
    startedAt: startOf(process.pid),
    stateFile: '/x',
    action: 'key',
  });
});
