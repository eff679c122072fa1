import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** What a folder of src, or a file that is in none, can import apart from its own files. */
export interface Part {
  readonly name: string;
  /** Parts below it. Each arrow is in use: one that no import needs anymore is a problem, too. */
  readonly imports: readonly string[];
  /** Names or scopes of packages, and of modules of Node. */
  readonly packages: readonly string[];
}

const fileSystem = ['node:fs', 'node:fs/promises', 'node:os', 'node:path'];

/** The parts of src, from top to bottom: arrows only point down. */
export const parts: readonly Part[] = [
  { name: 'main', imports: ['step', 'operations', 'inputs', 'runner'], packages: [] },
  { name: 'post', imports: ['step', 'ledger', 'runner'], packages: [] },
  {
    name: 'step',
    imports: ['operations', 'destinations', 'ec2', 'aws', 'runner', 'results', 'ledger', 'inputs'],
    packages: ['node:crypto'],
  },
  {
    name: 'operations',
    imports: ['destinations', 'ec2', 'results', 'ledger', 'inputs', 'keys', 'ownership', 'errors'],
    packages: [],
  },
  {
    name: 'destinations',
    imports: ['results', 'ledger', 'inputs', 'keys', 'ownership', 'errors'],
    packages: [...fileSystem, 'node:crypto', 'node:child_process', 'node:util'],
  },
  {
    name: 'ec2',
    imports: ['aws', 'ledger', 'inputs', 'keys', 'ownership', 'errors'],
    packages: ['@aws-sdk'],
  },
  {
    name: 'aws',
    imports: ['errors'],
    packages: ['@smithy', 'node:crypto', 'node:stream', 'node:timers/promises'],
  },
  {
    name: 'runner',
    imports: ['results', 'ledger', 'inputs', 'ownership', 'errors'],
    packages: [...fileSystem, '@actions', 'node:timers/promises'],
  },
  { name: 'results', imports: ['keys', 'ownership'], packages: [] },
  { name: 'ledger', imports: ['errors'], packages: ['node:path'] },
  { name: 'inputs', imports: ['keys', 'ownership', 'errors'], packages: [] },
  { name: 'keys', imports: ['errors'], packages: ['node:crypto'] },
  { name: 'ownership', imports: [], packages: [] },
  { name: 'errors', imports: [], packages: [] },
];

/** One import of a file. */
export interface Import {
  /** Path from the root of the repository, with `/`. */
  readonly file: string;
  /** What is imported: such a path, or the name of a package or of a module of Node. */
  readonly target: string;
}

/** All imports in files below folders of the repository, dynamic ones and those of types too. */
export function importsBelow(root: string, ...folders: readonly string[]): Import[] {
  const files = folders.flatMap((folder) => globSync(`${folder}/**/*.{ts,mts,mjs}`, { cwd: root }));
  return files
    .map((file) => file.replaceAll(path.sep, '/'))
    .flatMap((file) => importsIn(file, readFileSync(path.join(root, file), 'utf8')));
}

/** The imports in the text of one file. */
export function importsIn(file: string, text: string): Import[] {
  const anyImport =
    /^\s*(?:import|export)\s[^'";]*?\bfrom\s+'([^']+)'|(?:^import\s+|\bimport\(\s*)'([^']+)'/gm;
  return [...text.matchAll(anyImport)].map(([, from, other]) => {
    const name = from ?? other ?? '';
    return { file, target: name.startsWith('.') ? path.posix.join(path.posix.dirname(file), name) : name };
  });
}

/** What is wrong with the imports of src, one sentence each. */
export function arrowProblems(imports: readonly Import[]): string[] {
  const used = new Set<string>();
  const wrong = imports.filter(({ file, target }) => {
    const part = parts.find(({ name }) => name === partOf(file));
    const to = partOf(target);
    used.add(`${part?.name} --> ${to}`);
    if (to !== undefined) return to !== part?.name && !part?.imports.includes(to);
    return !part?.packages.some((name) => target === name || target.startsWith(`${name}/`));
  });
  const unused = arrows().filter((arrow) => !used.has(arrow));
  return [
    ...wrong.map(({ file, target }) => `${file} imports ${target}, which its folder cannot`),
    ...unused.map((arrow) => `${arrow} is stated, but nothing imports that way`),
  ];
}

/** The arrows as CONTRIBUTING.md draws them, in Mermaid: `keys --> errors`. */
export function arrows(): string[] {
  return parts.flatMap(({ name, imports }) => imports.map((to) => `${name} --> ${to}`));
}

/** The folder or file below src; undefined for anything else. */
function partOf(file: string): string | undefined {
  return /^src\/([\w-]+)(?:\/|\.ts$)/.exec(file)?.[1];
}
