import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { arrows, components, importProblems, importsBelow, importsIn } from '../../scripts/checks/imports.ts';

const root = path.resolve(import.meta.dirname, '../..');
const allCode = [
  'src',
  'local',
  'scripts',
  'bench',
  'e2e',
  'torture',
  'mutants',
  'test-support',
  '__tests__',
];

describe('the imports between components of src', () => {
  const real = importsBelow(root, 'src');

  test('are exactly the allowed ones', () => {
    expect(real.length).toBeGreaterThan(100);
    expect(importProblems(real)).toEqual([]);
  });

  test('only go down, so that there are no cycles', () => {
    const order = components.map(({ name }) => name);
    const up = components.flatMap(({ name, imports }) =>
      imports.filter((to) => order.indexOf(to) <= order.indexOf(name)).map((to) => `${name} --> ${to}`),
    );
    expect(up).toEqual([]);
  });

  test('are the arrows of the diagram in CONTRIBUTING.md', () => {
    const [, diagram = ''] =
      /<!-- folders -->([\s\S]*?)<!-- \/folders -->/.exec(read('CONTRIBUTING.md')) ?? [];
    const drawn = [...diagram.matchAll(/^ +(\S+ --> \S+)$/gm)].map(([, arrow]) => arrow);
    expect(drawn.sort()).toEqual(arrows().sort());
  });

  test.each([
    ['src/keys/pem.ts', "import { log } from '../runner/log.ts';"],
    ['src/keys/pem.ts', "import { readFileSync } from 'node:fs';"],
    ['src/inputs/values.ts', "import type { EC2Client } from '@aws-sdk/client-ec2';"],
    ['src/operations/create.ts', "const { log } = await import('../runner/log.ts');"],
    ['src/aws/client.ts', "export { KeyPairs } from '../ec2/key-pairs.ts';"],
    ['src/destinations/output.ts', "import '@actions/core';"],
    ['src/ec2/key-pairs.ts', "import { EC2Server } from '../../local/aws/server.ts';"],
    ['src/step/run.ts', "import '../main.ts';"],
    ['src/errors.ts', "import type {\n  Tag,\n} from './ownership.ts';"],
  ])('do not allow %s to contain: %s', (file, line) => {
    const added = importsIn(file, line);
    expect(added).toHaveLength(1);
    expect(importProblems([...real, ...added])).toEqual([
      expect.stringContaining(`${file} must not import `),
    ]);
  });

  test.each([
    ['src/destinations/ssm.ts', "import { explain } from '../aws/explain.ts';"],
    ['src/destinations/ssm.ts', "import type { AwsSession } from '../aws/session.ts';"],
  ])('only need a new entry to allow %s to contain: %s', (file, line) => {
    const [problem = '', ...others] = importProblems([...real, ...importsIn(file, line)]);
    expect(problem).toContain('src/aws/');
    expect(others).toEqual([]);
  });

  test('are reported if they are allowed but no longer used', () => {
    const withoutResults = real.filter(
      ({ file, target }) => !(file.startsWith('src/step/') && target.startsWith('src/results/')),
    );
    expect(importProblems(withoutResults)).toEqual([
      'step --> results is allowed, but no file imports that way',
    ]);
  });
});

