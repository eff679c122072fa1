import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from '@jest/globals';
import { findNode24 } from '../../../scripts/node24.mjs';
import { compileAction } from '../../../test-support/compile-action.ts';

it('compiles the code of an action as Node expects it in its compile cache', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'ec2-key-pair-compiled-'));
  try {
    const dist = path.join(folder, 'dist');
    const cache = path.join(folder, 'cache');
    await mkdir(dist);
    await writeFile(path.join(dist, 'package.json'), '{"type": "module"}');
    await writeFile(path.join(dist, 'main.js'), "import { text } from './text.js';\nconsole.log(text());\n");
    await writeFile(path.join(dist, 'text.js'), "export const text = () => 'It runs.';\n");
    await compileAction(folder, cache);
    const { stdout, stderr } = await promisify(execFile)(findNode24(), [path.join(dist, 'main.js')], {
      env: { NODE_COMPILE_CACHE: cache, NODE_DEBUG_NATIVE: 'COMPILE_CACHE' },
    });
    const printed = stdout + stderr;
    expect(printed).toContain('It runs.');
    expect(printed.match(/V8 code cache for ESM .*\b(?:main|text)\.js was accepted/g)).toHaveLength(2);
  } finally {
    await rm(folder, { recursive: true });
  }
});
