import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** What a component of src can import, apart from its own files. A component is a folder, or a file directly in src. */
export interface Component {
  readonly name: string;
  /** Components below it. Each of these must be in use: one that is no longer imported is a problem, too. */
  readonly imports: readonly string[];
  /** Names or scopes of packages, and names of Node's modules. */
  readonly packages: readonly string[];
}

const fileSystem = ['node:fs', 'node:fs/promises', 'node:os', 'node:path'];

/** All components, from top to bottom: each imports only components below it. */
export const components: readonly Component[] = [
  { name: 'main', imports: ['step', 'operations', 'inputs', 'runner'], packages: [] },
  { name: 'post', imports: ['step', 'ledger', 'runner'], packages: [] },
  {
    name: 'step',
    imports: [
      'operations',
      'destinations',
      'stores',
      'instances',
      'ec2',
      'aws',
      'github',
      'runner',
      'results',
      'ledger',
      'inputs',
    ],
    packages: ['node:crypto'],
  },
  {
    name: 'operations',
    imports: [
      'destinations',
      'stores',
      'instances',
      'ec2',
      'github',
      'results',
      'ledger',
      'inputs',
      'keys',
      'ownership',
      'errors',
    ],
    packages: [],
  },
  {
    name: 'destinations',
    imports: ['stores', 'results', 'ledger', 'inputs', 'keys', 'ownership', 'regular-file', 'errors'],
    packages: [
      ...fileSystem,
      'node:crypto',
      'node:child_process',
      'node:timers/promises',
      'node:util',
      'ignore',
    ],
  },
  {
    name: 'stores',
    imports: ['aws', 'ledger', 'inputs', 'ownership', 'errors'],
    packages: ['@aws-sdk', 'node:crypto'],
  },
  {
    name: 'instances',
    imports: ['ec2', 'aws', 'keys'],
    packages: ['@aws-sdk', 'node:crypto'],
  },
  {
    name: 'ec2',
    imports: ['aws', 'ledger', 'inputs', 'keys', 'ownership', 'errors'],
    packages: ['@aws-sdk'],
  },
  { name: 'instances', imports: [], packages: ['node:crypto'] },
  {
    name: 'aws',
    imports: ['errors'],
    packages: [
      ...fileSystem,
      '@aws-sdk/client-sts',
      '@aws-sdk/credential-provider-http',
      '@aws-sdk/credential-provider-ini',
      '@aws-sdk/credential-provider-web-identity',
      '@smithy',
      'node:crypto',
      'node:diagnostics_channel',
      'node:dns',
      'node:http',
      'node:https',
      'node:net',
      'node:stream',
      'node:timers/promises',
      'node:tls',
    ],
  },
  {
    name: 'github',
    imports: ['errors'],
    packages: ['@actions/github', 'node:timers/promises'],
  },
  {
    name: 'runner',
    imports: ['results', 'ledger', 'inputs', 'ownership', 'regular-file', 'errors'],
    packages: [
      ...fileSystem,
      '@actions',
      'node:child_process',
      'node:crypto',
      'node:timers/promises',
      'node:util',
    ],
  },
  { name: 'results', imports: ['keys', 'ownership'], packages: [] },
  { name: 'ledger', imports: ['errors'], packages: ['node:path'] },
  { name: 'inputs', imports: ['keys', 'ownership', 'errors'], packages: ['leven'] },
  { name: 'keys', imports: ['errors'], packages: ['node:crypto', 'node:util', 'bcrypt-pbkdf'] },
  { name: 'ownership', imports: [], packages: [] },
  { name: 'regular-file', imports: [], packages: ['node:fs'] },
  { name: 'errors', imports: [], packages: [] },
];

/** One import of a file. */
export interface Import {
  /** Path from the root of the repository, with `/`. */
  readonly file: string;
  /** The imported file, also as a path, or the name of a package or of a module of Node. */
  readonly target: string;
}

/** All imports of the files below these folders, including dynamic imports and type imports. */
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

/** The problems with the imports of src, one sentence each. */
export function importProblems(imports: readonly Import[]): string[] {
  const used = new Set<string>();
  const wrong = imports.filter(({ file, target }) => {
    const component = components.find(({ name }) => name === componentOf(file));
    const to = componentOf(target);
    used.add(`${component?.name} --> ${to}`);
    if (to !== undefined) return to !== component?.name && !component?.imports.includes(to);
    return !component?.packages.some((name) => target === name || target.startsWith(`${name}/`));
  });
  const unused = arrows().filter((arrow) => !used.has(arrow));
  return [
    ...wrong.map(({ file, target }) => `${file} must not import ${target}`),
    ...unused.map((arrow) => `${arrow} is allowed, but no file imports that way`),
  ];
}

/** The arrows as CONTRIBUTING.md draws them, in Mermaid: `keys --> errors`. */
export function arrows(): string[] {
  return components.flatMap(({ name, imports }) => imports.map((to) => `${name} --> ${to}`));
}

/** The component that a file belongs to. Undefined if the file is not in src. */
function componentOf(file: string): string | undefined {
  return /^src\/([\w-]+)(?:\/|\.ts$)/.exec(file)?.[1];
}
