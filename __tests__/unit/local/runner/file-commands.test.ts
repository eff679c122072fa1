import { appendFileSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { FileCommands, pairsIn } from '../../../../local/runner/file-commands.ts';
import { SecretMasker } from '../../../../local/runner/masker.ts';
import { StepLog } from '../../../../local/runner/step-log.ts';
import type { StepScope } from '../../../../local/runner/step-scope.ts';
import { freshFolder } from './tiny-action.ts';

function stepThatWrites(texts: Readonly<Record<string, string>>): StepScope {
  const files = new FileCommands(freshFolder());
  for (const [name, text] of Object.entries(texts)) appendFileSync(files.paths[name] ?? '', text);
  return processed(files);
}

function processed(files: FileCommands, ...hidden: string[]): StepScope {
  const masker = new SecretMasker();
  for (const value of hidden) masker.add(value);
  const job = {
    env: new Map<string, string>(),
    path: [],
    masks: [],
    hide: (value: string) => masker.add(value),
    mask: (text: string) => masker.mask(text),
  };
  const scope: StepScope = {
    job,
    log: new StepLog(masker, false, []),
    env: new Map(),
    outputs: new Map(),
    state: new Map(),
    summary: [],
    commandFailed: false,
  };
  files.process(scope);
  return scope;
}

describe('Name and value pairs', () => {
  test.each([
    ['a line', 'K=my value\n', [['K', 'my value']]],
    ['a last line without a newline', 'K=v', [['K', 'v']]],
    [
      'equals signs in the value',
      'A==b\nC=d=e\n',
      [
        ['A', '=b'],
        ['C', 'd=e'],
      ],
    ],
    ['empty lines between them', '\n\nA=\n\n', [['A', '']]],
    ['a block', 'K<<EOF\none\n\n two\nEOF\n', [['K', 'one\n\n two']]],
    ['an empty block', 'K<<EOF\nEOF\n', [['K', '']]],
    ['a block without a final newline', 'K<<EOF\nv\nEOF', [['K', 'v']]],
    [
      'a delimiter that begins with a sign',
      'K<<=E\na=b\n=E\nL<<<E\nx\n<E\n',
      [
        ['K', 'a=b'],
        ['L', 'x'],
      ],
    ],
    ['text that looks like a delimiter in a value', 'K=a<<b\n', [['K', 'a<<b']]],
    ['CR as part of a value', 'K=v\r\n', [['K', 'v\r']]],
  ])('can have %s.', (_what, text, pairs) => {
    expect([...pairsIn(text)]).toEqual(pairs);
  });

  test.each([
    ['a line that is neither a pair nor a block', 'junk\n', "Invalid format 'junk'"],
    [
      'a block without a name',
      '<<EOF\nEOF\n',
      "Invalid format '<<EOF'. Name must not be empty and delimiter must not be empty",
    ],
    ['a block that ends within a line', 'K<<EOF\none\ntw', 'Invalid value. EOF marker missing new line.'],
    ['a block without its delimiter', 'K<<EOF\none\n', "Invalid value. Matching delimiter not found 'EOF'"],
    [
      'a delimiter followed by CR',
      'K<<EOF\none\nEOF\r\n',
      "Invalid value. Matching delimiter not found 'EOF'",
    ],
  ])('fail with %s.', (_what, text, message) => {
    expect(() => [...pairsIn(text)]).toThrow(message);
  });
});

test('Entries before an incomplete block apply, entries after it do not, and the step fails.', () => {
  const scope = stepThatWrites({ state: 'name=deploy\nid<<X\nkey-0', output: 'o=1\n' });
  expect([...scope.state]).toEqual([['name', 'deploy']]);
  expect([...scope.outputs]).toEqual([['o', '1']]);
  expect(scope.commandFailed).toBe(true);
  expect(scope.log.lines).toEqual([
    "##[error]Unable to process file command 'state' successfully.",
    '##[error]Invalid value. EOF marker missing new line.',
  ]);
});

test('Variables and folders apply to later steps, the last folder first.', () => {
  const scope = stepThatWrites({ env: 'A=1\n', path: '/x\r\n\n/y\n/x\n' });
  expect([...scope.job.env]).toEqual([['A', '1']]);
  expect(scope.job.path).toEqual(['/y', '/x']);
});

test('NODE_OPTIONS is ignored, in upper and lower case, and the step does not fail.', () => {
  const scope = stepThatWrites({ env: 'Node_Options=--require /x\nB=2\n' });
  expect([...scope.job.env]).toEqual([['B', '2']]);
  expect(scope.commandFailed).toBe(false);
  expect(scope.log.annotations[0]?.message).toMatch(/^Can't store NODE_OPTIONS/);
});

test('A summary is masked line by line, so a secret across several lines is visible.', () => {
  const files = new FileCommands(freshFolder());
  appendFileSync(files.paths['step_summary'] ?? '', 'a s3cret\r\none\ntwo');
  expect(processed(files, 's3cret', 'one\ntwo').summary.join('')).toBe('a ***\none\ntwo\n');
});

test('A summary of 1 MiB is kept; one byte more, and it is dropped with an error.', () => {
  const kept = stepThatWrites({ step_summary: 'x'.repeat(1024 * 1024) });
  expect(kept.summary.join('')).toHaveLength(1024 * 1024 + 1);
  const dropped = stepThatWrites({ step_summary: 'x'.repeat(1024 * 1024 + 1) });
  expect(dropped.summary).toEqual([]);
  expect(dropped.log.annotations[0]?.message).toMatch(
    /upload aborted, supports content up to a size of 1024k, got 1024k/,
  );
  expect(dropped.commandFailed).toBe(false);
});

test('A file that was removed counts as empty; one that was replaced by a folder fails the step.', () => {
  const files = new FileCommands(freshFolder());
  rmSync(files.paths['state'] ?? '');
  rmSync(files.paths['output'] ?? '');
  mkdirSync(files.paths['output'] ?? '');
  const { log, commandFailed } = processed(files);
  expect(log.lines[0]).toBe("##[error]Unable to process file command 'output' successfully.");
  expect(commandFailed).toBe(true);
});

test('Every step has its own files.', () => {
  const temp = freshFolder();
  const [first, second] = [new FileCommands(temp), new FileCommands(temp)];
  expect(first.paths['output']).toMatch(/_runner_file_commands\/set_output_[0-9a-f-]{36}$/);
  expect(first.paths['output']).not.toBe(second.paths['output']);
  expect(statSync(first.paths['output'] ?? '').size).toBe(0);
});
