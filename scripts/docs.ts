/**
 * Compares the documentation and action.yml with the code: `scripts/docs.ts` fails if they differ and prints the lines,
 * `scripts/docs.ts --write` updates the generated parts. Inputs and outputs come from the tables of src/, examples from
 * the example workflows.
 *
 * Generated parts are between markers: `<!-- inputs -->` and `<!-- /inputs -->` in Markdown, `# <inputs>` and
 * `# </inputs>` in YAML. The marker of an example is the file name of its workflow, as in
 * `<!-- example-one-job.yml -->`. Other markers belong to other programs.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { type InputTable, inputTable, operations } from '../src/inputs/table.ts';
import { outputTable } from '../src/results/outputs.ts';
import { fenced, fencesOf } from './docs/markdown.ts';
import { hasPart, type Markers, markdownMarkers, withParts, yamlMarkers } from './docs/parts.ts';
import {
  inputsAsMarkdown,
  inputsAsYaml,
  type OutputTable,
  outputsAsMarkdown,
  outputsAsYaml,
} from './docs/tables.ts';

/** The action in `uses:`. OWNER is a placeholder for the account that publishes it. */
const ourAction = 'OWNER/ec2-key-pair';
const readme = 'README.md';
const manifestName = 'action.yml';
const workflowFolder = '.github/workflows';
const fullExample = 'example-one-job.yml';
const recipeFolder = 'docs/recipes/';
const permissionsPage = 'docs/permissions.md';
/** Words, as `wc -w` counts them. */
const maxReadmeWords = 1800;

/** The pages, action.yml, and everything they are compared with. Texts are by file name, relative to the root. */
export interface Docs {
  readonly inputs: InputTable;
  readonly outputs: OutputTable;
  /** action.yml. */
  readonly manifest: string;
  readonly examples: ReadonlyMap<string, string>;
  readonly pages: ReadonlyMap<string, string>;
}

/** Reads action.yml, the example workflows, and all pages of a repository. */
export async function readDocs(root: string): Promise<Docs> {
  const read = async (name: string) =>
    (await readFile(path.join(root, name), 'utf8')).replaceAll('\r\n', '\n');
  const all = async (names: readonly string[]) =>
    new Map(await Promise.all(names.map(async (name) => [name, await read(name)] as const)));
  const examples = (await readdir(path.join(root, workflowFolder))).filter((name) =>
    /^(?:example-.*|sweep)\.yml$/.test(name),
  );
  const texts = await all(examples.map((name) => `${workflowFolder}/${name}`));
  return {
    inputs: inputTable,
    outputs: outputTable,
    manifest: await read(manifestName),
    examples: new Map([...texts].map(([name, text]) => [path.posix.basename(name), text])),
    pages: await all(await pageNames(root)),
  };
}

/** The pages in the root and below docs/, relative to the root and with `/`. */
export async function pageNames(root: string): Promise<string[]> {
  const atRoot = await readdir(root);
  const below = await readdir(path.join(root, 'docs'), { recursive: true });
  const names = [...atRoot, ...below.map((name) => `docs/${name.replaceAll(path.sep, '/')}`)];
  return names.filter((name) => name.endsWith('.md')).sort();
}

/** The expected files: the parts between markers are generated, the rest is kept. */
export function renewed({ inputs, outputs, manifest, examples, pages }: Docs): Map<string, string> {
  const inMarkdown = new Map([
    ['inputs', inputsAsMarkdown(inputs)],
    ['outputs', outputsAsMarkdown(outputs)],
    ...[...examples].map(([name, text]) => [name, fenced('yaml', text)] as const),
  ]);
  const inYaml = new Map([
    ['inputs', inputsAsYaml(inputs)],
    ['outputs', outputsAsYaml(outputs)],
  ]);
  return new Map([
    [manifestName, withParts(manifest, inYaml, yamlMarkers)],
    ...[...pages].map(([name, text]) => [name, withParts(text, inMarkdown, markdownMarkers)] as const),
  ]);
}

