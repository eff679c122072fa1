import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

const root = path.resolve(import.meta.dirname, '../..');
const folder = path.join(root, '__tests__/compile-errors');
const files = readdirSync(folder);

/** Each file begins with the one error it must have, and why: `// TS2322: …`. */
describe('the compiler refuses', () => {
  const place = mkdtempSync(path.join(realpathSync(tmpdir()), 'ec2-key-pair-compile-errors-'));
  let found: ReadonlyMap<string, readonly string[]>;

  beforeAll(() => {
    found = errorsOfTheCompiler(place);
  });
  afterAll(() => rmSync(place, { recursive: true }));

  test.each(files)('%s', (file) => {
    const [, expected] = /^\/\/ (TS\d+): /.exec(readFileSync(path.join(folder, file), 'utf8')) ?? [];
    expect(found.get(file)).toEqual([expected]);
  });
});

/** One run over all files, with the settings of everything else. */
function errorsOfTheCompiler(place: string): ReadonlyMap<string, readonly string[]> {
  const settings = { extends: path.join(root, 'tsconfig.json'), include: [folder], exclude: [] };
  writeFileSync(
    path.join(place, 'tsconfig.json'),
    JSON.stringify({ ...settings, compilerOptions: { typeRoots: [path.join(root, 'node_modules/@types')] } }),
  );
  const compiler = path.join(root, 'node_modules/typescript/bin/tsc');
  const { stdout } = spawnSync(process.execPath, [compiler, '--noEmit', '--pretty', 'false', '-p', place], {
    cwd: root,
    encoding: 'utf8',
  });
  const errors = [...stdout.matchAll(/^(\S+)\(\d+,\d+\): error (TS\d+):/gm)];
  const byFile = Map.groupBy(errors, ([, file = '']) => path.basename(file));
  return new Map([...byFile].map(([file, list]) => [file, list.map(([, , code = '']) => code)]));
}
