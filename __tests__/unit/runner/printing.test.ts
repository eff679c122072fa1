import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { KeyPairError } from '../../../src/errors.ts';
import { assumeFailure, reportAsWarning, reportFailure } from '../../../src/runner/failure.ts';
import { log } from '../../../src/runner/log.ts';
import { registerMasks } from '../../../src/runner/masks.ts';
import { setOutputs } from '../../../src/runner/outputs.ts';
import { awsError, responseText } from '../../lib/aws-errors.ts';
import { captureLog } from '../../lib/captured-log.ts';
import { commandsIn } from '../../lib/recognizers.ts';

const attack = 'a\n::stop-commands::x\n##[add-mask]e';
const before = { ...process.env };
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ec2-key-pair-unit-'));
});

afterEach(() => {
  process.env = { ...before };
  rmSync(folder, { recursive: true });
});

describe('The log', () => {
  test.each(['info', 'debug', 'notice', 'warning', 'error'] as const)(
    'never issues a command that is in the text (%s)',
    (level) => {
      using captured = captureLog();
      log[level](attack);
      const own = level === 'info' ? [] : [expect.stringMatching(new RegExp(`^::${level}::`))];
      expect(commandsIn(captured.text())).toEqual(own);
      expect(captured.text()).not.toMatch(/%0A\s*::/);
    },
  );
});

describe('Masks', () => {
  test('are one command each, at the start of a line, whatever was printed before', async () => {
    using captured = captureLog();
    process.stdout.write('no newline');
    await registerMasks(['abc', 'd%e', 'f\r\ng']);
    expect(captured.lines()).toEqual([
      'no newline',
      '::add-mask::abc',
      '::add-mask::d%25e',
      '::add-mask::f%0D%0Ag',
      '',
    ]);
  });

  test('are not registered at all if they cannot be written', async () => {
    const write = process.stdout.write;
    process.stdout.write = (...args: unknown[]) => {
      for (const done of args)
        if (typeof done === 'function') done(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
      return false;
    };
    try {
      await expect(registerMasks(['abc'])).rejects.toMatchObject({
        code: 'RUNNER_FILE_NOT_WRITABLE',
        message: 'Cannot write standard output, which the runner reads (EPIPE).',
      });
    } finally {
      process.stdout.write = write;
    }
  });
});

describe('A failure', () => {
  test('of a known kind is one annotation, with the hint on a line of its own, and its code for debugging', () => {
    using captured = captureLog();
    reportFailure(new KeyPairError('NAME_TAKEN', 'It exists.', { hint: 'Use another.' }));
    expect(captured.lines()).toEqual(['::error::It exists.%0AUse another.', '::debug::Code NAME_TAKEN.', '']);
  });

  test('has its details in the log, not in the annotation', () => {
    using captured = captureLog();
    reportFailure(new KeyPairError('NO_REGION', 'None.', { hint: 'Set it.', details: 'how:\n  so' }));
    expect(captured.lines()).toEqual([
      '::error::None.%0ASet it.',
      'how:',
      '  so',
      '::debug::Code NO_REGION.',
      '',
    ]);
  });

  test('that is longer than an annotation can be is cut there, but not its hint, and whole in the log', () => {
    using captured = captureLog();
    const message = 'x'.repeat(5_000);
    reportFailure(new KeyPairError('NAME_TAKEN', message, { hint: 'Use another.' }));
    const [whole, annotation = ''] = captured.lines();
    expect(whole).toBe(message);
    expect(annotation).toMatch(/^::error::x+…%0AUse another\.$/);
    expect(annotation.length).toBeLessThan(3_500);
  });

  test('of a known kind is printed without its cause, which may carry a response', () => {
    using captured = captureLog();
    const cause = awsError('Teapot', { message: 'of the cause', cause: new Error(responseText) });
    const error = new KeyPairError('REFUSED', 'It was rejected.', { hint: 'Try again.', cause });
    reportFailure(error);
    reportAsWarning(error);
    expect(captured.text()).toContain('It was rejected.');
    expect(captured.text()).not.toMatch(new RegExp(`${responseText}|of the cause`));
  });

  test('of any other kind is printed as a bug, with its name and message, and never with what it carries', () => {
    using captured = captureLog();
    const error = awsError('Teapot', { message: attack, cause: new Error(responseText) });
    reportFailure(error);
    reportAsWarning(error);
    expect(captured.text()).toContain('Unexpected error: Teapot: a');
    expect(captured.text()).toContain('This is a bug in the action. Please report it and include this line.');
    expect(captured.text()).not.toContain(responseText);
    expect(commandsIn(captured.text()).map((line) => line.split('::')[1])).toEqual([
      'error',
      'debug',
      'warning',
    ]);
  });

  test.each([undefined, null, 'secret text', { message: 'secret text' }])(
    'is printed without its content if it is no error: %j',
    (thrown) => {
      using captured = captureLog();
      reportFailure(thrown);
      reportAsWarning(thrown);
      expect(captured.text()).not.toContain('secret text');
    },
  );

  test('of the post step is only a warning, in the words of the error', () => {
    using captured = captureLog();
    reportAsWarning(new KeyPairError('NO_REGION', 'No AWS Region is set.', { hint: 'Set aws-region.' }));
    reportAsWarning(new TypeError('x is not a function'));
    expect(captured.lines()).toEqual([
      '::warning::Cleanup failed: No AWS Region is set.%0ASet aws-region.',
      '::warning::Cleanup failed: x is not a function.',
      '',
    ]);
  });

  test('is assumed until the step says that it is completed', () => {
    const exitCode = process.exitCode;
    const step = assumeFailure();
    expect(process.exitCode).toBe(1);
    step.completed();
    const completed = process.exitCode;
    process.exitCode = exitCode;
    expect(completed).toBe(0);
  });
});

describe('Outputs', () => {
  test('are written to the runner’s file, whatever they contain', () => {
    using captured = captureLog();
    const file = path.join(folder, 'output');
    writeFileSync(file, '');
    process.env['GITHUB_OUTPUT'] = file;
    setOutputs({ 'key-name': 'a', 'public-key': attack });
    expect(readFileSync(file, 'utf8')).toMatch(
      /^key-name<<(\S+)\r?\na\r?\n\1\r?\npublic-key<<(\S+)\r?\na\n::stop/,
    );
    expect(captured.text()).toBe('');
  });

  test('are an error if the runner has set no file for them, and nothing is printed', () => {
    using captured = captureLog();
    delete process.env['GITHUB_OUTPUT'];
    expect(() => setOutputs({ 'key-name': 'a' })).toThrow(expect.objectContaining({ code: 'NO_RUNNER' }));
    expect(captured.text()).toBe('');
  });
});
