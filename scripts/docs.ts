/**
 * Keeps the pages for users equal to what they speak of: `scripts/docs.ts` fails on drift and shows it,
 * `scripts/docs.ts --write` mends what can be made (tables of inputs and outputs, examples).
 *
 * What is made stands between markers, `<!-- inputs -->` and `<!-- /inputs -->`; an example's marker is the
 * name of its workflow, as in `<!-- example-one-job.yml -->`. Other markers belong to others.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';

/** The action as its users name it; OWNER stands for whoever publishes it. */
const ourAction = 'OWNER/ec2-key-pair';
const readme = 'README.md';
const workflowFolder = '.github/workflows';
const firstExample = 'example-one-job.yml';

const marked = /<!-- ([\w.-]+) -->\n[\s\S]*?<!-- \/\1 -->/g;
const yamlFence = /^```ya?ml\n([\s\S]*?)^```$/m;

interface Described {
  readonly description: string;
}

interface Manifest {
  readonly inputs: Readonly<Record<string, Described>> & { readonly operation: Described };
  readonly outputs: Readonly<Record<string, Described>>;
}

/** Everything the pages are compared with, and the pages: text by file name, relative to the root. */
export interface Docs {
  readonly manifest: Manifest;
  readonly examples: ReadonlyMap<string, string>;
  readonly pages: ReadonlyMap<string, string>;
}

/** Reads action.yml, the example workflows, README.md and docs/*.md below `root`. */
export async function readDocs(root: string): Promise<Docs> {
  const read = async (name: string) =>
    (await readFile(path.join(root, name), 'utf8')).replaceAll('\r\n', '\n');
  const all = async (names: readonly string[]) =>
    new Map(await Promise.all(names.map(async (name) => [name, await read(name)] as const)));
  const examples = (await readdir(path.join(root, workflowFolder))).filter((name) =>
    /^example-.*\.yml$/.test(name),
  );
  const docs = (await readdir(path.join(root, 'docs'))).filter((name) => name.endsWith('.md'));
  return {
    manifest: parse(await read('action.yml')),
    examples: new Map(
      await Promise.all(
        examples.map(async (name) => [name, await read(`${workflowFolder}/${name}`)] as const),
      ),
    ),
    pages: await all([readme, ...docs.map((name) => `docs/${name}`)]),
  };
}

/** The pages as they should be: what is between markers is made anew, the rest stays. */
export function renewed({ manifest, examples, pages }: Docs): Map<string, string> {
  const parts = new Map([
    ['inputs', describedTable('Input', manifest.inputs)],
    ['outputs', describedTable('Output', manifest.outputs)],
    ...[...examples].map(([name, text]) => [name, fenced('yaml', text)] as const),
  ]);
  return new Map([...pages].map(([name, text]) => [name, fill(text, parts)]));
}

/** What is wrong with the pages, each as a text for a person; none when they are right. */
export function problemsOf(docs: Docs): string[] {
  const { manifest, examples, pages } = docs;
  const text = pages.get(readme) ?? '';
  const first = text.match(yamlFence)?.[1];
  return [
    ...[...renewed(docs)].flatMap(([name, wanted]) => drift(name, pages.get(name) ?? '', wanted)),
    ...missingParts(docs),
    ...(first === examples.get(firstExample)
      ? []
      : [`The first example of ${readme} is not ${workflowFolder}/${firstExample}.`]),
    ...untoldOperations(text, manifest),
    ...[...pages].flatMap(([name, page]) =>
      examplesOn(page).flatMap((example) =>
        unknownNames(example, manifest).map((what) => `${name}: ${what}`),
      ),
    ),
  ];
}

function missingParts({ examples, pages }: Docs): string[] {
  const missing = (parts: readonly string[], texts: readonly string[], where: string) =>
    parts
      .filter((part) => !texts.some((text) => hasPart(text, part)))
      .map((part) => `${where} has no <!-- ${part} --> … <!-- /${part} -->.`);
  return [
    ...missing(['inputs', 'outputs'], [pages.get(readme) ?? ''], readme),
    ...missing([...examples.keys()], [...pages.values()], `${readme} or docs/*.md`),
  ];
}

