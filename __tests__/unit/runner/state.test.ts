import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { LedgerEntry } from '../../../src/ledger/ledger.ts';
import { beginState } from '../../../src/runner/state.ts';
import { stateOfMain } from '../../../src/runner/state-of-main.ts';
import { thisProcess } from '../../../src/runner/step-process.ts';

const before = { ...process.env };
let folder = '';
let file = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ec2-key-pair-unit-'));
  file = path.join(folder, 'save_state_f00d');
  writeFileSync(file, '');
  process.env['GITHUB_STATE'] = file;
  process.env['GITHUB_ACTION'] = 'key';
});

afterEach(() => {
  process.env = { ...before };
  rmSync(folder, { recursive: true });
});

/** Passes state on to the post step as the runner does, from a file as the toolkit writes it. */
function passOn(): void {
  for (const [, name, , value] of readFileSync(file, 'utf8').matchAll(
    /^(.+?)<<(.+?)\r?\n([\s\S]*?)\r?\n\2\r?$/gm,
  )) {
    process.env[`STATE_${name}`] = value;
  }
}

/** From now on, this is the post step. */
function becomePost(): void {
  process.env['GITHUB_STATE'] = path.join(folder, 'save_state_cafe');
}

const intended: LedgerEntry = ['claim-1-intended', '{"a":1}'];
const held: LedgerEntry = ['claim-1-held', '{"a":1,"id":2}'];
const kept: LedgerEntry = ['claim-1-kept', 'true'];

/** A state as main saves it in its file. */
function saved(
  entries: readonly LedgerEntry[],
  { hasEnded = false, ...process }: Record<string, unknown> = {},
): string {
  const ofMain = { pid: 1, startedAt: '1', stateFile: file, action: 'key', ...process };
  return `ledger<<x\n${JSON.stringify({ process: ofMain, entries, hasEnded })}\nx\n`;
}

function append(...states: readonly string[]): void {
  appendFileSync(file, states.join(''));
}

describe('the post step', () => {
  test('reads what main appended, in one entry that also identifies the process of main', async () => {
    const state = beginState();
    state.append(...intended);
    state.append('claim-1-held', 'two\nlines');
    state.end();
    passOn();
    const names = Object.keys(process.env).filter((name) => name.startsWith('STATE_'));
    expect(names).toEqual(['STATE_ledger']);
    expect(JSON.parse(process.env['STATE_ledger'] ?? '')).toMatchObject({ process: thisProcess(file) });
    becomePost();
    expect(await stateOfMain()).toEqual({
      ledgers: [[intended, ['claim-1-held', 'two\nlines']]],
      isReadable: true,
    });
  });

  test('knows the main of a step that recorded nothing', async () => {
    beginState().end();
    passOn();
    becomePost();
    expect(await stateOfMain()).toEqual({ ledgers: [[]], isReadable: true });
  });

  test('finds nothing if main never began', async () => {
    becomePost();
    expect(await stateOfMain()).toEqual({ ledgers: [], isReadable: true });
  });

  test.each([
    '',
    'null',
    '7',
    '[]',
    '{}',
    '{"process":{"pid":1}',
    '{"process":{},"entries":[],"hasEnded":true}',
  ])('notices that the state is unreadable if it is %j', async (text) => {
    process.env['STATE_ledger'] = text;
    becomePost();
    expect(await stateOfMain()).toEqual({ ledgers: [], isReadable: false });
  });
});

describe('main', () => {
  test.each(['begin', 'end'] as const)(
    'goes on if its %s cannot be saved, since it claims nothing',
    (when) => {
      const state = when === 'end' ? beginState() : undefined;
      delete process.env['GITHUB_STATE'];
      expect(() => (state === undefined ? beginState() : state.end())).not.toThrow();
    },
  );

  test('does not go on if a claim cannot be saved', () => {
    const state = beginState();
    delete process.env['GITHUB_STATE'];
    expect(() => state.append('a', 'b')).toThrow(expect.objectContaining({ code: 'NO_RUNNER' }));
  });

  test('claims nothing after a write that failed, even if there is space again: the runner would not read it', () => {
    process.env['GITHUB_STATE'] = path.join(folder, 'gone', 'state');
    const state = beginState();
    process.env['GITHUB_STATE'] = file;
    expect(() => state.append('a', 'b')).toThrow(
      expect.objectContaining({ code: 'RUNNER_FILE_NOT_WRITABLE' }),
    );
    expect(readFileSync(file, 'utf8')).toBe('');
  });
});

