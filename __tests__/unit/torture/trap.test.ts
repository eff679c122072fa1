import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { findNode24 } from '../../../scripts/node24.mjs';
import { factsIn, stateOfClaims } from '../../../test-support/claims.ts';
import type { TrapOrder } from '../../../test-support/trap/order.ts';

const setTrap = path.resolve(import.meta.dirname, '../../../test-support/trap/set-trap.ts');
const node24 = findNode24();

const [[entry = '', state = ''] = []] = Object.entries(
  stateOfClaims([{ intended: '{"kind":"file"}' }], { hasEnded: false }),
);
const intended = JSON.stringify(`${entry}<<x\n${state}\nx\n`);

/** How the action writes a key to its file, with the calls of either module. */
const programs = {
  'node:fs/promises': `
    const { link, open, unlink } = await import('node:fs/promises');
    const { appendFileSync, constants } = await import('node:fs');
    appendFileSync('state', ${intended});
    const file = await open('temporary', constants.O_CREAT | constants.O_EXCL | constants.O_WRONLY, 0o400);
    await file.chmod(0o400);
    await file.writeFile('0123456789');
    await link('temporary', 'target');
    await unlink('temporary');
    await file.close();
    process.stdout.write('::add-mask::x\\n');`,
  'node:fs': `
    const fs = await import('node:fs');
    fs.writeSync(fs.openSync('state', 'a'), ${intended});
    const file = fs.openSync('temporary', fs.constants.O_CREAT | fs.constants.O_EXCL | fs.constants.O_WRONLY, 0o400);
    fs.fchmodSync(file, 0o400);
    fs.writeFileSync(file, '0123456789');
    fs.linkSync('temporary', 'target');
    fs.unlinkSync('temporary');
    fs.fstatSync(file);
    fs.closeSync(file);
    fs.writeSync(1, '::add-mask::x\\n');`,
} as const;

const calls = ['claim file intended', 'open', 'chmod', 'write key', 'link', 'unlink', 'print masks'];

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ec2-key-pair-unit-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

interface TrappedRun {
  readonly signal: NodeJS.Signals | null;
  readonly status: number | null;
  /** The labels of the traced calls, in order. */
  readonly labels: readonly string[];
}

/** Runs a program with a trap in the folder. */
function runTrapped(program: string, order: TrapOrder, env: Record<string, string> = {}): TrappedRun {
  const trace = path.join(folder, 'trace');
  const code = `const { setTrap } = await import(${JSON.stringify(setTrap)});
    setTrap(${JSON.stringify({ ...order, trace })});${program}`;
  const options = { cwd: folder, encoding: 'utf8', timeout: 30_000, env } as const;
  const { signal, status } = spawnSync(node24, ['--input-type=module', '-e', code], options);
  const lines = readFileSync(trace, 'utf8').trimEnd().split('\n');
  return { signal, status, labels: lines.map((line) => String(JSON.parse(line).label)) };
}

describe.each(Object.entries(programs))('a process that calls %s', (module, program) => {
  const run = (order: TrapOrder) => runTrapped(program, order);
  const numberOf = (label: string): number => run({}).labels.indexOf(label);
  const restart = (): void => {
    rmSync(folder, { recursive: true });
    folder = mkdtempSync(path.join(tmpdir(), 'ec2-key-pair-unit-'));
  };

  test('is traced once at each call that changes something', () => {
    const { signal, labels } = run({});
    expect(signal).toBeNull();
    // To write to it by its descriptor, the state file is opened first.
    const opened = module === 'node:fs' ? ['open'] : [];
    expect(labels).toEqual(['begin', ...opened, ...calls]);
    expect(readFileSync(path.join(folder, 'target'), 'utf8')).toBe('0123456789');
  });

  test('is killed before the file is in place', () => {
    const at = numberOf('link');
    restart();
    expect(run({ at, moment: 'before', does: 'kill' }).signal).toBe('SIGKILL');
    expect([existsSync(path.join(folder, 'temporary')), existsSync(path.join(folder, 'target'))]).toEqual([
      true,
      false,
    ]);
  });

  test('is killed within the write of the key', () => {
    const at = numberOf('write key');
    restart();
    expect(run({ at, moment: 'torn', does: 'kill', share: 0.4 }).signal).toBe('SIGKILL');
    expect(readFileSync(path.join(folder, 'temporary'), 'utf8')).toBe('0123');
  });

  test('writes garbled state', () => {
    run({ garble: { label: 'claim file', value: 'null' } });
    const [head, garbled = '', end] = readFileSync(path.join(folder, 'state'), 'utf8').split('\n');
    expect([head, end]).toEqual([`${entry}<<x`, 'x']);
    expect(factsIn(garbled)).toEqual([{ label: 'claim unknown intended', value: 'null' }]);
  });
});

test.each(['outputs', 'state'] as const)('every write to the full file for %s fails', (target) => {
  const files = { GITHUB_OUTPUT: path.join(folder, 'outputs'), GITHUB_STATE: path.join(folder, 'state') };
  const program = `
    const { appendFileSync } = await import('node:fs');
    for (const file of [process.env.GITHUB_OUTPUT, process.env.GITHUB_STATE, process.env.GITHUB_OUTPUT]) {
      try { appendFileSync(file, 'text') } catch {}
    }`;
  runTrapped(program, { target, does: 'fail' }, files);
  expect([existsSync(files.GITHUB_OUTPUT), existsSync(files.GITHUB_STATE)]).toEqual([
    target !== 'outputs',
    target !== 'state',
  ]);
});

test('a writer to a full standard output gets an error, and the process continues', () => {
  const program = `
    process.stdout.on('error', () => {});
    const error = await new Promise((resolve) => process.stdout.write('text', resolve));
    process.exitCode = error?.code === 'ENOSPC' ? 3 : 4;`;
  expect(runTrapped(program, { target: 'stdout', does: 'fail' }).status).toBe(3);
});

test('the start of a program is a call, unless it only lists the keys of an agent', () => {
  const program = `
    const { spawn } = await import('node:child_process');
    for (const option of ['-L', '-D']) spawn('/nowhere/ssh-add', [option]).on('error', () => {});`;

  expect(runTrapped(program, {}).labels).toEqual(['begin', 'run ssh-add']);
  expect(runTrapped(program, { at: 1, moment: 'before', does: 'kill' }).signal).toBe('SIGKILL');
});
