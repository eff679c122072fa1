import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { KeyPairError } from '../../../src/errors.ts';
import { tellOutcome, tellUnreadable } from '../../../src/runner/cleanup-report.ts';
import { failUnlessCompleted, reportAsWarning, reportFailure } from '../../../src/runner/failure.ts';
import { log } from '../../../src/runner/log.ts';
import { registerMasks } from '../../../src/runner/masks.ts';
import { setOutputs } from '../../../src/runner/outputs.ts';
import { writeSummary } from '../../../src/runner/summary.ts';
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

describe('the log', () => {
  test.each(['info', 'debug', 'notice', 'warning', 'error'] as const)(
    '%s issues no command of the text',
    (level) => {
      using captured = captureLog();
      log[level](attack);
      const own = level === 'info' ? [] : [expect.stringMatching(new RegExp(`^::${level}::`))];
      expect(commandsIn(captured.text())).toEqual(own);
      expect(captured.text()).not.toMatch(/%0A\s*::/);
    },
  );
});

describe('masks', () => {
  test('are one command each, at the start of a line, whatever was printed before', async () => {
    using captured = captureLog();
    process.stdout.write('no line end');
    await registerMasks(['abc', 'd%e', 'f\r\ng']);
    expect(captured.lines()).toEqual([
      'no line end',
      '::add-mask::abc',
      '::add-mask::d%25e',
      '::add-mask::f%0D%0Ag',
      '',
    ]);
  });

  test('are refused as a whole where they cannot be written', async () => {
    const write = process.stdout.write;
    process.stdout.write = (...args: unknown[]) => {
      for (const done of args)
        if (typeof done === 'function') done(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
      return false;
    };
    try {
      await expect(registerMasks(['abc'])).rejects.toMatchObject({
        code: 'RUNNER_FILE_NOT_WRITABLE',
        message: 'Standard output, which the runner reads, cannot be written (EPIPE).',
      });
    } finally {
      process.stdout.write = write;
    }
  });
});

describe('a failure', () => {
  test('of ours is its message, its hint on a line of its own, and its code for whoever debugs', () => {
    using captured = captureLog();
    reportFailure(new KeyPairError('NAME_TAKEN', 'It is taken.', { hint: 'Take another.' }));
    expect(captured.lines()).toEqual([
      '::error::It is taken.',
      'Take another.',
      '::debug::Code NAME_TAKEN.',
      '',
    ]);
  });

  test('of ours says nothing of its cause, which may carry a response', () => {
    using captured = captureLog();
    const cause = awsError('Teapot', { message: 'of the cause', cause: new Error(responseText) });
    const error = new KeyPairError('REFUSED', 'It was refused.', { hint: 'Ask again.', cause });
    reportFailure(error);
    reportAsWarning(error);
    expect(captured.text()).toContain('It was refused.');
    expect(captured.text()).not.toMatch(new RegExp(`${responseText}|of the cause`));
  });

  test('of any other kind is its name and text, and never what it carries', () => {
    using captured = captureLog();
    const error = awsError('Teapot', { message: attack, cause: new Error(responseText) });
    reportFailure(error);
    reportAsWarning(error);
    expect(captured.text()).toContain('Teapot: a');
    expect(captured.text()).not.toContain(responseText);
    expect(commandsIn(captured.text()).map((line) => line.split('::')[1])).toEqual(['error', 'warning']);
  });

  test.each([undefined, null, 'secret text', { message: 'secret text' }])(
    '%j is told without its content',
    (thrown) => {
      using captured = captureLog();
      reportFailure(thrown);
      reportAsWarning(thrown);
      expect(captured.text()).not.toContain('secret text');
    },
  );

  test('is what a step is until it says that it has succeeded', () => {
    const exitCode = process.exitCode;
    const step = failUnlessCompleted();
    expect(process.exitCode).toBe(1);
    step.completed();
    const completed = process.exitCode;
    process.exitCode = exitCode;
    expect(completed).toBe(0);
  });
});

describe('the clean-up', () => {
  test('warns only of what is left, with the reason and the command', () => {
    using captured = captureLog();
    tellOutcome({ outcome: 'removed', what: 'the pair' });
    tellOutcome({ outcome: 'already-gone', what: 'the file' });
    tellOutcome({ outcome: 'left', what: 'the pair', why: 'no answer', byHand: 'aws ec2 …' });
    tellOutcome({ outcome: 'left', what: 'the file', why: 'EACCES' });
    expect(captured.lines()).toEqual([
      'Removed the pair.',
      'Gone already: the file.',
      '::warning::Left behind: the pair: no answer. Remove it by hand: aws ec2 …',
      '::warning::Left behind: the file: EACCES.',
      '',
    ]);
  });

  test('says how to look for what it cannot read', () => {
    using captured = captureLog();
    tellUnreadable([1, 3]);
    expect(captured.text()).toContain('2 of its claims');
    expect(captured.text()).toContain('tag:managed-by,Values=ec2-key-pair-action');
  });
});

describe('outputs', () => {
  test('go to the runner’s file, whatever they hold', () => {
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

  test('are an error where the runner has named no file, and nothing is printed', () => {
    using captured = captureLog();
    delete process.env['GITHUB_OUTPUT'];
    expect(() => setOutputs({ 'key-name': 'a' })).toThrow(expect.objectContaining({ code: 'NO_RUNNER' }));
    expect(captured.text()).toBe('');
  });
});

describe('the summary', () => {
  test('that cannot be written is no reason to fail', async () => {
    using captured = captureLog();
    process.env['GITHUB_STEP_SUMMARY'] = path.join(folder, 'no/such/file');
    writeSummary({ heading: 'h', rows: [['a', 'b']] });
    expect(captured.text()).toContain('could not be written');
  });

  test('holds no markup but its own', async () => {
    const file = path.join(folder, 'summary');
    writeFileSync(file, '');
    process.env['GITHUB_STEP_SUMMARY'] = file;
    const evil = '<img src=x onerror=y>[a](http://b)|@octo\n\n# c';
    writeSummary({ heading: evil, columns: [evil, 'B'], rows: [[evil, '']], note: evil });
    const text = readFileSync(file, 'utf8');
    const tags = [...text.matchAll(/<\/?(\w+)[^>]*>/g)].map(([, name]) => name);
    expect(new Set(tags)).toEqual(new Set(['h3', 'table', 'tr', 'th', 'td', 'code']));
    expect(text).not.toMatch(/@octo|\]\(|^# c/m);
    expect(text).toContain('<td></td>');
  });
});
