import { execFileSync } from 'node:child_process';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { shellWord } from '../../../src/ledger/shell-word.ts';

test('Plain words stay as they are.', () => {
  for (const word of ['eu-west-1', '/tmp/a_b/key.pem', 'a@b:c%d+e']) expect(shellWord(word)).toBe(word);
});

test('Any text is one word of a shell, which reads it as it is.', () => {
  const texts = fc.sample(fc.string({ unit: 'binary' }), 200).map((text) => text.replaceAll('\0', ''));
  const samples = ['', ' ', "it's", '~', '-n', '$(x)', '`x`', 'a\nb', '*', ...texts];
  const script = samples.map((text) => `printf '%s\\0' ${shellWord(text)}`).join('\n');
  const printed = execFileSync('sh', { input: script, encoding: 'utf8' });
  expect(printed.split('\0').slice(0, -1)).toEqual(samples.map((text) => text.toWellFormed()));
});