describe('state in the environment that the runner did not pass on', () => {
  test('changes nothing: a later step can add a variable, but not set the one of main', async () => {
    const state = beginState();
    state.append(...intended);
    state.end();
    Object.assign(process.env, {
      'STATE_claim-1-kept': 'true',
      'STATE_claim-1-2-released': 'true',
      'STATE_claim-2-intended': '{}',
      'STATE_main-process': '{}',
    });
    passOn();
    becomePost();
    expect(await stateOfMain()).toEqual({ ledgers: [[intended]], isReadable: true });
  });
});

describe('a main that had not ended when the runner read its state', () => {
  const passOnSaved = (...entries: LedgerEntry[]): void => {
    append(saved(entries));
    passOn();
    becomePost();
  };

  test('may have added to it in its own file', async () => {
    passOnSaved(intended);
    append(saved([intended, held]));
    expect((await stateOfMain()).ledgers).toEqual([[intended, held]]);
  });

  test('adds nothing that settles a claim, or that was passed on already', async () => {
    passOnSaved(intended);
    append(saved([['claim-1-intended', '{"a":9}'], held, kept, ['claim-1-2-released', 'true']]));
    expect((await stateOfMain()).ledgers).toEqual([[intended, held]]);
  });

  test('loses nothing that it added, whatever another step appends', async () => {
    passOnSaved(intended);
    append(saved([intended, held]), saved([], { hasEnded: true }));
    expect((await stateOfMain()).ledgers).toEqual([[intended, held]]);
  });

  test.each<[what: string, change: Record<string, unknown>]>([
    ['another process', { pid: 2 }],
    ['a process that started at another time', { startedAt: '2' }],
    ['a step with another name', { action: 'key_2' }],
    ['a process with another file', { stateFile: '/elsewhere' }],
  ])('is not confused with %s that wrote to its file', async (_, change) => {
    passOnSaved(intended);
    append(saved([intended, held], change));
    expect((await stateOfMain()).ledgers).toEqual([[intended]]);
  });

  test('does not lead to a file that is no state file of this job', async () => {
    const elsewhere = path.join(folder, 'precious');
    process.env['STATE_ledger'] = saved([intended], { stateFile: elsewhere }).split('\n')[1];
    writeFileSync(elsewhere, saved([intended, held], { stateFile: elsewhere }));
    becomePost();
    expect((await stateOfMain()).ledgers).toEqual([[intended]]);
  });
});

test('The file of a main that had ended when the runner read its state is not read', async () => {
  append(saved([intended], { hasEnded: true }));
  passOn();
  becomePost();
  append(saved([intended, held]));
  expect((await stateOfMain()).ledgers).toEqual([[intended]]);
});

describe('a main of which the runner passed on nothing', () => {
  beforeEach(becomePost);

  test('left its state in its own file', async () => {
    append(saved([intended]), saved([intended, held, kept]));
    expect(await stateOfMain()).toEqual({ ledgers: [[intended, held, kept]], isReadable: true });
  });

  test('is not confused with another step of the job', async () => {
    append(saved([intended], { action: 'key_2' }));
    expect((await stateOfMain()).ledgers).toEqual([]);
  });

  test('is not recognized in a copy of its file, or in a file of another kind', async () => {
    append(saved([intended], { stateFile: path.join(folder, 'save_state_beef') }));
    const output = path.join(folder, 'set_output_f00d');
    writeFileSync(output, saved([intended], { stateFile: output }));
    expect((await stateOfMain()).ledgers).toEqual([]);
  });

  test('has a ledger of its own, even if another step of the same composite action has one', async () => {
    append(saved([intended]));
    const other = path.join(folder, 'save_state_beef');
    writeFileSync(other, saved([held], { stateFile: other }));
    expect((await stateOfMain()).ledgers).toHaveLength(2);
  });
});
