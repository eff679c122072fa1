import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { findNode24 } from '../../../scripts/node24.mjs';
import type { TrapOrder } from '../../../torture/trap-order.ts';

const torture = path.resolve(import.meta.dirname, '../../../torture');
const node24 = findNode24();

/** A key's way to its file, as the action goes it, by the calls of either module. */
const ways = {
  'node:fs/promises': `
    const { link, open, unlink } = await import('node:fs/promises');
    const { appendFileSync, constants } = await import('node:fs');
    appendFileSync('state', 'claim-1-intended<<x\\n{}\\nx\\n');
    const file = await open('temporary', constants.O_CREAT | constants.O_EXCL | constants.O_WRONLY, 0o400);
    await file.chmod(0o400);
    await file.writeFile('0123456789');
    await link('temporary', 'target');
    await unlink('temporary');
    await file.close();
    process.stdout.write('::add-mask::x\\n');`,
  'node:fs': `
    const fs = await import('node:fs');
    fs.writeSync(fs.openSync('state', 'a'), 'claim-1-intended<<x\\n{}\\nx\\n');
    const file = fs.openSync('temporary', fs.constants.O_CREAT | fs.constants.O_EXCL | fs.constants.O_WRONLY, 0o400);
    fs.fchmodSync(file, 0o400);
    fs.writeFileSync(file, '0123456789');
    fs.linkSync('temporary', 'target');
    fs.unlinkSync('temporary');
    fs.fstatSync(file);
    fs.closeSync(file);
    fs.writeSync(1, '::add-mask::x\\n');`,
} as const;

const calls = ['append claim-1-intended', 'open', 'chmod', 'write key', 'link', 'unlink', 'print masks'];

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ec2-key-pair-unit-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe.each(Object.entries(ways))('a process that calls %s', (module, program) => {
  /** The labels of the calls that were traced, in order; the way goes over the same ones, whichever the module. */
  function walk(order: TrapOrder): { signal: NodeJS.Signals | null; labels: string[] } {
    const trace = path.join(folder, 'trace');
    const code = `const { setTrap } = await import(${JSON.stringify(path.join(torture, 'set-trap.ts'))});
      setTrap(${JSON.stringify(JSON.stringify({ ...order, trace }))});${program}`;
    const options = { cwd: folder, encoding: 'utf8', timeout: 30_000, env: {} } as const;
    const { signal } = spawnSync(node24, ['--input-type=module', '-e', code], options);
    const labels = readFileSync(trace, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => String(JSON.parse(line).label));
    return { signal, labels };
  }

  const numberOf = (label: string): number => walk({}).labels.indexOf(label);
  const restart = (): void => {
    rmSync(folder, { recursive: true });
    folder = mkdtempSync(path.join(tmpdir(), 'ec2-key-pair-unit-'));
  };

  test('meets a boundary at each one that changes something, and at each once', () => {
    const { signal, labels } = walk({});
    expect(signal).toBeNull();
    // The state file is opened first where it is not appended to by its name.
    const opened = module === 'node:fs' ? ['open'] : [];
    expect(labels).toEqual(['begin', ...opened, ...calls]);
    expect(readFileSync(path.join(folder, 'target'), 'utf8')).toBe('0123456789');
  });

  test('is killed before the file is in place', () => {
    const at = numberOf('link');
    restart();
    expect(walk({ at, moment: 'before', does: 'kill' }).signal).toBe('SIGKILL');
    expect([existsSync(path.join(folder, 'temporary')), existsSync(path.join(folder, 'target'))]).toEqual([
      true,
      false,
    ]);
  });

  test('is killed within the write of the key', () => {
    const at = numberOf('write key');
    restart();
    expect(walk({ at, moment: 'torn', does: 'kill', share: 0.4 }).signal).toBe('SIGKILL');
    expect(readFileSync(path.join(folder, 'temporary'), 'utf8')).toBe('0123');
  });

  test('writes its state garbled', () => {
    walk({ garble: { label: 'claim-', value: 'null' } });
    expect(readFileSync(path.join(folder, 'state'), 'utf8')).toBe('claim-1-intended<<x\nnull\nx\n');
  });
});