/** The problems with the files, one message each. */
export function problemsOf(docs: Docs): string[] {
  const { manifest, pages } = docs;
  const text = pages.get(readme) ?? '';
  return [
    ...[...renewed(docs)].flatMap(([name, wanted]) =>
      differences(name, name === manifestName ? manifest : (pages.get(name) ?? ''), wanted),
    ),
    ...missingParts(docs),
    ...expressionsIn(manifest),
    ...tooManyWords(text),
    ...undocumentedOperations(pages),
    ...[...pages].flatMap(([name, page]) =>
      examplesOn(page).flatMap((example) => [
        ...unknownNames(example, docs).map((problem) => `${name}: ${problem}`),
        ...namesOutsidePolicy(example, policyPrefix(pages)).map((problem) => `${name}: ${problem}`),
      ]),
    ),
    ...brokenLinks(pages),
    ...recipesWithoutPreparation(pages),
  ];
}

/** Recipes that do not link to "Before you start" before their first example: many readers come from a search. */
function recipesWithoutPreparation(pages: ReadonlyMap<string, string>): string[] {
  return [...pages].flatMap(([name, page]) => {
    const [start = ''] = page.split('```');
    const isReady = !name.startsWith(recipeFolder) || start.includes('(../../README.md#before-you-start)');
    return isReady ? [] : [`${name} does not say at its start what it needs (README.md#before-you-start).`];
  });
}

function missingParts({ manifest, examples, pages }: Docs): string[] {
  const missing = (parts: readonly string[], texts: readonly string[], where: string, markers: Markers) =>
    parts
      .filter((part) => !texts.some((text) => hasPart(text, part, markers)))
      .map((part) => `${where} has no ${markers.around(part).join(' … ')}.`);
  const others = [...examples.keys()].filter((name) => name !== fullExample);
  const onReadme = ['inputs', 'outputs', fullExample];
  return [
    ...missing(['inputs', 'outputs'], [manifest], manifestName, yamlMarkers),
    ...missing(onReadme, [pages.get(readme) ?? ''], readme, markdownMarkers),
    ...missing(others, [...pages.values()], `${readme} or docs/`, markdownMarkers),
  ];
}

/**
 * The runner evaluates expressions everywhere in action.yml, even in descriptions, where no context is available. It has one
 * for defaults.
 */
function expressionsIn(manifest: string): string[] {
  return manifest.replaceAll(/^ +default: \$\{\{ github\.token \}\}$/gm, '').includes('${{')
    ? [`${manifestName} contains \${{, so the runner cannot load the action. Write the name without it.`]
    : [];
}

/** The bars of tables, and the braces of JSON, are not words. */
function tooManyWords(text: string): string[] {
  const words = text.split(/\s+/).filter((word) => /[\p{Letter}\p{Number}]/u.test(word)).length;
  return words > maxReadmeWords ? [`${readme} has ${words} words. The limit is ${maxReadmeWords}.`] : [];
}

/** Operations without a row for their description, or without a row for their permissions. */
function undocumentedOperations(pages: ReadonlyMap<string, string>): string[] {
  return operations.flatMap((operation) => {
    const isPermissions = (cells: string) => cells.startsWith('`ec2:');
    const isExplained = rowsOf(pages.get(readme) ?? '', operation).some((cells) => !isPermissions(cells));
    return [
      ...(isExplained ? [] : [`${readme} does not describe what \`${operation}\` does.`]),
      ...[readme, permissionsPage]
        .filter((name) => !rowsOf(pages.get(name) ?? '', operation).some(isPermissions))
        .map((name) => `${name} does not list the permissions that \`${operation}\` needs.`),
    ];
  });
}

/** The other cells of each row that has the operation in its first cell. */
function rowsOf(page: string, operation: string): string[] {
  const row = new RegExp(`^\\| [^|]*\`${operation}\`[^|]* \\| (.*)`, 'gm');
  return [...page.matchAll(row)].map(([, cells = '']) => cells);
}

