import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
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

const root = path.resolve(import.meta.dirname, '../..');
const biome = path.join(root, 'node_modules/@biomejs/biome/bin/biome');

/** A file of each room, and the rooms that it may import of. */
const arrows: Readonly<Record<string, readonly string[]>> = {
  'wiring/a.ts': [
    'wiring',
    'operations',
    'lifecycle',
    'ec2',
    'delivery',
    'github',
    'runner',
    'keys',
    'contract',
    'errors',
  ],
  'main.ts': [
    'wiring',
    'operations',
    'lifecycle',
    'ec2',
    'delivery',
    'github',
    'runner',
    'keys',
    'contract',
    'errors',
  ],
  'operations/a.ts': ['operations', 'lifecycle', 'ec2', 'delivery', 'github', 'keys', 'contract', 'errors'],
  'lifecycle/a.ts': ['lifecycle', 'keys', 'contract', 'errors'],
  'ec2/a.ts': ['ec2', 'keys', 'contract', 'errors', '@aws-sdk', '@smithy'],
  'delivery/a.ts': ['delivery', 'keys', 'contract', 'errors'],
  'delivery/output.ts': ['delivery', 'keys', 'contract', 'errors', 'runner'],
  'github/a.ts': ['github', 'keys', 'contract', 'errors', '@actions'],
  'runner/a.ts': ['runner', 'keys', 'contract', 'errors', '@actions'],
  'contract/a.ts': ['contract', 'keys', 'errors'],
  'keys/a.ts': ['keys', 'errors'],
  'errors.ts': [],
};

/** What can be imported, by room: the module's name as a file in the folder of another room writes it. */
const modules: Readonly<Record<string, readonly string[]>> = {
  wiring: ['../wiring/create.ts'],
  operations: ['../operations/create.ts'],
  lifecycle: ['../lifecycle/claims.ts'],
  ec2: ['../ec2/client.ts'],
  delivery: ['../delivery/file.ts'],
  github: ['../github/runs.ts'],
  runner: ['../runner/log.ts'],
  keys: ['../keys/pem.ts'],
  contract: ['../contract/tags.ts'],
  errors: ['../errors.ts'],
  '@aws-sdk': ['@aws-sdk/client-ec2'],
  '@smithy': ['@smithy/core/retry'],
  '@actions': ['@actions/core', '@actions/github'],
  entries: ['../main.ts', '../post.ts'],
  others: [
    '../../local/aws/server.ts',
    '../../__tests__/lib/keys.ts',
    '../../scripts/build.ts',
    '../../bench/race.ts',
    '../../e2e/parts.ts',
    '../../torture/main.ts',
    '../../test-support/claims.ts',
  ],
};

const outside = [
  'node:fs',
  'node:fs/promises',
  'node:http',
  'node:https',
  'node:net',
  'node:os',
  'node:child_process',
];

/** Everything that could be imported, one line each. */
const imports = [...Object.values(modules).flat(), ...outside, 'node:process'].map(
  (name) => `import '${name}';`,
);

/** Other lines that the linter must refuse, and the rule that does. */
const refused: readonly (readonly [file: string, line: string, rule: string])[] = [
  ['local/aws/a.ts', "import '../../src/errors.ts';", 'noRestrictedImports'],
  ['src/ec2/b.ts', 'export const home = process.env;', 'noRestrictedGlobals'],
  ['src/runner/b.ts', "console.log('text');", 'noConsole'],
  ['src/keys/b.ts', "import 'crypto';", 'useNodejsImportProtocol'],
  ['src/keys/round.ts', "export { about as round } from './about.ts';", 'noImportCycles'],
];

/** Lines that look like them, where they are right. */
const allowed: readonly (readonly [file: string, line: string])[] = [
  ['src/wiring/c.ts', 'export const windows = process.platform;'],
  ['src/runner/c.ts', 'export const home = process.env;'],
  ['src/keys/c.ts', "import 'node:crypto';"],
  ['src/delivery/c.ts', "import 'node:fs/promises';"],
  ['local/aws/c.ts', "import '../runner/job.ts';"],
];

describe('the linter', () => {
  let copy: string;
  let found: ReadonlyMap<string, readonly Diagnostic[]>;

  beforeAll(() => {
    copy = mkdtempSync(path.join(realpathSync(tmpdir()), 'ec2-key-pair-house-'));
    copyFileSync(path.join(root, 'biome.json'), path.join(copy, 'biome.json'));
    for (const file of Object.keys(arrows)) write(copy, `src/${file}`, `${imports.join('\n')}\n`);
    for (const [file, line] of [...refused, ...allowed]) write(copy, file, `${line}\n`);
    write(copy, 'src/keys/about.ts', "export { round as about } from './round.ts';\n");
    found = lint(copy);
  });
  afterAll(() => rmSync(copy, { recursive: true }));

  test.each(Object.entries(arrows))('lets src/%s import of %j, and of nothing else', (file, rooms) => {
    const refusedLines = new Set((found.get(`src/${file}`) ?? []).map(({ line }) => imports[line - 1]));
    const right = rooms.flatMap((room) => modules[room] ?? []);
    const passed = imports
      .filter((line) => !refusedLines.has(line))
      .flatMap((line) => /'(.*)'/.exec(line)?.[1] ?? []);
    expect(passed.sort()).toEqual([...right, ...(isPure(file) ? [] : outside), ...processFor(file)].sort());
  });

  test.each(refused)('refuses in %s: %s', (file, _, rule) =>
    expect(found.get(file)?.map((diagnostic) => diagnostic.rule)).toContain(rule),
  );

  test.each(allowed)('lets pass in %s: %s', (file) => expect(found.get(file) ?? []).toEqual([]));
});