/** Operations without a row that says what they do, or without one that says what they need. */
function untoldOperations(text: string, { inputs }: Manifest): string[] {
  const [choices = ''] = inputs.operation.description.split(/\bDefault:/);
  const operations = [...choices.matchAll(/`([a-z]+)`/g)].map(([, name = '']) => name);
  return operations.flatMap((operation) => {
    const rows = [...text.matchAll(new RegExp(`^\\| \`${operation}\` \\| (.*)`, 'gm'))].map(
      ([, cells = '']) => cells,
    );
    const needs = rows.filter((cells) => cells.startsWith('`ec2:'));
    return [
      ...(needs.length === rows.length ? [`${readme} does not say what \`${operation}\` does.`] : []),
      ...(needs.length === 0 ? [`${readme} does not say which permissions \`${operation}\` needs.`] : []),
    ];
  });
}

function describedTable(head: string, entries: Readonly<Record<string, Described>>): string {
  return table(
    [head, 'What it is'],
    Object.entries(entries).map(([name, { description }]) => [code(name), description]),
  );
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const cell = (text: string) => text.trim().replace(/\s+/g, ' ').replaceAll('|', '\\|');
  return [line(heads), line(heads.map(() => '---')), ...rows.map((row) => line(row.map(cell)))].join('\n');
}

function code(text: string): string {
  return `\`${text}\``;
}

function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
}

function fill(page: string, parts: ReadonlyMap<string, string>): string {
  return page.replace(marked, (whole, name: string) => {
    const part = parts.get(name);
    return part === undefined ? whole : `<!-- ${name} -->\n${part}\n<!-- /${name} -->`;
  });
}

function hasPart(text: string, part: string): boolean {
  return [...text.matchAll(marked)].some(([, name]) => name === part);
}

function examplesOn(page: string): string[] {
  return [...page.matchAll(new RegExp(yamlFence, 'gm'))].map(([, text = '']) => text);
}

/** Names that an example gives to this action, or takes from it, and that action.yml does not have. */
function unknownNames(example: string, { inputs, outputs }: Manifest): string[] {
  const steps = ourSteps(parse(example));
  const given = steps.flatMap((step) => Object.keys(step.with ?? {})).filter((name) => !(name in inputs));
  const taken = steps.flatMap(({ id }) =>
    id === undefined
      ? []
      : [...example.matchAll(new RegExp(`\\bsteps\\.${id}\\.outputs\\.([\\w-]+)`, 'g'))].map(
          ([, name = '']) => name,
        ),
  );
  return [
    ...given.map((name) => `an example gives the input ${name}, which action.yml does not have.`),
    ...taken
      .filter((name) => !(name in outputs))
      .map((name) => `an example takes the output ${name}, which action.yml does not have.`),
  ];
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

/** The lines that differ, `-` for what stands there and `+` for what should. */
function drift(name: string, is: string, should: string): string[] {
  if (is === should) return [];
  const [had, wanted] = [is.split('\n'), should.split('\n')];
  const kept = new Set(wanted);
  const wasThere = new Set(had);
  const gone = had.flatMap((line, index) => (kept.has(line) ? [] : [`${name}:${index + 1} - ${line}`]));
  const missing = wanted.flatMap((line, index) =>
    wasThere.has(line) ? [] : [`${name}:${index + 1} + ${line}`],
  );
  const differing = [...gone, ...missing];
  const shown = differing.length > 0 ? differing : ['The same lines stand in another order or number.'];
  return [
    [`${name} is not what action.yml and the example workflows say (npm run docs mends it):`, ...shown].join(
      '\n  ',
    ),
  ];
}

async function main(root: string, write: boolean): Promise<void> {
  if (write) {
    for (const [name, text] of renewed(await readDocs(root))) await writeFile(path.join(root, name), text);
  }
  const problems = problemsOf(await readDocs(root));
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exitCode = 1;
  else console.log('The pages say what action.yml and the example workflows say.');
}

if (import.meta.main) await main(path.resolve(import.meta.dirname, '..'), process.argv.includes('--write'));
