import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { entriesIn } from '../../../src/runner/state-file.ts';

let folder = '';
let file = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ec2-key-pair-state-file-'));
  file = path.join(folder, 'save_state');
});

afterEach(() => rmSync(folder, { recursive: true }));

/** An entry as the toolkit writes it. */
const entry = (name: string, value: string, newline = '\n') => {
  const delimiter = `ghadelimiter_${createHash('sha1').update(name).digest('hex')}`;
  return [`${name}<<${delimiter}`, value, delimiter, ''].join(newline);
};

const intended = entry('claim-1-intended', '{"a":1}');
const held = entry('claim-1-held', '{"a":2}');
const lengths = Array.from({ length: held.length - 1 }, (_, length) => length);

test.each(['\n', '\r\n'])('Entries are read in order, from lines that end in %j.', (newline) => {
  writeFileSync(file, entry('a', '1', newline) + entry('b', '{"a":2}', newline));
  expect(entriesIn(file)).toEqual([
    ['a', '1'],
    ['b', '{"a":2}'],
  ]);
});

test('A file that does not exist has no entries.', () => {
  expect(entriesIn(file)).toEqual([]);
});

test.each(lengths.filter((length) => held.slice(0, length) !== held.trimEnd()))(
  'An entry that was cut off after %i characters is not believed, but those before it are.',
  (length) => {
    writeFileSync(file, intended + held.slice(0, length));
    expect(entriesIn(file)).toEqual([['claim-1-intended', '{"a":1}']]);
  },
);

test.each(lengths)(
  'An entry that was cut off after %i characters is not believed if another process appended one of its own.',
  (length) => {
    writeFileSync(file, intended + held.slice(0, length) + entry('claim-2-intended', '{"a":3}'));
    const entries = new Map(entriesIn(file));
    expect([entries.get('claim-1-intended'), entries.has('claim-1-held')]).toEqual(['{"a":1}', false]);
  },
);
