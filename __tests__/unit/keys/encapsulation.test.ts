import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';

const src = path.resolve(import.meta.dirname, '../../../src');

test('other folders import only the files that cannot return the text of a key without its masks', () => {
  const imported = globSync('**/*.ts', { cwd: src })
    .filter((file) => path.dirname(file) !== 'keys')
    .flatMap((file) => [...readFileSync(path.join(src, file), 'utf8').matchAll(/\/keys\/([\w-]+)\.ts'/g)])
    .map(([, name]) => name);
  const open = [
    'fingerprint',
    'formats',
    'generate',
    'given-public-key',
    'private-key',
    'private-key-text',
    'public-half',
    'public-key',
  ];
  expect(imported).toContain('private-key');
  expect(imported.filter((name) => !open.includes(name ?? ''))).toEqual([]);
});