describe('the house', () => {
  const rooms = filesIn('src', 'local', 'scripts');

  test.each([
    ['src', 'local'],
    ['local', 'src'],
  ])('nothing in %s/ imports anything of %s/', (from, to) => {
    const other = path.join(root, to) + path.sep;
    const crossing = importsOf(filesIn(from)).filter(({ target }) => target.startsWith(other));
    expect(crossing).toEqual([]);
  });

  test('contract takes only types of keys', () => {
    const values = importsOf(filesIn('src/contract'))
      .filter(({ target }) => target.startsWith(path.join(root, 'src/keys') + path.sep))
      .filter(({ onlyTypes }) => !onlyTypes);
    expect(values).toEqual([]);
  });

  test('dist holds nothing of local/', () => {
    const modules = globSync('dist/*.js', { cwd: root }).flatMap((file) =>
      [...read(file).matchAll(/^\/\/ (\S+\.(?:ts|js))$/gm)].map(([, module]) => module),
    );
    expect(modules).toContain('src/main.ts');
    expect(
      modules.filter((module) => /(?:^|\/)local\//.test(module ?? '') && !/node_modules/.test(module ?? '')),
    ).toEqual([]);
  });

  test('no file is longer than a person can hold in the head', () => {
    expect(rooms.filter((file) => read(file).split('\n').length > 270)).toEqual([]);
  });

  test('no file and no folder is a bag of utils or helpers', () => {
    const bags = filesIn(
      'src',
      'local',
      'scripts',
      'bench',
      'e2e',
      'torture',
      'test-support',
      '__tests__',
    ).filter((file) =>
      file.split('/').some((part) => /^(?:utils?|helpers?|misc|common)(?:\.|$)/i.test(part)),
    );
    expect(bags).toEqual([]);
  });

  test('nothing ends the process by force, which would cut off what was printed', () => {
    const forced = new RegExp(`process\\.${'exit'}\\(`);
    expect(
      filesIn('src', 'local', 'scripts', 'bench', 'e2e', 'torture', 'test-support').filter((file) =>
        forced.test(read(file)),
      ),
    ).toEqual([]);
  });
});

/** keys and contract do no I/O, and errors.ts imports nothing at all. */
function isPure(file: string): boolean {
  return /^(?:keys|contract)\/|^errors\.ts/.test(file);
}

function processFor(file: string): string[] {
  return /^(?:main\.ts|wiring\/|runner\/)/.test(file) ? ['node:process'] : [];
}

function write(folder: string, file: string, text: string): void {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), text);
}

interface Diagnostic {
  readonly rule: string;
  readonly line: number;
}

/** What each file does wrong. */
function lint(folder: string): ReadonlyMap<string, readonly Diagnostic[]> {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [biome, 'lint', '--vcs-enabled=false', '--max-diagnostics=none', '--reporter=github', '.'],
    { cwd: folder, encoding: 'utf8' },
  );
  const broken = [...stdout.matchAll(/^::\w+ title=lint\/\w+\/(\w+),file=([^,]+),line=(\d+),/gm)];
  if (broken.length === 0) throw new Error(`The linter found nothing:\n${stderr}`);
  const byFile = Map.groupBy(broken, ([, , file]) => nameBelow(folder, file ?? ''));
  return new Map(
    [...byFile].map(([file, lines]) => [
      file,
      lines.map(([, rule, , line]) => ({ rule: rule ?? '', line: Number(line) })),
    ]),
  );
}

/** A file's path as the linter writes it (a command's property: `:` as `%3A`), from the folder on and with `/`. */
function nameBelow(folder: string, file: string): string {
  const parts = decodeURIComponent(file)
    .replaceAll('\\', '/')
    .split(`${path.basename(folder)}/`);
  return parts.at(-1) ?? '';
}

/** TypeScript and JavaScript files below folders of the repository, as paths with `/`. */
function filesIn(...folders: string[]): string[] {
  return folders
    .filter((folder) => existsSync(path.join(root, folder)))
    .flatMap((folder) => globSync(`${folder}/**/*.{ts,mts,mjs}`, { cwd: root }))
    .map((file) => file.replaceAll('\\', '/'));
}

function read(file: string): string {
  return readFileSync(path.join(root, file), 'utf8');
}

/** All imports of files, dynamic ones too; `target` is a path for relative ones. */
function importsOf(files: readonly string[]) {
  const anyImport = /\b(?:import|export)\s+(type\s)?[^'";]*?\bfrom\s*'([^']+)'|\bimport\s*\(?\s*'([^']+)'/g;
  return files.flatMap((file) =>
    [...read(file).matchAll(anyImport)].map(([, type, from, other]) => {
      const name = from ?? other ?? '';
      const target = name.startsWith('.') ? path.resolve(root, path.dirname(file), name) : name;
      return { file, target, onlyTypes: type !== undefined };
    }),
  );
}
