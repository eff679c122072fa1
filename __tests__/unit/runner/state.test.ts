import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { state, stateOfThisMain } from '../../../src/runner/state.ts';
import { stateOfMain } from '../../../src/runner/state-of-main.ts';
import { thisProcess } from '../../../src/runner/step-process.ts';

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

/** Passes state on to the post step as the runner does, from a file as the toolkit writes it. */
function passOn(): void {
  for (const [, name, , value] of readFileSync(file, 'utf8').matchAll(
    /^(.+?)<<(.+?)\r?\n([\s\S]*?)\r?\n\2\r?$/gm,
  )) {
    process.env[`STATE_${name}`] = value;
  }
}

test('The post step reads what main appended, and the first entry identifies the process of main', async () => {
  const ofMain = stateOfThisMain();
  ofMain.append('claim-1-intended', '{"a":1}');
  ofMain.append('claim-1-held', 'two\nlines');
  const written = readFileSync(file, 'utf8');
  passOn();
  expect(written.indexOf('main-process<<')).toBe(0);
  expect(written.match(/main-process/g)).toHaveLength(1);
  expect(JSON.parse(process.env['STATE_main-process'] ?? '')).toEqual({
    ...thisProcess(file),
    stateFile: file,
    action: 'key',
  });
  // This process is not a main that is still running: reading its state must not end it.
  delete process.env['STATE_main-process'];
  process.env['GITHUB_STATE'] = path.join(folder, 'of_post');
  expect(Object.fromEntries(await stateOfMain())).toEqual({
    'claim-1-intended': '{"a":1}',
    'claim-1-held': 'two\nlines',
  });
});

test('A step that appends nothing leaves nothing for the post step', async () => {
  stateOfThisMain();
  expect(readFileSync(file, 'utf8')).toBe('');
  expect([...(await stateOfMain()).keys()]).toEqual([]);
});

test('State cannot be appended without the runner’s file', () => {
  delete process.env['GITHUB_STATE'];
  expect(() => state.append('a', 'b')).toThrow(expect.objectContaining({ code: 'NO_RUNNER' }));
  expect(() => stateOfThisMain().append('a', 'b')).toThrow(expect.objectContaining({ code: 'NO_RUNNER' }));
});

describe('A main that has ended when post runs, and that the runner did not wait for,', () => {
  const written = (action: string, stateFile: string) =>
    `main-process<<x\n${JSON.stringify({ pid: 1, startedAt: '1', stateFile, action })}\nx\nclaim-1-intended<<y\n{"a":1}\ny\n`;
  let ofMain = '';

  beforeEach(() => {
    ofMain = path.join(folder, 'save_state_f00d');
    process.env['GITHUB_STATE'] = path.join(folder, 'save_state_cafe');
  });

  test('left its state in its own file, which the runner did not pass on', async () => {
    writeFileSync(ofMain, written('key', ofMain));
    expect((await stateOfMain()).get('claim-1-intended')).toBe('{"a":1}');
  });

  test('is not confused with another step of the job', async () => {
    writeFileSync(ofMain, written('key_2', ofMain));
    expect((await stateOfMain()).size).toBe(0);
  });

  test('is not recognized in a copy of its file, or in a file of another kind', async () => {
    writeFileSync(ofMain, written('key', path.join(folder, 'save_state_beef')));
    const output = path.join(folder, 'set_output_f00d');
    writeFileSync(output, written('key', output));
    expect((await stateOfMain()).size).toBe(0);
  });

  test('is not looked for if the runner passed on its state', async () => {
    process.env['STATE_main-process'] = '{}';
    writeFileSync(ofMain, written('key', ofMain));
    expect((await stateOfMain()).has('claim-1-intended')).toBe(false);
  });
});

test.each(['', 'null', '7', '{}', '{"pid":"1","stateFile":"/x"}', '{"pid":1', '[]'])(
  'The entry main-process identifies no process if it is %j, and other entries are still read',
  async (text) => {
    process.env['STATE_main-process'] = text;
    process.env['STATE_claim-1-intended'] = '{}';
    expect((await stateOfMain()).get('claim-1-intended')).toBe('{}');
  },
);