function examplesOn(page: string): string[] {
  return fencesOf(page).flatMap(({ language, text }) => (language === 'yaml' ? [text] : []));
}

/** Inputs that an example sets on this action, and outputs that it reads, that do not exist. */
function unknownNames(example: string, { inputs, outputs }: Pick<Docs, 'inputs' | 'outputs'>): string[] {
  const steps = ourSteps(parse(example));
  const set = steps.flatMap((step) => Object.keys(step.with ?? {})).filter((name) => !(name in inputs));
  const read = steps.flatMap(({ id }) =>
    id === undefined
      ? []
      : [...example.matchAll(new RegExp(`\\bsteps\\.${id}\\.outputs\\.([\\w-]+)`, 'g'))].map(
          ([, name = '']) => name,
        ),
  );
  return [
    ...set.map((name) => `an example sets the input ${name}, which does not exist.`),
    ...read
      .filter((name) => !(name in outputs))
      .map((name) => `an example reads the output ${name}, which does not exist.`),
  ];
}

/** The prefix of key names that the policy in docs/permissions.md allows. */
function policyPrefix(pages: ReadonlyMap<string, string>): string {
  const [, prefix = ''] = /:key-pair\/([\w-]+)\*"/.exec(pages.get(permissionsPage) ?? '') ?? [];
  return prefix;
}

/** Key names that the policy does not allow: copying the example and the policy would cause `UnauthorizedOperation`. */
function namesOutsidePolicy(example: string, prefix: string): string[] {
  return ourSteps(parse(example))
    .flatMap(({ with: inputs }) => [inputs?.['key-name'], inputs?.['key-name-prefix']])
    .filter((name) => name !== undefined && !/^\$\{\{/.test(String(name)) && !String(name).startsWith(prefix))
    .map(
      (name) => `an example uses the key name ${name}; the policy allows names that start with ${prefix}.`,
    );
}

/** Links to pages that do not exist. */
function brokenLinks(pages: ReadonlyMap<string, string>): string[] {
  return [...pages].flatMap(([name, page]) =>
    [...page.matchAll(/\]\((?!https?:)([^)#]+\.md)(?:#[^)]*)?\)/g)].flatMap(([, link = '']) => {
      const target = path.posix.join(path.posix.dirname(name), link);
      return pages.has(target) ? [] : [`${name} links to ${link}, which does not exist.`];
    }),
  );
}

interface Step {
  readonly id?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

function ourSteps(node: unknown): Step[] {
  if (typeof node !== 'object' || node === null) return [];
  const isOurs = 'uses' in node && String(node.uses).startsWith(`${ourAction}@`);
  return [...(isOurs ? [node as Step] : []), ...Object.values(node).flatMap(ourSteps)];
}

/** The lines that differ: `-` for lines of the file, `+` for expected lines. */
function differences(name: string, actual: string, expected: string): string[] {
  if (actual === expected) return [];
  const [had, wanted] = [actual.split('\n'), expected.split('\n')];
  const [kept, present] = [new Set(wanted), new Set(had)];
  const gone = had.flatMap((line, index) => (kept.has(line) ? [] : [`${name}:${index + 1} - ${line}`]));
  const missing = wanted.flatMap((line, index) =>
    present.has(line) ? [] : [`${name}:${index + 1} + ${line}`],
  );
  const differing = [...gone, ...missing];
  const shown = differing.length > 0 ? differing : ['The same lines occur in another order or number.'];
  const heading = `${name} differs from the tables of src/ or the example workflows (npm run docs updates it):`;
  return [[heading, ...shown].join('\n  ')];
}

async function main(root: string, write: boolean): Promise<void> {
  if (write) {
    for (const [name, text] of renewed(await readDocs(root))) await writeFile(path.join(root, name), text);
  }
  const problems = problemsOf(await readDocs(root));
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exitCode = 1;
  else console.log('action.yml and the pages match the tables of src/ and the example workflows.');
}

if (import.meta.main) await main(path.resolve(import.meta.dirname, '..'), process.argv.includes('--write'));
