import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { licencesOf } from '../../../scripts/build/licences.ts';
import { tidy } from '../../../scripts/build/tidy.ts';

describe('licences', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'ec2-key-pair-licences-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('stand once for all packages that have the same, however their lines end', () => {
    const modules = [
      module('zebra', 'Do what you like.\r\nAnd be kind. \r\n'),
      module('@scope/ant', 'Do what you like.\nAnd be kind.'),
      module('bee', 'Ask the bee.', 'LICENCE.md'),
      path.join(folder, 'src/main.ts'),
    ];
    expect(licencesOf(modules, {})).toBe(
      [
        '@scope/ant 1.0.0 (MIT)\nzebra 1.0.0 (MIT)\n\nDo what you like.\nAnd be kind.\n',
        'bee 1.0.0 (MIT)\n\nAsk the bee.\n',
      ].join(`\n${'-'.repeat(80)}\n\n`),
    );
  });

  test('of a package inside a package are its own', () => {
    const outer = module('outer', 'Outer.');
    const nested = path.join(path.dirname(outer), '../node_modules/inner');
    mkdirSync(nested, { recursive: true });
    writeFileSync(path.join(nested, 'package.json'), '{"name":"inner","version":"2.0.0","license":"ISC"}');
    writeFileSync(path.join(nested, 'COPYING'), 'Inner.');
    expect(licencesOf([path.join(nested, 'index.js?query')], {})).toBe('inner 2.0.0 (ISC)\n\nInner.\n');
  });

  test('come with the notice that a package adds', () => {
    const file = module('owl', 'Text.');
    writeFileSync(path.join(folder, 'node_modules/owl/NOTICE'), 'By the owl.');
    expect(licencesOf([file], {})).toContain('Text.\n\nBy the owl.');
  });

  test('that are missing stop the build, unless the text of another package is said to hold', () => {
    const modules = [module('ant', undefined), module('bee', 'Ask the bee.')];
    expect(() => licencesOf(modules, {})).toThrow('ant@1.0.0 (MIT) has no licence text');
    const exceptions = { ant: { textOf: 'bee', because: 'they share a repository' } };
    expect(licencesOf(modules, exceptions)).toBe('ant 1.0.0 (MIT)\nbee 1.0.0 (MIT)\n\nAsk the bee.\n');
  });

  test('are not excused for nothing: an exception that has become needless stops the build', () => {
    const modules = [module('bee', 'Ask the bee.'), module('owl', 'Text.')];
    const exception = { textOf: 'bee', because: 'they share a repository' };
    expect(() => licencesOf(modules, { ant: exception })).toThrow('nothing of it is in dist');
    expect(() => licencesOf(modules, { owl: exception })).toThrow('has a text of its own');
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
  test('has no marks of webpack', () => {
    const packed = [
      '/***/ 698:',
      '/***/ ((module, exports, require) => {',
      '',
      '/* harmony export */ require.d(exports, {',
      '/* harmony export */   a: () => (/* binding */ $b)',
      '/* harmony export */ });',
      '/* harmony import */ var os = require(857);',
      '/******/ 	// a note',
    ];
    expect(tidy(packed.join('\n'))).toBe(
      [
        '698:',
        '((module, exports, require) => {',
        '',
        'require.d(exports, {',
        'a: () => $b',
        '});',
        'var os = require(857);',
        '\t// a note',
      ].join('\n'),
    );
  });

  test('names each file of src, and a package where its code begins', () => {
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
