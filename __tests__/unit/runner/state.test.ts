import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
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
  process.env['GITHUB_ACTION_PATH'] = '/several';
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
function becomePost(name = 'save_state_cafe'): void {
  process.env['GITHUB_STATE'] = path.join(folder, name);
}

/** The file of this post step's own state. */
function ownFile(): string {
  return process.env['GITHUB_STATE'] ?? '';
}

/** Until the clock of the file system, which may count in steps of 10 ms, has moved on. */
function nextTick(): Promise<void> {
  return wait(25);
}

const intended: LedgerEntry = ['claim-1-intended', '{"a":1}'];
const held: LedgerEntry = ['claim-1-held', '{"a":1,"id":2}'];
const kept: LedgerEntry = ['claim-1-kept', 'true'];

/** A state as main saves it in its file. */
function saved(
  entries: readonly LedgerEntry[],
  { hasEnded = false, ...process }: Record<string, unknown> = {},
): string {
  const { inputs } = thisProcess(file);
  const ofMain = { pid: 1, startedAt: '1', stateFile: file, action: 'key', inputs, ...process };
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
    expect(await stateOfMain()).toMatchObject({
      ledgers: [[intended, ['claim-1-held', 'two\nlines']]],
      isReadable: true,
    });
  });

  test('knows the main of a step that recorded nothing', async () => {
    beginState().end();
    passOn();
    becomePost();
    expect(await stateOfMain()).toMatchObject({ ledgers: [[]], isReadable: true });
  });

  test('finds nothing if main never began', async () => {
    becomePost();
    expect(await stateOfMain()).toMatchObject({ ledgers: [], isReadable: true });
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
    expect(await stateOfMain()).toMatchObject({ ledgers: [], isReadable: false });
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
    expect(await stateOfMain()).toMatchObject({ ledgers: [[intended]], isReadable: true });
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
  beforeEach(() => becomePost());

  test('left its state in its own file', async () => {
    append(saved([intended]), saved([intended, held, kept]));
    expect(await stateOfMain()).toMatchObject({ ledgers: [[intended, held, kept]], isReadable: true });
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

  test('is not confused with another step of the same composite action, which has other inputs', async () => {
    append(saved([intended], { inputs: 'f00dcafe' }));
    expect((await stateOfMain()).ledgers).toEqual([]);
  });

  test('may have begun more than once, in files of its own', async () => {
    append(saved([intended]));
    const other = path.join(folder, 'save_state_beef');
    writeFileSync(other, saved([held], { stateFile: other }));
    expect((await stateOfMain()).ledgers).toHaveLength(2);
  });
});

describe('A post step whose main saved nothing', () => {
  test('leaves the state of a step of the same composite action, with the same inputs, that ended before the next one began', async () => {
    await nextTick();
    append(saved([intended], { hasEnded: true }));
    await nextTick();
    writeFileSync(path.join(folder, 'save_state_0fnext'), '');
    becomePost();
    expect((await stateOfMain()).ledgers).toEqual([]);
  });

  test('settles the state of a main that went on after the runner had made the files of the next step', async () => {
    await nextTick();
    writeFileSync(path.join(folder, 'save_state_0fnext'), '');
    await nextTick();
    append(saved([intended], { hasEnded: true }));
    await nextTick();
    becomePost();
    writeFileSync(ownFile(), '');
    expect((await stateOfMain()).ledgers).toEqual([[intended]]);
  });

  test('settles the state of a main that was killed, whenever that was', async () => {
    append(saved([intended]));
    await nextTick();
    writeFileSync(path.join(folder, 'save_state_0fnext'), '');
    becomePost();
    expect((await stateOfMain()).ledgers).toEqual([[intended]]);
  });

  test('leaves what another post step has settled', async () => {
    append(saved([intended]));
    becomePost();
    writeFileSync(ownFile(), '');
    (await stateOfMain()).noteSettled();
    becomePost('save_state_0fsecond');
    expect((await stateOfMain()).ledgers).toEqual([]);
  });
});

describe('Two post steps that are given the state of the second of two steps', () => {
  const first = () => path.join(folder, 'save_state_0ffirst');
  const ofSecond = (...entries: LedgerEntry[]) => saved(entries, { hasEnded: true, startedAt: '2' });

  /** Writes the state of both steps, and passes on that of the second. */
  function passOnSecond(ofFirst: Record<string, unknown> = {}): void {
    writeFileSync(first(), saved([held], { stateFile: first(), hasEnded: true, ...ofFirst }));
    append(ofSecond(intended));
    passOn();
  }

  test('release it, and the second of them knows that it was settled, and what its own main recorded', async () => {
    passOnSecond();
    becomePost();
    writeFileSync(ownFile(), '');
    const one = await stateOfMain();
    expect(one).toMatchObject({ ledgers: [[intended]], isSettled: false, notPassedOn: [] });
    one.noteSettled();

    becomePost('save_state_0fpost');
    writeFileSync(ownFile(), '');
    const other = await stateOfMain();
    expect(other).toMatchObject({ ledgers: [[intended]], isSettled: true, notPassedOn: [[held]] });
    other.noteSettled();

    becomePost('save_state_0fthird');
    expect(await stateOfMain()).toMatchObject({ isSettled: true, notPassedOn: [] });
  });

  test('know it by the inputs, even if the first of them could note nothing', async () => {
    process.env['INPUT_KEY-NAME'] = 'second';
    append(ofSecond(intended));
    passOn();
    process.env['INPUT_KEY-NAME'] = 'first';
    writeFileSync(first(), saved([held], { stateFile: first(), hasEnded: true }));
    becomePost();
    expect(await stateOfMain()).toMatchObject({
      ledgers: [[intended]],
      isSettled: false,
      notPassedOn: [[held]],
    });
  });

  test.each<[what: string, change: Record<string, unknown>]>([
    ['another step', { action: 'key_2' }],
    ['other inputs', { inputs: 'f00dcafe' }],
    ['another file', { stateFile: '/elsewhere' }],
  ])('take no state of %s for their own', async (_, change) => {
    passOnSecond(change);
    becomePost();
    writeFileSync(ownFile(), '');
    (await stateOfMain()).noteSettled();
    becomePost('save_state_0fpost');
    expect(await stateOfMain()).toMatchObject({ isSettled: true, notPassedOn: [] });
  });
});

test('A post step that is given its own state, with inputs that were evaluated again, releases that alone', async () => {
  process.env['INPUT_KEY-NAME'] = 'before';
  append(saved([intended], { hasEnded: true }));
  passOn();
  process.env['INPUT_KEY-NAME'] = 'now';
  becomePost();
  expect(await stateOfMain()).toMatchObject({ ledgers: [[intended]], isSettled: false, notPassedOn: [] });
});

test('A post step outside of composite actions, whose state no other one is given, notes nothing', async () => {
  delete process.env['GITHUB_ACTION_PATH'];
  append(saved([intended], { hasEnded: true }));
  passOn();
  becomePost();
  writeFileSync(ownFile(), '');
  (await stateOfMain()).noteSettled();
  expect(readFileSync(ownFile(), 'utf8')).toBe('');
});

test('A note by another step settles nothing that the runner passed on', async () => {
  append(saved([intended], { hasEnded: true }));
  passOn();
  const notes = JSON.stringify([JSON.stringify([1, '1', file])]);
  writeFileSync(path.join(folder, 'save_state_0fforged'), `settled<<x\n${notes}\nx\nsettled<<y\n{\ny\n`);
  becomePost();
  expect(await stateOfMain()).toMatchObject({ ledgers: [[intended]], isSettled: true, notPassedOn: [] });
});
