import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { isOutputFile } from '../../../src/runner/outputs.ts';
import { claimKinds } from '../../../src/step/claim-kinds.ts';

const before = { ...process.env };

beforeEach(() => {
  process.env['GITHUB_OUTPUT'] = '/temp/_runner_file_commands/set_output_0f-own';
});

afterEach(() => {
  process.env = { ...before };
});

const { output } = claimKinds(() => Promise.reject(new Error('no Region is opened here')), isOutputFile);
const parse = (path: string) => output.parse({ kind: 'output', path });

test('An output that is to be emptied is in the output file of a step of this job.', () => {
  const path = '/temp/_runner_file_commands/set_output_0e-other';
  expect(parse(path)).toEqual({ kind: 'output', path });
});

test.each([
  '/home/me/precious',
  '/temp/_runner_file_commands/save_state_0e-other',
  '/temp/_runner_file_commands/set_output_',
  '/temp/_runner_file_commands/set_output_/../../precious',
  '/temp/_runner_file_commands/../_runner_file_commands/set_output_0e-other',
  'set_output_0e-other',
])('No other file is emptied, whatever the state says (%s).', (path) => {
  expect(parse(path)).toBeUndefined();
});

test('No file is emptied if the runner has no output file.', () => {
  delete process.env['GITHUB_OUTPUT'];
  expect(parse('/temp/_runner_file_commands/set_output_0e-other')).toBeUndefined();
});
