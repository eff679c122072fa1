import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { entriesIn, readStateFile, stateFilesBeside } from '../../../src/runner/state-file.ts';

/** An entry as the toolkit writes it. */
const entry = (name: string, value: string, newline = '\n') => {
  const delimiter = `ghadelimiter_${createHash('sha1').update(name).digest('hex')}`;
  return [`${name}<<${delimiter}`, value, delimiter, ''].join(newline);
};

const first = entry('ledger', '{"a":1}');
const second = entry('ledger', '{"a":2}');
const lengths = Array.from({ length: second.length - 1 }, (_, length) => length);

describe('the text of a state file', () => {
  test.each(['\n', '\r\n'])('has entries in order, in lines that end in %j', (newline) => {
    expect(entriesIn(entry('a', '1', newline) + entry('b', '{"a":2}', newline))).toEqual([
      ['a', '1'],
      ['b', '{"a":2}'],
    ]);
  });

  test('has no entries if it is empty', () => {
    expect(entriesIn('')).toEqual([]);
  });

  test.each(lengths.filter((length) => second.slice(0, length) !== second.trimEnd()))(
    'has an entry that was cut off after %i characters, which is not believed, but those before it are',
    (length) => {
      expect(entriesIn(first + second.slice(0, length))).toEqual([['ledger', '{"a":1}']]);
    },
  );

  test.each(lengths)(
    'has an entry that was cut off after %i characters, which is not believed even if another process appended one of its own',
    (length) => {
      const entries = entriesIn(first + second.slice(0, length) + entry('other', '{"a":3}'));
      expect(entries.filter(([name]) => name === 'ledger')).toEqual([['ledger', '{"a":1}']]);
    },
  );
});

describe('a state file', () => {
  let folder = '';
  const at = (name: string) => path.join(folder, name);
  const own = () => at('save_state_0f-own');

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'ec2-key-pair-state-file-'));
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  test('of another step of the job is read', () => {
    writeFileSync(at('save_state_0f-other'), first);
    expect(readStateFile(at('save_state_0f-other'), own())).toBe(first);
  });

  test('that all steps share is read, and nothing beside it (act)', () => {
    writeFileSync(at('statecmd.txt'), first);
    writeFileSync(at('other.txt'), first);
    expect(readStateFile(at('statecmd.txt'), at('statecmd.txt'))).toBe(first);
    expect(readStateFile(at('other.txt'), at('statecmd.txt'))).toBe('');
    expect([...stateFilesBeside(at('statecmd.txt'))].map(([, text]) => text)).toEqual([first]);
  });

  test.each([
    'set_output_0f-other',
    'save_state_',
    'save_state_0f.json',
    'deeper/save_state_0f',
    '../save_state_0f',
  ])('is not one if its name is %s', (name) => {
    mkdirSync(at('deeper'));
    const file = at(name);
    writeFileSync(file, first);
    expect(readStateFile(file, own())).toBe('');
    expect([...stateFilesBeside(own())]).toEqual([]);
    rmSync(file);
  });

  test.each<[what: string, put: (file: string) => void]>([
    ['a pipe that no one writes to', (file) => execFileSync('mkfifo', [file])],
    ['a link to an endless device', (file) => symlinkSync('/dev/zero', file)],
    ['a link to a state file', (file) => symlinkSync(at('save_state_0f-real'), file)],
    ['a folder', (file) => mkdirSync(file)],
    [
      'a file of 1 GB',
      (file) => {
        writeFileSync(file, first);
        truncateSync(file, 1024 ** 3);
      },
    ],
    ['nothing', () => undefined],
  ])('in whose place there is %s counts as empty, and the others are still found', (_, put) => {
    writeFileSync(at('save_state_0f-real'), first);
    put(at('save_state_0f-bad'));
    expect(readStateFile(at('save_state_0f-bad'), own())).toBe('');
    expect([...stateFilesBeside(own())]).toEqual([[at('save_state_0f-real'), first]]);
  });

  test('is found among many others, of which no more than 64 MB are read', () => {
    for (let number = 100; number < 200; number += 1)
      writeFileSync(at(`save_state_${number}`), 'x'.repeat(1024 * 1024));
    const read = [...stateFilesBeside(own())];
    expect(read).toHaveLength(64);
  });

  test('is not looked for in a folder that is gone', () => {
    expect([...stateFilesBeside('/gone/save_state_own')]).toEqual([]);
  });
});
