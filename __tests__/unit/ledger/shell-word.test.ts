import { execFileSync } from 'node:child_process';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { removeCommand, shellWord } from '../../../src/ledger/shell-word.ts';
import { sanitizeForLog } from '../../../src/runner/sanitize.ts';

test('Plain words stay as they are.', () => {
  for (const word of ['eu-west-1', '/tmp/a_b/key.pem', 'a:b:c%d+e']) {
    expect(shellWord(word, 'bash')).toBe(word);
    expect(shellWord(word, 'PowerShell')).toBe(word);
  }
});

const samples = [
  '',
  ' ',
  "it's",
  '~',
  '-n',
  '$(x)',
  '`x`',
  'a\nb',
  '*',
  '\t9',
  'a\u202eb',
  '##[error]x',
  '\\n',
  "\r'",
];

test('Any text is one word of a shell, which reads it as it is.', () => {
  const random = fc.sample(fc.string({ unit: 'binary' }), 200).map((text) => text.replaceAll('\0', ''));
  const texts = [...samples, ...random];
  const script = texts.map((text) => `printf '%s\\0' ${shellWord(text, 'bash')}`).join('\n');
  const printed = execFileSync('bash', { input: script, encoding: 'utf8' });
  expect(printed.split('\0').slice(0, -1)).toEqual(texts.map((text) => text.toWellFormed()));
});

test('A word is one line, which the log shows as it is.', () => {
  for (const text of samples) {
    const word = shellWord(text, 'bash');
    expect(word).not.toMatch(/[\r\n]/);
    expect(sanitizeForLog(`rm ${word}`)).toBe(`rm ${word}`);
  }
});

test.each([
  ['C:\\Users\\me\\key.pem', "'C:\\Users\\me\\key.pem'"],
  ['C:\\a b\\$x`n.pem', "'C:\\a b\\$x`n.pem'"],
  ["C:\\it's.pem", "'C:\\it''s.pem'"],
  ['C:\\\u2018quoted\u2019.pem', "'C:\\\u2018\u2018quoted\u2019\u2019.pem'"],
  ['@splat', "'@splat'"],
])('PowerShell reads %j as one word.', (text, word) => {
  expect(shellWord(text, 'PowerShell')).toBe(word);
});

test('The command that deletes a file is one of the shell that is used on its system.', () => {
  expect(removeCommand('/tmp/a b.pem', 'bash')).toBe("rm -f '/tmp/a b.pem'");
  expect(removeCommand('C:\\t\\[a].pem', 'PowerShell')).toBe(
    "Remove-Item -Force -LiteralPath 'C:\\t\\[a].pem'",
  );
});