describe('the repository', () => {
  test.each([
    ['src', 'local'],
    ['local', 'src'],
  ])('has no file in %s/ that imports from %s/', (from, to) => {
    expect(importsBelow(root, from).filter(({ target }) => target.startsWith(`${to}/`))).toEqual([]);
  });

  test('has no code from local/ in dist', () => {
    const modules = globSync('dist/*.js', { cwd: root }).flatMap((file) =>
      [...read(file).matchAll(/^\/\/ (\S+\.(?:ts|js))$/gm)].map(([, module = '']) => module),
    );
    expect(modules).toContain('src/main.ts');
    expect(modules.filter((module) => /^(?:local|test-support)\//.test(module))).toEqual([]);
  });

  test('has no exported value in src that is not imported', () => {
    // Pages and action.yml are written from the tables of src, and compared with its error codes.
    const users = filesIn('src', 'scripts', '__tests__/unit/docs').filter((file) => file.endsWith('.ts'));
    const imported = new Set(importedNames(users).map(({ name }) => name));
    const unused = filesIn('src').flatMap((file) =>
      exportedValues(read(file))
        .filter((name) => !imported.has(name))
        .map((name) => `${file}: ${name}`),
    );
    expect(unused).toEqual([]);
  });

  test('has no file with more than 270 lines in src/, local/, or scripts/', () => {
    expect(filesIn('src', 'local', 'scripts').filter((file) => read(file).split('\n').length > 270)).toEqual(
      [],
    );
  });

  test('has no file or folder named utils, helpers, misc, or common', () => {
    const vague = filesIn(...allCode).filter((file) =>
      file.split('/').some((part) => /^(?:utils?|helpers?|misc|common)(?:\.|$)/i.test(part)),
    );
    expect(vague).toEqual([]);
  });

  test('has one call that exits the process at once: others could cut off its output', () => {
    const forced = new RegExp(`process\\.${'exit'}\\(`);
    const files = filesIn(...allCode.filter((folder) => folder !== '__tests__'));
    // This one waits for the output first.
    expect(files.filter((file) => forced.test(read(file)))).toEqual(['src/runner/ending.ts']);
  });
});

describe('the linter', () => {
  const rejected = [
    ['src/ec2/b.ts', 'export const home = process.env;', 'noRestrictedGlobals'],
    ['src/runner/b.ts', "console.log('text');", 'noConsole'],
    ['src/keys/b.ts', "import 'crypto';", 'useNodejsImportProtocol'],
    ['src/keys/round.ts', "export { about as round } from './about.ts';", 'noImportCycles'],
  ] as const;
  const allowed = [
    ['src/step/c.ts', 'export const windows = process.platform;'],
    ['src/runner/c.ts', 'export const home = process.env;'],
    ['src/keys/c.ts', "import 'node:crypto';"],
  ] as const;
  let copy: string;
  let found: ReadonlyMap<string, readonly string[]>;

  beforeAll(() => {
    copy = mkdtempSync(path.join(realpathSync(tmpdir()), 'ec2-key-pair-structure-'));
    copyFileSync(path.join(root, 'biome.json'), path.join(copy, 'biome.json'));
    for (const [file, line] of [...rejected, ...allowed]) write(copy, file, `${line}\n`);
    write(copy, 'src/keys/about.ts', "export { round as about } from './round.ts';\n");
    found = rulesBrokenIn(copy);
  });
  afterAll(() => rmSync(copy, { recursive: true }));

  test.each(rejected)('rejects a line in %s: %s', (file, _, rule) => {
    expect(found.get(file)).toContain(rule);
  });

  test.each(allowed)('accepts a line in %s: %s', (file, _) => {
    expect(found.get(file) ?? []).toEqual([]);
  });
});

function write(folder: string, file: string, text: string): void {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), text);
}

/** The lint rules that each file of a folder breaks. */
function rulesBrokenIn(folder: string): ReadonlyMap<string, readonly string[]> {
  const biome = path.join(root, 'node_modules/@biomejs/biome/bin/biome');
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [biome, 'lint', '--vcs-enabled=false', '--max-diagnostics=none', '--reporter=github', '.'],
    { cwd: folder, encoding: 'utf8' },
  );
  const broken = [...stdout.matchAll(/^::\w+ title=lint\/\w+\/(\w+),file=([^,]+),line=(\d+),/gm)];
  if (broken.length === 0) throw new Error(`The linter found nothing:\n${stderr}`);
  const byFile = Map.groupBy(broken, ([, , file = '']) => nameBelow(folder, file));
  return new Map([...byFile].map(([file, lines]) => [file, lines.map(([, rule = '']) => rule)]));
}

/** Converts a file's path in the linter's output (with `:` as `%3A`) to a path relative to the folder, with `/`. */
function nameBelow(folder: string, file: string): string {
  const parts = decodeURIComponent(file)
    .replaceAll('\\', '/')
    .split(`${path.basename(folder)}/`);
  return parts.at(-1) ?? '';
}

/** The names that files import, statically or dynamically. */
function importedNames(files: readonly string[]): { readonly name: string }[] {
  return files.flatMap((file) => {
    const text = read(file);
    const named = [...text.matchAll(/^\s*(?:import|export)\s+(?:type\s+)?\{([^}]*)\}\s+from/gm)].flatMap(
      ([, list = '']) => list.split(',').map((item) => /(?:type\s+)?(\w+)/.exec(item.trim())?.[1] ?? ''),
    );
    const dynamic = [...text.matchAll(/\(await import\([^)]*\)\)\.(\w+)/g)].map(([, name = '']) => name);
    const destructured = [...text.matchAll(/const \{ ([^}]*) \} = await import\(/g)].flatMap(
      ([, list = '']) => list.split(',').map((item) => item.trim().split(':')[0] ?? ''),
    );
    return [...named, ...dynamic, ...destructured].map((name) => ({ name }));
  });
}

function exportedValues(text: string): string[] {
  return [...text.matchAll(/^export (?:async )?(?:function|const|class|let) (\w+)/gm)].map(
    ([, name = '']) => name,
  );
}

/** TypeScript and JavaScript files below folders of the repository, as paths with `/`. */
function filesIn(...folders: string[]): string[] {
  return folders
    .flatMap((folder) => globSync(`${folder}/**/*.{ts,mts,mjs}`, { cwd: root }))
    .map((file) => file.replaceAll('\\', '/'));
}

function read(file: string): string {
  return readFileSync(path.join(root, file), 'utf8');
}
