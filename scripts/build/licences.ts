import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A package that is in dist without a licence text of its own: the text of another one in dist holds for it. */
export interface LicenceException {
  readonly textOf: string;
  readonly because: string;
}

interface Package {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly text: string | undefined;
}

/**
 * The licences of all packages that a set of modules belongs to, for people: packages with the same text stand
 * together above it. Sorted by name, LF.
 *
 * @param modules paths of modules; those outside node_modules are this project's own
 * @param exceptions by package name
 * @throws Error that names each package without a text, and each exception that is not needed (any more).
 */
export function licencesOf(
  modules: Iterable<string>,
  exceptions: Readonly<Record<string, LicenceException>>,
): string {
  const folders = new Set([...modules].flatMap((module) => packageFolderOf(module) ?? []));
  const packages = [...folders].map(readPackage);
  const ownText = new Map(packages.map(({ name, text }) => [name, text]));
  const problems: string[] = [];
  const complete = packages.map((found) => {
    const text = found.text ?? ownText.get(exceptions[found.name]?.textOf ?? '');
    if (text === undefined)
      problems.push(`${found.name}@${found.version} (${found.licence}) has no licence text`);
    return { ...found, text: text ?? '' };
  });
  for (const name of Object.keys(exceptions)) {
    if (!ownText.has(name)) problems.push(`${name} is named as an exception, and nothing of it is in dist`);
    if (ownText.get(name) !== undefined)
      problems.push(`${name} is named as an exception, and has a text of its own`);
  }
  if (problems.length > 0) throw new Error(`Licences: ${problems.join('; ')}.`);
  return write(complete);
}

function readPackage(folder: string): Package {
  const { name, version, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  return { name, version, licence: String(license), text: licenceText(folder) };
}

/** The folder of the package that a module belongs to; undefined outside node_modules. */
function packageFolderOf(module: string): string | undefined {
  const [file = ''] = module.split('?');
  const found = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(file)?.[0];
  return found !== undefined && existsSync(path.join(found, 'package.json')) ? found : undefined;
}

function licenceText(folder: string): string | undefined {
  const texts = readdirSync(folder).filter((name) =>
    /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i.test(name),
  );
  if (!texts.some((name) => !/^notice/i.test(name))) return undefined;
  return tidy(
    texts
      .sort()
      .map((name) => readFileSync(path.join(folder, name), 'utf8'))
      .join('\n\n'),
  );
}

/** Line ends and trailing blanks differ between packages whose texts are the same to a person. */
function tidy(text: string): string {
  return text
    .replace(/^\uFEFF/, '')
    .replace(/[ \t]*\r?\n/g, '\n')
    .trim();
}

function write(packages: readonly (Package & { readonly text: string })[]): string {
  const byText = Map.groupBy(packages, ({ text }) => text);
  const groups = [...byText].map(([text, holders]) => ({
    heads: holders.map(({ name, version, licence }) => `${name} ${version} (${licence})`).sort(),
    text,
  }));
  return groups
    .sort((a, b) => compare(a.heads[0] ?? '', b.heads[0] ?? ''))
    .map(({ heads, text }) => `${heads.join('\n')}\n\n${text}\n`)
    .join(`\n${'-'.repeat(80)}\n\n`);
}

/** By code unit: the same under every locale. */
function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
