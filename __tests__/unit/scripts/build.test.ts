import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { loadedByName } from '../../../scripts/build/builtins.ts';
import { withoutFacades } from '../../../scripts/build/facades.ts';
import { licensesOf } from '../../../scripts/build/licenses.ts';
import { tidy } from '../../../scripts/build/tidy.ts';

describe('license texts', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'ec2-key-pair-licenses-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('appear once for all packages with the same text, whatever its newlines', () => {
    const modules = [
      module('zebra', 'Do what you like.\r\nAnd be kind. \r\n'),
      module('@scope/ant', 'Do what you like.\nAnd be kind.'),
      module('bee', 'Ask the bee.', 'LICENCE.md'),
      path.join(folder, 'src/main.ts'),
    ];
    expect(licensesOf(modules, {})).toBe(
      [
        '@scope/ant 1.0.0 (MIT)\nzebra 1.0.0 (MIT)\n\nDo what you like.\nAnd be kind.\n',
        'bee 1.0.0 (MIT)\n\nAsk the bee.\n',
      ].join(`\n${'-'.repeat(80)}\n\n`),
    );
  });

  test('of a package inside another package are its own', () => {
    const outer = module('outer', 'Outer.');
    const nested = path.join(path.dirname(outer), '../node_modules/inner');
    mkdirSync(nested, { recursive: true });
    writeFileSync(path.join(nested, 'package.json'), '{"name":"inner","version":"2.0.0","license":"ISC"}');
    writeFileSync(path.join(nested, 'COPYING'), 'Inner.');
    expect(licensesOf([path.join(nested, 'index.js?query')], {})).toBe('inner 2.0.0 (ISC)\n\nInner.\n');
  });

  test('include the notice of a package', () => {
    const file = module('owl', 'Text.');
    writeFileSync(path.join(folder, 'node_modules/owl/NOTICE'), 'By the owl.');
    expect(licensesOf([file], {})).toContain('Text.\n\nBy the owl.');
  });

  test('that are missing fail the build, unless an exception refers to another package', () => {
    const modules = [module('ant', undefined), module('bee', 'Ask the bee.')];
    expect(() => licensesOf(modules, {})).toThrow('ant@1.0.0 (MIT) has no license text');
    const exceptions = { ant: { textOf: 'bee', reason: 'they share a repository' } };
    expect(licensesOf(modules, exceptions)).toBe('ant 1.0.0 (MIT)\nbee 1.0.0 (MIT)\n\nAsk the bee.\n');
  });

  test('fail the build if an exception is no longer necessary', () => {
    const modules = [module('bee', 'Ask the bee.'), module('owl', 'Text.')];
    const exception = { textOf: 'bee', reason: 'they share a repository' };
    expect(() => licensesOf(modules, { ant: exception })).toThrow('it is not in dist');
    expect(() => licensesOf(modules, { owl: exception })).toThrow('it has its own license text');
  });

  function module(name: string, text: string | undefined, file = 'LICENSE'): string {
    const home = path.join(folder, 'node_modules', name);
    mkdirSync(path.join(home, 'lib'), { recursive: true });
    writeFileSync(
      path.join(home, 'package.json'),
      JSON.stringify({ name, version: '1.0.0', license: 'MIT' }),
    );
    if (text !== undefined) writeFileSync(path.join(home, file), text);
    return path.join(home, 'lib/index.js');
  }
});

describe('tidied code', () => {
  test('has the name of each file of src, and the name of a package where its code starts', () => {
    const code = [
      '// src/main.ts',
      'one();',
      '// node_modules/@aws-sdk/core/a.js',
      'two();',
      '// node_modules/@aws-sdk/core/b.js',
      'three();',
      '// src/post.ts',
      'four();',
      '// node_modules/@aws-sdk/core/c.js',
      'five();',
      '',
    ];
    expect(tidy(code.join('\n')).match(/^\/\/ .*/gm)).toEqual([
      '// src/main.ts',
      '// @aws-sdk/core',
      '// src/post.ts',
      '// @aws-sdk/core',
    ]);
    expect(tidy(code.join('\n')).match(/^\w.*/gm)).toEqual([
      'one();',
      'two();',
      'three();',
      'four();',
      'five();',
    ]);
  });
});

describe('bundled code', () => {
  test('loads modules of Node by name', () => {
    const code = [
      'import path from "node:path";',
      'import * as os from "os";',
      'import { createHash, sign as signWith } from "node:crypto";',
      'import fs, { readFileSync } from "node:fs";',
      'const { Agent } = await import("node:http");',
      'import { t } from "./start.js";',
    ];
    expect(loadedByName(code.join('\n')).split('\n')).toEqual([
      'const path = process.getBuiltinModule("node:path");',
      'const os = process.getBuiltinModule("node:os");',
      'const { createHash, sign: signWith } = process.getBuiltinModule("node:crypto");',
      'const fs = process.getBuiltinModule("node:fs");',
      'const { readFileSync } = fs;',
      'const { Agent } = await Promise.resolve(process.getBuiltinModule("node:http"));',
      'import { t } from "./start.js";',
    ]);
  });

  test('does not import a name that makes Node load more', () => {
    expect(() => loadedByName('import { ReadStream } from "node:fs";')).toThrow('ReadStream of node:fs');
    expect(() => loadedByName('import { webcrypto } from "node:crypto";')).toThrow(
      'webcrypto of node:crypto',
    );
  });

  test('imports nothing else from outside dist', () => {
    expect(() => loadedByName('import { x } from "undici";')).toThrow('undici');
  });

  test('has no chunks that only export what others hold under the same name', () => {
    const files = new Map([
      ['main.js', 'await import("./one.js");\nawait import("./two.js");\nawait import("./other.js");\n'],
      ['one.js', 'export { one } from "./both.js";\n'],
      ['two.js', 'import "./start.js";\nexport { two, three } from "./both.js";\n'],
      ['other.js', 'export { one as other } from "./both.js";\n'],
      ['both.js', 'export { one, two, three };\n'],
    ]);
    expect(Object.fromEntries(withoutFacades(files))).toEqual({
      'main.js': 'await import("./both.js");\nawait import("./both.js");\nawait import("./other.js");\n',
      'other.js': 'export { one as other } from "./both.js";\n',
      'both.js': 'export { one, two, three };\n',
    });
  });
});
