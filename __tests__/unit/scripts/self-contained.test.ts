import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { packagesMissingIn } from '../../../scripts/checks/self-contained.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ec2-key-pair-dist-'));
  write('package.json', '{"type":"module"}');
  write(
    'post.js',
    "const { existsSync } = process.getBuiltinModule('node:fs');\nconsole.log(existsSync('x'));",
  );
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string): void {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), text);
}

test('No package is missing if the code only loads chunks of dist and modules of Node.', async () => {
  write(
    'main.js',
    "import path from 'node:path';\nconst { run } = await import('./run.js');\nrun(path.sep);",
  );
  write('run.js', 'export function run(text) { console.log(text); }');
  expect(await packagesMissingIn(folder)).toEqual([]);
});

test('A package is missing even if only an unusual run loads it.', async () => {
  write('main.js', "const { run } = await import('./run.js');\nawait run();");
  write('run.js', "export const run = async () => (await import('leven')).default;");
  expect(await packagesMissingIn(folder)).toEqual(['leven']);
});
